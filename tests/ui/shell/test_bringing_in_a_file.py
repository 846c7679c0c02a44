"""A file in the window: looked at first, then taken with progress and a way to stop, then taken back by Undo."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sponsor_app.services import Services, accounts
from sponsor_app.ui.imports.importing import Importing
from sponsor_app.ui.places import ScreenName, ToScreen
from sponsor_app.ui.shell.window import Window
from sponsor_app.ui.widgets.focus import reachable
from tests.ui.shell.conftest import CONTROL, Key, drop, press, settle

WHOLE = "Name,Tier,Favourite colour\nAcme,key,blue\nBolt,standard,red\n"
ROWS = f"{WHOLE},key,\n"


@pytest.fixture
def crm(tmp_path: Path) -> Path:
    path = tmp_path / "crm.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


@pytest.fixture
def whole(crm: Path) -> Path:
    crm.write_text(WHOLE, encoding="utf-8")
    return crm


def names(app: Services) -> list[str]:
    return sorted(row.account for row in accounts.listed(app))


def looked_at(window: Window, path: Path, qtbot: QtBot) -> Importing:
    drop(window, path)
    importing = window.floating.importing
    assert importing is not None
    qtbot.waitUntil(lambda: not importing.progress.isVisible(), timeout=20_000)
    return importing


def test_a_dropped_file_says_what_would_come_in_and_what_not(
    working: Window, crm: Path, mine: Services, qtbot: QtBot
) -> None:
    importing = looked_at(working, crm, qtbot)
    assert "2 new, 0 changed, 0 as they are" in importing._words.text()
    left = importing._left.text()
    assert "4:" in left
    assert "Favourite colour" in left
    assert importing.take.hasFocus()
    assert names(mine) == []
    assert [part for part in reachable(importing) if not part.accessibleName()] == []


def test_enter_takes_it_the_accounts_are_shown_and_undo_takes_it_back(
    working: Window, whole: Path, mine: Services, qtbot: QtBot
) -> None:
    looked_at(working, whole, qtbot)
    press(working, Key.Key_Return)
    qtbot.waitUntil(lambda: names(mine) == ["Acme", "Bolt"], timeout=20_000)
    qtbot.waitUntil(
        lambda: working.main.navigator.here == ToScreen(ScreenName.ACCOUNTS), timeout=20_000
    )
    qtbot.waitUntil(working.main.toast.isVisible)
    assert "crm.csv" in working.main.toast.sentence()
    press(working, Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: names(mine) == [])
    settle(working, qtbot)


def test_leaving_it_changes_nothing_and_gives_the_keyboard_back(
    working: Window, crm: Path, mine: Services, qtbot: QtBot
) -> None:
    working.main.rail.log.setFocus()
    importing = looked_at(working, crm, qtbot)
    press(working, Key.Key_Escape)
    assert not importing.overlay.is_open()
    assert working.main.rail.log.hasFocus()
    assert names(mine) == []


def test_stopping_while_it_looks_leaves_nothing_behind(
    working: Window, tmp_path: Path, mine: Services, qtbot: QtBot
) -> None:
    large = tmp_path / "large.csv"
    large.write_text("Name\n" + "".join(f"Account {n}\n" for n in range(20_000)))
    drop(working, large)
    importing = working.floating.importing
    assert importing is not None
    assert importing.progress.isVisible()
    QTest.keyClick(importing.leave, Key.Key_Space)
    assert not importing.overlay.is_open()
    working.desk.operations._slow.submit(lambda: None).result(20)
    settle(working, qtbot)
    assert not importing.overlay.is_open()
    assert names(mine) == []


def test_the_same_file_again_brings_nothing_and_offers_nothing(
    working: Window, whole: Path, mine: Services, qtbot: QtBot
) -> None:
    looked_at(working, whole, qtbot).take.click()
    qtbot.waitUntil(lambda: names(mine) == ["Acme", "Bolt"], timeout=20_000)
    settle(working, qtbot)
    importing = looked_at(working, whole, qtbot)
    assert "0 new, 0 changed, 2 as they are" in importing._words.text()
    assert not importing.take.isVisible()
    assert importing.leave.hasFocus()


@pytest.mark.parametrize(
    ("name", "content"), [("photo.csv", b"\x89PNG\r\n\x1a\n\0\0\0"), ("nothing.csv", b"")]
)
def test_a_file_that_cannot_be_read_is_said_in_place(
    name: str, content: bytes, working: Window, tmp_path: Path, mine: Services, qtbot: QtBot
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    importing = looked_at(working, path, qtbot)
    assert importing._words.text()
    assert not importing.take.isVisible()
    assert importing.leave.hasFocus()
    press(working, Key.Key_Escape)
    assert names(mine) == []
