"""The activity by whom, at which account, of which kind and with which words."""

from sponsor_app.domain.activity import Narrowing, Whose
from sponsor_app.domain.ids import AccountId, ContactId
from sponsor_app.services import Services, accounts, contacts, history, issues, knowledge


def titles(app: Services, wanted: Narrowing) -> list[str]:
    page = history.activity(app, wanted)
    assert page.found == len(page.steps)
    return [step.title for step in page.steps]


def test_an_account_brings_everything_that_belongs_to_it_and_nothing_else(
    app: Services, acme: AccountId
) -> None:
    bolt = AccountId(accounts.add(app, fields={"name": "Bolt"}).created[0])
    dana = ContactId(contacts.add(app, acme, name="Dana Reed").created[0])
    contacts.add(app, bolt, name="Ruth Okafor")
    knowledge.add_fact(app, dana, "rows for the club")
    issues.open_issue(app, acme, title="Cranes drop out", severity=2)
    found = titles(app, Narrowing(account_id=acme))
    said = "Noted a fact about Dana Reed"
    assert found == ["Opened “Cranes drop out”", said, "Added Dana Reed", "Added Acme"]


def test_what_was_deleted_at_an_account_still_belongs_to_it(app: Services, acme: AccountId) -> None:
    dana = ContactId(contacts.add(app, acme, name="Dana Reed").created[0])
    contacts.delete(app, dana, "Dana Reed")
    assert titles(app, Narrowing(account_id=acme))[0] == "Deleted Dana Reed"


def test_a_kind_is_whatever_table_holds_it(app: Services, acme: AccountId) -> None:
    dana = ContactId(contacts.add(app, acme, name="Dana Reed").created[0])
    contacts.add_point(app, dana, "dana@acme.example")
    assert titles(app, Narrowing(kind="person")) == ["Added dana@acme.example", "Added Dana Reed"]
    assert titles(app, Narrowing(kind="pulse")) == []


def test_words_are_found_in_titles_whatever_their_case_and_accents(
    app: Services, acme: AccountId
) -> None:
    contacts.add(app, acme, name="Zoë Ångström")
    assert titles(app, Narrowing(text="angstrom ZOE")) == ["Added Zoë Ångström"]
    assert titles(app, Narrowing(text="angstrom bolt")) == []


def test_filters_add_up_and_authors_are_counted(app: Services, acme: AccountId) -> None:
    contacts.add(app, acme, name="Dana Reed")
    page = history.activity(app)
    assert [(one.name, one.steps) for one in page.authors] == [("Grace Moreau", 3)]
    mine = Narrowing(member_id=app.me, kind="account", account_id=acme)
    assert titles(app, mine) == ["Added Acme"]
    assert titles(app, Narrowing(Whose.OTHERS, member_id=app.me)) == []
