"""The week of briefs to take along, and a line for a window that does not run."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Verb

AS_OF = ("--as-of", "2026-11-18")


@pytest.fixture(autouse=True)
def alone(short_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No window of the developer's own is asked."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(short_path))


def test_the_week_is_one_pdf_with_a_page_for_each_visit(team: Verb, tmp_path: Path) -> None:
    plan = ("--kind", "visit", "--account", "Acme", "--on", "2026-11-20")
    assert team("log", *plan, *AS_OF).code == 0
    said = team("brief", "--week", "--out", "week.pdf", "--json", *AS_OF)
    assert [one["account"] for one in said.json["briefs"]] == ["Acme"]
    assert len(PdfReader(tmp_path / "week.pdf").pages) == 2
    assert "Acme" in team("brief", "--week", *AS_OF).out


def test_a_week_without_visits_says_so_and_writes_nothing(team: Verb, tmp_path: Path) -> None:
    assert "No visit is planned" in team("brief", "--week", *AS_OF).out
    said = team("brief", "--week", "--out", "week.pdf", "--json", *AS_OF)
    assert (said.code, said.json["error"]["code"]) == (1, "invalid")
    assert not (tmp_path / "week.pdf").exists()


def test_a_brief_of_nobody_is_a_mistake_in_use(team: Verb) -> None:
    said = team("brief")
    assert (said.code, said.out) == (2, "")
    assert "--week" in said.err


def test_without_a_window_and_a_display_the_line_is_refused_with_what_to_type(team: Verb) -> None:
    said = team("capture", "coffee", "with", "Dana")
    assert said.code == 1
    assert "sponsor-app log" in said.err
    assert team("capture", "--json").json["error"]["code"] == "refused"


def test_what_is_planned_becomes_a_file_for_the_calendar(team: Verb, tmp_path: Path) -> None:
    plan = ("--kind", "visit", "--account", "Acme", "--on", "2026-11-20")
    made = team("log", *plan, *AS_OF, "--json").json["interaction_id"]
    said = team("calendar", "save", "Acme", "--out", "acme.ics", "--json", *AS_OF)
    assert (said.code, said.json["plans"]) == (0, 1)
    assert "BEGIN:VALARM" in (tmp_path / "acme.ics").read_text()
    one = team("calendar", "save", made, "--out", "one.ics", "--remind", "0", *AS_OF)
    assert one.code == 0
    assert "VALARM" not in (tmp_path / "one.ics").read_text()


def test_nothing_planned_writes_no_calendar_file(team: Verb, tmp_path: Path) -> None:
    said = team("calendar", "save", "Acme", "--out", "acme.ics", *AS_OF)
    assert (said.code, said.out) == (1, "")
    assert "Nothing is planned with Acme" in said.err
    assert not (tmp_path / "acme.ics").exists()
