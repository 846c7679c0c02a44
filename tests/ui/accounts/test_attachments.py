"""Files are dropped on an account or chosen, opened only after a warning, and taken back with one key."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sponsor_app.domain.ids import AccountId
from sponsor_app.services import Services, accounts, attachments
from sponsor_app.ui.accounts.attachment_panel import AttachmentPanel
from sponsor_app.ui.accounts.attachments_part import AttachmentsPart
from sponsor_app.ui.accounts.page_screen import AccountScreen
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.choice import Choice
from sponsor_app.ui.widgets.focus import reachable
from tests.ui.accounts.conftest import Life, Opened, press, settle
from tests.ui.conftest import Trail

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


class Programs(QObject):
    """What the programs of this computer were asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def programs() -> Iterator[Programs]:
    made = Programs()
    QDesktopServices.setUrlHandler("file", made, "take")  # pyright: ignore[reportArgumentType] - the stub says bytes, which it refuses
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    path = tmp_path / "Contract.pdf"
    path.write_bytes(b"%PDF-1.7 contract")
    return path


@pytest.fixture
def part(screen: AccountScreen) -> AttachmentsPart:
    return screen.body.attachments


@pytest.fixture
def back(desk: Desk) -> list[Callable[[], None]]:
    """The ways back that were offered."""
    offered: list[Callable[[], None]] = []
    desk.told.connect(lambda told: offered.append(told.take_back))
    return offered


def names(part: AttachmentsPart) -> list[str]:
    return [one.name for one in part.model.records]


def drop(target: QWidget, *files: Path) -> bool:
    """Let go of files over a part; whether it takes them."""
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    entered = QDragEnterEvent(QPoint(9, 9), COPY, held, LEFT, NONE)
    entered.ignore()
    target.dragEnterEvent(entered)
    if entered.isAccepted():
        target.dropEvent(QDropEvent(QPointF(9, 9), COPY, held, LEFT, NONE))
    return entered.isAccepted()


def test_a_dropped_file_is_there_and_one_undo_takes_it_away_again(
    part: AttachmentsPart, contract: Path, back: list[Callable[[], None]], qtbot: QtBot
) -> None:
    assert part.none.isVisible()
    assert drop(part, contract)
    qtbot.waitUntil(lambda: names(part) == ["Contract.pdf"])
    assert not part.none.isVisible()
    qtbot.waitUntil(lambda: len(back) == 1)
    back[0]()
    qtbot.waitUntil(lambda: names(part) == [])


def test_dropped_anywhere_on_the_page_a_document_is_attached_and_a_table_left_to_the_import(
    screen: AccountScreen, part: AttachmentsPart, contract: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    table = tmp_path / "people.csv"
    table.write_text("name\nDana\n", encoding="utf-8")
    assert not drop(screen, table)
    assert drop(screen, contract)
    qtbot.waitUntil(lambda: names(part) == ["Contract.pdf"])
    assert drop(part, table)
    qtbot.waitUntil(lambda: sorted(names(part)) == ["Contract.pdf", "people.csv"])


def test_f_asks_which_and_what_is_chosen_is_attached(
    screen: AccountScreen, part: AttachmentsPart, contract: Path, qtbot: QtBot
) -> None:
    screen.setFocus()
    press(screen, "f")
    dialog = part.dialog
    assert dialog is not None
    dialog.filesSelected.emit([str(contract)])
    dialog.close()
    qtbot.waitUntil(lambda: names(part) == ["Contract.pdf"])


def test_it_says_that_they_stay_here_and_every_stop_has_a_name(
    part: AttachmentsPart, contract: Path, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    part.take([contract])
    qtbot.waitUntil(lambda: names(part) == ["Contract.pdf"])
    assert "Only on this laptop" in part.promise.text()
    part.list.select(part.model.records[0].id)
    part.list.open_current()
    assert [one for one in reachable(part) if not one.accessibleName()] == []
    qtmodeltester.check(part.model, force_py=True)


@pytest.fixture
def held(part: AttachmentsPart, contract: Path, qtbot: QtBot) -> AttachmentsPart:
    """One file, with the keyboard on it."""
    part.take([contract])
    qtbot.waitUntil(lambda: names(part) == ["Contract.pdf"])
    part.list.select(part.model.records[0].id)
    part.list.setFocus()
    return part


def test_it_is_opened_only_after_a_warning_that_enter_does_not_pass(
    held: AttachmentsPart, programs: Programs, contract: Path, app: Services, qtbot: QtBot
) -> None:
    press(held, "o")
    choice = held.window().findChild(Choice)
    assert choice is not None
    press(held, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not held.window().findChildren(Choice))
    assert programs.opened == []
    press(held, "o")
    choice = held.window().findChild(Choice)
    assert choice is not None
    QTest.mouseClick(choice.buttons["open"], LEFT)
    qtbot.waitUntil(lambda: len(programs.opened) == 1)
    [copy] = programs.opened
    assert copy.is_relative_to(app.profile.opened)
    assert copy.read_bytes() == contract.read_bytes()


def test_del_removes_it_and_undo_brings_it_back(
    held: AttachmentsPart, back: list[Callable[[], None]], qtbot: QtBot
) -> None:
    press(held, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(held) == [] and len(back) == 1)
    back[0]()
    qtbot.waitUntil(lambda: names(held) == ["Contract.pdf"])


def test_a_copy_is_saved_where_it_is_wanted(
    held: AttachmentsPart, trail: Trail, contract: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    press(held, "s")
    panel = held.list.panel
    assert isinstance(panel, AttachmentPanel)
    dialog = panel.saving.dialog
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "elsewhere.pdf"))
    dialog.close()
    qtbot.waitUntil(lambda: bool(trail.said))
    assert (tmp_path / "elsewhere.pdf").read_bytes() == contract.read_bytes()


@pytest.mark.skipif(os.name != "posix", reason="made of what only POSIX has")
def test_bad_files_are_said_together_and_the_good_one_comes_in(
    part: AttachmentsPart, trail: Trail, contract: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    pipe, device = tmp_path / "pipe.pdf", tmp_path / "device.pdf"
    os.mkfifo(pipe)
    device.symlink_to("/dev/zero")
    part.take([pipe, tmp_path, device, contract])
    qtbot.waitUntil(lambda: names(part) == ["Contract.pdf"] and bool(trail.refused))
    [refused] = trail.refused
    assert refused.message.count("Nothing was changed.") == 3
    assert "is a folder" in refused.message


def test_what_takes_long_shows_how_far_it_is_and_can_be_given_up(
    part: AttachmentsPart, trail: Trail, tmp_path: Path, life: Life, app: Services, qtbot: QtBot
) -> None:
    files = [tmp_path / f"{number}.mov" for number in range(40)]
    for file in files:
        file.write_bytes(os.urandom(9 << 20) if file is files[0] else os.urandom(1 << 20))
    part.patience.setInterval(0)
    part.take(files)
    qtbot.waitUntil(part.progress.isVisible)
    part.progress.cancelled.emit()
    qtbot.waitUntil(lambda: not part.progress.isVisible())
    settle(part, qtbot)
    assert len(attachments.listed(app, life.acme)) < len(files)


def test_another_account_shows_nothing_of_the_first(
    opened: Opened, held: AttachmentsPart, life: Life, app: Services, qtbot: QtBot
) -> None:
    bolt = AccountId(accounts.add(app, fields={"name": "Bolt"}).created[0])
    screen = opened(bolt)
    settle(screen, qtbot)
    assert names(screen.body.attachments) == []
