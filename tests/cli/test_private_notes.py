"""Private notes on the command line, and that no export holds one."""

from pathlib import Path

from tests.cli.conftest import Verb


def test_a_private_note_is_written_shown_and_cleared(team: Verb) -> None:
    said = team("note", "write", "Acme", "Their board is split")
    assert (said.code, said.out.strip()) == (0, "Noted on this laptop only.")
    assert team("note", "show", "Acme", "--json").json["text"] == "Their board is split"
    cleared = team("note", "clear", "Acme")
    assert cleared.out == ("There is no private note now. It said before:\nTheir board is split\n")
    assert team("note", "show", "Acme", "--json").json["text"] is None


def test_a_note_about_a_person_is_kept_apart_from_that_of_the_account(team: Verb) -> None:
    team("note", "write", "Dana Reed", "Afraid of flying")
    assert team("note", "show", "Dana").out.strip() == "Afraid of flying"
    assert "No private note" in team("note", "show", "Acme").out


def test_nobody_of_that_name_is_refused(team: Verb) -> None:
    said = team("note", "write", "Nobody Nowhere", "x")
    assert (said.code, said.out) == (1, "")
    assert "Neither an account nor a person" in said.err


def test_no_export_holds_it_and_no_step_names_it(team: Verb, tmp_path: Path) -> None:
    team("note", "write", "Acme", "Quokka")
    team("export", "everything", "--out", "all.json")
    assert "Quokka" not in (tmp_path / "all.json").read_text()
    assert "Quokka" not in team("history").out + team("brief", "Acme").out
