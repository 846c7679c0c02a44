"""What is listed as a duplicate and what is not; what two records have in common and what not; nothing is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sponsor_app.domain.duplicates import Traits, alike, likeness
from sponsor_app.domain.errors import InvalidError, NotFoundError
from sponsor_app.domain.ids import AccountId, ContactId
from sponsor_app.domain.twins import LooksKnownError, TwinKind
from sponsor_app.services import (
    Services,
    accounts,
    apart,
    comparing,
    contacts,
    duplicates,
    history,
    merging,
    merging_contacts,
    resembling,
)
from sponsor_app.store import checks

MANY = 2000


def an_account(app: Services, name: str, **fields: str) -> AccountId:
    return AccountId(accounts.add(app, fields={"name": name, **fields}).created[0])


def a_person(app: Services, account: AccountId, name: str, *reach: str) -> ContactId:
    mails = [one for one in reach if "@" in one]
    phones = [one for one in reach if "@" not in one]
    return ContactId(contacts.add(app, account, name=name, emails=mails, phones=phones).created[0])


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (
            {"address": "Hauptstr. 5", "postcode": "10115", "city": "Berlin"},
            {"address": "hauptstraße 5", "postcode": "10115"},
            "the same address",
        ),
        ({"phone": "+49 30 901820"}, {"phone": "030 901820"}, "the same phone number"),
        ({"website": "https://www.bolt.example/de"}, {"website": "bolt.example"}, "the same web address"),
    ],
)  # fmt: skip
def test_accounts_of_other_names_share_a_house_a_number_or_a_page(
    app: Services, one: dict[str, str], other: dict[str, str], reason: str
) -> None:
    an_account(app, "Bolt", **one)
    an_account(app, "Zenith Trading", **other)
    an_account(app, "Third", address="Hauptstr. 6", postcode="10115", phone="030 901821")
    [pair] = duplicates.accounts(app)
    assert (pair.first, pair.second, pair.reasons) == ("Bolt", "Zenith Trading", (reason,))


def test_a_page_on_a_host_that_everybody_uses_and_parts_of_one_family_are_no_duplicates(
    app: Services,
) -> None:
    an_account(app, "Bolt", website="https://facebook.com/bolt")
    an_account(app, "Zenith", website="https://facebook.com/zenith")
    an_account(app, "Acme Holding", website="acme.example", phone="+49 30 901820")
    an_account(
        app, "Acme GmbH", website="acme.example", phone="+49 30 901820", parent="Acme Holding"
    )
    an_account(app, "Acme Ltd", website="acme.example", parent="Acme Holding")
    assert duplicates.accounts(app) == []


def test_people_of_one_name_at_two_accounts_are_two_until_a_number_says_otherwise(
    app: Services,
) -> None:
    acme, bolt = an_account(app, "Acme"), an_account(app, "Bolt")
    a_person(app, acme, "Dana Reed")
    a_person(app, bolt, "Dana Reed")
    a_person(app, acme, "Lee Park", "+47 555 01 100")
    a_person(app, bolt, "Park, Lee", "+47 555 01 100")
    a_person(app, acme, "Mia Berg", "+47 555 01 200")
    a_person(app, acme, "Ole Lund", "+47 555 01 200")
    [pair] = duplicates.contacts(app)
    assert {pair.first, pair.second} == {"Lee Park", "Park, Lee"}


def test_two_thousand_of_one_name_are_compared_with_the_oldest_and_not_with_each_other() -> None:
    crowd = [Traits(f"{number:05}", "Acme") for number in range(MANY)]
    pairs = list(alike(crowd))
    assert len(pairs) == MANY - 1
    assert {one.id for one, _, _ in pairs} == {"00000"}


@settings(max_examples=40)
@given(
    st.lists(
        st.builds(
            Traits,
            id=st.uuids().map(str),
            name=st.sampled_from(("Acme", "Acme AG", "Bolt", "Reed, Dana", "D. Reed")),
            domains=st.frozensets(st.sampled_from(("a.example", "b.example"))),
            phones=st.frozensets(st.sampled_from(("5550100", "5550200"))),
            place=st.sampled_from(("", "x", "y")),
            person=st.just(True),
        ),
        max_size=12,
        unique_by=lambda one: one.id,
    )
)
def test_each_pair_is_told_once_with_the_older_first_and_is_alike(found: list[Traits]) -> None:
    pairs = [(one.id, other.id) for one, other, _ in alike(found)]
    assert len(pairs) == len(set(pairs))
    assert all(one < other for one, other in pairs)
    assert all(likeness(one, other) == like for one, other, like in alike(found))


@settings(max_examples=12)
@given(
    parents=st.lists(st.integers(0, 4) | st.none(), min_size=5, max_size=5),
    pair=st.lists(st.integers(0, 4), min_size=2, max_size=2, unique=True),
)
def test_no_family_becomes_a_ring_whoever_is_merged_with_whom(
    app: Services, parents: list[int | None], pair: list[int]
) -> None:
    ids = [an_account(app, f"A{number}") for number in range(5)]
    for child, parent in zip(ids, parents, strict=True):
        try:
            accounts.change(app, child, {"parent": ids[parent] if parent is not None else ""})
        except InvalidError:
            continue
    before = {one: accounts.details(app, one).parent_id for one in ids}
    merging.merge_accounts(app, ids[pair[0]], ids[pair[1]])
    left = [one for one in ids if one != ids[max(pair)]]
    for one in left:
        above, passed = accounts.details(app, one).parent_id, {one}
        while above is not None:
            assert above not in passed
            passed.add(above)
            above = accounts.details(app, above).parent_id
    with app.store.read() as connection:
        assert checks.dangling(connection) == {}
    history.undo(app)
    assert {one: accounts.details(app, one).parent_id for one in ids} == before


def test_what_gives_way_is_kept_as_a_fact_and_what_both_have_is_kept_once(app: Services) -> None:
    kept = an_account(
        app, "Acme", city="Oslo", tier="key", wants="Speed", phone="+47 1234567", alias="ACM"
    )
    gone = an_account(
        app, "Acme Inc", city="Bergen", wants="Price", phone="+471234567", alias="acm"
    )
    merging.merge_accounts(app, gone, kept)
    page = accounts.page(app, kept)
    assert [fact.text for fact in page.facts] == ["Acme Inc had: city Bergen"]
    assert accounts.texts(app, kept)["wants"] == "Speed\n\nPrice"
    assert sorted(one.value for one in page.details.aliases) == ["ACM", "Acme Inc"]
    with app.store.read() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM contact_point").scalar()
    assert count == 1
    history.undo(app)
    assert accounts.page(app, kept).facts == ()
    assert accounts.texts(app, gone)["city"] == "Bergen"


def test_whoever_left_one_account_is_still_at_the_other(app: Services) -> None:
    acme, bolt = an_account(app, "Acme"), an_account(app, "Bolt")
    old, new = a_person(app, acme, "Dana Reed"), a_person(app, bolt, "Dana Reed")
    contacts.change(app, old, left_on=app.today(), city="Oslo")
    merging_contacts.merge_contacts(app, old, new)
    [person] = accounts.page(app, bolt).contacts
    assert (person.id, person.left_on) == (old, None)
    assert [one.text for one in accounts.page(app, bolt).facts] == ["Dana Reed had: account Acme"]


def test_nobody_is_merged_with_what_was_deleted_meanwhile(app: Services) -> None:
    acme, bolt = an_account(app, "Acme"), an_account(app, "Bolt")
    dana, lee = a_person(app, acme, "Dana"), a_person(app, acme, "Lee")
    accounts.delete(app, bolt)
    contacts.delete(app, lee, "Lee")
    before = history.steps(app, 1)
    with pytest.raises(NotFoundError):
        merging.merge_accounts(app, bolt, acme)
    with pytest.raises(NotFoundError):
        merging.merge_accounts(app, acme, bolt)
    with pytest.raises(NotFoundError):
        merging_contacts.merge_contacts(app, dana, lee)
    with pytest.raises(NotFoundError):
        comparing.compare(app, TwinKind.CONTACT, dana, lee)
    with pytest.raises(NotFoundError):
        apart.say(app, TwinKind.ACCOUNT, acme, bolt)
    with pytest.raises(InvalidError):
        apart.say(app, TwinKind.ACCOUNT, acme, acme)
    assert history.steps(app, 1) == before


def test_two_accounts_beside_each_other_say_what_differs_the_better_known_first(
    app: Services,
) -> None:
    bare = an_account(app, "Acme", city="Oslo")
    full = an_account(app, "Acme Inc", city="Bergen", website="acme.example")
    a_person(app, full, "Dana")
    found = comparing.compare(app, TwinKind.ACCOUNT, bare, full)
    assert (found.first.id, found.first.holds) == (full, {"contact": 1})
    told = {one.field: (one.kept, one.gone, one.fills) for one in found.differences(bare)}
    assert told == {
        "name": ("Acme", "Acme Inc", False),
        "city": ("Oslo", "Bergen", False),
        "website": ("", "acme.example", True),
    }
    assert (found.reasons, found.apart) == (("nearly the same name",), False)
    apart.say(app, TwinKind.ACCOUNT, bare, full)
    assert comparing.compare(app, TwinKind.ACCOUNT, full, bare).apart
    assert [one.key for one in duplicates.said_to_be_two(app, TwinKind.ACCOUNT)] == [(bare, full)]


def test_what_is_added_is_held_against_what_is_here(app: Services) -> None:
    acme = an_account(app, "Acme GmbH", website="acme.example", phone="+49 30 901820")
    a_person(app, acme, "Dana Reed", "dana@acme.example")
    for fields in (
        {"name": "ACME"},
        {"name": "Zenith", "website": "https://www.acme.example"},
        {"name": "Zenith", "phone": "030 901820"},
    ):
        with pytest.raises(LooksKnownError, match="looks like Acme GmbH"):
            resembling.refuse_known_account(app, fields)
    resembling.refuse_known_account(app, {"name": "Zenith"})
    for name, reach in (("Reed, Dana", ""), ("D. R.", "DANA@acme.example")):
        with pytest.raises(LooksKnownError, match="looks like Dana Reed"):
            resembling.refuse_known_contact(app, acme, name, reach)
    resembling.refuse_known_contact(app, acme, "Lee Park", "lee@acme.example")
    other = an_account(app, "Bolt")
    resembling.refuse_known_contact(app, other, "Dana Reed", "")
