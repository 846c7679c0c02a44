"""A relationship in which somebody always wants something is seen as such, everywhere a last date is shown."""

from tests.e2e.commands import Person
from tests.e2e.conftest import People

TODAY = ("--as-of", "2026-11-18")


def gap(person: Person, *as_of: str) -> dict[str, object]:
    return person.json("coverage", *as_of)["gaps"]["selling_only"]


def test_selling_only_is_on_the_account_in_the_brief_and_in_the_gap_list(person: People) -> None:
    grace = person("grace")
    assert grace("init", "--me", "Grace Moreau").code == 0
    grace("account", "add", "Acme", "--tier", "strategic")
    grace("contact", "add", "Acme", "Dana Reed")
    grace("sponsor", "set", "Acme", "Grace Moreau", "--from", "2025-01-01")
    parts = ("log", "--account", "Acme", "--with", "Dana", "--kind")
    grace(*parts, "visit", "--intent", "care", "--place", "theirs", "--on", "2025-12-20")
    grace(*parts, "call", "--on", "2026-10-01")  # nobody said why: claimed neither way
    assert gap(grace, *TODAY)["count"] == 0
    assert grace.json("account", "show", "Acme", *TODAY)["selling_only"] is False
    grace(*parts, "meeting", "--intent", "sell", "--place", "ours", "--on", "2026-11-10")
    shown = grace.json("account", "show", "Acme", *TODAY)
    assert shown["selling_only"] is True
    assert (shown["last_touch"], shown["last_non_selling"]) == ("2026-11-10", "2025-12-20")
    assert shown["last_their_turf"] == "2025-12-20"
    assert (gap(grace, *TODAY)["count"], gap(grace, *TODAY)["of"]) == (1, 1)
    brief = grace("brief", "Acme", *TODAY).out
    assert "Selling only, last touch 8 days ago" in brief
    assert "last visit with no ask: 11 months" in brief
    assert "Ask for nothing today." in brief
    listed = grace("coverage", *TODAY).out.splitlines()
    assert any("No ask" in line and "Their turf" in line for line in listed)
    assert any("2025-12-20" in line for line in listed)
    grace(*parts, "coffee", "--intent", "care", "--place", "theirs", "--on", "2026-11-17")
    assert gap(grace, *TODAY)["count"] == 0
    assert "Selling only" not in grace("brief", "Acme", *TODAY).out
