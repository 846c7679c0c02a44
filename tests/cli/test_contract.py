"""The command line is a contract: names, keys and exit codes that others script against."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Verb

AS_OF = ("--as-of", "2026-11-18")
COFFEE = "coffee with Dana at Acme yesterday, their place, happy, promised pricing by Fri"


def test_init_names_the_profile_the_member_and_the_device(do: Verb, profile: Path) -> None:
    said = do("init", "--me", "Grace Moreau", "--team", "Northwind", "--unencrypted", "--json")
    assert said.code == 0
    assert said.json["profile"] == str(profile)
    assert {"member_id", "device_id"} <= set(said.json)
    assert said.json["encrypted"] is False


def test_without_key_store_and_passphrase_nothing_is_made_in_plain_text(
    do: Verb, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    said = do("init", "--me", "Grace", "--json")
    assert said.code == 1
    assert said.json["error"]["code"] == "key_store"
    assert "--passphrase-file" in said.json["error"]["next"]
    assert not (profile / "store.db").exists()


def test_a_log_line_becomes_everything_it_says(team: Verb) -> None:
    said = team("log", COFFEE, *AS_OF, "--json").json
    assert said["kind"] == "coffee"
    assert said["date"] == "2026-11-17"
    assert said["account"] == "Acme"
    assert said["contacts"] == ["Dana Reed"]
    assert said["members"] == ["Grace Moreau"]
    assert said["place"] == "theirs"
    assert said["sentiment"] == "positive"
    assert said["promises"] == [{"text": "pricing", "direction": "ours", "due": "2026-11-20"}]
    assert said["next_date"] is None
    assert said["unparsed"] is None
    assert said["interaction_id"]


def test_a_dry_run_says_and_saves_nothing(team: Verb) -> None:
    said = team("log", COFFEE, *AS_OF, "--dry-run", "--json").json
    assert said["interaction_id"] is None
    assert team("account", "show", "Acme", "--json").json["interactions_total"] == 0


def test_what_is_not_understood_is_kept_and_reported(team: Verb) -> None:
    said = team("log", "call with Dana, zorkblatt frobnicated", *AS_OF, "--json").json
    assert "zorkblatt" in said["summary"]
    assert "zorkblatt" in said["unparsed"]


def test_an_interaction_can_be_logged_by_its_parts(team: Verb) -> None:
    said = team(
        *("log", "--kind", "visit", "--account", "Acme", "--with", "Dana", "--on", "2026-11-16"),
        *("--place", "theirs", "--intent", "care", "--promise", "send logs by 2026-11-30"),
        *("--next", "2026-12-03", *AS_OF, "--json"),
    ).json
    assert said["promises"] == [{"text": "send logs", "direction": "ours", "due": "2026-11-30"}]
    assert (said["intent"], said["next_date"]) == ("care", "2026-12-03")


def test_two_danas_are_refused_with_both_named(team: Verb) -> None:
    team("account", "add", "Zenith")
    team("contact", "add", "Zenith", "Dana Novak")
    said = team("log", "coffee with Dana yesterday", *AS_OF, "--json")
    assert said.code == 1
    assert said.json["error"]["code"] == "ambiguous"
    assert "Dana Reed" in said.json["error"]["message"]
    assert "Dana Novak" in said.json["error"]["message"]


def test_a_line_that_names_nobody_is_refused_with_an_example(team: Verb) -> None:
    said = team("log", "had a nice day", "--json")
    assert said.code == 1
    assert "coffee with Dana at Acme" in said.json["error"]["next"]


def test_an_unknown_account_is_offered_to_be_added(team: Verb) -> None:
    said = team("log", "visit at Umbrella yesterday", "--json")
    assert said.code == 1
    assert "account add" in said.json["error"]["next"]


def test_an_issue_goes_through_its_life(team: Verb) -> None:
    opened = team(
        "issue", "open", "Acme", "Invoices arrive twice", "--severity", "2", *AS_OF, "--json"
    ).json
    assert (opened["number"], opened["severity"], opened["status"]) == (1, 2, "open")
    assert (opened["level"], opened["next_update_due"]) == ("account_lead", "2026-11-20")
    later = ("--as-of", "2026-11-19", "--json")
    told = team("issue", "update", "1", "We found the double run", *later).json
    assert told["next_update_due"] == "2026-11-21"
    lifted = team(
        "issue", "escalate", opened["id"], "--to", "Tom", "--reason", "third time", *later
    ).json
    assert (lifted["level"], lifted["owner"]) == ("sponsor", "Tom Okafor")
    solved = team("issue", "resolve", "#1", "Job runs once now", *later).json
    assert (solved["status"], solved["resolved"]) == ("resolved", "2026-11-19")
    assert team("issue", "list", "--open", "--json").json == []
    again = team("issue", "resolve", "1", "twice", "--json")
    assert again.code == 1
    assert "resolved" in again.json["error"]["message"]


def test_the_radius_names_who_has_probably_heard_and_why(team: Verb) -> None:
    team("issue", "open", "Acme", "Crane stops", "--severity", "1", *AS_OF)
    [dana] = team("issue", "radius", "1", *AS_OF, "--json").json
    assert dana["contact"] == "Dana Reed"
    assert "works there" in dana["because"]
    assert dana["called"] is None
    team("log", "called Dana at Acme today", *AS_OF)
    assert team("issue", "radius", "1", *AS_OF, "--json").json[0]["called"] == "2026-11-18"


def test_a_promise_is_unowned_until_somebody_accepts_it(team: Verb) -> None:
    made = team(
        "promise", "add", "Acme", "Send pricing", "--due", "2026-11-20", *AS_OF, "--json"
    ).json
    assert (made["unowned"], made["state"], made["owner"]) == (True, "open", None)
    taken = team("promise", "accept", "1", "--as", "Tom", *AS_OF, "--json").json
    assert (taken["unowned"], taken["owner"]) == (False, "Tom Okafor")
    late = team("promise", "list", "--overdue", "--as-of", "2026-11-22", "--json").json
    assert [one["state"] for one in late] == ["late"]
    assert team("promise", "keep", "1", *AS_OF, "--json").json["state"] == "kept"
    assert team("promise", "list", "--open", "--json").json == []
    theirs = team(
        "promise", "add", "Acme", "Share logs", "--due", "2026-11-23", "--theirs", "--json"
    ).json
    assert theirs["direction"] == "theirs"
    dropped = team("promise", "drop", "2", "--reason", "no longer needed", "--json").json
    assert (dropped["state"], dropped["reason"]) == ("dropped", "no longer needed")


def test_coverage_prints_every_key_with_its_denominators(team: Verb) -> None:
    team("account", "add", "No Tier")
    team("log", COFFEE, *AS_OF)
    said = team("coverage", *AS_OF, "--json").json
    assert set(said["totals"]) == {
        *("accounts", "with_cadence", "covered", "due", "overdue"),
        *("never_met", "no_cadence", "unsponsored"),
    }
    assert said["totals"]["accounts"] == 2
    assert said["totals"]["with_cadence"] == said["totals"]["covered"] == 1
    assert said["totals"]["unsponsored"] == 1
    assert said["members_without_account"] == ["Tom Okafor"]
    [row] = [row for row in said["rows"] if row["account"] == "Acme"]
    assert row == row | {
        "tier": "strategic",
        "status": "customer",
        "sponsor": "Grace Moreau",
        "lead": None,
        "coverage": "covered",
        "last_touch": "2026-11-17",
        "days_since": 1,
        "last_face_to_face": "2026-11-17",
        "last_their_turf": "2026-11-17",
        "next_planned": None,
        "open_sev12": 0,
    }
    assert said["left_out"] == [
        {"what": "accounts", "count": 1, "reason": "no tier and no cadence of their own"}
    ]
    assert said["devices"][0]["last_synced"] is None


def test_the_same_day_looked_at_later_is_due_then_overdue(team: Verb) -> None:
    team("log", COFFEE, *AS_OF)
    states = [
        team("coverage", "--as-of", day, "--json").json["rows"][0]["coverage"]
        for day in ("2026-11-18", "2027-01-02", "2027-02-16", "2026-11-01")
    ]
    assert states == ["covered", "due", "overdue", "never_met"]


def test_a_brief_cites_a_record_in_every_line(team: Verb) -> None:
    team("issue", "open", "Acme", "Invoices arrive twice", "--severity", "2", *AS_OF)
    team("log", COFFEE, *AS_OF)
    team("fact", "add", "Dana", "Her daughter starts at NTNU", "--source", "Dana", *AS_OF)
    said = team("brief", "Acme", *AS_OF, "--json").json
    assert said["as_of"].startswith("2026-11-18")
    assert said["sections"][0]["title"] == "Bad news"
    assert all(line["record"] and line["text"] for s in said["sections"] for line in s["lines"])
    text = team("brief", "Acme", *AS_OF).out
    assert "Invoices arrive twice" in text
    assert "NTNU" in text


@pytest.mark.parametrize("ending", ["pdf", "html", "md", "txt"])
def test_a_brief_is_written_in_the_form_its_name_asks_for(
    team: Verb, tmp_path: Path, ending: str
) -> None:
    said = team("brief", "Acme", "--out", f"brief.{ending}", "--json")
    assert Path(said.json["file"]).name == f"brief.{ending}"
    content = (tmp_path / f"brief.{ending}").read_bytes()
    assert content.startswith(b"%PDF") if ending == "pdf" else "Acme" in content.decode()


def test_another_ending_is_refused_and_names_the_possible_ones(team: Verb, tmp_path: Path) -> None:
    said = team("brief", "Acme", "--out", "brief.docx", "--json")
    assert said.code == 1
    assert ".pdf, .html, .md or .txt" in said.json["error"]["message"]
    assert not (tmp_path / "brief.docx").exists()


def test_find_names_the_field_that_matched(team: Verb) -> None:
    [hit] = team("find", "06 28 12", "--json").json
    assert set(hit) == {"kind", "id", "title", "account", "field", "snippet", "score"}
    assert (hit["kind"], hit["title"], hit["field"]) == ("account", "Acme", "phone")
    assert team("find", "zzyzx", "--json").json == []


def test_history_and_undo_tell_who_did_what(team: Verb) -> None:
    team("account", "set", "Acme", "city=Bergen", "tier=key")
    entry = team("history", "Acme", "--json").json[0]
    assert entry["member"] == "Grace Moreau"
    assert {"field": "tier", "before": "strategic", "after": "key"} in entry["fields"]
    undone = team("undo", "--json").json
    assert (undone["title"], undone["reversed"]) == ("Changed Acme", 1)
    assert team("account", "show", "Acme", "--json").json["tier"] == "strategic"
    assert team("undo", "--redo").code == 0
    assert team("account", "show", "Acme", "--json").json["tier"] == "key"
    steps = team("undo", "--list", "--json").json
    assert steps[0]["title"] == "Changed Acme"


def test_merging_moves_everything_and_undo_parts_them_again(team: Verb) -> None:
    team("account", "add", "Acme Corporation", "--city", "Bergen", "--alias", "AcmeCo")
    team("contact", "add", "Acme Corporation", "Sigurd Aasen")
    team("log", "call with Sigurd at Acme Corporation yesterday", *AS_OF)
    assert team("account", "merge", "Acme Corporation", "Acme").code == 0
    page = team("account", "show", "Acme", "--json").json
    assert {one["name"] for one in page["contacts"]} == {"Dana Reed", "Sigurd Aasen"}
    assert page["city"] == "Bergen"
    assert {one["value"] for one in page["aliases"]} == {"AcmeCo", "Acme Corporation"}
    assert page["interactions_total"] == 1
    assert team("find", "Acme Corporation", "--json").json[0]["id"] == page["id"]
    team("undo")
    assert len(team("account", "list", "--json").json) == 2


def test_sponsorships_have_a_beginning_and_an_end(team: Verb) -> None:
    said = team("sponsor", "set", "Acme", "Tom", "--from", "2026-06-01", "--json").json
    assert said == {"account": "Acme", "member": "Tom Okafor", "from": "2026-06-01", "to": None}
    ended = team("sponsor", "end", "Acme", "--on", "2026-10-01", "--reason", "moved", "--json").json
    assert ended["to"] == "2026-10-01"
    listed = team("account", "show", "Acme", "--json").json["sponsorships"]
    assert [(one["member"], one["from"], one["to"]) for one in listed] == [
        ("Tom Okafor", "2026-06-01", "2026-10-01"),
        ("Grace Moreau", "2026-01-01", "2026-06-01"),
    ]
    again = team("sponsor", "end", "Acme", "--json")
    assert again.json["error"]["code"] == "refused"


def test_import_reports_every_key_and_ends_with_3_when_rows_are_missing(
    team: Verb, tmp_path: Path
) -> None:
    (tmp_path / "accounts.csv").write_text("name,tier,shoe size\nZenith,key,9\n,key,8\n", "utf-8")
    said = team("import", "accounts.csv", "--json")
    assert said.code == 3
    [report] = said.json
    assert report == report | {
        "file": "accounts.csv",
        "format": "csv",
        "kind": "accounts",
        "encoding": "utf-8",
        "delimiter": ",",
        "records": 1,
        "created": 1,
        "updated": 0,
        "unchanged": 0,
        "possible_duplicates": 0,
        "mapped": {"name": "name", "tier": "tier"},
        "unmapped": ["shoe size"],
    }
    assert report["rejected"][0]["at"] == "line 3"
    undone = team("import-undo", report["import_id"], "--json").json
    assert (undone["removed"], undone["kept"]) == (1, 0)


def test_several_files_come_in_one_after_another(team: Verb, tmp_path: Path) -> None:
    (tmp_path / "accounts.csv").write_text("name\nZenith\n", "utf-8")
    (tmp_path / "members.csv").write_text("name,email,function\nIda,ida@n.example,sales\n", "utf-8")
    said = team("import", "accounts.csv", "members.csv", "--json")
    assert [one["kind"] for one in said.json] == ["accounts", "members"]


def test_everything_is_refused_before_init_with_the_way_to_begin(do: Verb) -> None:
    said = do("find", "acme", "--json")
    assert said.code == 1
    assert said.json["error"]["code"] == "no_store"
    plain = do("find", "acme")
    assert plain.out == ""
    assert "init --me" in plain.err
    assert plain.err.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ["frobnicate"],
        ["account"],
        ["issue", "open", "Acme"],
        ["brief"],
        ["find", "a", "--limit", "x"],
    ],
)
def test_usage_errors_end_with_2(do: Verb, words: list[str]) -> None:
    said = do(*words)
    assert said.code == 2
    assert said.err.count("\n") == 1
    assert said.out == ""


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["account", "set", "Acme", "colour=blue"], "invalid"),
        (["account", "set", "Acme", "tier"], "invalid"),
        (["account", "set", "Acme", "tier=gold"], "invalid"),
        (["account", "set", "Nobody", "tier=key"], "not_found"),
        (["account", "add", " "], "invalid"),
        (["account", "merge", "Acme", "Acme"], "invalid"),
        (["issue", "open", "Acme", "x", "--severity", "9"], "invalid"),
        (["issue", "update", "77", "x"], "not_found"),
        (["promise", "add", "Acme", "x", "--due", "31/02"], "invalid"),
        (["pulse", "add", "Acme", "11"], "invalid"),
        (["log", "coffee with Dana at Acme", "--as-of", "yesterday"], "invalid"),
        (["import", "none.csv"], "file"),
        (["import-undo", "x"], "not_found"),
        (["brief", "Nobody At All"], "not_found"),
        (["undo", "--step", "999"], "refused"),
        (["restore", "none"], "file"),
        (["history", "Nobody"], "not_found"),
        (["contact", "add", "Acme", "Bob", "--email", "not an address"], "invalid"),
    ],
)
def test_what_cannot_be_done_says_what_is_safe_and_what_is_next(
    team: Verb, words: list[str], code: str
) -> None:
    before = json.dumps(team("account", "list", "--json").json)
    said = team(*words, "--json")
    assert said.code == 1
    error = said.json["error"]
    assert error["code"] == code
    assert error["message"]
    assert json.dumps(team("account", "list", "--json").json) == before


def test_global_options_may_stand_before_the_verb(team: Verb) -> None:
    assert team("--json", "find", "acme").json[0]["title"] == "Acme"
    assert team("--quiet", "account", "add", "Silent").out == ""


def test_help_names_every_verb(do: Verb) -> None:
    said = do("--help")
    assert said.code == 0
    for verb in ("init", "demo", "import", "log", "issue", "promise", "brief", "coverage", "undo"):
        assert verb in said.out


def test_doctor_finds_a_sound_store_and_warns_of_plain_text(team: Verb) -> None:
    said = team("doctor", "--json")
    checks = {one["name"]: one for one in said.json["checks"]}
    assert checks["store"]["ok"]
    assert checks["changes"]["ok"]
    assert checks["clocks"]["ok"]
    assert not checks["protection"]["ok"]
    assert said.code == 1


def test_a_backup_is_made_listed_and_restored(team: Verb) -> None:
    made = team("backup", "one.sponsor-backup", "--json").json
    assert made["size"] > 0
    again = team("backup", "one.sponsor-backup")
    assert (again.code, "an earlier backup" in again.err, "--force" in again.err) == (1, True, True)
    assert team("backup", "one.sponsor-backup", "--force").code == 0
    team("account", "add", "Later")
    back = team("restore", "one.sponsor-backup", "--json").json
    assert [row["account"] for row in team("account", "list", "--json").json] == ["Acme"]
    assert back["kept"]
    [kept] = team("backup", "list", "--json").json
    assert kept["reason"] == "before a backup was restored"


def test_a_deleted_account_is_listed_and_brought_back(team: Verb) -> None:
    team("delete", "Acme")
    assert team("account", "list", "--json").json == []
    [gone] = [one for one in team("bring-back", "--json").json if one["kind"] == "account"]
    assert gone["record"] == "Acme"
    assert team("bring-back", gone["id"]).code == 0
    assert team("account", "list", "--json").json[0]["account"] == "Acme"


def test_a_note_of_200_000_characters_is_refused_whole(team: Verb) -> None:
    said = team("log", "call with Dana at Acme yesterday. " + "x" * 200_000, "--json")
    assert said.code == 1
    assert "100,000" in said.json["error"]["message"]
    assert team("account", "show", "Acme", "--json").json["interactions_total"] == 0


def test_a_terminal_is_never_driven_by_a_name(team: Verb) -> None:
    team("account", "add", "Evil\x1b[2JCorp")
    assert "\x1b" not in team("account", "list").out


def test_a_brief_of_a_day_gone_by_knows_nothing_later(team: Verb) -> None:
    for day in ("2026-11-02", "2026-11-17"):
        assert team("log", f"coffee with Dana at Acme on {day}", *AS_OF).code == 0
    issue = team("issue", "open", "Acme", "Leaks", "--severity", "2", *AS_OF, "--json").json["id"]
    assert team("issue", "resolve", issue, "Sealed", *AS_OF).code == 0
    then = team("brief", "Acme", "--as-of", "2026-11-12").out
    assert "10 days ago" in then or "2 Nov" in then
    assert "17 Nov" not in then
    assert "Solved" not in then
    assert "17 Nov" in team("brief", "Acme", *AS_OF).out
