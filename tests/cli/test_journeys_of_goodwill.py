"""Pulses, references, events and reach-outs from the command line to the brief and to coverage."""

import csv
from pathlib import Path
from typing import Any

from tests.cli.conftest import Verb

AS_OF = ("--as-of", "2026-11-18")


def brief(do: Verb, *more: str) -> str:
    return " ".join(do("brief", "Acme", *AS_OF, *more).out.split())


def coverage_row(do: Verb) -> Any:
    return next(
        row for row in do("coverage", *AS_OF, "--json").json["rows"] if row["account"] == "Acme"
    )


def test_a_detractor_is_asked_within_48_hours_and_the_account_shows_health_in_parts(
    team: Verb,
) -> None:
    team("pulse", "add", "Acme", "9", "--contact", "Dana", "--on", "2026-10-01", *AS_OF)
    said = team(
        *("pulse", "add", "Acme", "4", "--contact", "Dana", "--quote", "Nobody rang us."),
        *("--source", "call", *AS_OF, "--json"),
    ).json
    assert said["voice"] == "detractor"

    promise = team("promise", "list", "--open", *AS_OF, "--json").json[0]
    assert promise["id"] == said["follow_up"]
    assert (promise["text"], promise["due"]) == (
        "Ask Dana Reed what is behind the 4 of 10",
        "2026-11-20",
    )
    team("pulse", "add", "Acme", "3", "--contact", "Dana", *AS_OF)
    assert len(team("promise", "list", "--open", *AS_OF, "--json").json) == 1

    assert "Pulse fell from 9 to 3" in brief(team)
    assert "Ours: Ask Dana Reed what is behind the 4 of 10" in brief(team)
    parts = team("account", "show", "Acme", *AS_OF, "--json").json["health"]
    assert {part["part"]: (part["state"], part["on"]) for part in parts}["pulse"] == (
        "bad",
        "2026-11-18",
    )
    listed = team("pulse", "list", "Acme", *AS_OF, "--json").json
    assert [one["voice"] for one in listed] == ["detractor", "detractor", "promoter"]


def test_our_own_feeling_opens_no_follow_up_and_says_what_it_weighs(team: Verb) -> None:
    team("pulse", "add", "Acme", "8", "--contact", "Dana", *AS_OF)
    said = team("pulse", "add", "Acme", "2", "--source", "own feeling", *AS_OF, "--json").json
    assert said["follow_up"] is None
    parts = team("account", "show", "Acme", *AS_OF, "--json").json["health"]
    felt = next(part for part in parts if part["part"] == "feeling")
    assert felt["words"] == "2 of 10, ours; weighs 15 % beside what they said"


ASK = ("reference", "request", "Acme", "--requester", "Tom Okafor", "--deal", "Globex", "--use")
AGREED = ("reference", "set", "Dana Reed", "--scope", "call,quote", "--approved-by", "Grace Moreau")


def test_a_reference_locks_itself_warns_who_counts_on_it(team: Verb) -> None:
    team("pulse", "add", "Acme", "9", "--contact", "Dana", "--on", "2026-11-10", *AS_OF)
    agreed = team(
        *("reference", "set", "Dana Reed", "--scope", "call,quote", "--until", "2027-06-30"),
        *("--approved-by", "Grace Moreau", "--from", "2026-11-10", *AS_OF, "--json"),
    ).json
    assert (agreed["state"], agreed["locked_because"]) == ("free", [])

    fits = team(*ASK, "call", *AS_OF, "--json").json
    assert (fits["state"], fits["in_scope"], fits["uses_this_quarter"]) == ("in_scope", True, 0)
    beyond = team(*ASK, "visit", *AS_OF, "--json").json
    assert (beyond["state"], beyond["in_scope"]) == ("out_of_scope", False)
    assert "Reference: Dana Reed for call, quote; used 0 of 2 times this quarter." in brief(team)

    team("issue", "open", "Acme", "Line down", "--severity", "1", *AS_OF)
    listed = team("reference", "list", *AS_OF, "--json").json[0]
    assert listed["locked_because"] == ["Sev 1 open: Line down"]
    assert listed["tell"] == ["Tom Okafor"]
    assert "Reference: Dana Reed, locked: Sev 1 open: Line down." in brief(team)
    needs = team("today", *AS_OF, "--json").json["needs"]
    assert [one["title"] for one in needs if one["kind"] == "reference"] == [
        "Tell Tom Okafor: Dana Reed is locked"
    ]
    assert team(*ASK, "quote", *AS_OF, "--json").json["state"] == "locked"
    refused = team("reference", "approve", fits["id"], *AS_OF)
    assert refused.code == 1
    assert "locked: Sev 1 open: Line down. Nothing was approved." in refused.err
    assert team("reference", "hold", fits["id"], *AS_OF, "--json").json["state"] == "locked"
    assert team("reference", "list", *AS_OF, "--json").json[0]["tell"] == []


