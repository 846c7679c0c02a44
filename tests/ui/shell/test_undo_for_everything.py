"""Undo and redo anywhere: by key, by the toast, and what the toast says."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sponsor_app.services import Services, accounts, history, imports
from sponsor_app.ui.shell.window import Window
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.toast import ToastAction
from tests.ui.shell.conftest import CONTROL, SHIFT, Key, press


@pytest.fixture
def added(working: Window, qtbot: QtBot) -> Window:
    working.desk.operations.command(lambda app: accounts.add(app, fields={"name": "Acme"}))
    qtbot.waitUntil(working.main.toast.isVisible)
    return working


def tell(window: Window, said: list[str], word: str) -> None:
    """Do something on this laptop only."""
    said.append(word)
    window.desk.tell(f"Said {word}", lambda: said.remove(word), lambda: said.append(word))


def offer(window: Window) -> ToastAction:
    found = window.main.toast.findChild(ToastAction)
    assert isinstance(found, ToastAction)
    return found


def names(app: Services) -> list[str]:
    return [row.account for row in accounts.listed(app)]


def test_the_toast_says_what_was_done_and_its_button_takes_it_back_and_does_it_again(
    added: Window, mine: Services, qtbot: QtBot
) -> None:
    toast = added.main.toast
    assert toast.sentence() == "Added Acme"
    undo = offer(added)
    assert undo.text() == "Undo"
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(mine) == [])
    qtbot.waitUntil(lambda: undo.text() == "Redo")
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(mine) == ["Acme"])


@pytest.mark.parametrize(("redo", "modifier"), [(Key.Key_Z, CONTROL | SHIFT), (Key.Key_Y, CONTROL)])
def test_keys_take_back_and_do_again(
    redo: Qt.Key,
    modifier: Qt.KeyboardModifier,
    added: Window,
    mine: Services,
    qtbot: QtBot,
) -> None:
    press(added, Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: names(mine) == [])
    press(added, redo, modifier)
    qtbot.waitUntil(lambda: names(mine) == ["Acme"])


def test_undo_stays_on_its_key_after_the_toast_has_gone(
    added: Window, mine: Services, qtbot: QtBot
) -> None:
    added.main.toast.dismiss()
    press(added, Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: names(mine) == [])


def test_nothing_left_to_take_back_is_said_and_breaks_nothing(
    working: Window, qtbot: QtBot
) -> None:
    press(working, Key.Key_Y, CONTROL)
    qtbot.waitUntil(working.main.trouble.isVisible)
    working.desk.operations.command(lambda app: accounts.add(app, fields={"name": "Acme"}))
    qtbot.waitUntil(lambda: not working.main.trouble.isVisible())


def test_a_new_step_after_an_undo_offers_undo_again(added: Window, qtbot: QtBot) -> None:
    toast = added.main.toast
    press(added, Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: offer(added).text() == "Redo")
    added.desk.operations.command(lambda app: accounts.add(app, fields={"name": "Bolt"}))
    qtbot.waitUntil(lambda: toast.sentence() == "Added Bolt")
    assert offer(added).text() == "Undo"


def test_an_older_step_taken_back_elsewhere_is_offered_to_be_done_again_and_nothing_else(
    added: Window, mine: Services, qtbot: QtBot
) -> None:
    """As from History: the toast is about what it says, not about the newest step."""
    toast, operations = added.main.toast, added.desk.operations
    acme = history.steps(mine)[0].step
    operations.command(lambda app: accounts.add(app, fields={"name": "Bolt"}))
    qtbot.waitUntil(lambda: toast.sentence() == "Added Bolt")
    operations.command(lambda app: history.undo(app, acme)[0], toast)
    qtbot.waitUntil(lambda: toast.sentence() == "Undid: Added Acme")
    assert names(mine) == ["Bolt"]
    assert offer(added).accessibleName() == "Redo, Ctrl+Shift+Z"
    QTest.mouseClick(offer(added), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(mine) == ["Acme", "Bolt"])
    qtbot.waitUntil(lambda: offer(added).accessibleName() == "Undo, Ctrl+Z")


def test_the_toast_takes_back_what_it_says_although_somebody_else_did_something_since(
    added: Window, mine: Services, qtbot: QtBot
) -> None:
    accounts.add(mine, fields={"name": "Bolt"})
    QTest.mouseClick(offer(added), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(mine) == ["Bolt"])


def test_what_only_this_laptop_keeps_and_steps_go_and_come_in_the_order_they_were_done(
    added: Window, mine: Services, qtbot: QtBot
) -> None:
    said: list[str] = []
    toast = added.main.toast
    tell(added, said, "one")
    added.desk.operations.command(lambda app: accounts.add(app, fields={"name": "Bolt"}))
    qtbot.waitUntil(lambda: toast.sentence() == "Added Bolt")
    tell(added, said, "two")
    tell(added, said, "three")
    done = ["Added Acme", "Said one", "Added Bolt", "Said two", "Said three"]
    for sentence in reversed(done):
        press(added, Key.Key_Z, CONTROL)
        qtbot.waitUntil(lambda sentence=sentence: toast.sentence() == f"Undid: {sentence}")
    assert (said, names(mine)) == ([], [])
    for sentence in done:
        press(added, Key.Key_Z, CONTROL | SHIFT)
        qtbot.waitUntil(lambda sentence=sentence: toast.sentence() == sentence)
    assert (said, names(mine)) == (["one", "two", "three"], ["Acme", "Bolt"])


def test_keys_pressed_faster_than_the_store_answers_take_each_thing_back_once(
    added: Window, mine: Services, qtbot: QtBot
) -> None:
    said: list[str] = []
    tell(added, said, "one")
    added.desk.operations.command(lambda app: accounts.add(app, fields={"name": "Bolt"}))
    qtbot.waitUntil(lambda: added.main.toast.sentence() == "Added Bolt")
    for _back in range(3):
        press(added, Key.Key_Z, CONTROL)
    assert said == []
    qtbot.waitUntil(lambda: names(mine) == [])


def test_the_toast_of_what_only_this_laptop_keeps_takes_it_back_and_does_it_again(
    added: Window, qtbot: QtBot
) -> None:
    said: list[str] = []
    tell(added, said, "one")
    QTest.mouseClick(offer(added), Qt.MouseButton.LeftButton)
    assert (said, added.main.toast.sentence(), offer(added).text()) == (
        [],
        "Undid: Said one",
        "Redo",
    )
    QTest.mouseClick(offer(added), Qt.MouseButton.LeftButton)
    assert (said, added.main.toast.sentence(), offer(added).text()) == (["one"], "Said one", "Undo")


def test_what_stays_because_it_was_edited_since_is_said(
    added: Window, mine: Services, qtbot: QtBot
) -> None:
    toast, operations = added.main.toast, added.desk.operations
    acme = accounts.listed(mine)[0].account_id
    both = {"city": "Bergen", "industry": "Shipping"}
    operations.command(lambda app: accounts.change(app, acme, both))
    qtbot.waitUntil(lambda: toast.sentence() == "Changed Acme")
    accounts.change(mine, acme, {"city": "Oslo"})
    QTest.mouseClick(offer(added), Qt.MouseButton.LeftButton)
    kept = "1 record edited or built upon since stayed as they are."
    qtbot.waitUntil(lambda: toast.sentence() == f"Undid: Changed Acme. {kept}")


MANY = 4_000


@pytest.fixture
def brought_in(working: Window, mine: Services, tmp_path: Path, qtbot: QtBot) -> Window:
    """A long list was imported: to take it back takes a while."""
    path = tmp_path / "crm.csv"
    path.write_text(
        "Name,Tier\n" + "".join(f"Account {n},key\n" for n in range(MANY)), encoding="utf-8"
    )
    working.desk.operations.command(
        lambda app: imports.run(app, path, imports.Options()).changes, working
    )
    qtbot.waitUntil(working.main.toast.isVisible, timeout=60_000)
    assert len(names(mine)) == MANY
    return working


def stop_of(window: Window) -> Button:
    found = window.main.lasting.findChild(Button)
    assert isinstance(found, Button)
    return found


def test_a_long_undo_says_how_far_it_is_and_nothing_is_changed_when_it_is_stopped(
    brought_in: Window, mine: Services, qtbot: QtBot
) -> None:
    window, lasting = brought_in, brought_in.main.lasting
    press(window, Key.Key_Z, CONTROL)
    qtbot.waitUntil(lasting.isVisible, timeout=30_000)
    assert lasting.words().startswith("Undid: ")
    assert lasting.words().endswith("%")
    QTest.mouseClick(stop_of(window), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.main.trouble.isVisible, timeout=30_000)
    assert window.main.trouble.sentence() == "Stopped. Nothing was changed."
    qtbot.waitUntil(lambda: not lasting.isVisible())
    assert len(names(mine)) == MANY


def test_a_long_undo_ends_by_itself_and_can_be_done_again(
    brought_in: Window, mine: Services, qtbot: QtBot
) -> None:
    window, lasting = brought_in, brought_in.main.lasting
    press(window, Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: names(mine) == [], timeout=60_000)
    qtbot.waitUntil(lambda: not lasting.isVisible())
    qtbot.waitUntil(lambda: offer(window).text() == "Redo")
    press(window, Key.Key_Z, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: len(names(mine)) == MANY, timeout=60_000)
