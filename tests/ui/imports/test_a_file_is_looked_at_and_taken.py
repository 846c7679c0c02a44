"""A file comes in as a person brings it in: with keys and mouse, decided on the way, and taken back later."""

import csv
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sponsor_app.domain.import_look import RowOutcome
from sponsor_app.services import Services, accounts, imports
from sponsor_app.services.imports import Options
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.imports.importing import Importing
from sponsor_app.ui.widgets.focus import reachable
from sponsor_app.ui.widgets.table_view import TableView
from tests.exchange.books import table, xlsx
from tests.ui.conftest import Show

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
LONGEST_PAUSE = 1.0  # seconds, on a machine that has other work too
CRM = (
    "Account Name;Billing City;Web Site;Favourite colour\n"
    "Acme Holding GmbH;Köln;;blue\nBolt;Lyon;bolt.example;red\n;Rome;;\n"
)
Looked = Callable[[str | bytes], Importing]


@pytest.fixture
def host(qtbot: QtBot, show: Show) -> QWidget:
    return show(QWidget(), 1280, 720)


@pytest.fixture
def importing(desk: Desk, host: QWidget) -> Importing:
    return Importing(desk, host)


@pytest.fixture
def looked(importing: Importing, tmp_path: Path, qtbot: QtBot) -> Looked:
    def looked(content: str | bytes) -> Importing:
        path = tmp_path / "crm.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        importing.start(path)
        rested(importing, qtbot)
        return importing

    return looked


def rested(importing: Importing, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not importing.progress.isVisible(), timeout=20_000)


def names(app: Services) -> list[str]:
    return sorted(row.account for row in accounts.listed(app))


def focused() -> QWidget:
    part = QApplication.focusWidget()
    assert part is not None
    return part


def press(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)


def pick(letters: str) -> None:
    """Choose in the list that floats: its field has the keyboard."""
    QTest.keyClicks(focused(), letters)
    press(Key.Key_Return)


def choose_row(view: TableView[Any], row: int) -> None:
    view.setFocus()
    view.setCurrentIndex(view.model().index(row, 0))
    press(Key.Key_Return)


def outcomes(importing: Importing) -> list[str]:
    assert importing.preview.rows is not None
    return [row.outcome.value for row in importing.preview.rows.records]


def test_a_file_that_says_nothing_is_told_what_it_is_by_keys_alone(
    looked: Looked, app: Services, qtbot: QtBot
) -> None:
    importing = looked("Dies,Das\nZenith,Oslo\nBolt,Lyon\n")
    kind = importing.facts.buttons["kind"]
    assert kind.hasFocus()
    assert not importing.take.isVisible()
    press(Key.Key_Space)
    pick("acc")
    rested(importing, qtbot)
    assert kind.value() == "Accounts"
    assert importing.leave.hasFocus()
    choose_row(importing.columns, 0)
    pick("name")
    rested(importing, qtbot)
    choose_row(importing.columns, 1)
    pick("city")
    rested(importing, qtbot)
    assert outcomes(importing) == [RowOutcome.NEW, RowOutcome.NEW]
    importing.take.setFocus()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: not importing.overlay.is_open(), timeout=20_000)
    assert names(app) == ["Bolt", "Zenith"]
    importing = looked("Dies,Das\nNew,Rome\n")
    assert importing._words.text().startswith("1 account: 1 new")
    assert importing.take.hasFocus()


def test_first_rows_columns_and_totals_are_shown_and_every_part_has_a_name(
    looked: Looked, acme: str, qtmodeltester: ModelTester
) -> None:
    importing = looked(CRM)
    assert outcomes(importing) == ["doubtful", "new", "rejected"]
    assert importing.facts.buttons["delimiter"].value() == "semicolon"
    columns = importing.columns.columns.records
    assert [(one.heading, one.field) for one in columns] == [
        ("Account Name", "name"),
        ("Billing City", "city"),
        ("Web Site", "website"),
        ("Favourite colour", ""),
    ]
    assert "line 4: the row has no name" in importing._left.text()
    assert [part for part in reachable(importing) if not part.accessibleName()] == []
    for model in (importing.preview.rows, importing.columns.columns, importing.doubts.doubts):
        assert model is not None
        qtmodeltester.check(model)


def test_a_row_that_may_be_here_already_is_decided_and_counts_anew(
    looked: Looked, acme: str, app: Services, qtbot: QtBot
) -> None:
    importing = looked(CRM)
    assert "2 new, 0 changed" in importing._words.text()
    choose_row(importing.doubts, 0)
    pick("acme")
    rested(importing, qtbot)
    assert "1 new, 1 changed" in importing._words.text()
    assert importing.doubts.answer(importing.doubts.doubts.records[0]) == "it is Acme"
    choose_row(importing.doubts, 0)
    pick("leave")
    rested(importing, qtbot)
    assert "1 new, 0 changed" in importing._words.text()


