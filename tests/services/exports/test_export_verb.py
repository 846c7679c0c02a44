"""`export` on the command line: what it answers, what it refuses."""

import csv
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sponsor_app.cli.run import run
from sponsor_app.services import Services, accounts
from sponsor_app.store.queries.everything import Reader
from tests.exchange.books import table, xlsx

Do = Callable[..., tuple[int, str, str]]


@pytest.fixture
def do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Do:
    """Run a command in an own profile that has one account; gives exit code, stdout, stderr."""
    monkeypatch.setenv("SPONSOR_APP_PROFILE", str(tmp_path / "profile"))
    monkeypatch.delenv("SPONSOR_APP_PASSPHRASE_FILE", raising=False)
    monkeypatch.chdir(tmp_path)

    def command(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            code = run(words)
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    assert command("init", "--me", "Grace Moreau", "--unencrypted")[0] == 0
    assert command("account", "add", "Acme", "--tier", "strategic")[0] == 0
    return command


def test_the_answer_says_how_many_rows_and_which_file(do: Do) -> None:
    code, out, _err = do("export", "accounts", "--out", "a.csv", "--json")
    assert code == 0
    assert json.loads(out) == {"rows": 1, "file": "a.csv", "left_out": []}
    assert Path("a.csv").read_bytes().startswith(b"\xef\xbb\xbfAccount Name,")


def test_a_person_is_told_in_a_sentence(do: Do) -> None:
    assert do("export", "members", "--out", "m.xlsx")[1] == "Wrote m.xlsx: 1 row of members.\n"


def test_a_wrong_combination_is_refused_with_the_list_of_what_is_possible(do: Do) -> None:
    code, out, _err = do("export", "accounts", "--out", "a.vcf", "--json")
    assert code == 1
    error = json.loads(out)["error"]
    assert error["code"] == "invalid"
    assert error["next"] == "Possible for accounts: .csv, .xlsx, .json."
    assert not Path("a.vcf").exists()


def test_something_nobody_exports_is_a_usage_error(do: Do) -> None:
    code, _out, err = do("export", "secrets", "--out", "a.csv")
    assert code == 2
    assert "everything" in err


def test_coverage_writes_each_of_its_four_files(do: Do) -> None:
    for ending in ("html", "pdf", "xlsx", "csv"):
        code, out, _err = do("coverage", "--out", f"c.{ending}", "--json")
        assert code == 0
        assert json.loads(out)["file"] == f"c.{ending}"
        assert Path(f"c.{ending}").stat().st_size > 100


def test_nothing_heavy_is_loaded_to_write_a_table(do: Do) -> None:
    heavy = {"xlsxwriter", "icalendar", "jinja2", "vobject", "PySide6.QtGui"}
    before = heavy & set(sys.modules)
    do("export", "accounts", "--out", "a.csv")
    assert heavy & set(sys.modules) == before


def test_an_export_sees_one_moment_while_others_write(app: Services) -> None:
    accounts.add(app, fields={"name": "Before"})
    with app.store.read() as connection:
        reader = Reader(connection)
        counted = reader.counts()["account"]
        accounts.add(app, fields={"name": "Meanwhile"})
        assert [one["name"] for one in reader.records("account")] == ["Before"]
        assert counted == 1


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_everything_for_a_spreadsheet_is_not_taken_in_by_halves_and_json_is_named(
    do: Do, form: str
) -> None:
    assert do("export", "everything", "--out", f"all.{form}")[0] == 0
    code, _out, err = do("import", f"all.{form}")
    assert code == 1
    assert "an export of everything" in err
    assert "JSON (.json)" in err
    assert do("import", f"all.{form}", "--as", "accounts")[0] == 1
    if form == "xlsx":
        assert do("import", "all.xlsx", "--sheet", "account")[0] == 0
    assert do("export", "everything", "--out", "all.json")[0] == 0
    assert do("import", "all.json")[0] == 0


def test_a_workbook_of_which_nobody_chose_the_sheet_is_done_in_part(do: Do) -> None:
    def fill(book: Any) -> None:
        for name in ("One", "Two"):
            table(book, name, [["Account Name"], [name]])

    book = xlsx(Path("two.xlsx"), fill)
    code, out, _err = do("import", str(book))
    assert (code, "“Two” (rows: 2)" in out) == (3, True)
    assert do("import", str(book), "--sheet", "Two")[0] == 0


def test_promises_say_whose_they_are_and_are_for_reading(do: Do) -> None:
    assert do("promise", "add", "Acme", "Send prices", "--due", "2027-01-05", "--theirs")[0] == 0
    assert do("export", "promises", "--out", "p.csv")[0] == 0
    with Path("p.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["Direction"] for row in csv.DictReader(stream)] == ["theirs"]
    code, _out, err = do("import", "p.csv")
    assert (code, "a list of promises" in err) == (1, True)
