"""`debrief` and `today`: the same questions as in the window, answered by options."""

from pathlib import Path

from tests.cli.conftest import Verb

WED, THU = ("--as-of", "2026-11-18"), ("--as-of", "2026-11-19")


def test_a_visit_that_is_over_waits_is_said_and_has_minutes(team: Verb, tmp_path: Path) -> None:
    team("log", "visit Dana at Acme on 18 Nov, their place", "--as-of", "2026-11-10")
    [need] = team("today", *THU, "--json").json["needs"]
    assert (need["kind"], need["account"]) == ("debrief", "Acme")
    assert len(team("debrief", "list", *THU, "--json").json) == 1
    saved = team(
        *("debrief", "save", "Acme", "--intent", "care", "--mood", "negative"),
        *("--bad-news", "The crane stops", "--severity", "2", "--promise", "a spare key by Fri"),
        *("--theirs", "the logs by 3 Dec", "--next", "2026-12-09", "--note", "Nordlift was there"),
        *(*THU, "--json"),
    ).json
    assert saved["note"] == "Nordlift was there\nBad news: The crane stops"
    assert "Nordlift" not in saved["minutes"]
    assert "crane" not in saved["minutes"]
    assert team("debrief", "list", *THU, "--json").json == []
    [problem] = team("issue", "list", "--json").json
    assert problem["severity"] == 2
    paper = tmp_path / "minutes.md"
    assert team("debrief", "minutes", "Acme", "--out", str(paper), *THU).code == 0
    assert paper.read_text() == saved["minutes"]
    assert "- the logs, by Thu 3 Dec" in paper.read_text()
    assert team("undo").code == 0
    assert team("issue", "list", "--json").json == []
    assert len(team("debrief", "list", *THU, "--json").json) == 1


def test_what_cannot_be_debriefed_is_refused_and_nothing_is_saved(
    team: Verb, tmp_path: Path
) -> None:
    assert team("debrief", "save", "Acme", *WED).code == 1
    team("log", "visit Dana at Acme on 30 Nov", *WED)
    plan = team("account", "show", "Acme", *WED, "--json").json["planned"][0]["id"]
    ahead = team("debrief", "save", plan, *WED, "--json").json["error"]
    assert "a day to come" in ahead["message"]
    late = ("--as-of", "2026-12-01")
    for wrong in (("--severity", "7"), ("--next", "2026-11-30"), ("--mood", "blue")):
        said = team("debrief", "save", "Acme", *wrong, *late, "--json")
        assert said.code == 1
    assert team("debrief", "save", "Acme", *late).code == 0
    again = team("debrief", "save", plan, *late, "--json").json["error"]
    assert "no longer planned" in again["message"]
    out = team("debrief", "minutes", "Acme", "--out", str(tmp_path / "x.docx"), *late)
    assert out.code == 1
    assert not (tmp_path / "x.docx").exists()