def test_all_rows_that_may_be_here_are_decided_at_once_and_one_of_them_otherwise(
    looked: Looked, acme: str, app: Services, qtbot: QtBot
) -> None:
    importing = looked("Account Name,City\nAcme Holding,Bonn\nThe Acme,Kiel\nZenith,Oslo\n")
    for policy, said in (("skip", "1 new, 0 changed"), ("new", "3 new"), ("merge", "1 new, 1 ch")):
        chip = importing.for_all.chips[policy]
        QTest.mouseClick(chip, LEFT, pos=QPoint(chip.width() // 2, chip.height() // 2))
        rested(importing, qtbot)
        assert said in importing._words.text()
    records = importing.doubts.doubts.records
    assert [importing.doubts.answer(one) for one in records] == ["it is Acme", "it is Acme"]
    at = [one.at for one in records].index("line 3")
    choose_row(importing.doubts, at)
    pick("a new")
    rested(importing, qtbot)
    assert "2 new, 1 changed" in importing._words.text()
    importing.take.click()
    qtbot.waitUntil(lambda: not importing.overlay.is_open(), timeout=20_000)
    assert names(app) == ["Acme Holding", "The Acme", "Zenith"]


def test_a_row_that_fits_several_may_be_a_new_one(
    looked: Looked, acme: str, app: Services, qtbot: QtBot
) -> None:
    accounts.add(app, fields={"name": "Acme"})
    importing = looked("Account Name\nAcme\n")
    assert importing.doubts.answer(importing.doubts.doubts.records[0]) == "not decided: left out"
    choose_row(importing.doubts, 0)
    pick("a new")
    rested(importing, qtbot)
    importing.take.click()
    qtbot.waitUntil(lambda: not importing.overlay.is_open(), timeout=20_000)
    assert names(app) == ["Acme"] * 3


def test_what_may_change_is_chosen_with_the_mouse(
    looked: Looked, acme: str, app: Services, qtbot: QtBot
) -> None:
    importing = looked("Account Name,Industry\nAcme,Mining\nBolt,Steel\n")
    assert "1 new, 1 changed" in importing._words.text()
    chip = importing.policy.chips["new"]
    QTest.mouseClick(chip, LEFT, pos=QPoint(chip.width() // 2, chip.height() // 2))
    rested(importing, qtbot)
    assert "1 new, 0 changed, 1 as they are" in importing._words.text()
    importing.take.click()
    qtbot.waitUntil(lambda: not importing.overlay.is_open(), timeout=20_000)
    assert accounts.texts(app, acme)["industry"] == ""  # pyright: ignore[reportArgumentType] - an id is text


def test_another_encoding_and_line_of_headings_are_tried_at_once(
    looked: Looked, qtbot: QtBot
) -> None:
    importing = looked("Our customers\n\nAccount Name,City\nK\u00f6ln AG,Bonn\n".encode())
    assert importing.facts.buttons["header"].value() == "line 3"
    importing.facts.buttons["encoding"].click()
    pick("cp1252")
    rested(importing, qtbot)
    assert importing.preview.rows is not None
    first = importing.preview.rows.record(0)
    assert first is not None
    assert first.values[0] == "K\u00c3\u00b6ln AG"
    importing.facts.buttons["header"].click()
    pick("no headings")
    rested(importing, qtbot)
    assert importing.facts.buttons["header"].value() == "none"


def test_another_sheet_of_a_workbook_is_chosen(
    importing: Importing, tmp_path: Path, qtbot: QtBot
) -> None:
    def fill(book: Any) -> None:
        table(book, "Here", [["Account Name", "Industry"], ["Acme", "Mining"]])
        table(book, "Kept back", [["Account Name", "Industry"], ["Bolt", "Steel"]]).hide()

    importing.start(xlsx(tmp_path / "crm.xlsx", fill))
    rested(importing, qtbot)
    sheet = importing.facts.buttons["sheet"]
    assert (sheet.isVisible(), sheet.value()) == (True, "Here")
    assert not importing.facts.buttons["encoding"].isVisible()
    sheet.click()
    pick("kept")
    rested(importing, qtbot)
    assert importing.preview.rows is not None
    assert [row.values[0] for row in importing.preview.rows.records] == ["Bolt"]


def test_a_report_stays_when_rows_were_left_out_and_they_are_saved_as_a_file(
    looked: Looked, app: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    importing = looked(CRM)
    importing.take.click()
    qtbot.waitUntil(importing.back.isVisible, timeout=20_000)
    assert importing.leave.hasFocus()
    assert "came in: 2 added" in importing._words.text()
    saved = tmp_path / "left out.csv"
    importing.save_left_out(saved)
    qtbot.waitUntil(saved.exists)
    with saved.open(encoding="utf-8-sig", newline="") as file:
        [row] = list(csv.DictReader(file))
    assert (row["Where"], row["Why Left Out"]) == ("line 4", "the row has no name")
    assert row["Billing City"] == "Rome"
    importing.back.click()
    qtbot.waitUntil(lambda: not importing.overlay.is_open())
    assert names(app) == []


def test_an_earlier_import_is_taken_back_whole_days_later(
    importing: Importing,
    app: Services,
    tmp_path: Path,
    qtbot: QtBot,
    qtmodeltester: ModelTester,
) -> None:
    path = tmp_path / "may.csv"
    path.write_text("Account Name,Industry\nAcme,Mining\n")
    imports.run(app, path, Options())
    accounts.add(app, fields={"name": "Since"})
    importing.choose()
    earlier = importing.beginning.list
    qtbot.waitUntil(lambda: importing.beginning.done.rowCount() == 1)
    qtmodeltester.check(importing.beginning.done)
    assert importing.beginning.drop.action.hasFocus()
    assert [part for part in reachable(importing) if not part.accessibleName()] == []
    earlier.setFocus()
    earlier.setCurrentIndex(importing.beginning.done.index(0, 0))
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: names(app) == ["Since"])
    qtbot.waitUntil(lambda: importing.beginning.done.records[0].taken_back)


def test_several_files_follow_one_another(
    importing: Importing, app: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    files = [tmp_path / "one.csv", tmp_path / "two.csv"]
    for number, file in enumerate(files):
        file.write_text(f"Account Name,Industry\nA{number},Mining\n")
    importing.start(*files)
    qtbot.waitUntil(importing.take.hasFocus, timeout=20_000)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: importing._title.text() == "two.csv", timeout=20_000)
    qtbot.waitUntil(importing.take.hasFocus, timeout=20_000)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: not importing.overlay.is_open(), timeout=20_000)
    assert names(app) == ["A0", "A1"]


def test_a_choice_that_cannot_be_read_is_said_in_place_and_another_one_helps(
    looked: Looked, qtbot: QtBot
) -> None:
    importing = looked("Account Name,City\nK\u00f6ln AG,Bonn\n".encode("cp1252"))
    importing.facts.buttons["encoding"].click()
    pick("utf-8")
    rested(importing, qtbot)
    assert "it is not utf-8" in importing._words.text()
    assert not importing.take.isVisible()
    importing.facts.buttons["encoding"].click()
    pick("cp1252")
    rested(importing, qtbot)
    assert importing.take.isVisible()


def test_the_window_answers_while_twenty_thousand_rows_come_in(
    importing: Importing, app: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "large.csv"
    path.write_text("Account Name,City\n" + "".join(f"Account {n},Oslo\n" for n in range(20_000)))
    pauses: list[float] = [time.perf_counter()]
    beat = QTimer(importing)
    beat.timeout.connect(lambda: pauses.append(time.perf_counter()))
    beat.start(10)
    importing.start(path)
    qtbot.waitUntil(importing.take.hasFocus, timeout=30_000)
    importing.take.click()
    qtbot.waitUntil(lambda: not importing.overlay.is_open(), timeout=30_000)
    beat.stop()
    longest = max(later - sooner for sooner, later in pairwise(pauses))
    assert longest < LONGEST_PAUSE


def test_a_list_of_companies_and_people_says_of_each_row_which_it_is(
    looked: Looked, app: Services, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    importing = looked(
        "Name,Is a Company,Related Company,Email\n"
        "Dana Reed,False,Bolt,dana@bolt.example\nBolt,True,,\n"
    )
    assert importing.facts.buttons["kind"].value() == "Accounts, Contacts"
    assert importing._words.text() == "1 account, 1 contact: 2 new, 0 changed, 0 as they are."
    assert "“Is a Company” says of each row" in importing._left.text()
    rows = importing.preview.rows
    assert rows is not None
    qtmodeltester.check(rows)
    assert [[rows.index(n, c).data() for c in (1, 2, 3)] for n in (0, 1)] == [
        ["line 2", "Contact", "Dana Reed"],
        ["line 3", "Account", "Bolt"],
    ]
    choose_row(importing.columns, 1)
    pick("not used")
    rested(importing, qtbot)
    assert importing._words.text().startswith("2 contacts: 2 new")
    choose_row(importing.columns, 1)
    pick("is company")
    rested(importing, qtbot)
    importing.take.setFocus()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: not importing.overlay.is_open(), timeout=20_000)
    assert names(app) == ["Bolt"]
