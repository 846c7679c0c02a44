import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sponsor_app.domain.account import AliasKind
from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.ids import AccountId, ContactId
from sponsor_app.domain.interaction import Kind
from sponsor_app.domain.reference import Use
from sponsor_app.domain.search import HitKind
from sponsor_app.services import (
    Services,
    accounts,
    contacts,
    history,
    interactions,
    issues,
    knowledge,
    references,
    searching,
)
from sponsor_app.store import checks
from sponsor_app.store.models import account, account_alias
from tests.conftest import TODAY


@pytest.fixture
def team(app: Services) -> Services:
    halvorsen = AccountId(
        accounts.add(
            app, fields={"name": "Halvorsen Maritime", "website": "https://www.halvorsen.example"}
        ).created[0]
    )
    with app.store.write("Former name") as writer:
        for kind, value in (
            (AliasKind.FORMER_NAME, "Hallingdal Rederi"),
            (AliasKind.ORDER_NUMBER, "PO-2019-00417"),
        ):
            writer.insert(
                account_alias,
                record_id=app.store.new_id(),
                account_id=halvorsen,
                kind=kind,
                value=value,
            )
    dana = contacts.add(
        app,
        halvorsen,
        name="Dana Whitfield-Ramanujan",
        title="Chief Operating Officer",
        emails=["Dana.Whitfield@Halvorsen.example"],
        phones=["+33 (0)6 28 12 34 56"],
    ).created[0]
    accounts.add(app, fields={"name": "Bramblewood Foods", "city": "Lyon"})
    accounts.add(app, fields={"name": "鹿島建設"})
    interactions.log(
        app,
        InteractionDraft(
            halvorsen,
            Kind.VISIT,
            TODAY,
            summary="Walked the northern berth with the night crew",
            quote="We found out from the crew, not from you",
        ),
    )
    issues.open_issue(app, halvorsen, title="Crane telemetry drops out at sea", severity=1)
    knowledge.add_fact(app, dana, "Her daughter starts at NTNU in January")  # pyright: ignore[reportArgumentType]
    return app


@pytest.mark.parametrize(
    ("scrap", "kind", "title", "field"),
    [
        ("halvorsen", HitKind.ACCOUNT, "Halvorsen Maritime", "name"),
        ("HALVØRSEN marit", HitKind.ACCOUNT, "Halvorsen Maritime", "name"),
        ("hallingdal", HitKind.ACCOUNT, "Halvorsen Maritime", "former name"),
        ("2019-00417", HitKind.ACCOUNT, "Halvorsen Maritime", "order number"),
        ("06 28 12", HitKind.CONTACT, "Dana Whitfield-Ramanujan", "phone"),
        ("+33 6 28..", HitKind.CONTACT, "Dana Whitfield-Ramanujan", "phone"),
        ("0033628123456", HitKind.CONTACT, "Dana Whitfield-Ramanujan", "phone"),
        ("34 56", HitKind.CONTACT, "Dana Whitfield-Ramanujan", "phone"),
        ("dana.whitfield@halvorsen.example", HitKind.CONTACT, "Dana Whitfield-Ramanujan", "email"),
        ("ramanuj", HitKind.CONTACT, "Dana Whitfield-Ramanujan", "name"),
        ("ramanujna", HitKind.CONTACT, "Dana Whitfield-Ramanujan", "name"),
        ("blewood", HitKind.ACCOUNT, "Bramblewood Foods", "name"),
        ("bramlewood", HitKind.ACCOUNT, "Bramblewood Foods", "name"),
        ("鹿島", HitKind.ACCOUNT, "鹿島建設", "name"),
        ("建設", HitKind.ACCOUNT, "鹿島建設", "name"),
        ("night crew", HitKind.INTERACTION, "visit", "summary"),
        ("found out from the crew", HitKind.INTERACTION, "visit", "quote"),
        ("telemetry", HitKind.ISSUE, "Crane telemetry drops out at sea", "title"),
        ("NTNU", HitKind.FACT, "Her daughter starts at NTNU in January", "text"),
        ("dnaa ramanujan", HitKind.CONTACT, "Dana Whitfield-Ramanujan", "name"),
        ("dana whitfeild", HitKind.CONTACT, "Dana Whitfield-Ramanujan", "name"),
        ("ntun january", HitKind.FACT, "Her daughter starts at NTNU in January", "text"),
        ("grace", HitKind.MEMBER, "Grace Moreau", "name"),
    ],
)
def test_any_scrap_finds_its_record_and_names_the_field(
    team: Services, scrap: str, kind: HitKind, title: str, field: str
) -> None:
    best = searching.find(team, scrap)[0]
    assert (best.kind, best.title, best.field) == (kind, title, field)