def test_a_reference_that_was_locked_is_asked_again_before_it_speaks(team: Verb) -> None:
    team("pulse", "add", "Acme", "9", "--contact", "Dana", "--on", "2026-11-10", *AS_OF)
    team(*AGREED, "--from", "2026-11-10", *AS_OF)
    wish = team(*ASK, "call", *AS_OF, "--json").json["id"]
    team("issue", "open", "Acme", "Line down", "--severity", "1", *AS_OF)
    team("issue", "resolve", "1", "New relay", *AS_OF)
    listed = team("reference", "list", *AS_OF, "--json").json[0]
    assert listed["locked_because"] == ["Sev 1 was solved 18 Nov: ask them again"]
    assert team(*AGREED, *AS_OF, "--json").json["state"] == "free"

    team("reference", "approve", wish, *AS_OF)
    spoke = team("reference", "used", wish, "--outcome", "They signed.", *AS_OF, "--json").json
    assert (spoke["state"], spoke["outcome"], spoke["uses_this_quarter"]) == (
        "used",
        "They signed.",
        1,
    )
    team("reference", "log-call", "Dana Reed", "--caller", "Initech", *AS_OF)
    listed = team("reference", "list", *AS_OF, "--json").json[0]
    assert listed["locked_because"] == ["used 2 of 2 times this quarter"]
    assert "Initech called Dana Reed today, and nobody approved it." in brief(team)
    assert coverage_row(team)["open_sev12"] == 0


def test_what_cannot_be_agreed_on_is_refused_and_changes_nothing(team: Verb) -> None:
    ends = ("reference", "set", "Dana Reed", "--scope", "call", "--approved-by", "me", "--until")
    said = team(*ends, "2026-01-01", *AS_OF)
    assert said.code == 1
    assert "It would end on 2026-01-01, before it begins on 2026-11-18." in said.err
    assert (
        team("reference", "set", "Dana Reed", "--scope", "dance", "--approved-by", "me").code == 1
    )
    assert team("reference", "list", "--json").json == []
    nobody = team(
        "reference", "request", "Acme", "--use", "call", "--requester", "Ann", "--json"
    ).json
    assert (nobody["state"], nobody["reference_id"]) == ("out_of_scope", None)


def test_the_guideline_is_one_page_to_give_away(team: Verb, tmp_path: Path) -> None:
    team(
        "reference",
        "set",
        "Dana Reed",
        "--scope",
        "call,quote",
        "--approved-by",
        "Tom Okafor",
        *AS_OF,
    )
    page = tmp_path / "guideline.html"
    assert team("reference", "guideline", "Dana Reed", "--out", str(page), *AS_OF).code == 0
    text = page.read_text(encoding="utf-8")
    assert "A call of up to 30 minutes" in text
    assert "Tell Tom Okafor." in text
    assert "A visit at your place" not in text
    paper = tmp_path / "guideline.pdf"
    assert team("reference", "guideline", "Dana Reed", "--out", str(paper), *AS_OF).code == 0
    assert paper.read_bytes().count(b"/Type /Page\n") == 1
    assert team("reference", "guideline", "Dana Reed", "--out", "x.doc", *AS_OF).code == 1


