"""Files at an account from the command line."""

from pathlib import Path

from tests.cli.conftest import Verb


def test_a_file_is_attached_listed_saved_taken_away_and_brought_back(
    team: Verb, tmp_path: Path
) -> None:
    path, out = tmp_path / "Contract.pdf", tmp_path / "copy.pdf"
    path.write_bytes(b"%PDF-1.7")
    [file_id] = team("account", "attach", "Acme", str(path), "--json").json["attached"]
    [row] = team("account", "attachments", "Acme", "--json").json
    assert (row["name"], row["size"], row["id"]) == ("Contract.pdf", 8, file_id)
    assert team("account", "save-attachment", "Acme", "contract", "--out", str(out)).code == 0
    assert out.read_bytes() == b"%PDF-1.7"
    assert team("account", "detach", "Acme", "Contract.pdf").code == 0
    assert team("account", "attachments", "Acme", "--json").json == []
    assert team("account", "reattach", file_id).code == 0
    assert "1 KB" in team("account", "attachments", "Acme").out


def test_what_is_refused_is_named_and_the_code_says_whether_anything_came_in(
    team: Verb, tmp_path: Path
) -> None:
    good = tmp_path / "notes.txt"
    good.write_text("hello", encoding="utf-8")
    alone = team("account", "attach", "Acme", str(tmp_path))
    assert (alone.code, "is a folder" in alone.err) == (1, True)
    both = team("account", "attach", "Acme", str(good), str(tmp_path), "--json")
    assert (both.code, len(both.json["attached"]), len(both.json["refused"])) == (3, 1, 1)
    unknown = team("account", "detach", "Acme", "nothing")
    assert (unknown.code, "No attachment called" in unknown.err) == (1, True)
