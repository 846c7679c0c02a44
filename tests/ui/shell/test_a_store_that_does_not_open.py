"""A store that is newer, damaged, not ours or in use: a page says what is so, and nothing is lost."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sponsor_app.services import Services, accounts
from sponsor_app.services.profiles import Profile
from sponsor_app.ui.shell.window import Window
from sponsor_app.ui.widgets.focus import reachable
from tests.ui.shell.conftest import Key, Opened, press

Spoil = Callable[[Profile], None]


def newer(profile: Profile) -> None:
    with sqlite3.connect(profile.store) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()


def damaged(profile: Profile) -> None:
    whole = bytearray(profile.store.read_bytes())
    whole[100 : len(whole)] = b"\xa5" * (len(whole) - 100)
    profile.store.write_bytes(bytes(whole))


def of_another_program(profile: Profile) -> None:
    profile.store.unlink()
    with sqlite3.connect(profile.store) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    connection.close()


def no_database(profile: Profile) -> None:
    profile.store.write_bytes(b"Dear diary, " * 1000)


def empty(profile: Profile) -> None:
    profile.store.write_bytes(b"")


def without_its_key(profile: Profile) -> None:
    profile.key_file.write_text("{")


SPOILED: dict[str, tuple[Spoil, str]] = {
    "newer": (newer, "later version"),
    "damaged": (damaged, "damaged"),
    "another program's": (of_another_program, "made by another program"),
    "no database": (no_database, "not a store of this program"),
    "empty": (empty, "empty"),
    "without its key": (without_its_key, "key"),
}


def texts(page: Window) -> str:
    return page.unlock._words.text()


@pytest.mark.parametrize("kind", SPOILED)
def test_a_page_says_why_and_what_next_and_the_file_stays_as_it_is(
    kind: str, mine: Services, profile: Profile, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    accounts.add(mine, fields={"name": "Acme"})
    mine.store.close()
    good = {path: path.read_bytes() for path in (profile.store, profile.key_file)}
    spoil, said = SPOILED[kind]
    spoil(profile)
    spoiled = profile.store.read_bytes()
    window = opened()
    qtbot.waitUntil(window.unlock.isVisible)
    assert said in texts(window)
    assert window.unlock.retry.hasFocus()
    assert not window.main.isVisible()
    assert [part for part in reachable(window) if not part.accessibleName()] == []
    window.grab()
    assert profile.store.read_bytes() == spoiled
    for path, content in good.items():
        path.write_bytes(content)
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: window.main.navigator.current() is not None)
    found: list[str] = []
    window.desk.operations.query(
        window, lambda app: [row.account for row in accounts.listed(app)], found.extend
    )
    qtbot.waitUntil(lambda: found == ["Acme"])


def test_the_page_offers_to_close(
    mine: Services, profile: Profile, opened: Opened, qtbot: QtBot
) -> None:
    mine.store.close()
    newer(profile)
    window = opened()
    qtbot.waitUntil(window.unlock.retry.hasFocus)
    press(window, Key.Key_Tab)
    assert QApplication.focusWidget() is window.unlock.close_button
    press(window, Key.Key_Return)
    assert not window.isVisible()


def test_while_somebody_else_writes_a_change_is_refused_and_can_be_made_a_moment_later(
    working: Window, mine: Services, qtbot: QtBot
) -> None:
    def add(name: str) -> None:
        working.desk.operations.command(lambda app: accounts.add(app, fields={"name": name}))

    with mine.store.write("A long import"):
        add("Acme")
        qtbot.waitUntil(working.main.trouble.isVisible, timeout=15_000)
    assert "Another window or command is writing" in working.main.trouble.sentence()
    add("Acme")
    qtbot.waitUntil(lambda: not working.main.trouble.isVisible())
    assert [row.account for row in accounts.listed(mine)] == ["Acme"]


def test_what_another_window_writes_is_seen_without_asking(
    working: Window, mine: Services, qtbot: QtBot
) -> None:
    accounts.add(mine, fields={"name": "Acme"})
    with qtbot.waitSignal(working.desk.operations.changed, timeout=10_000):
        pass


def test_a_store_that_has_gone_while_the_page_was_shown_leads_to_the_first_question(
    mine: Services, profile: Profile, opened: Opened, qtbot: QtBot
) -> None:
    mine.store.close()
    newer(profile)
    window = opened()
    qtbot.waitUntil(window.unlock.retry.hasFocus)
    profile.store.unlink()
    press(window, Key.Key_Return)
    qtbot.waitUntil(window.first_run.isVisible)