def test_who_came_was_touched_and_is_told_what_came_of_what_they_said(team: Verb) -> None:
    assert coverage_row(team)["coverage"] == "never_met"
    day = ("--kind", "focus-group", "--on", "2026-11-10", "--place", "neutral")
    assert team("event", "add", "Users’ round", *day, *AS_OF, "--json").json["number"] == 1
    team("event", "invite", "1", "Dana Reed", "Tom Okafor", *AS_OF)
    team("event", "reply", "1", "Dana Reed", "--answer", "yes", *AS_OF)
    came = team("event", "attended", "1", "Dana Reed", "me", *AS_OF, "--json").json
    assert (came["attended"], came["accounts"]) == (1, 1)
    team("event", "spoke", "1", "Dana Reed", "--share", "60", *AS_OF)
    shared = team("event", "spoke", "1", "me", "--share", "20", *AS_OF, "--json").json
    assert shared["speaking"] == {"theirs": 75, "ours": 25, "noted": 2, "came": 2}

    row = coverage_row(team)
    assert (row["coverage"], row["last_touch"]) == ("covered", "2026-11-10")
    assert (row["last_face_to_face"], row["last_non_selling"]) == ("2026-11-10", "2026-11-10")

    theme = ("event", "theme", "1", "Alarms at night")
    quoted = (*theme, "--quote", "I sleep badly.", "--by", "Dana Reed")
    team(*quoted, *AS_OF)
    early = team(*theme, "--told", "2026-11-12", *AS_OF)
    assert early.code == 1
    assert "Nobody has said yet what we did about it." in early.err
    team("issue", "open", "Acme", "Alarm storms", "--severity", "3", *AS_OF)
    did = team(*theme, "--did", "The filter shipped.", "--issue", "1", *AS_OF, "--json").json
    assert (did["not_told"], did["said"][0]["issue"]) == (1, 1)
    assert "Tell them what came of “Alarms at night”: The filter shipped." in brief(team)
    told = team(*theme, "--told", "2026-11-16", *AS_OF, "--json").json
    assert (told["not_told"], len(told["said"])) == (0, 1)
    assert "told Dana Reed on 2026-11-16" in team("event", "show", "1", *AS_OF).out
    assert "Tell them what came of" not in brief(team)

    team("undo", *AS_OF)
    assert team("event", "list", *AS_OF, "--json").json[0]["not_told"] == 1


def test_somebody_else_than_who_said_it_may_be_told(team: Verb) -> None:
    team("event", "add", "Board", "--kind", "board", "--on", "2026-11-10", *AS_OF)
    team("contact", "add", "Acme", "Sam Ortiz")
    theme = ("event", "theme", "1", "Alarms", "--by", "Dana Reed", "--did", "Fixed it")
    assert "nobody said when" in team(*theme, "--whom", "Sam Ortiz", *AS_OF).err
    team(*theme, "--told", "2026-11-17", "--whom", "Sam Ortiz", *AS_OF)
    assert "told Sam Ortiz on 2026-11-17" in team("event", "show", "1", *AS_OF).out


def test_nobody_has_come_to_what_is_still_ahead(team: Verb) -> None:
    absurd = team("event", "add", "Board", "--kind", "board", "--on", "0001-01-01", *AS_OF)
    assert (absurd.code, "cannot be meant" in absurd.err) == (1, True)
    team("event", "add", "Board", "--kind", "board", "--on", "2026-12-10", *AS_OF)
    early = team("event", "attended", "1", "Dana Reed", *AS_OF)
    assert early.code == 1
    assert "nobody has come yet" in early.err
    team("event", "invite", "1", "Dana Reed", *AS_OF)
    assert "Ask whether they come to the advisory board, Thu 10 Dec: Board." in brief(team)


