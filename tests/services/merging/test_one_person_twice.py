"""Records that may be one are found with reasons, and two records of a person become one without loss."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.duplicates import SURE, Traits, likeness, name_core
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.event import EventKind, Reply
from sponsor_app.domain.ids import AccountId, ContactId, EventId
from sponsor_app.domain.interaction import Kind
from sponsor_app.services import (
    Services,
    accounts,
    contacts,
    duplicates,
    events,
    history,
    interactions,
    issues,
    knowledge,
    merging_contacts,
)
from tests.conftest import TODAY

ACME = Traits(
    "a", "Acme GmbH", domains=frozenset({"acme.example"}), phones=frozenset({"4930"}), place="koln"
)


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (Traits("b", "ACME gmbh"), "the same name"),
        (Traits("b", "Old Name", frozenset({"acme gmbh"})), "another name of it"),
        (Traits("b", "The Acme Holding AG"), "nearly the same name"),
        (Traits("b", "Zenith", domains=frozenset({"acme.example"})), "the same web address"),
        (Traits("b", "Zenith", phones=frozenset({"4930"})), "the same phone number"),
    ],
)
def test_what_speaks_for_one_organisation_is_said(other: Traits, reason: str) -> None:
    found = likeness(ACME, other)
    assert found is not None
    assert found.reasons == (reason,)


def test_more_reasons_make_it_likelier_and_nothing_is_more_than_sure() -> None:
    one = likeness(ACME, Traits("b", "Acme"))
    both = likeness(ACME, Traits("b", "Acme", domains=frozenset({"acme.example"}), place="koln"))
    assert one is not None
    assert both is not None
    assert one.score < both.score
    whole = likeness(ACME, replace(ACME, id="b", emails=frozenset({"x@acme.example"})))
    assert whole is not None
    assert whole.score <= SURE
    assert likeness(ACME, Traits("b", "Zenith", place="koln")) is None


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_is_the_same_both_ways(one: str, other: str) -> None:
    first, second = Traits("a", one), Traits("b", other)
    assert likeness(first, second) == likeness(second, first)
    assert bool(set(first.keys) & set(second.keys)) or likeness(first, second) is None
    assert name_core(one) == name_core(one.upper()) or not one.isascii()
    people = (replace(first, person=True), replace(second, person=True))
    assert likeness(*people) == likeness(*people[::-1])


@pytest.fixture
def dana(app: Services, acme: AccountId) -> ContactId:
    made = contacts.add(app, acme, name="Dana Reed", title="CIO", emails=("dana@acme.example",))
    return ContactId(made.created[0])


@pytest.fixture
def twin(app: Services, acme: AccountId, dana: ContactId) -> ContactId:
    made = contacts.add(
        app,
        acme,
        name="D. Reed",
        title="Chief Information Officer",
        emails=("DANA@acme.example",),
        phones=("+47 555 01 100",),
        role="champion",
    )
    return ContactId(made.created[0])


def test_two_records_of_a_person_are_found_by_their_address(
    app: Services, dana: ContactId, twin: ContactId
) -> None:
    [pair] = duplicates.contacts(app)
    assert {pair.first_id, pair.second_id} == {dana, twin}
    assert pair.reasons == ("the same mail address", "a name that may be short for it")


def test_accounts_of_one_name_are_found_and_others_are_not(app: Services) -> None:
    for name in ("Acme", "Acme Inc.", "Zenith", "Bolt"):
        accounts.add(app, fields={"name": name})
    [pair] = duplicates.accounts(app)
    assert {pair.first, pair.second} == {"Acme", "Acme Inc."}
    assert pair.reasons == ("nearly the same name",)


def test_everything_of_one_person_moves_to_the_other_and_what_lost_is_kept(
    app: Services, acme: AccountId, dana: ContactId, twin: ContactId
) -> None:
    met = interactions.log(
        app, InteractionDraft(acme, Kind.COFFEE, TODAY, contact_ids=(dana, twin))
    ).created[0]
    interactions.log(app, InteractionDraft(acme, Kind.CALL, TODAY, contact_ids=(twin,)))
    knowledge.add_fact(app, twin, "Sails")
    issues.open_issue(app, acme, title="Late", severity=3, raised_by=twin)
    merging_contacts.merge_contacts(app, twin, dana)
    page = accounts.page(app, acme)
    [person] = page.contacts
    assert (person.id, person.name, person.title, person.role) == (
        dana,
        "Dana Reed",
        "CIO",
        "champion",
    )
    both = {str(one.id): [who.name for who in one.contacts] for one in page.timeline}
    assert both[met] == ["Dana Reed"]
    assert all(names == ["Dana Reed"] for names in both.values())
    assert [issue.raised_by_id for issue in page.issues] == [dana]
    assert {fact.text for fact in page.facts} == {
        "Sails",
        "Also called D. Reed",
        "Also known as Chief Information Officer",
    }
    assert len(duplicates.contacts(app)) == 0


def test_the_values_of_either_may_win_and_the_older_id_stays(
    app: Services, acme: AccountId, dana: ContactId, twin: ContactId
) -> None:
    _, stays = merging_contacts.merge_contacts(app, dana, twin)
    [person] = accounts.page(app, acme).contacts
    assert (stays, person.id, person.name) == (dana, dana, "D. Reed")
    assert person.title == "Chief Information Officer"
    assert {fact.text for fact in accounts.page(app, acme).facts} == {
        "Also called Dana Reed",
        "Also known as CIO",
    }


def test_a_merge_of_people_is_one_step_that_can_be_taken_back(
    app: Services, acme: AccountId, dana: ContactId, twin: ContactId
) -> None:
    before = accounts.page(app, acme)
    merging_contacts.merge_contacts(app, twin, dana)
    history.undo(app)
    after = accounts.page(app, acme)
    assert {one.name for one in after.contacts} == {one.name for one in before.contacts}
    assert after.facts == before.facts


def test_a_person_is_not_merged_with_themselves(app: Services, dana: ContactId) -> None:
    with pytest.raises(InvalidError, match="the same person"):
        merging_contacts.merge_contacts(app, dana, dana)


def test_two_invitations_of_one_person_become_one_in_the_same_step(
    app: Services, dana: ContactId, twin: ContactId
) -> None:
    on = TODAY - timedelta(days=2)
    made = events.add(app, title="Board", kind=EventKind.BOARD, on=on)
    board = EventId(made.created[0])
    events.invite(app, board, (dana, twin))
    events.reply(app, board, (dana,), Reply.NO)
    events.attended(app, board, (dana,))
    events.reply(app, board, (twin,), Reply.YES)
    merging_contacts.merge_contacts(app, dana, twin)
    [one] = events.page(app, board).invitations
    assert (one.contact_id, one.reply, one.attended) == (min(dana, twin), Reply.YES, True)
    history.undo(app)
    both = {one.contact_id: one.reply for one in events.page(app, board).invitations}
    assert both == {dana: Reply.NO, twin: Reply.YES}
