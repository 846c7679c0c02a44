"""`--quiet` keeps what was asked for; output that cannot be written; dates and numbers that are none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Verb


@pytest.mark.parametrize(
    "words",
    [
        ("account", "list"),
        ("account", "show", "Acme"),
        ("brief", "Acme"),
        ("coverage",),
        ("today",),
        ("find", "acme"),
        ("review", "Grace"),
        ("plan",),
        ("sponsor", "suggest"),
        ("sponsor", "hand-over", "Acme", "--to", "Tom", "--dry-run"),
        ("share", "status"),
        ("doctor",),
    ],
)
def test_quiet_still_prints_what_was_asked_for(team: Verb, words: tuple[str, ...]) -> None:
    assert team(*words, "--quiet").out == team(*words).out != ""


def test_quiet_keeps_silent_about_what_was_done(team: Verb) -> None:
    assert team("member", "add", "Ann Lee", "--quiet").out == ""
    assert team("log", "coffee at Acme", "--quiet").out == ""


@pytest.mark.parametrize("day", ["0001-01-01", "1969-12-31", "9999-12-31"])
@pytest.mark.parametrize(
    "words", [("brief", "Acme"), ("today",), ("coverage",), ("review", "Grace")]
)
def test_a_day_that_nobody_works_on_is_refused(
    team: Verb, words: tuple[str, ...], day: str
) -> None:
    said = team(*words, "--as-of", day)
    assert said.code == 1
    assert day in said.err


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("pulse", "add", "Acme", "7.5"), "“7.5” is no whole number"),
        (("find", "acme", "--limit", "many"), "“many” is no whole number"),
        (("event", "add", "X", "--kind", "party", "--on", "2026-12-01"), "'focus-group'"),
        (("reach-out", "add", "X", "--because", "y", "--tier", "gold"), "'strategic'"),
    ],
)
def test_what_is_no_choice_and_no_number_is_said_in_words(
    team: Verb, words: tuple[str, ...], wanted: str
) -> None:
    said = team(*words)
    assert said.code == 2
    assert wanted in said.err
    assert "<" not in said.err
    assert "int" not in said.err


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("find", "acme", "--limit", "0"), "--limit"),
        (("event", "add", "X", "--kind", "board", "--on", "never"), "“never” is no date"),
        (("account", "add", "Debt", "--annual-revenue=-5", "--currency", "EUR"), "“-5”"),
        (("review", "Grace", "--agree", ""), "empty"),
        (("coverage", "--save", ""), "empty"),
        (("account", "list", "--passphrase-file", "."), "folder"),
    ],
)
def test_a_value_that_means_nothing_is_refused(
    team: Verb, words: tuple[str, ...], wanted: str
) -> None:
    said = team(*words)
    assert said.code == 1
    assert wanted in said.err


def test_several_aliases_follow_one_option(team: Verb) -> None:
    assert team("account", "add", "Zeta", "--alias", "Zed", "Zet", "--alias", "Zzz").code == 0
    for alias in ("Zed", "Zet", "Zzz"):
        assert team("account", "show", alias, "--json").json["account"] == "Zeta"


def test_lists_name_the_id_that_the_next_verb_wants(team: Verb) -> None:
    wish = team("reference", "request", "Acme", "--use", "call", "--requester", "Tom", "--json")
    assert wish.json["id"] in team("reference", "requests").out
    told = team("reach-out", "add", "Law", "--because", "it helps", "--json").json["id"]
    assert told in team("reach-out", "list").out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full device is Linux's")
@pytest.mark.parametrize("more", [(), ("--json",)])
def test_a_full_disk_under_the_output_is_said_in_one_line(
    team: Verb, profile: Path, more: tuple[str, ...]
) -> None:
    command = [sys.executable, "-m", "sponsor_app", "--profile", str(profile), "account", "list"]
    root = Path(__file__).parents[2]
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [*command, *more],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=root,
            env={**os.environ},
            check=False,
        )
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "could not be written" in done.stderr


def test_doctor_says_what_is_and_what_to_do_in_two_sentences(team: Verb) -> None:
    assert "can read it. Make" in team("doctor").out
