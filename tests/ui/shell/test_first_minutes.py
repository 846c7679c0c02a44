"""The first minutes: one question, a page about that customer, a brief, and then what protects it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sponsor_app.domain.errors import SponsorError
from sponsor_app.services import Services, accounts, profiles, stores
from sponsor_app.services.profiles import Clocks, Profile, Unlocking
from sponsor_app.system.key_file import Protection
from sponsor_app.ui.accounts.page_screen import AccountScreen
from sponsor_app.ui.places import ToBrief
from sponsor_app.ui.shell.window import Window
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.field import Field
from tests.ui.shell.conftest import Key, Opened, drop, press, settle, write

WORDS = "correct horse battery staple"


def begun(opened: Opened, qtbot: QtBot, name: str = "Acme") -> Window:
    window = opened()
    write(window, name)
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.main.navigator.current(), AccountScreen))
    qtbot.waitUntil(window.main.standing.isVisible)
    return window


def button(window: Window, words: str) -> Button:
    return next(one for one in window.findChildren(Button) if one.text() == words)


def names(profile: Profile, clocks: Clocks, unlocking: Unlocking) -> list[str]:
    app = stores.open_profile(profile, unlocking, clocks)
    found = [row.account for row in accounts.listed(app)]
    app.store.close()
    return found


def test_nothing_is_made_before_the_first_answer(opened: Opened, profile: Profile) -> None:
    window = opened()
    assert window.first_run.input.hasFocus()
    assert not window.main.isVisible()
    window.close()
    assert not profile.store.exists()


def test_a_name_leads_to_the_customers_page_and_b_to_the_brief(
    opened: Opened, qtbot: QtBot
) -> None:
    window = begun(opened, qtbot)
    settle(window, qtbot)
    press(window, Key.Key_B)
    qtbot.waitUntil(lambda: isinstance(window.main.navigator.here, ToBrief))
    settle(window, qtbot)
    press(window, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert isinstance(window.main.navigator.current(), AccountScreen)


def test_no_name_is_answered_below_the_field(opened: Opened) -> None:
    window = opened()
    press(window, Key.Key_Return)
    assert "Type the name" in window.first_run.field.error()
    write(window, "   ")
    press(window, Key.Key_Return)
    assert window.first_run.isVisible()


def test_without_a_key_store_one_line_says_so_and_a_passphrase_protects_what_was_written(
    opened: Opened, profile: Profile, clocks: Clocks, qtbot: QtBot
) -> None:
    window = begun(opened, qtbot)
    assert window.main.standing.sentence().startswith("Not protected yet")
    window.main.standing.acted.emit()
    write(window, WORDS)
    press(window, Key.Key_Tab)
    write(window, WORDS)
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: not window.main.standing.isVisible())
    window.close()
    assert profiles.protection(profile) is Protection.PASSPHRASE
    assert names(profile, clocks, Unlocking(passphrase=WORDS)) == ["Acme"]
    assert not profile.store.read_bytes().startswith(b"SQLite format 3")


def test_the_window_does_not_close_over_a_store_that_nothing_opens(
    opened: Opened, qtbot: QtBot
) -> None:
    window = begun(opened, qtbot)
    assert not window.close()
    assert window.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert "Passphrase" in focused.accessibleName()
    press(window, Key.Key_Escape)
    assert not window.close()


def test_left_readable_it_wears_a_badge_for_ever(
    opened: Opened, profile: Profile, clocks: Clocks, qtbot: QtBot
) -> None:
    window = begun(opened, qtbot)
    window.close()
    leave = button(window, "Leave it readable by whoever has this laptop")
    leave.click()
    assert window.main.rail.status.text() == "Not encrypted"
    assert window.close()
    assert profiles.protection(profile) is Protection.NOTHING
    again = opened()
    qtbot.waitUntil(lambda: again.main.rail.status.text() == "Not encrypted")
    assert names(profile, clocks, Unlocking()) == ["Acme"]


def test_thrown_away_nothing_is_left(opened: Opened, profile: Profile, qtbot: QtBot) -> None:
    window = begun(opened, qtbot)
    window.close()
    button(window, "Throw it away").click()
    assert not window.isVisible()
    assert list(profile.root.glob("store.db*")) == []


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [("short", "short", "eight characters"), (WORDS, WORDS + "x", "not the same")],
)
def test_a_passphrase_that_will_not_do_is_refused_in_place(
    first: str, second: str, said: str, opened: Opened, qtbot: QtBot
) -> None:
    window = begun(opened, qtbot)
    window.main.standing.acted.emit()
    write(window, first)
    press(window, Key.Key_Tab)
    write(window, second)
    press(window, Key.Key_Return)
    errors = [field.error() for field in window.findChildren(Field)]
    assert any(said in error for error in errors)


def test_a_dropped_list_begins_and_is_looked_at_before_anything_is_taken(
    opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened()
    file = tmp_path / "crm.csv"
    file.write_text("Name,Tier\nAcme,key\nBolt,standard\n")
    drop(window.first_run, file)
    qtbot.waitUntil(lambda: window.floating.importing is not None)
    importing = window.floating.importing
    assert importing is not None
    qtbot.waitUntil(importing.take.hasFocus)
    assert "2 accounts: 2 new" in importing._words.text()
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: not importing.overlay.is_open())
    settle(window, qtbot)
    found: list[int] = []
    window.desk.operations.query(window, lambda app: len(accounts.listed(app)), found.append)
    qtbot.waitUntil(lambda: found == [2])


def test_a_folder_that_may_not_be_used_is_said_at_the_question(
    opened: Opened, profile: Profile, qtbot: QtBot
) -> None:
    profile.root.mkdir()
    profile.store.mkdir()
    window = opened()
    qtbot.waitUntil(window.unlock.isVisible)
    assert window.unlock._words.text()


def test_a_passphrase_opens_the_store_and_a_wrong_one_says_so(
    opened: Opened, profile: Profile, clocks: Clocks, qtbot: QtBot
) -> None:
    me = profiles.Me("Grace Moreau")
    made = stores.create(profile, me, Unlocking(passphrase=WORDS), clocks)
    accounts.add(made, fields={"name": "Acme"})
    made.store.close()
    window = opened()
    assert window.unlock.input.hasFocus()
    press(window, Key.Key_Return)
    assert window.unlock.field.error() == "Type the passphrase."
    write(window, "not this one at all")
    press(window, Key.Key_Return)
    assert window.unlock.working.isVisible()
    qtbot.waitUntil(lambda: "does not open" in window.unlock.field.error(), timeout=20_000)
    qtbot.waitUntil(window.unlock.input.hasFocus)
    write(window, WORDS)
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: window.main.navigator.current() is not None, timeout=20_000)
    assert window.unlock.input.text() == ""


@pytest.mark.parametrize(("words", "opens"), [(WORDS, True), ("not this one at all", False)])
def test_a_passphrase_file_named_on_the_command_line_unlocks_the_window(
    opened: Opened, profile: Profile, clocks: Clocks, qtbot: QtBot, words: str, opens: bool
) -> None:
    me = profiles.Me("Grace Moreau")
    stores.create(profile, me, Unlocking(passphrase=WORDS), clocks).store.close()
    file = profile.root / "words.txt"
    file.write_text(words, encoding="utf-8")
    window = opened(passphrase_file=str(file))
    if opens:
        qtbot.waitUntil(lambda: window.main.navigator.current() is not None, timeout=20_000)
    else:
        qtbot.waitUntil(lambda: "does not open" in window.unlock.field.error(), timeout=20_000)


def test_an_account_named_on_the_command_line_is_opened(
    mine: Services, opened: Opened, qtbot: QtBot
) -> None:
    accounts.add(mine, fields={"name": "Acme"})
    window = opened(account="acme")
    qtbot.waitUntil(lambda: isinstance(window.main.navigator.current(), AccountScreen))


def test_a_name_that_fits_nobody_is_said_and_leaves_a_page_to_work_on(
    mine: Services, opened: Opened, qtbot: QtBot
) -> None:
    refused: list[SponsorError] = []
    window = opened(account="nobody at all")
    window.desk.operations.failed.connect(refused.append)
    qtbot.waitUntil(window.main.trouble.isVisible)
    assert window.main.navigator.current() is not None
