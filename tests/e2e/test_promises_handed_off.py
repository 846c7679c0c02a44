"""A promise from the coffee to the account lead, to the day it was kept, and to the record of the year."""

from typing import Any

import pytest

from tests.e2e.commands import Person, joined
from tests.e2e.conftest import People

MON, WED, FRI, LATER = "2026-11-16", "2026-11-18", "2026-11-20", "2026-11-27"


def acme(grace: Person) -> None:
    """Acme with a sponsor and an account lead; Grace has promised them something on a Monday."""
    assert grace("init", "--me", "Grace Moreau", "--team", "Northwind").code == 0
    grace("member", "add", "Tom Okafor", "--function", "sales")
    grace("member", "add", "Ines Roth", "--function", "engineering")
    grace("account", "add", "Acme", "--tier", "strategic")
    grace("account", "set", "Acme", "lead=Tom Okafor")
    grace("contact", "add", "Acme", "Dana Reed", "--title", "CIO")
    grace("sponsor", "set", "Acme", "Grace Moreau", "--from", "2026-01-01")
    grace(
        "log", "coffee with Dana at Acme today, promised the crane drawings by Fri", "--as-of", MON
    )


def only(person: Person, as_of: str) -> dict[str, Any]:
    [one] = person.json("promise", "list", "--as-of", as_of)
    return one


def test_a_promise_is_nobodys_until_the_lead_accepts_it_with_an_owner_and_a_day(
    person: People,
) -> None:
    grace = person("grace")
    acme(grace)
    made = only(grace, MON)
    assert (made["unowned"], made["owner"], made["promised_by"]) == (True, None, "Grace Moreau")
    refused = grace("promise", "accept", "1", "--as", "Grace", "--as-of", MON, "--json")
    assert refused.code == 1
    assert "Tom Okafor is the account lead of Acme" in refused.json["error"]["message"]
    [need] = grace.json("today", "--as-of", WED)["needs"]
    assert (need["kind"], need["waited"]) == ("accept", 2)
    words = ("promise", "accept", "1", "--as", "Tom", "--owner", "Ines", "--due", LATER)
    taken = grace(*words, "--as-of", WED, "--json").json
    assert (taken["accepted_by"], taken["owner"], taken["due"]) == (
        "Tom Okafor",
        "Ines Roth",
        LATER,
    )
    again = grace(*words, "--as-of", WED, "--json").json["error"]
    assert "Tom Okafor accepted" in again["message"]
    assert grace.json("today", "--as-of", WED)["needs"] == []


def test_what_is_late_is_so_by_the_calendar_and_the_record_has_its_denominator(
    person: People,
) -> None:
    grace = person("grace")
    acme(grace)
    grace("promise", "accept", "1", "--as", "Tom", "--as-of", MON)
    assert (only(grace, FRI)["state"], only(grace, "2026-11-21")["state"]) == ("open", "late")
    brief = grace("brief", "Acme", "--as-of", "2026-11-24").out
    assert "Our promise, 4 days late" in brief
    grace("promise", "keep", "1", "--as-of", "2026-11-25")
    grace("promise", "add", "Acme", "a spare key", "--due", "2026-11-26", "--as-of", WED)
    grace("promise", "drop", "2", "--reason", "they found theirs", "--as-of", WED)
    grace("promise", "add", "Acme", "a signature", "--theirs", "--due", FRI, "--as-of", WED)
    for by, name in (("sponsor", "Grace Moreau"), ("account", "Acme")):
        [record] = grace.json("promise", "record", "--by", by, "--as-of", "2026-12-01")
        assert (record["name"], record["due"], record["kept"]) == (name, 2, 1)
        assert (record["kept_late"], record["dropped"]) == (1, 1)
    brief = grace("brief", "Acme", "--as-of", "2026-12-01").out
    assert "1 OF 2 OF OURS KEPT IN A YEAR" in brief


@pytest.mark.parametrize("keep", ["mine", "theirs"])
def test_accepted_twice_on_two_laptops_it_has_one_keeper_and_says_so(
    person: People, place: str, keep: str
) -> None:
    grace, tom = person("grace"), person("tom")
    assert grace("init", "--me", "Grace Moreau", "--team", "Northwind").code == 0
    grace("account", "add", "Acme", "--tier", "strategic")
    grace("promise", "add", "Acme", "Send the drawings", "--due", "2027-01-08")
    assert grace("share", "create", place).code == 0
    joined(grace, tom, place, "Tom Okafor")
    grace("promise", "accept", "1", "--as", "Grace")
    tom("promise", "accept", "1", "--as", "Tom")
    for one in (grace, tom, grace, tom):
        one("sync")
    [hers], [his] = grace.json("conflicts"), tom.json("conflicts")
    kept_by = {one.json("promise", "list")[0]["owner"] for one in (grace, tom)}
    assert len(kept_by) == 1
    assert hers["id"] == his["id"]
    assert f"both accepted it; {kept_by.pop()} keeps it now" in hers["message"]
    assert grace("conflicts", "resolve", hers["id"], "--keep", keep).code == 0
    for one in (grace, tom, grace):
        one("sync")
    stood = {"mine": "Grace Moreau", "theirs": "Tom Okafor"}[keep]
    for one in (grace, tom):
        [found] = one.json("promise", "list")
        assert (found["owner"], found["accepted_by"]) == (stood, stood)
        assert one.json("conflicts") == []
