"""Files that are no table, too large, or odd: one clear message, what can be read comes in, the rest is named."""

import base64
import random
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Said, Verb

MEBIBYTE = 1 << 20
ONE_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
FORMULAS = [
    '=HYPERLINK("http://evil.example")',
    "@SUM(1)",
    "+1 Corp",
    "-2 Corp",
    "'quoted",
    "\tTab",
]
DICE = random.Random(7)  # bytes that mean nothing

REFUSED: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "is empty"),
    "blank lines": (b"\n\n\n", "it holds no rows"),
    "a mark and nothing else": (b"\xef\xbb\xbf", "it holds no rows"),
    "random bytes": (DICE.randbytes(20_000), "bytes of some program"),
    "zero bytes": (b"\0" * 10_000, "bytes of some program"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + DICE.randbytes(2000), "a picture (PNG)"),
    "a database": (b"SQLite format 3\0" + bytes(4000), "a database"),
    "one line": (b"x" * 5_000_000, "it is no table"),
    "one line of commas": (b"a," * 2_000_000, "it is no table"),
    "more than 50 MiB": (b"name\n" + b"y" * (51 * MEBIBYTE), "at most 50 MiB"),
    "too many rows": (b"name\n" + b"".join(b"C%d\n" % n for n in range(100_001)), "100,000 rows"),
    "no headings": (b"Acme,Oslo\nZenith,Lyon\n", "says what its rows are"),
}


def bring(team: Verb, content: str | bytes, *words: str, name: str = "accounts.csv") -> Said:
    raw = content.encode() if isinstance(content, str) else content
    Path(name).write_bytes(raw)
    return team("import", name, *words, "--json")


def names(team: Verb) -> list[str]:
    return [row["account"] for row in team("account", "list", "--json").json]


@pytest.mark.parametrize("kind", REFUSED)
def test_a_file_that_is_no_list_is_refused_in_one_line_and_changes_nothing(
    kind: str, team: Verb
) -> None:
    content, told = REFUSED[kind]
    Path("accounts.csv").write_bytes(content)
    said = team("import", "accounts.csv")
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert told in said.err
    assert "accounts.csv" in said.err
    assert names(team) == ["Acme"]
    assert team("undo", "--list", "--json").json[0]["title"] != "Imported"


@pytest.mark.parametrize("seed", range(8))
def test_random_bytes_are_never_taken_for_a_table(seed: int, team: Verb) -> None:
    content = random.Random(seed).randbytes(20_000)
    said = bring(team, content, "--as", "accounts")
    assert said.code == 1
    assert names(team) == ["Acme"]


def test_a_refused_file_among_others_says_which_came_in(team: Verb) -> None:
    Path("good.csv").write_text("name,city\nZenith,Oslo\n", "utf-8")
    Path("bad.csv").write_bytes(b"")
    said = team("import", "good.csv", "bad.csv", "--as", "accounts", "--json")
    assert said.code == 1
    assert "Already imported: good.csv" in said.json["error"]["message"]
    assert names(team) == ["Acme", "Zenith"]


def test_of_two_columns_with_one_heading_the_first_is_taken_and_the_other_named(
    team: Verb,
) -> None:
    said = bring(team, "name,name,city,city\nZenith,Other,Oslo,Bergen\n")
    [report] = said.json
    assert (said.code, report["created"]) == (0, 1)
    assert report["unmapped"] == ["name (2)", "city (2)"]
    assert team("account", "show", "Zenith", "--json").json["city"] == "Oslo"


def test_a_column_without_a_heading_is_named_by_its_place(team: Verb) -> None:
    [report] = bring(team, "name,,city\nZenith,secret,Oslo\n").json
    assert (report["created"], report["unmapped"]) == (1, ["Column 2"])


def test_rows_of_which_no_column_gives_the_name_end_with_3_and_are_counted(team: Verb) -> None:
    said = bring(team, "Zenith,Oslo\nBolt,Lyon\n", "--as", "accounts")
    [report] = said.json
    assert (said.code, report["created"], report["left_out"][0]["count"]) == (3, 0, 1)
    assert "map one to name" in report["left_out"][0]["reason"]


