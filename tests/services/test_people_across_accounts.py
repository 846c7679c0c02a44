"""Everyone at every account: who is mine, who knows whom, how close we are, and what to ask next."""

from datetime import timedelta

import pytest

from sponsor_app.domain.coverage import Coverage
from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.ids import AccountId, ContactId, MemberId
from sponsor_app.domain.interaction import Kind
from sponsor_app.domain.person_page import next_question
from sponsor_app.services import (
    Services,
    accounts,
    contacts,
    interactions,
    knowledge,
    members,
    people,
    sponsorships,
)


def person(app: Services, account: AccountId, name: str) -> ContactId:
    return ContactId(contacts.add(app, account, name=name).created[0])


def met(app: Services, account: AccountId, who: ContactId, days: int, *ours: MemberId) -> None:
    on = app.today() - timedelta(days=days)
    draft = InteractionDraft(account, Kind.VISIT, on, contact_ids=(who,), member_ids=ours)
    interactions.log(app, draft)


@pytest.fixture
def mia(app: Services) -> MemberId:
    return MemberId(members.add(app, name="Mia Andersson", title="Account Lead").created[0])


def test_everyone_is_listed_by_name_with_their_account_and_what_it_was_promised(
    app: Services, acme: AccountId
) -> None:
    bolt = AccountId(accounts.add(app, fields={"name": "Bolt"}).created[0])
    ruth, dana = person(app, bolt, "Ruth Okafor"), person(app, acme, "Dana Reed")
    met(app, acme, dana, 60)
    found = people.listed(app)
    assert [(one.row.id, one.row.account) for one in found.rows] == [(dana, "Acme"), (ruth, "Bolt")]
    assert [one.coverage(found.as_of) for one in found.rows] == [
        Coverage.DUE,
        Coverage.NO_CADENCE,
    ]


def test_mine_are_my_counterparts_and_the_people_at_my_accounts(
    app: Services, acme: AccountId
) -> None:
    bolt = AccountId(accounts.add(app, fields={"name": "Bolt"}).created[0])
    person(app, acme, "Dana Reed")
    ruth = person(app, bolt, "Ruth Okafor")
    person(app, bolt, "Sid Else")
    sponsorships.set_sponsor(app, [acme], app.me)
    contacts.change(app, ruth, counterpart_id=app.me)
    mine = [one.row.name for one in people.listed(app).rows if one.mine]
    assert mine == ["Dana Reed", "Ruth Okafor"]


def test_closeness_agrees_with_the_persons_own_page(
    app: Services, acme: AccountId, mia: MemberId
) -> None:
    dana, ruth = person(app, acme, "Dana Reed"), person(app, acme, "Ruth Okafor")
    met(app, acme, dana, 10, mia)
    met(app, acme, dana, 90)
    met(app, acme, ruth, 500)
    found = people.closeness(app)
    assert found.strengths == {dana: people.page(app, dana).person.strength}
    assert found.known_by == {dana: 2, ruth: 1}


def test_a_page_says_who_of_ours_knows_them_the_latest_first(
    app: Services, acme: AccountId, mia: MemberId
) -> None:
    dana = person(app, acme, "Dana Reed")
    met(app, acme, dana, 90)
    met(app, acme, dana, 10, mia)
    page = people.page(app, dana)
    assert [(one.member_id, one.touches) for one in page.known_by] == [(app.me, 2), (mia, 1)]
    assert [one.on for one in page.met] == [
        app.today() - timedelta(days=10),
        app.today() - timedelta(days=90),
    ]
    assert [one.id for one in page.contacts] == [dana]


def test_the_next_question_goes_for_the_widest_gap(app: Services, acme: AccountId) -> None:
    dana, boss = person(app, acme, "Dana Reed"), person(app, acme, "Ruth Okafor")

    def gap() -> str:
        return next_question(people.page(app, dana)).gap

    assert gap() == "no fact yet"
    knowledge.add_fact(app, dana, "rows for the club")
    assert gap() == "role not known"
    contacts.change(app, dana, role="decides")
    assert gap() == "reports to nobody we know"
    contacts.change(app, dana, reports_to_id=boss)
    assert gap() == "no way to reach them"
    contacts.add_point(app, dana, "dana@acme.example")
    assert gap() == "no title"
    met(app, acme, dana, 3)
    assert gap() == "only one of ours knows them"
    met(app, acme, dana, 2, MemberId(members.add(app, name="Mia", function="sales").created[0]))
    fields = {"title": "CIO", "function": "operations", "support": "for", "birthday": "05-17"}
    contacts.set_fields(app, dana, {**fields, "counterpart": app.me})
    assert gap() == "always worth asking"
    assert people.page(app, dana).profile.missing == ()


def test_somebody_without_an_account_has_a_page(app: Services, acme: AccountId) -> None:
    dana = person(app, acme, "Dana Reed")
    contacts.change(app, dana, account_id=None)
    knowledge.add_fact(app, dana, "Likes rowing")
    page = people.page(app, dana)
    assert (page.person.account, page.contacts) == (None, ())


def test_somebody_deleted_has_no_page(app: Services, acme: AccountId) -> None:
    dana = person(app, acme, "Dana Reed")
    contacts.delete(app, dana, "Dana Reed")
    with pytest.raises(NotFoundError):
        people.page(app, dana)


def test_what_was_only_planned_makes_nobody_known(app: Services, acme: AccountId) -> None:
    dana = person(app, acme, "Dana Reed")
    met(app, acme, dana, -5)
    assert people.closeness(app).known_by == {}
    assert people.page(app, dana).known_by == ()
