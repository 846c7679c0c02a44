"""What only I read stands on the page of an account and of a person, says so, and can be taken back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sponsor_app.services import Services, private_notes
from sponsor_app.ui.accounts.page_screen import AccountScreen
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.private_note import PrivateNote
from tests.ui.accounts.conftest import Life, Opened, enter, press, settle


@pytest.fixture
def back(desk: Desk) -> list[Callable[[], None]]:
    """The ways back that were offered."""
    offered: list[Callable[[], None]] = []
    desk.told.connect(lambda told: offered.append(told.take_back))
    return offered


def write(private: PrivateNote, words: str) -> None:
    """Enter, words, Ctrl+Enter."""
    private.note.face.setFocus()
    QTest.keyClick(private.note.face, Qt.Key.Key_Return)
    private.note.editor.selectAll()
    QTest.keyClicks(private.note.editor, words)
    QTest.keyClick(private.note.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_note_about_the_account_is_written_kept_and_taken_back(
    screen: AccountScreen,
    life: Life,
    app: Services,
    back: list[Callable[[], None]],
    qtbot: QtBot,
) -> None:
    private = screen.body.private.private
    write(private, "Their board is split")
    qtbot.waitUntil(lambda: private_notes.read(app, life.acme) == "Their board is split")
    qtbot.waitUntil(lambda: len(back) == 1)
    qtbot.waitUntil(lambda: private.note.text() == "Their board is split")
    back[0]()
    qtbot.waitUntil(lambda: private_notes.read(app, life.acme) == "")
    qtbot.waitUntil(lambda: private.note.text() == "")


def test_it_says_that_it_stays_here_and_what_it_is_called(screen: AccountScreen) -> None:
    private = screen.body.private.private
    assert "Only on this laptop" in private.promise.text()
    assert private.note.face.accessibleName() == "Private note: nothing yet"
    private.note.begin()
    assert private.note.editor.accessibleName() == "Private note"


def test_another_account_shows_nothing_of_the_first(
    opened: Opened, life: Life, app: Services, other: str, qtbot: QtBot
) -> None:
    private_notes.write(app, life.acme, "of Acme")
    screen = opened(life.acme)
    private = screen.body.private.private
    qtbot.waitUntil(lambda: private.note.text() == "of Acme")
    private.show_record(other)
    assert private.note.text() == ""
    settle(screen, qtbot)
    assert private.note.text() == ""


@pytest.fixture
def other(life: Life) -> str:
    """A record that nothing was noted about."""
    return str(life.mia)


def test_a_note_about_a_person_stands_where_they_are_opened(
    screen: AccountScreen, life: Life, app: Services, qtbot: QtBot
) -> None:
    part = screen.body.people
    enter(part.tiles)
    press(screen, Qt.Key.Key_Return)
    qtbot.waitUntil(part.panel.isVisible)
    write(part.panel.private, "Afraid of flying")
    qtbot.waitUntil(lambda: private_notes.read(app, life.dana) == "Afraid of flying")
    assert private_notes.read(app, life.acme) == ""


def test_a_refusal_is_said_below_what_was_written(screen: AccountScreen, qtbot: QtBot) -> None:
    note = screen.body.private.private.note
    note.begin()
    note.editor.insertPlainText("word\n" * 20_000 + "s")  # pyright: ignore[reportAttributeAccessIssue]
    QTest.keyClick(note.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "100,000" in note.field.error())
    assert note.editing
