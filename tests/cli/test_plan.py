"""`plan`: who should see whom, within a week's room, accepted as one step, taken along as a calendar."""

from pathlib import Path

from tests.cli.conftest import Verb

AS_OF = ("--as-of", "2026-11-18")


def filled(do: Verb) -> Verb:
    """Grace owns Acme, never met, and Bolt in the same city; Zenith is nobody's."""
    do("account", "set", "Acme", "city=Bergen")
    do("account", "add", "Bolt", "--tier", "key", "--city", "Bergen")
    do("account", "add", "Zenith", "--tier", "key")
    do("sponsor", "set", "Bolt", "Grace", "--from", "2026-01-01")
    return do


def test_those_of_one_city_are_seen_on_one_day_and_accepted_as_one_step(
    team: Verb, tmp_path: Path
) -> None:
    do = filled(team)
    found = do("plan", "--weeks", "4", *AS_OF, "--json").json
    assert [(one["account"], one["on"], one["member"]) for one in found["visits"]] == [
        ("Acme", "2026-11-19", "Grace Moreau"),
        ("Bolt", "2026-11-19", "Grace Moreau"),
    ]
    assert "in Bergen that day anyway" in str(found["visits"])
    assert (found["covered_without"], found["covered_with"], found["with_cadence"]) == (0, 2, 3)
    assert found["unowned"] == 1
    calendar = tmp_path / "plan.ics"
    done = do("plan", "--apply", "--out", str(calendar), *AS_OF)
    assert (done.code, "Planned 2 visits" in done.out) == (0, True)
    assert calendar.read_text("utf-8").count("BEGIN:VEVENT") == 2
    assert do("plan", *AS_OF, "--json").json["visits"] == []
    [planned] = do("account", "show", "Acme", *AS_OF, "--json").json["planned"]
    assert (planned["kind"], planned["place"]) == ("visit", "theirs")
    do("undo")
    assert len(do("plan", *AS_OF, "--json").json["visits"]) == 2


def test_one_is_accepted_by_name_and_what_does_not_fit_is_left_over(team: Verb) -> None:
    do = filled(team)
    for number in range(9):
        do("account", "add", f"Account {number}", "--tier", "standard")
        do("sponsor", "set", f"Account {number}", "Grace", *AS_OF)
    found = do("plan", "--weeks", "4", "--per-week", "1", "--apply", *AS_OF, "--json")
    assert found.code == 3
    assert len(found.json["visits"]) < 11
    assert found.json["left_over"][0]["reason"] == "their weeks are full"
    do("undo")
    one = do("plan", "--accept", "Bolt", *AS_OF, "--json").json
    assert [visit["account"] for visit in one["visits"] if visit["accepted"]] == ["Bolt"]


def test_a_visit_is_put_on_another_day_before_it_is_accepted(team: Verb) -> None:
    do = filled(team)
    moved = do("plan", "--move", "Bolt", "2026-11-24", "--accept", "Bolt", *AS_OF, "--json").json
    days = [(one["account"], one["on"], one["accepted"]) for one in moved["visits"]]
    assert days == [("Acme", "2026-11-19", False), ("Bolt", "2026-11-24", True)]
    assert (
        do("account", "show", "Bolt", *AS_OF, "--json").json["planned"][0]["date"] == "2026-11-24"
    )
    for account, day in (("Acme", "2026-11-17"), ("Acme", "2027-11-17"), ("Zenith", "2026-11-24")):
        assert do("plan", "--move", account, day, *AS_OF).code == 1


def test_what_cannot_be_planned_is_refused_and_nobody_to_see_is_said(do: Verb) -> None:
    do("init", "--me", "Grace Moreau", "--unencrypted")
    assert "Nobody needs to be seen" in do("plan", *AS_OF).out
    assert do("plan", "--weeks", "5", *AS_OF).code == 1
    assert do("plan", "--per-week", "0", *AS_OF).code == 1
    assert do("plan", "--out", "plan.txt", *AS_OF).code == 1
