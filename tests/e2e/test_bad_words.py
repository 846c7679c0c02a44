"""What people type wrongly about a team: refused in one sentence with a next step, and nothing is made."""

import os
from pathlib import Path

import pytest

from tests.e2e.commands import Person
from tests.e2e.test_a_team_by_commands import People


@pytest.fixture
def grace(person: People) -> Person:
    grace = person("grace")
    assert grace("init", "--me", "Grace Moreau").code == 0
    return grace


@pytest.mark.parametrize(
    "words",
    [
        ("sync",),
        ("share", "invite", "--name", "Tom"),
        ("share", "remove", "Tom"),
        ("share", "recovery-code"),
        ("share", "leave"),
        ("share", "place", "x.sponsor"),
        ("share", "admin", "Tom"),
    ],
)
def test_without_a_team_every_verb_says_how_to_begin(grace: Person, words: tuple[str, ...]) -> None:
    error = grace.refused(*words)
    assert error["message"]
    assert "share create" in error["next"] or "share members" in error["next"]


def test_without_a_team_there_is_nothing_to_list_and_that_is_no_error(grace: Person) -> None:
    found = grace.json("share", "status")
    assert (found["file_id"], found["state"], found["members"]) == (None, "alone", [])
    assert grace.json("share", "members")["members"] == []
    assert grace.json("conflicts") == []
    assert grace.refused("conflicts", "resolve", "abc", "--keep", "mine")["code"] == "not_found"
    assert grace.refused("sync", "--every", "3")["code"] == "invalid"


def test_places_that_cannot_hold_a_shared_file_are_refused(grace: Person, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "notes.txt").write_text("mine")
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(5 << 30)
    for place, said in (
        (tmp_path, "A folder"),
        (tmp_path / "pipe", "pipe"),
        (tmp_path / "none" / "team.sponsor", "not there"),
        (tmp_path / "notes.txt", "something else"),
        (tmp_path / "huge", "larger than any shared file"),
        (tmp_path / "notes.txt" / "team.sponsor", ""),
    ):
        error = grace.refused("share", "create", str(place))
        assert said in error["message"]
        assert error["next"]
    assert grace.refused("share", "create", "")["code"] == "invalid"
    assert grace.json("share", "status")["state"] == "alone"


def test_an_unprotected_store_shares_with_nobody(person: People, place: str) -> None:
    open_one = person("open")
    words = ("--profile", str(open_one.profile), "--unencrypted")
    from sponsor_app.cli.run import run

    assert run(["init", "--me", "Grace", *words]) == 0
    open_one.app = None
    error = open_one.refused("share", "create", place)
    assert "not protected" in error["message"]
    assert not Path(place).exists()


def test_a_code_is_checked_before_anything_is_made(
    grace: Person, person: People, place: str
) -> None:
    grace.json("share", "create", place)
    code = grace.json("share", "invite", "--name", "Tom Okafor")["code"]
    tom = person("tom")
    join = ("share", "join", place, "--me", "Tom Okafor", "--code")
    for wrong, said in (
        ("abc", "21 letters"),
        (code[:-1] + ("A" if code[-1] != "A" else "B"), "wrong"),
        (code[::-1], ""),
    ):
        assert said in tom.refused(*join, wrong)["message"]
    assert not tom.profile.exists()
    assert (
        tom.refused("share", "join", f"{place}x", "--me", "Tom", "--code", code)["code"]
        == "not_found"
    )
    spoken = code.replace("-", " ").lower().replace("0", "o")
    assert tom.json(*join, spoken)["state"] == "waits"
    assert tom.refused("share", "invite", "--name", "Eve")["message"].startswith(
        "This laptop waits"
    )


def test_an_unreachable_place_is_an_error_of_its_own_and_everything_stays_saved(
    grace: Person, tmp_path: Path, place: str
) -> None:
    grace.json("share", "create", place)
    (tmp_path / "share").rename(tmp_path / "away")
    grace("account", "add", "Acme")
    assert grace.refused("sync")["code"] == "no_folder"
    said = grace.json("share", "invite", "--name", "Tom", code=3)
    assert said["handed_on"] is False
    status = grace.json("share", "status")
    assert status["places"][0]["status"] == "notreachable"
    (tmp_path / "away").rename(tmp_path / "share")
    assert grace.json("sync")["pushed"] == 2


def test_where_a_servers_password_goes_is_asked_and_it_is_never_said(
    grace: Person, tmp_path: Path
) -> None:
    word = tmp_path / "password.txt"
    word.write_text("very secret\n")
    at, file = "postgresql://team@127.0.0.1:1/team", ("--password-file", str(word))
    error = grace.refused("share", "create", at, *file)
    assert error["code"] == "key_store"
    assert "--password-here" in error["next"]
    without = grace.refused("share", "create", at)
    assert "No password was given" in without["message"]
    assert "--password-file" in without["next"]
    assert "--password-here" in without["next"]
    error = grace.refused("share", "create", at, *file, "--password-here")
    assert "No team was made" in error["message"]
    twice = grace.refused("share", "create", at.replace("@", ":x@"), *file)
    assert "Two passwords" in twice["message"]
    assert "for a file" in grace.refused("share", "create", str(tmp_path / "x"), *file)["message"]
    word.write_text("")
    assert "password file" in grace.refused("share", "create", at, *file)["message"]
    assert "secret" not in f"{error}{twice}"
    assert grace.json("share", "status")["state"] == "alone"


def test_what_prepares_a_server_is_printed_for_its_administrator(grace: Person) -> None:
    found = grace.json("share", "server-script", "--role", "team")
    assert found["role"] == "team"
    assert "GRANT SELECT" in found["sql"]
    assert "CREATE ROLE team LOGIN;" in grace("share", "server-script", "--role", "team").out
    assert grace.refused("share", "server-script", "--role", "Te am")["code"] == "invalid"
