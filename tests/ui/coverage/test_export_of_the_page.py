"""Coverage as a file: asked for, written with a word about it, stopped, refused."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from sponsor_app.domain.errors import FileProblemError, RefusedError
from sponsor_app.services import Services, coverage
from sponsor_app.ui.coverage.export import FORMATS
from sponsor_app.ui.coverage.screen import CoverageScreen
from sponsor_app.ui.desk import Desk
from tests.ui.conftest import Trail
from tests.ui.coverage.conftest import Team

ENDINGS = [ending for ending, _words, _icon in FORMATS]


def give(screen: CoverageScreen, path: Path) -> None:
    """Ask for a file and answer the dialog."""
    screen.export.ask(path.suffix[1:])
    dialog = screen.export.dialog
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.done(0)


@pytest.mark.qt_log_ignore("This plugin does not support")  # menus offscreen
def test_e_offers_the_formats(screen: CoverageScreen, qtbot: QtBot) -> None:
    QTest.keyClick(screen.view.board.grid, Qt.Key.Key_E)
    menu = screen.view.export_button.findChild(QMenu)
    assert menu is not None
    qtbot.waitUntil(menu.isVisible)
    assert len(menu.actions()) == len(FORMATS)
    menu.close()


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_report_is_written_and_said(
    ending: str, screen: CoverageScreen, trail: Trail, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / f"monday.{ending}"
    give(screen, path)
    assert screen.view.progress.isVisible()
    assert screen.view.progress.words() == f"Writing monday.{ending}"
    qtbot.waitUntil(lambda: trail.said != [])
    assert trail.said == [f"Wrote monday.{ending} to {tmp_path.name}"]
    assert path.stat().st_size > 0
    assert not screen.view.progress.isVisible()
    assert screen.view.export_button.isEnabled()


def test_a_folder_that_is_gone_is_said_and_the_button_works_again(
    screen: CoverageScreen, trail: Trail, tmp_path: Path, qtbot: QtBot
) -> None:
    give(screen, tmp_path / "gone" / "c.csv")
    qtbot.waitUntil(lambda: trail.refused != [])
    assert isinstance(trail.refused[0], FileProblemError)
    assert screen.view.export_button.isEnabled()
    assert trail.said == []


@pytest.fixture
def busy(desk: Desk) -> Iterator[threading.Event]:
    """Both workers for files are at something else until the event is set."""
    free = threading.Event()
    for _worker in range(2):
        desk.operations.slow(desk, lambda _app, _tell, _cancel: free.wait(30), lambda _done: None)
    yield free
    free.set()


def test_cancel_leaves_no_file_and_says_so(
    busy: threading.Event, screen: CoverageScreen, trail: Trail, tmp_path: Path, qtbot: QtBot
) -> None:
    before = sorted(tmp_path.iterdir())
    give(screen, tmp_path / "c.pdf")
    screen.view.progress._cancel.click()
    assert screen.view.progress.words() == "Stopping"
    busy.set()
    qtbot.waitUntil(lambda: trail.said == ["Stopped: c.pdf was not written."])
    assert sorted(tmp_path.iterdir()) == before
    assert trail.refused == []


def test_a_stopped_file_leaves_what_was_there_before(
    app: Services, team: Team, tmp_path: Path
) -> None:
    path, stopped = tmp_path / "c.csv", threading.Event()
    path.write_text("last week")
    stopped.set()
    with pytest.raises(RefusedError):
        coverage.write(app, coverage.report(app), path, stopped)
    assert path.read_text() == "last week"
    assert list(tmp_path.glob(".c.csv*")) == []
