"""Locked: nothing of anybody is shown or open until the way in is given again, and nothing is lost."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sponsor_app.services import Services, accounts, attachments, stores
from sponsor_app.services.profiles import Clocks, Me, Profile, Unlocking
from sponsor_app.ui.shell.calls import Calls
from sponsor_app.ui.shell.locking import Locking
from sponsor_app.ui.shell.window import Window
from tests.ui.shell.conftest import CONTROL, SHIFT, Key, Opened, press, settle, write

WORDS = "four plain words here"


@pytest.fixture
def window(profile: Profile, clocks: Clocks, opened: Opened, qtbot: QtBot) -> Window:
    """A store that a passphrase protects, open, with one account."""
    made = stores.create(profile, Me("Grace Moreau"), Unlocking(passphrase=WORDS), clocks)
    accounts.add(made, fields={"name": "Acme"})
    made.store.close()
    window = opened()
    write(window, WORDS)
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: window.main.navigator.current() is not None, timeout=20_000)
    settle(window, qtbot)
    return window


def lock(window: Window, qtbot: QtBot) -> None:
    press(window, Key.Key_L, CONTROL | SHIFT)
    qtbot.waitUntil(window.unlock.isVisible)
    qtbot.waitUntil(lambda: window.desk.operations._services is None)


def test_locked_it_shows_nothing_and_the_passphrase_opens_it_where_one_begins(
    window: Window, qtbot: QtBot
) -> None:
    press(window, Key.Key_2, CONTROL)
    settle(window, qtbot)
    lock(window, qtbot)
    qtbot.waitUntil(lambda: window.main.navigator.current() is None)
    words = [one.text() for one in window.findChildren(QLabel)]
    assert not any("Acme" in one or "Grace" in one for one in words)
    assert window.windowTitle() == "Sponsor"
    assert window.unlock.input.hasFocus()
    write(window, WORDS)
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: window.main.navigator.current() is not None, timeout=20_000)
    qtbot.waitUntil(lambda: window.windowTitle() == "Today – Sponsor")


def test_a_line_that_was_begun_is_there_again_after_unlocking(window: Window, qtbot: QtBot) -> None:
    press(window, Key.Key_L, CONTROL)
    write(window, "coffee with Dana")
    press(window, Key.Key_Escape)
    lock(window, qtbot)
    assert window.floating.log_line is None
    write(window, WORDS)
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: window.main.navigator.current() is not None, timeout=20_000)
    settle(window, qtbot)
    press(window, Key.Key_L, CONTROL)
    line = window.floating.log_line
    assert line is not None
    assert line.input.text() == "coffee with Dana"
    settle(window, qtbot)


def test_left_alone_it_locks_itself(window: Window, profile: Profile, qtbot: QtBot) -> None:
    calls = window.findChild(Calls)
    assert calls is not None
    Locking(window, profile, calls, alone=1)._on_painted()
    qtbot.waitUntil(window.unlock.isVisible)


def test_never_chosen_in_the_settings_it_stays_open_and_chosen_again_it_locks(
    window: Window, profile: Profile, qtbot: QtBot
) -> None:
    press(window, Key.Key_Comma, CONTROL)
    panel = window.floating.panel
    assert panel is not None
    qtbot.waitUntil(lambda: panel.calm.lock.value == "15")
    panel.calm.lock.chips["0"].click()
    panel.calm.digest.chips["1"].click()
    settle(window, qtbot)
    panel.open()
    settle(window, qtbot)
    assert (panel.calm.lock.value, panel.calm.digest.value) == ("0", "1")
    calls = window.findChild(Calls)
    assert calls is not None
    locking = Locking(window, profile, calls, alone=1)
    locking._ask()
    settle(window, qtbot)
    locking._on_alone()
    assert window.is_working()
    panel.calm.lock.chips["5"].click()
    settle(window, qtbot)
    settle(window, qtbot)
    locking._on_alone()
    qtbot.waitUntil(window.unlock.isVisible)


def test_a_store_without_protection_says_that_there_is_nothing_to_lock(
    mine: Services, working: Window
) -> None:
    press(working, Key.Key_L, CONTROL | SHIFT)
    assert working.is_working()
    assert working.main.toast.sentence().startswith("There is nothing to lock")


def laid_out(app: Services, profile: Profile, tmp_path: Path) -> Path:
    """A copy of an attachment, as another program has it open."""
    file = tmp_path / "Contract.pdf"
    file.write_bytes(b"%PDF-1.7")
    account = accounts.add(app, fields={"name": "Bolt"}).created[0]
    [file_id] = attachments.take(app, account, [file]).ids
    copy = attachments.open_copy(app, file_id)
    assert copy.is_relative_to(profile.root)
    return copy


def test_copies_of_attachments_go_when_the_window_is_locked(
    window: Window, profile: Profile, tmp_path: Path, qtbot: QtBot
) -> None:
    copies: list[Path] = []
    window.desk.operations.query(
        window, lambda app: laid_out(app, profile, tmp_path), copies.append
    )
    qtbot.waitUntil(lambda: bool(copies))
    assert copies[0].exists()
    lock(window, qtbot)
    assert not profile.opened.exists()


def test_copies_that_a_crash_has_left_go_when_the_window_opens_and_when_it_closes(
    mine: Services, profile: Profile, tmp_path: Path, opened: Opened, qtbot: QtBot
) -> None:
    copy = laid_out(mine, profile, tmp_path)
    window = opened()
    qtbot.waitUntil(lambda: not copy.exists())
    settle(window, qtbot)
    copy.parent.mkdir(parents=True)
    copy.touch()
    window.close()
    assert not profile.opened.exists()