def test_a_day_that_no_calendar_has_is_named_and_the_person_comes_in(team: Verb) -> None:
    text = (
        "name,email,account,birthday\nEve,e@acme.example,Acme,31/02/1970\n"
        "Ola,o@acme.example,Acme,1970-02-30\nIda,i@acme.example,Acme,28/02/1970\n"
    )
    [report] = bring(team, text, name="contacts.csv").json
    assert report["created"] == 3
    assert [one["at"] for one in report["rejected"]] == ["line 2", "line 3"]
    assert all("no day of the calendar" in one["reason"] for one in report["rejected"])
    told = team("import", "contacts.csv").out
    assert "birthday: birthday" not in told


def test_a_row_that_fits_two_accounts_is_left_out_with_its_line(team: Verb) -> None:
    team("account", "add", "Acme")
    said = bring(team, "name,tier\nAcme,key\nZenith,key\n")
    [report] = said.json
    assert (said.code, report["created"]) == (3, 1)
    assert report["rejected"][0]["at"] == "line 2"
    assert "2 accounts are called so" in report["rejected"][0]["reason"]


def test_a_cell_that_is_too_long_is_left_out_with_its_line(team: Verb) -> None:
    long = "s" * 200_000
    said = bring(
        team, f"name,website,story\nZenith,z.example,{long}\n{long},l.example,ok\nBolt,,\n"
    )
    [report] = said.json
    assert {"Acme", "Bolt"} <= set(names(team))
    assert {one["at"] for one in report["rejected"]} == {"line 2", "line 3"}
    assert all(len(name) <= 500 for name in names(team))


def test_a_formula_leaves_as_text_and_comes_back_as_it_was(team: Verb, tmp_path: Path) -> None:
    for name in FORMULAS:
        team("account", "add", "--", name)
    expected = names(team)
    assert team("export", "accounts", "--out", "accounts.csv").code == 0
    cells = [
        line.split(",")[0] for line in Path("accounts.csv").read_text("utf-8-sig").splitlines()
    ]
    assert not [cell for cell in cells if cell.strip('"')[:1] in ("=", "+", "-", "@", "\t")]
    assert team("export", "accounts", "--out", "accounts.xlsx").code == 0
    with zipfile.ZipFile("accounts.xlsx") as book:
        sheets = [book.read(part) for part in book.namelist() if "worksheets/" in part]
    assert sheets
    assert not any(b"<f>" in sheet for sheet in sheets)
    other = ("--profile", str(tmp_path / "other"))
    team(*other, "init", "--me", "Tom", "--unencrypted")
    assert team(*other, "import", "accounts.csv").code == 0
    again = team(*other, "account", "list", "--json").json
    assert [row["account"] for row in again] == expected


def test_a_customer_called_like_a_picture_is_only_a_name_in_every_file(
    team: Verb, tmp_path: Path
) -> None:
    (tmp_path / "spy.png").write_bytes(base64.b64decode(ONE_PIXEL))
    picture = f"<img src=file://{tmp_path}/spy.png>"
    team("account", "add", picture, "--tier", "strategic")
    team("contact", "add", picture, picture)
    team("log", "--kind", "coffee", "--account", picture, "--summary", f"{picture} said hello")
    team("issue", "open", picture, picture, "--severity", "1")
    for words in (("brief", picture), ("coverage",)):
        for ending in ("html", "pdf"):
            assert team(*words, "--out", f"page.{ending}").code == 0
        page = Path("page.html").read_text("utf-8")
        assert f"&lt;img src=file://{tmp_path}/spy.png&gt;" in page
        assert "<img" not in page
        assert b"/Subtype /Image" not in Path("page.pdf").read_bytes()
    assert team("brief", picture).code == 0
    assert team("find", "spy png", "--json").json[0]["title"] == picture
