"""Duplicates at the command line: listed, said to be two, and decided on when a file comes in."""

from pathlib import Path

import pytest

from tests.cli.conftest import Verb

HERE = "Name,Website,City\nAcme,acme.example,Oslo\nBolt GmbH,bolt.example,\n"
AGAIN = "Name,City\nAcme Inc,Bergen\nBolt AG,Kiel\nZenith,Bonn\n"


@pytest.fixture
def file(team: Verb, tmp_path: Path) -> str:
    (tmp_path / "here.csv").write_text(HERE, "utf-8")
    (tmp_path / "again.csv").write_text(AGAIN, "utf-8")
    team("import", "here.csv")
    return "again.csv"


def names(team: Verb) -> list[str]:
    return sorted(one["account"] for one in team("account", "list", "--json").json)


def test_a_dry_run_lists_what_is_to_be_decided_and_writes_nothing(team: Verb, file: str) -> None:
    before = names(team)
    [report] = team("import", file, "--dry-run", "--json").json
    told = {one["at"]: [c["name"] for c in one["candidates"]] for one in report["doubts"]}
    assert told == {"line 2": ["Acme"], "line 3": ["Bolt GmbH"]}
    assert (report["created"], report["updated"], report["import_id"]) == (3, 0, None)
    assert "Bolt AG may be Bolt GmbH" in team("import", file, "--dry-run").out
    assert names(team) == before


@pytest.mark.parametrize(
    ("policy", "created", "updated"), [("new", 3, 0), ("skip", 1, 0), ("merge", 1, 2)]
)
def test_one_answer_for_all_does_what_its_dry_run_said(
    team: Verb, file: str, policy: str, created: int, updated: int
) -> None:
    [tried] = team("import", file, "--duplicates", policy, "--dry-run", "--json").json
    [done] = team("import", file, "--duplicates", policy, "--json").json
    for one in (tried, done):
        assert (one["created"], one["updated"]) == (created, updated)
    assert len(tried["doubts"]) == 2
    assert tried["left_out"] == done["left_out"]


def test_asking_imports_nothing_until_each_row_is_decided(
    team: Verb, file: str, tmp_path: Path
) -> None:
    before = names(team)
    refused = team("import", file, "--duplicates", "ask", "--json")
    assert (refused.code, refused.json["error"]["code"]) == (1, "undecided")
    assert names(team) == before
    bolt = team("account", "show", "Bolt GmbH", "--json").json["id"]
    decisions = tmp_path / "decisions.csv"
    decisions.write_text(f"at,answer\nline 2,same\nline 3,{bolt}\nline 99,new\n", "utf-8")
    done = team("import", file, "--duplicates", "ask", "--decide", "decisions.csv", "--json")
    [report] = done.json
    assert (report["created"], report["updated"]) == (1, 2)
    assert [one["what"] for one in report["left_out"]] == ["decisions"]
    assert set(names(team)) - set(before) == {"Acme Inc", "Bolt AG", "Zenith"}


@pytest.mark.parametrize(
    "text",
    [
        "line 2,perhaps\n",
        "line 2\n",
        "line 2,019aaaaa-0000-7000-8000-000000000000\n",
        "\0\0\n",
    ],
)
def test_a_file_that_decides_nothing_is_refused(
    team: Verb, file: str, tmp_path: Path, text: str
) -> None:
    before = names(team)
    (tmp_path / "decisions.csv").write_text(text, "utf-8")
    said = team("import", file, "--decide", "decisions.csv", "--json")
    assert said.code == 1
    assert team("import", file, "--decide", "nowhere.csv", "--json").code == 1
    assert team("import", file, file, "--decide", "decisions.csv", "--json").code == 1
    assert team("import", file, "--duplicates", "perhaps", "--json").code == 1
    assert names(team) == before


def test_two_that_look_alike_are_said_to_be_two_and_asked_about_again(team: Verb) -> None:
    team("account", "add", "Zenith")
    team("account", "add", "Zenith AG")
    [pair] = team("account", "duplicates", "--json").json
    assert (pair["name"], pair["reasons"]) == ("Zenith", ["nearly the same name"])
    assert team("account", "apart", "Zenith", "Zenith AG", "--json").json["apart"] is True
    assert team("account", "duplicates", "--json").json == []
    assert len(team("account", "duplicates", "--apart", "--json").json) == 1
    team("account", "apart", "Zenith AG", "Zenith", "--forget")
    assert len(team("account", "duplicates", "--json").json) == 1


def test_what_is_added_says_whom_it_looks_like(team: Verb) -> None:
    added = team("account", "add", "ACME Inc", "--json").json
    assert [(one["name"], one["reasons"]) for one in added["may_be"]] == [
        ("Acme", ["nearly the same name"])
    ]
    said = team("contact", "add", "ACME Inc", "Lee Park", "--json").json
    assert said["may_be"] == []
    assert "looks like Lee Park" in team("contact", "add", "ACME Inc", "Park, Lee").err


def test_one_of_us_who_is_called_alike_is_said(team: Verb) -> None:
    said = team("member", "add", "tom okafor", "--json").json
    assert [one["name"] for one in said["may_be"]] == ["Tom Okafor"]
    assert team("member", "add", "Tom Oak", "--json").json["may_be"] == []
