"""Reminders of planned visits from the command line."""

from tests.cli.conftest import Verb


def test_a_reminder_is_set_listed_and_taken_off(team: Verb) -> None:
    team("log", "visit at Acme next Monday", "--as-of", "2026-11-18")
    [plan] = [one["id"] for one in team("account", "show", "Acme", "--json").json["planned"]]
    assert team("remind", "set", plan, "--when", "evening").code == 0
    [row] = team("remind", "list", "--json").json
    assert (row["id"], row["when"], row["account"]) == (plan, "evening", "Acme")
    assert row["at"].endswith("T18:00")
    assert team("remind", "off", plan).code == 0
    nothing = team("remind", "off", plan)
    assert (nothing.code, "Nobody was to be reminded" in nothing.err) == (1, True)
    assert team("remind", "list", "--json").json == []
    unknown = team("remind", "set", plan, "--when", "never")
    assert (unknown.code, "reminder" in unknown.err) == (1, True)