def test_nothing_is_made_up(team: Services) -> None:
    assert searching.find(team, "zzyzx quux") == []
    assert searching.find(team, "") == []
    assert searching.find(team, "  ...  ") == []


def test_the_domain_finds_the_account_and_those_who_write_from_it(team: Services) -> None:
    found = {hit.kind for hit in searching.find(team, "halvorsen.example")}
    assert {HitKind.ACCOUNT, HitKind.CONTACT} <= found


def test_a_renamed_account_is_found_by_its_new_name_and_by_its_former_one(team: Services) -> None:
    hit = searching.find(team, "bramblewood")[0]
    accounts.change(team, AccountId(hit.id), {"name": "Thornfield Group"})
    assert searching.find(team, "thornfield")[0].id == hit.id
    before = next(one for one in searching.find(team, "bramblewood") if one.id == hit.id)
    assert (before.title, before.field) == ("Thornfield Group", "former name")


def test_a_retitled_contact_is_no_longer_found_by_the_old_title(team: Services) -> None:
    hit = searching.find(team, "dana")[0]
    contacts.change(team, ContactId(hit.id), title="Harbour Master")
    assert searching.find(team, "harbour master")[0].id == hit.id
    assert hit.id not in {one.id for one in searching.find(team, "operating")}


def test_a_deleted_account_is_gone_and_found_again_after_undo(team: Services) -> None:
    hit = searching.find(team, "bramblewood")[0]
    accounts.delete(team, AccountId(hit.id))
    assert searching.find(team, "bramblewood") == []
    history.undo(team)
    assert searching.find(team, "bramblewood")[0].id == hit.id


def test_whoever_is_brought_back_is_found_by_address_and_number_again(team: Services) -> None:
    dana = searching.find(team, "dana")[0]
    contacts.delete(team, ContactId(dana.id), dana.title)
    history.undo(team)
    for scrap in ("dana.whitfield@halvorsen.example", "0628123456"):
        assert [one.id for one in searching.find(team, scrap)] == [dana.id]


def test_what_looks_like_search_syntax_is_only_text(team: Services) -> None:
    for nasty in (
        '"',
        "halv* OR",
        "name:halvorsen",
        "NEAR(a b)",
        "^halv",
        "halv -maritime",
        "(",
        "a AND",
    ):
        searching.find(team, nasty)
    assert searching.find(team, 'halvorsen "maritime"')[0].title == "Halvorsen Maritime"


names = st.text(st.characters(categories=["L", "Nd", "Zs", "P", "S"]), min_size=1, max_size=24)


@settings(max_examples=40)
@given(name=names)
def test_every_name_with_a_letter_finds_itself(app: Services, name: str) -> None:
    with app.store.write("Added") as writer:
        made = writer.insert(account, record_id=app.store.new_id(), name=name, status="customer")
    found = {hit.id for hit in searching.find(app, name, limit=1000)}
    if any(c.isalnum() for c in name):
        assert made in found


def test_rebuilding_the_index_finds_the_same(team: Services) -> None:
    before = searching.find(team, "halvorsen")
    with team.store.write_local() as connection:
        checks.rebuild(connection)
    assert searching.find(team, "halvorsen") == before


@pytest.mark.parametrize("typed", ["walked n", "walked no", "walked nor", "walked the no", "crew"])
def test_a_sentence_is_found_at_every_letter_of_its_next_word(team: Services, typed: str) -> None:
    assert any(hit.kind is HitKind.INTERACTION for hit in searching.find(team, typed))


def test_a_short_word_that_is_whole_must_stand_in_what_was_written(team: Services) -> None:
    assert [hit.kind for hit in searching.find(team, "drops at sea")] == [HitKind.ISSUE]
    assert [hit for hit in searching.find(team, "drops of sea") if hit.score >= 60] == []


def test_two_signs_that_are_a_name_are_looked_for_in_what_was_written(team: Services) -> None:
    issues.open_issue(
        team, AccountId(accounts.listed(team)[0].account_id), title="王伟 called twice", severity=4
    )
    assert searching.find(team, "twice 王伟")[0].kind is HitKind.ISSUE


def test_a_reference_is_found_by_the_name_its_contact_has_now_and_by_the_deal(
    team: Services,
) -> None:
    halvorsen = AccountId(searching.find(team, "halvorsen")[0].id)
    kim = ContactId(contacts.add(team, halvorsen, name="Kim Sundby").created[0])
    references.agree(team, kim, scope=(Use.CALL,), approved_by=team.me)
    references.request(team, halvorsen, use=Use.CALL, requester="Tom", deal="Globex berths")
    contacts.change(team, kim, name="Kim Aaland")

    def found(text: str) -> list[str]:
        return [one.title for one in searching.find(team, text, kinds=(HitKind.REFERENCE,))]

    assert found("aaland") == found("globex") == ["Kim Aaland"]
    assert found("sundby") == []
