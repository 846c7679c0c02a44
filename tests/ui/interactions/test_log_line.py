"""The log line as a person uses it: type, correct by keyboard, save, take back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sponsor_app.domain.ids import AccountId
from sponsor_app.services import Services, accounts, contacts, history
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.interactions.log_line import LogLine
from sponsor_app.ui.widgets.chip import Chip
from tests.ui.conftest import Show, Trail

COFFEE = "coffee with Dana at Acme yesterday, their place, happy, promised pricing by Fri"


@pytest.fixture
def dana(app: Services, acme: AccountId) -> str:
    return contacts.add(app, acme, name="Dana Reed").created[0]


@pytest.fixture
def line(desk: Desk, show: Show) -> LogLine:
    host = show(QWidget(), 1280, 720)
    return LogLine(desk, host)


def chips(line: LogLine) -> dict[str, Chip]:
    return {face.part: chip for chip, face in line.chips.faces.items()}


def words(line: LogLine) -> list[str]:
    return [chip.text() for chip in line.chips.faces]


def press(
    line: LogLine, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    focused = line.focusWidget() or line.input
    QTest.keyClick(focused, key, modifier)


def typed(line: LogLine, text: str, qtbot: QtBot) -> None:
    line.open()
    QTest.keyClicks(line.input, text)
    qtbot.waitUntil(lambda: line._reading is not None and line._reading.sentence.text == text)


def test_a_line_becomes_chips_while_it_is_typed(line: LogLine, dana: str, qtbot: QtBot) -> None:
    typed(line, COFFEE, qtbot)
    assert words(line) == [
        *("Coffee", "Dana Reed", "Acme"),
        *("Tue 17 Nov", "Their site", "Care", "Happy"),
        *("Pricing", "Fri 20 Nov"),
    ]
    assert "face to face" not in line._note.text()
    assert "their turf" in line._note.text()


def test_a_line_that_only_looks_ahead_says_that_it_is_a_plan(
    line: LogLine, app: Services, acme: AccountId, dana: str, qtbot: QtBot
) -> None:
    typed(line, "remind me to call Dana on Friday", qtbot)
    assert words(line)[:5] == ["Call", "Dana Reed", "Acme", "Planned Fri 20 Nov", "Remote"]
    assert line._note.text() == "Planned for Fri 20 Nov: no clock restarts until it was held."
    press(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not line.overlay.is_open())
    page = accounts.page(app, acme)
    assert page.row.next_planned == date(2026, 11, 20)
    assert page.row.clocks.touch is None


def test_what_is_meant_for_no_day_is_planned_for_today(
    line: LogLine, dana: str, qtbot: QtBot
) -> None:
    typed(line, "need to call Dana", qtbot)
    assert "Planned Wed 18 Nov" in words(line)
    assert "Planned for" in line._note.text()


def test_enter_saves_everything_and_one_undo_takes_it_back(
    line: LogLine, app: Services, acme: AccountId, dana: str, qtbot: QtBot
) -> None:
    typed(line, COFFEE, qtbot)
    press(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not line.overlay.is_open())
    page = accounts.page(app, acme)
    assert page.timeline[0].on == date(2026, 11, 17)
    assert page.commitments[0].due_on == date(2026, 11, 20)
    assert line.input.text() == ""
    history.undo(app)
    assert accounts.page(app, acme).timeline == ()


def test_a_chip_is_corrected_by_its_number(
    line: LogLine, app: Services, acme: AccountId, dana: str, qtbot: QtBot
) -> None:
    typed(line, COFFEE, qtbot)
    chips(line)["place"].setFocus()
    press(line, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: "Neutral" in words(line))
    assert chips(line)["place"].hasFocus()
    press(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not line.overlay.is_open())
    assert accounts.page(app, acme).timeline[0].place == "neutral"


def test_alt_up_moves_a_day_by_a_week_and_backspace_removes(
    line: LogLine, app: Services, acme: AccountId, dana: str, qtbot: QtBot
) -> None:
    typed(line, COFFEE, qtbot)
    chips(line)["due:0"].setFocus()
    press(line, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: "Fri 27 Nov" in words(line))
    chips(line)["sentiment"].setFocus()
    press(line, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: "Mood?" in words(line))
    press(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not line.overlay.is_open())
    page = accounts.page(app, acme)
    assert page.commitments[0].due_on == date(2026, 11, 27)
    assert page.timeline[0].sentiment is None


def test_tab_walks_from_the_words_through_every_chip(
    line: LogLine, dana: str, qtbot: QtBot
) -> None:
    typed(line, COFFEE, qtbot)
    walked: list[str] = []
    for _ in range(9):
        press(line, Qt.Key.Key_Tab)
        focused = line.focusWidget()
        assert isinstance(focused, Chip)
        walked.append(focused.text())
    assert walked == words(line)


def test_two_danas_are_told_apart_by_a_key(
    line: LogLine, app: Services, dana: str, qtbot: QtBot
) -> None:
    zenith = AccountId(accounts.add(app, fields={"name": "Zenith"}).created[0])
    contacts.add(app, zenith, name="Dana Novak")
    typed(line, "coffee with Dana yesterday", qtbot)
    chip = chips(line)["name:Dana"]
    assert "which one?" in chip.accessibleName()
    press(line, Qt.Key.Key_Return)
    qtbot.waitUntil(chip.hasFocus)
    number = [option.words for option in line.chips.faces[chip].options].index("Dana Novak") + 1
    press(line, Qt.Key(Qt.Key.Key_0.value + number))
    qtbot.waitUntil(lambda: "Zenith" in words(line))
    press(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not line.overlay.is_open())
    assert accounts.page(app, zenith).timeline_total == 1


def test_somebody_new_at_a_new_account_is_made_in_the_same_step(
    line: LogLine, app: Services, qtbot: QtBot
) -> None:
    typed(line, "call with Bob Brown at Zenith today", qtbot)
    press(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not line.overlay.is_open())
    [row] = accounts.listed(app)
    assert row.account == "Zenith"
    assert [one.name for one in contacts.listed(app, row.account_id)] == ["Bob Brown"]
    history.undo(app)
    assert not accounts.listed(app)


def test_a_line_without_an_account_is_kept_and_says_what_is_missing(
    line: LogLine, trail: Trail, qtbot: QtBot
) -> None:
    typed(line, "had a nice day", qtbot)
    press(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "coffee with Dana at Acme" in line._note.text())
    assert line.input.text() == "had a nice day"
    assert trail.refused == []


def test_escape_keeps_the_draft(line: LogLine, dana: str, qtbot: QtBot) -> None:
    typed(line, "coffee with Dana", qtbot)
    press(line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not line.overlay.is_open())
    line.open()
    assert line.input.text() == "coffee with Dana"


def test_a_pasted_novel_is_refused_in_words_and_stays_where_it_was(
    line: LogLine, dana: str, qtbot: QtBot
) -> None:
    line.open()
    line.input.setText("call with Dana at Acme today. " + "word " * 30_000)
    qtbot.waitUntil(lambda: bool(line.chips.faces))
    press(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "100,000" in line._note.text())
    assert len(line.input.text()) > 100_000


def test_every_part_that_takes_the_keyboard_has_a_name(
    line: LogLine, dana: str, qtbot: QtBot
) -> None:
    typed(line, COFFEE, qtbot)
    takers = [
        part
        for part in line.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible()
    ]
    assert len(takers) >= 10
    assert [part for part in takers if not part.accessibleName()] == []


def test_what_was_learned_is_a_chip_and_a_fact_of_the_contact(
    line: LogLine, app: Services, acme: AccountId, dana: str, qtbot: QtBot
) -> None:
    typed(line, "Dana likes rowing", qtbot)
    assert words(line) == ["Dana Reed", "Acme", "Likes rowing"]
    assert line._saves.text() == "Saves “Likes rowing” about Dana Reed."
    assert line._note.text() == "Nothing took place: no clock restarts."
    press(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not line.overlay.is_open())
    page = accounts.page(app, acme)
    assert [(one.text, one.contact) for one in page.facts] == [("Likes rowing", "Dana Reed")]
    assert page.row.clocks.touch is None


def test_what_is_nobodys_business_is_refused_and_stays_in_the_box(
    line: LogLine, app: Services, acme: AccountId, dana: str, qtbot: QtBot
) -> None:
    text = "coffee with Dana at Acme, she is pregnant"
    typed(line, text, qtbot)
    assert line._saves.text().startswith("Not to be saved with “pregnant”")
    press(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "health" in line._note.text())
    assert (line.overlay.is_open(), line.input.text()) == (True, text)
    page = accounts.page(app, acme)
    assert (page.timeline_total, list(page.facts)) == (0, [])
    chips(line)["fact:0"].removed.emit()
    qtbot.waitUntil(lambda: "fact:0" not in chips(line))
