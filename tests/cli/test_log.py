"""The log line: nothing that was typed is dropped in silence, and what cannot be saved says why."""

import pytest

from tests.cli.conftest import Verb

AS_OF = ("--as-of", "2026-11-18")


@pytest.fixture
def teams(team: Verb) -> Verb:
    """Acme with Dana Reed, and the electricity works of the Rhône with Anne-Sophie."""
    team("account", "add", "Société d'Électricité du Rhône")
    team("contact", "add", "Rhône", "Anne-Sophie Lefèvre")
    return team


def test_a_name_nobody_knows_is_said_and_not_dropped(team: Verb) -> None:
    line = "meeting with Dana and Peter Zorn at Acme yesterday, zorkblatt"
    said = team("log", line, *AS_OF, "--json").json
    assert said["contacts"] == ["Dana Reed"]
    assert said["unknown_people"] == ["Peter Zorn"]
    assert "Peter Zorn" in said["unparsed"]
    assert "zorkblatt" in said["unparsed"]
    assert "Peter Zorn" in team("log", line, *AS_OF, "--dry-run").out


def test_people_of_two_accounts_are_refused_with_both_named(teams: Verb) -> None:
    said = teams("log", "call with Dana Reed and Anne-Sophie yesterday", *AS_OF, "--json")
    assert said.code == 1
    assert "Dana Reed (Acme)" in said.json["error"]["message"]
    assert "Anne-Sophie" in said.json["error"]["message"]
    assert "at which account" in said.json["error"]["next"]


def test_an_account_is_known_by_a_later_part_of_its_name(teams: Verb) -> None:
    said = teams("log", "visite chez Rhône hier avec Anne-Sophie", *AS_OF, "--json").json
    assert said["account"] == "Société d'Électricité du Rhône"
    assert said["contacts"] == ["Anne-Sophie Lefèvre"]
    teams("account", "add", "Port du Rhône")
    said = teams("log", "visite chez Rhône hier", *AS_OF, "--json")
    assert said.json["error"]["code"] == "ambiguous"


def test_a_line_and_parts_together_are_refused_instead_of_dropping_the_parts(team: Verb) -> None:
    said = team("log", "coffee with Dana", "--place", "ours", "--with", "Tom", *AS_OF)
    assert said.code == 1
    assert "--place" in said.err
    assert "--with" in said.err
    assert team("account", "show", "Acme", "--json").json["interactions_total"] == 0


def test_several_people_of_theirs_and_ours_are_given_after_one_with(team: Verb) -> None:
    parts = ("log", "--kind", "visit", "--account", "Acme", "--with", "Dana", "Tom")
    said = team(*parts, *AS_OF, "--json").json
    assert said["contacts"] == ["Dana Reed"]
    assert said["members"] == ["Grace Moreau", "Tom Okafor"]
    assert said["state"] == "held"
    nobody = team("log", "--kind", "visit", "--account", "Acme", "--with", "Zed")
    assert nobody.code == 1
    assert "Zed" in nobody.err


def test_a_dry_run_says_what_it_would_be(team: Verb) -> None:
    said = team("log", "coffee with Dana at Acme on 3 December", *AS_OF, "--dry-run")
    assert "Not saved: planned coffee with Acme" in said.out


def test_what_is_only_meant_is_planned_and_restarts_no_clock(team: Verb) -> None:
    said = team("log", "I will call Dana on Friday", *AS_OF, "--json").json
    assert (said["state"], said["kind"], said["date"]) == ("planned", "call", "2026-11-20")
    assert said["promises"] == []
    later = team("log", "need to call Dana", *AS_OF, "--dry-run").out
    assert "Not saved: planned call with Acme, today" in later


def test_a_brief_takes_several_people_after_one_with(team: Verb) -> None:
    team("contact", "add", "Acme", "May Chen")
    said = team("brief", "Acme", "--with", "Dana", "May", *AS_OF).out
    assert "Dana Reed" in said
    assert "May Chen" in said


def test_what_was_learned_is_a_fact_of_the_contact_with_its_day_and_source(team: Verb) -> None:
    line = "coffee with Dana at Acme yesterday, learned: her daughter studies in Lyon, happy"
    said = team("log", line, *AS_OF, "--json").json
    assert said["facts"] == [{"text": "Daughter studies in Lyon", "contact": "Dana Reed"}]
    assert (said["kind"], said["sentiment"], said["unparsed"]) == ("coffee", "positive", None)
    alone = team("log", "Dana likes rowing", *AS_OF, "--json").json
    assert (alone["interaction_id"], alone["kind"]) == (None, None)
    page = team("account", "show", "Acme", "--json").json
    assert page["interactions_total"] == 1
    assert {(one["text"], one["contact"], one["on"], one["source"]) for one in page["facts"]} == {
        ("Daughter studies in Lyon", "Dana Reed", "2026-11-17", "coffee, 2026-11-17"),
        ("Likes rowing", "Dana Reed", "2026-11-18", "log line"),
    }
    team("undo")
    team("undo")
    assert team("account", "show", "Acme", "--json").json["facts"] == []


def test_a_line_that_tells_what_is_nobodys_business_saves_nothing(team: Verb) -> None:
    said = team("log", "coffee with Dana at Acme, she is pregnant", *AS_OF)
    assert said.code == 1
    assert "health" in said.err
    assert "Write what to do instead" in said.err
    page = team("account", "show", "Acme", "--json").json
    assert (page["interactions_total"], page["facts"]) == (0, [])
