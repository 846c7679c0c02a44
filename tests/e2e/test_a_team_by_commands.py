"""The journey of a team, driven only by the command line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.commands import Person, joined
from tests.sync.stores import assert_agree

People = Callable[[str], Person]


def agree(*people: Person) -> None:
    """Everybody syncs twice and knows the same."""
    for _ in range(2):
        for one in people:
            assert one("sync").code == 0
    apps = [one.app for one in people if one.app is not None]
    assert_agree(apps)
    assert_agree(apps)


@pytest.fixture
def grace(person: People) -> Person:
    grace = person("grace")
    assert grace("init", "--me", "Grace Moreau", "--function", "engineering").code == 0
    grace("account", "add", "Acme", "--tier", "strategic")
    grace("contact", "add", "Acme", "Dana Reed", "--title", "CIO")
    grace("member", "add", "Tom Okafor", "--function", "sales")
    return grace


@pytest.fixture
def two(grace: Person, person: People, place: str) -> tuple[Person, Person]:
    """Grace and Tom in one team."""
    made = grace.json("share", "create", place)
    assert (made["epoch"], made["members"][0]["name"]) == (1, "Grace Moreau")
    tom = person("tom")
    joined(grace, tom, place, "Tom Okafor")
    return grace, tom


def clash(grace: Person, tom: Person) -> None:
    """Both edit one field while they are offline."""
    grace("account", "set", "Acme", "city=Bergen")
    agree(grace, tom)
    grace("account", "set", "Acme", "city=Oslo")
    tom("account", "set", "Acme", "city=Paris")
    tom("log", "coffee with Dana at Acme yesterday, their place, happy")
    agree(grace, tom)


def test_whoever_joins_has_everything_and_is_in_the_team_once(two: tuple[Person, Person]) -> None:
    grace, tom = two
    assert [one["account"] for one in tom.json("account", "list")] == ["Acme"]
    names = [one["name"] for one in tom.json("member", "list")]
    assert sorted(names) == ["Grace Moreau", "Tom Okafor"]
    agree(grace, tom)


def test_what_both_edited_offline_is_a_conflict_that_one_settles_for_both(
    two: tuple[Person, Person],
) -> None:
    grace, tom = two
    clash(grace, tom)
    [mine] = grace.json("conflicts")
    assert (mine["mine"], mine["theirs"], mine["who"]) == ("Oslo", "Paris", "Tom Okafor")
    [theirs] = tom.json("conflicts")
    assert (theirs["id"], theirs["mine"], theirs["theirs"]) == (mine["id"], "Paris", "Oslo")
    assert (mine["record"], mine["field"], mine["before"]) == ("Acme", "city", "Bergen")
    assert grace("conflicts", "resolve", mine["id"], "--keep", "mine").code == 0
    agree(grace, tom)
    assert tom.json("conflicts") == []
    assert tom.json("account", "show", "Acme")["city"] == "Oslo"


def test_whoever_was_removed_hears_of_it_keeps_what_they_have_and_comes_back_with_a_new_code(
    two: tuple[Person, Person], place: str
) -> None:
    grace, tom = two
    [removed] = grace.json("share", "remove", "Tom Okafor")["removed"]
    assert removed["name"] == "Tom Okafor"
    tom("account", "set", "Acme", "city=Rome")
    said = tom("sync")
    assert said.code == 3
    assert "removed this laptop" in said.out
    assert tom.json("share", "status")["state"] == "removed"
    assert grace("sync").code == 0
    assert grace.json("account", "show", "Acme")["city"] is None

    code = grace.json("share", "invite", "--name", "Tom Okafor")["code"]
    back = tom.json("share", "join", place, "--code", code, "--me", "Tom Okafor")
    assert back["state"] == "waits"
    assert grace("sync").code == 0
    agree(tom, grace)
    assert grace.json("account", "show", "Acme")["city"] == "Rome"
    assert len(grace.json("member", "list")) == 2


def test_three_people_a_lost_admin_and_the_recovery_page(
    two: tuple[Person, Person], person: People, place: str, tmp_path: Path
) -> None:
    grace, tom = two
    page = tmp_path / "page.html"
    made = grace.json("share", "recovery-code", "--out", str(page))
    assert made["code"] in page.read_text()
    tom("log", "call with Dana at Acme today")
    assert tom("sync").code == 0
    mira = person("mira")
    found = mira.json("share", "join", place, "--code", made["code"], "--me", "Mira Sand")
    assert (found["state"], found["admin"]) == ("in", True)
    agree(grace, tom, mira)
    assert len(mira.json("member", "list")) == 2


def test_whoever_leaves_keeps_everything_and_is_in_no_list(two: tuple[Person, Person]) -> None:
    grace, tom = two
    assert grace.json("share", "admin", "Tom Okafor")["admin"] is True
    assert tom("sync").code == 0
    assert grace.json("share", "leave")["left"] is True
    assert grace.json("share", "status")["state"] == "alone"
    assert tom.json("sync")["alarms"] == []
    assert [one["name"] for one in tom.json("share", "members")["members"]] == ["Tom Okafor"]
    assert [one["account"] for one in grace.json("account", "list")] == ["Acme"]