def test_a_pasted_list_says_what_became_of_every_line(team: Verb, tmp_path: Path) -> None:
    team("event", "add", "Webinar", "--kind", "webinar", "--on", "2026-12-10", *AS_OF)
    pasted = tmp_path / "list.txt"
    pasted.write_text("Dana <dana@acme.example>\nDANA@ACME.example\nx@@y\nwho@nowhere.example\n")
    said = team("event", "invite", "1", "--from", str(pasted), *AS_OF, "--json")
    assert said.code == 3
    assert said.json["new"] == 1
    assert [one["line"] for one in said.json["duplicates"]] == [2]
    assert [one["text"] for one in said.json["bad"]] == ["x@@y"]
    assert [one["reason"] for one in said.json["unknown"]] == ["is nobody on file"]
    assert team("event", "invite", "1", "--from", str(tmp_path / "none.txt")).code == 1

    sheet = tmp_path / "invited.csv"
    assert team("event", "export", "1", "--out", str(sheet)).code == 0
    with sheet.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["Full Name"], row["Email"]) for row in rows] == [
        ("Dana Reed", "dana@acme.example")
    ]


def test_a_reach_out_done_is_a_touch_with_no_ask_and_a_proactive_one(team: Verb) -> None:
    team("account", "add", "Bolt", "--tier", "standard")
    added = team(
        *(
            "reach-out",
            "add",
            "Prices fall",
            "--because",
            "They pay 8 % less.",
            "--tier",
            "strategic",
        ),
        *("--template", "Dear {contact}, {because} {me}", *AS_OF, "--json"),
    ).json
    assert (added["fits"], added["open"]) == (1, 1)
    assert "Tell them: Prices fall. They pay 8 % less." in brief(team)
    note = team("reach-out", "note", "prices", "Acme", *AS_OF, "--json").json
    assert note == {
        "to": "dana@acme.example",
        "subject": "Prices fall",
        "text": "Dear Dana Reed, They pay 8 % less. Grace Moreau",
    }
    team("log", "call with Dana at Acme yesterday, fix", *AS_OF)
    done = ("reach-out", "done", "prices", "Acme", "--contact", "Dana Reed", "--outcome", "Thanks!")
    assert team(*done, *AS_OF, "--json").json["done"] == 1
    again = team(*done, *AS_OF)
    assert again.code == 1
    assert "Grace Moreau told Acme on 2026-11-18." in again.err

    row = coverage_row(team)
    assert (row["last_touch"], row["last_non_selling"]) == ("2026-11-18", "2026-11-18")
    assert "Tell them: Prices fall" not in brief(team)
    ratio = team("reach-out", "ratio", "--sponsor", "Grace Moreau", *AS_OF, "--json").json
    assert (ratio["proactive"], ratio["proactive"] + ratio["reactive"] + ratio["left_out"]) == (
        1,
        2,
    )
    team("undo", *AS_OF)
    assert team("reach-out", "list", *AS_OF, "--json").json[0]["open"] == 1


def test_a_reach_out_can_be_skipped_with_a_reason(team: Verb) -> None:
    team("reach-out", "add", "Article", "--because", "It helps.", *AS_OF)
    skipped = ("reach-out", "skip", "Article", "Acme", "--reason", "They wrote it.")
    assert team(*skipped, *AS_OF, "--json").json["skipped"] == 1
    assert coverage_row(team)["last_touch"] is None


def test_coverage_counts_how_they_feel_who_speaks_for_us_and_who_starts(team: Verb) -> None:
    team("pulse", "add", "Acme", "3", "--contact", "Dana", "--on", "2026-10-01", *AS_OF)
    team("pulse", "add", "Acme", "9", "--contact", "Dana", "--on", "2026-10-02", *AS_OF)
    team(*AGREED, *AS_OF)
    found = team("coverage", *AS_OF, "--json").json["goodwill"]
    assert found["pulse"] == {
        "asked": 1,
        "promoters": 1,
        "passives": 0,
        "detractors": 0,
        "stale": 1,
    }
    assert found["references"] == {"agreed": 1, "locked": 1, "not_kept_happy": 1}
    assert found["touches"] == {"proactive": 0, "reactive": 0, "left_out": 0}
    assert "references: 0 of 1 free, nobody keeps 1 happy" in team("coverage", *AS_OF).out


def test_lists_of_nothing_are_empty_lists(team: Verb) -> None:
    for verb in ("reference list", "event list", "reach-out list", "reference requests"):
        said = team(*verb.split(), "--json")
        assert (said.code, said.json) == (0, [])
