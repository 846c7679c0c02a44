"""`coverage`: by what one likes, filtered, compared, gap by gap, as a saved view; the files say the same."""

import csv
import io
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.cli.conftest import Verb

AS_OF = ("--as-of", "2026-11-18")


@pytest.fixture
def filled(team: Verb) -> Verb:
    """Acme seen by its sponsor; Zenith in the Nordics nobody's; Bolt without a promise."""
    team("account", "add", "Zenith", "--tier", "key", "--industry", "Energy")
    team("account", "set", "Zenith", "region=Nordics")
    team("account", "add", "Bolt")
    return team


def test_the_document_has_every_key_others_read(filled: Verb) -> None:
    found = filled("coverage", *AS_OF, "--json").json
    assert {"as_of", "totals", "rows", "gaps", "left_out", "devices", "heat", "columns"} <= set(
        found
    )
    assert set(found["totals"]) == {
        "accounts",
        "with_cadence",
        "covered",
        "due",
        "overdue",
        "never_met",
        "no_cadence",
        "unsponsored",
    }
    assert found["gaps"]["no_cadence"]["count"] == 1
    assert found["moved"] is None
    assert {one["account"] for one in found["rows"]} == {"Acme", "Zenith", "Bolt"}


def test_a_filter_says_what_it_leaves_out(filled: Verb) -> None:
    said = filled("coverage", "--region", "nordics", *AS_OF)
    assert "only: region Nordics" in said.out
    assert "left out: 2 accounts (not wanted by the filter)" in said.out
    found = filled("coverage", "--tier", "key", "--status", "customer", *AS_OF, "--json").json
    assert [one["account"] for one in found["rows"]] == ["Zenith"]
    assert found["accounts_in_all"] == 3
    none = filled("coverage", "--region", "none", *AS_OF, "--json").json
    assert [one["account"] for one in none["rows"]] == ["Acme", "Bolt"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--region", "Atlantis"), "No account has the region “Atlantis”. There are: Nordics."),
        (("--window", "8"), "A board counts who was seen within 7, 14, 30, 90, 180, 365 days"),
        (("--tier", "gold"), "“gold” is no tier"),
        (("--gap", "everything"), "“everything” is no gap"),
        (("--against", "soon"), "“soon” is no date"),
        (("--against", "2031-01-01"), "compared with a day before 2026-11-18"),
        (("--view", "Monday"), "No view of coverage is called “Monday”"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_a_sentence(
    filled: Verb, words: tuple[str, str], said: str
) -> None:
    refused = filled("coverage", *words, *AS_OF)
    assert refused.code == 1
    assert said in refused.err


def test_the_board_is_by_region_and_counts_who_was_seen_within_days(filled: Verb) -> None:
    filled("sponsor", "set", "Zenith", "Grace Moreau", "--from", "2026-11-01")
    found = filled("coverage", "--by", "region", "--window", "30", *AS_OF, "--json").json
    assert found["columns"] == ["Nordics", None]
    (sponsor,) = found["heat"]
    cells = {cell["column"]: cell for cell in sponsor["cells"]}
    assert (cells["Nordics"]["accounts"], cells["Nordics"]["seen"]) == (1, 0)
    assert "no region" in filled("coverage", "--by", "region", *AS_OF).out


def test_a_gap_is_listed_with_its_reasons(filled: Verb) -> None:
    said = filled("coverage", "--gap", "no-sponsor", *AS_OF, "--json").json
    assert [one["account"] for one in said["accounts"]] == ["Zenith", "Bolt"]
    assert (said["count"], said["of"]) == (2, 3)
    assert "no cadence: 1 of 3" in filled("coverage", "--gap", "no_cadence", *AS_OF).out


def test_a_view_is_saved_shared_used_and_forgotten(filled: Verb) -> None:
    filled("coverage", "--tier", "key", "--save", "Monday", "--share", *AS_OF)
    (view,) = filled("coverage", "--views", "--json").json
    assert (view["name"], view["shared"]) == ("Monday", True)
    found = filled("coverage", "--view", "monday", *AS_OF, "--json").json
    assert [one["account"] for one in found["rows"]] == ["Zenith"]
    assert filled("coverage", "--forget", "Monday").code == 0
    assert filled("coverage", "--views", "--json").json == []


def test_what_moved_is_told_with_its_reason(filled: Verb) -> None:
    said = filled("coverage", "--against", "2026-01-10", *AS_OF, "--json").json["moved"]
    assert said["since"] == "2026-01-10"
    assert len(said["accounts"]) + said["unmoved"] == 3
    assert "as they were" in filled("coverage", "--against", "2026-01-10", *AS_OF).out


def test_the_files_say_what_the_document_says(filled: Verb, tmp_path: Path) -> None:
    found = filled("coverage", "--out", "c.xlsx", *AS_OF, "--json").json
    filled("coverage", "--out", "c.csv", *AS_OF)
    book = CalamineWorkbook.from_path(tmp_path / "c.xlsx")
    totals = {row[0]: row[1] for row in book.get_sheet_by_name("Totals").to_python()}
    named = {"Covered": "covered", "Due": "due", "Overdue": "overdue", "Never met": "never_met"}
    for word, key in named.items():
        assert totals[word] == found["totals"][key]
    for gap in found["gaps"].values():
        assert gap["count"] == len(gap["accounts"]) + len(gap["members"])
    listed = book.get_sheet_by_name("Gaps").to_python()[1:]
    assert len(listed) == sum(gap["count"] for gap in found["gaps"].values())
    head, *rows = book.get_sheet_by_name("Accounts").to_python()
    table = list(csv.DictReader(io.StringIO((tmp_path / "c.csv").read_text("utf-8-sig"))))
    for document, line, text in zip(found["rows"], rows, table, strict=True):
        cells = dict(zip(head, line, strict=True))
        assert cells["Account Name"] == text["Account Name"] == document["account"]
        days = document["days_since"]
        assert cells["Days Since"] == ("" if days is None else days)
        assert text["Last Touch"] == (document["last_touch"] or "")
        assert str(cells["Last Touch"]) == (document["last_touch"] or "")
