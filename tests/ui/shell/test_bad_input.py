"""Bad input in the window: one clear message where one looks, the same text kept, nothing half done."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from sponsor_app.domain.ids import AccountId
from sponsor_app.services import Services, accounts, stores
from sponsor_app.services.profiles import Clocks, Me, Profile, Unlocking
from sponsor_app.ui.shell.window import Window
from sponsor_app.ui.widgets.focus import reachable
from tests.ui.shell.conftest import Key, Opened, drop, press, write

HEADED = ("name,website,story\nZenith,z.example,{}\n").format("s" * 200_000)


def names(app: Services) -> list[str]:
    return [row.account for row in accounts.listed(app)]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("x" * 3_000_000, "it is no table"),
        ("\0" * 9000, "bytes of some program"),
        ("\n\n", "it holds no rows"),
    ],
    ids=["one line", "binary", "blank lines"],
)
def test_a_file_that_is_no_list_says_so_in_place_and_offers_only_the_way_out(
    content: str, told: str, working: Window, mine: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "bad.csv").write_text(content, encoding="utf-8")
    drop(working, tmp_path / "bad.csv")
    importing = working.floating.importing
    assert importing is not None
    qtbot.waitUntil(lambda: not importing.progress.isVisible(), timeout=20_000)
    assert importing.leave.hasFocus()
    said = importing._words.text() + importing._left.text()
    assert told in said
    assert "--" not in said
    assert not importing.take.isVisible()
    press(working, Key.Key_Escape)
    assert names(mine) == []


def test_a_cell_that_is_too_long_is_named_before_the_file_is_taken(
    working: Window, mine: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "long.csv").write_text(HEADED, encoding="utf-8")
    drop(working, tmp_path / "long.csv")
    importing = working.floating.importing
    assert importing is not None
    qtbot.waitUntil(lambda: not importing.progress.isVisible(), timeout=20_000)
    assert "line 2" in importing._left.text()
    assert names(mine) == []


def room(connection: Connection, more: int) -> None:
    """Let the database grow by so many pages: what it says beyond them is what it says of a full disk."""
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar() or 0
    connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + more}")


def test_a_full_disk_is_said_above_the_page_and_the_next_change_is_kept(
    working: Window, mine: Services, qtbot: QtBot
) -> None:
    operations, story = working.desk.operations, "s" * 90_000

    def fill(app: Services) -> None:
        with app.store.read() as connection:
            room(connection, 2)

    def empty(app: Services) -> None:
        with app.store.read() as connection:
            room(connection, 100_000)

    def add(name: str) -> None:
        operations.command(lambda app: accounts.add(app, fields={"name": name, "story": story}))

    operations.query(working, fill, lambda _done: None)
    add("Acme")
    qtbot.waitUntil(working.main.trouble.isVisible)
    assert "The disk is full. Nothing was changed." in working.main.trouble.sentence()
    assert names(mine) == []
    operations.query(working, empty, lambda _done: None)
    add("Acme")
    qtbot.waitUntil(lambda: not working.main.trouble.isVisible())
    assert names(mine) == ["Acme"]


def test_a_log_line_that_is_too_long_stays_where_it_was_typed(
    working: Window, mine: Services, qtbot: QtBot
) -> None:
    changes = accounts.add(mine, fields={"name": "Acme"})
    working.log()
    line = working.floating.log_line
    assert line is not None
    typed = "coffee at Acme yesterday " + "word " * 30_000
    line.input.setText(typed)
    press(line.input, Key.Key_Return)
    qtbot.waitUntil(lambda: "100,000" in line._note.text())
    assert line.input.text() == typed
    page = accounts.page(mine, AccountId(changes.created[0]))
    assert page.timeline == ()


def test_a_wrong_passphrase_is_said_below_the_field_without_a_word_to_type_elsewhere(
    profile: Profile, clocks: Clocks, opened: Opened, qtbot: QtBot
) -> None:
    by = Unlocking(passphrase="correct horse battery staple")
    stores.create(profile, Me("Grace Moreau"), by, clocks).store.close()
    window = opened()
    write(window, "not that one")
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: "does not open" in window.unlock.field.error(), timeout=20_000)
    assert "--" not in window.unlock.field.error()
    assert [part for part in reachable(window) if not part.accessibleName()] == []
    write(window, "correct horse battery staple")
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: window.main.navigator.current() is not None, timeout=20_000)
