"""The book of promises as whoever keeps them goes through it, by keyboard."""

from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sponsor_app.domain.commitment import CommitmentState, Direction
from sponsor_app.domain.ids import AccountId
from sponsor_app.services import Services, accounts, commitments, history, members
from sponsor_app.ui.panels.promise_panel import PromisePanel
from sponsor_app.ui.places import ToAccount
from sponsor_app.ui.promises.screen import PromisesScreen
from sponsor_app.ui.promises.words import Narrowing
from sponsor_app.ui.widgets.focus import reachable
from tests.ui.conftest import Trail
from tests.ui.promises.conftest import Book, Opened

ENTER, SPACE, ESC, DOWN = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Down,
)


def press(screen: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(screen.window().focusWidget() or screen, key)


def write(screen: QWidget, text: str) -> None:
    QTest.keyClicks(screen.window().focusWidget(), text)
    press(screen, ENTER)


def rows(screen: PromisesScreen) -> list[str]:
    """Every row, the heads of groups with a colon."""
    model = screen.view.list.rows
    shown = [str(model.data(model.index(row))) for row in range(model.rowCount())]
    return [text if model.record(row) else f"{text}:" for row, text in enumerate(shown)]


def texts(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisibleTo(part)]


def current(screen: PromisesScreen) -> str:
    one = screen.view.list.current_record()
    return one.text if one else ""


def panel(screen: PromisesScreen) -> PromisePanel:
    found = screen.view.list.panel
    assert isinstance(found, PromisePanel)
    return found


def focused(screen: QWidget) -> str:
    return (QApplication.focusWidget() or screen).accessibleName()


def test_promises_stand_in_piles_the_late_ones_first(screen: PromisesScreen) -> None:
    assert rows(screen) == [
        *("Late:", "Send the quote"),
        *("This week:", "Write the report"),
        *("No day given:", "Visit the works"),
        *("Theirs:", "Send the drawing"),
    ]
    said = texts(screen)
    assert "4 open, 3 ours and 1 theirs. 1 late, 1 unowned." in said
    assert (
        "Of 1 promise of ours due in the last 365 days 0 kept, 0 of them late; 0 dropped." in said
    )


def test_a_row_says_whose_it_is_where_and_what_became_of_it(screen: PromisesScreen) -> None:
    model = screen.view.list.rows
    said = model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "Late: Send the quote, 5 days late, Acme · yours · promised Mon 9 Nov for Fri 13 Nov"
    )


def test_arrows_step_over_the_heads(screen: PromisesScreen) -> None:
    assert current(screen) == "Send the quote"
    press(screen, DOWN)
    assert current(screen) == "Write the report"
    press(screen, DOWN, DOWN)
    assert current(screen) == "Send the drawing"


def test_v_turns_the_book_by_owner_and_back(screen: PromisesScreen) -> None:
    press(screen, DOWN, Qt.Key.Key_V)
    assert rows(screen) == [
        *("You:", "Send the quote"),
        *("Nobody yet:", "Visit the works"),
        *("Mia Andersson:", "Write the report"),
        *("Theirs, and nobody of ours follows them up:", "Send the drawing"),
    ]
    assert current(screen) == "Write the report"
    assert screen.view.list.hasFocus()
    screen.view.view_button.click()
    assert rows(screen)[0] == "Late:"


def test_enter_opens_the_account_at_its_promises(
    screen: PromisesScreen, book: Book, trail: Trail
) -> None:
    press(screen, DOWN, ENTER)
    assert trail.places == [ToAccount(book.bolt, "promises")]


def test_space_unfolds_a_promise_and_esc_folds_it(
    screen: PromisesScreen, book: Book, trail: Trail
) -> None:
    press(screen, SPACE)
    assert panel(screen).keep.hasFocus()
    panel(screen).account.click()
    assert trail.places == [ToAccount(book.acme, "promises")]
    press(screen, ESC)
    assert screen.view.list.panel is None
    assert screen.view.list.hasFocus()


def test_a_click_unfolds_and_another_one_folds(screen: PromisesScreen) -> None:
    rows_of = screen.view.list
    spot = rows_of.visualRect(rows_of.rows.index(1)).topLeft() + QPoint(60, 12)
    QTest.mouseClick(rows_of.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert rows_of.unfolded == rows_of.rows.key_at(1)
    QTest.mouseClick(rows_of.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert rows_of.panel is None


def test_k_keeps_a_promise_and_undo_brings_it_back(
    screen: PromisesScreen, app: Services, book: Book, qtbot: QtBot
) -> None:
    press(screen, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: "Send the quote" not in rows(screen))
    assert commitments.one(app, book.quote).state(app.today()) is CommitmentState.KEPT
    assert current(screen) == "Write the report"
    assert screen.view.list.hasFocus()
    screen.desk.operations.command(lambda app: history.undo(app)[0])
    qtbot.waitUntil(lambda: "Send the quote" in rows(screen))


def test_a_day_is_read_as_it_is_typed(
    screen: PromisesScreen, app: Services, book: Book, qtbot: QtBot
) -> None:
    press(screen, Qt.Key.Key_M)
    assert focused(screen) == "By when"
    QTest.keyClicks(screen.window().focusWidget(), "in 2 weeks")
    qtbot.waitUntil(lambda: "Wed 2 Dec" in texts(panel(screen)))
    press(screen, ENTER)
    due = app.today() + timedelta(days=14)
    qtbot.waitUntil(lambda: commitments.one(app, book.quote).due_on == due)
    qtbot.waitUntil(lambda: rows(screen)[:2] == ["This week:", "Write the report"])
    assert current(screen) == "Send the quote"


def test_words_that_are_no_day_move_nothing_and_say_why(
    screen: PromisesScreen, app: Services, book: Book, qtbot: QtBot
) -> None:
    press(screen, Qt.Key.Key_M)
    write(screen, "someday")
    qtbot.waitUntil(lambda: "no day I know" in panel(screen).error())
    assert commitments.one(app, book.quote).due_on == app.today() - timedelta(days=5)


def test_d_drops_a_promise_with_its_reason(
    screen: PromisesScreen, app: Services, book: Book, qtbot: QtBot
) -> None:
    press(screen, Qt.Key.Key_D)
    assert focused(screen) == "Why it will not be kept"
    write(screen, "they chose another")
    qtbot.waitUntil(lambda: "Send the quote" not in rows(screen))
    assert commitments.one(app, book.quote).drop_reason == "they chose another"


def test_a_takes_on_what_nobody_had(
    screen: PromisesScreen, app: Services, book: Book, qtbot: QtBot
) -> None:
    press(screen, DOWN, DOWN, Qt.Key.Key_A)
    write(screen, "Fri")  # it had no day, and nobody keeps a promise without one
    qtbot.waitUntil(lambda: commitments.one(app, book.visit).owner_id == app.me)
    qtbot.waitUntil(lambda: "4 open, 3 ours and 1 theirs. 1 late, none unowned." in texts(screen))


def test_what_is_theirs_is_not_accepted_and_the_window_says_so(
    screen: PromisesScreen, trail: Trail, qtbot: QtBot
) -> None:
    press(screen, DOWN, DOWN, DOWN, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: bool(trail.refused))
    assert "their promise" in trail.refused[0].message


def test_filters_say_how_many_they_show(screen: PromisesScreen) -> None:
    chips = screen.view.chips
    assert [chip.accessibleName() for chip in chips.values()] == [
        *("All, 4", "Mine, 2", "I promised, 3", "Late, 1"),
        *("Unowned, 1", "Theirs, 1"),
    ]
    chips[Narrowing.UNOWNED].click()
    assert rows(screen) == ["No day given:", "Visit the works"]
    assert chips[Narrowing.UNOWNED].isChecked()
    assert not chips[Narrowing.ALL].isChecked()


def test_a_filter_that_fits_nothing_offers_the_way_back(
    screen: PromisesScreen, app: Services, book: Book, qtbot: QtBot
) -> None:
    screen.view.choose(Narrowing.LATE)
    screen.view.list.setFocus()
    press(screen, Qt.Key.Key_K)
    qtbot.waitUntil(screen.view.show_all.hasFocus)
    press(screen, ENTER)
    assert len(screen.view.list.rows.records) == 3


def test_what_was_kept_or_dropped_is_one_press_away(
    screen: PromisesScreen, app: Services, book: Book, qtbot: QtBot
) -> None:
    commitments.keep(app, book.report)
    screen.refresh()
    qtbot.waitUntil(screen.view.more.isVisible)
    assert screen.view.more.text() == "Show 1 kept or dropped"
    screen.view.more.click()
    head = "Kept or dropped, the latest first:"
    qtbot.waitUntil(lambda: rows(screen)[-2:] == [head, "Write the report"])
    screen.view.list.select(book.report)
    screen.view.list.setFocus()
    press(screen, Qt.Key.Key_K)
    press(screen, SPACE)
    assert panel(screen).account.hasFocus()
    screen.view.more.click()
    qtbot.waitUntil(lambda: "Write the report" not in rows(screen))


def test_a_new_promise_asks_where_and_then_what(
    screen: PromisesScreen, app: Services, book: Book, qtbot: QtBot
) -> None:
    press(screen, Qt.Key.Key_N)
    picker = screen.new._picker
    assert picker is not None
    QTest.keyClicks(picker.field, "Bolt")
    qtbot.waitUntil(lambda: [one.row.title for one in picker.options.records] == ["Bolt"])
    QTest.keyClick(picker.field, ENTER)
    qtbot.waitUntil(lambda: focused(screen) == "What was promised")
    assert "At Bolt" in texts(screen.view.form)
    QTest.keyClicks(screen.window().focusWidget(), "Call the works")
    screen.view.form.due.field.setFocus()
    write(screen, "fri")
    qtbot.waitUntil(lambda: current(screen) == "Call the works")
    assert rows(screen)[2:5] == ["This week:", "Write the report", "Call the works"]
    assert not screen.view.form.isVisible()
    assert screen.view.list.hasFocus()


def test_a_promise_without_words_is_refused_in_the_form(
    screen: PromisesScreen, book: Book, qtbot: QtBot
) -> None:
    screen.new.begin_at(book.bolt, "Bolt")
    press(screen, ENTER)
    qtbot.waitUntil(lambda: "promise" in screen.view.form.error())
    press(screen, ESC)
    assert screen.view.list.hasFocus()


def test_an_empty_book_says_where_promises_come_from(
    acme: AccountId, opened: Opened, qtbot: QtBot
) -> None:
    screen = opened()
    assert screen.view.nothing.isVisible()
    assert "log line" in screen.view.nothing.accessibleName()
    press(screen, ENTER)
    assert screen.new._picker is not None


def test_when_the_last_one_is_kept_the_empty_page_has_the_keyboard(
    app: Services, acme: AccountId, opened: Opened, qtbot: QtBot
) -> None:
    commitments.add(app, acme, text="Only one", due=None)
    screen = opened()
    press(screen, Qt.Key.Key_K)
    qtbot.waitUntil(screen.view.nothing.action.hasFocus)
    assert screen.view.more.isVisible()


def test_two_hundred_promises_and_long_names_are_walked_at_once(
    app: Services, book: Book, opened: Opened, qtbot: QtBot
) -> None:
    name = "Donaudampfschifffahrtsgesellschaft " * 4
    long = AccountId(accounts.add(app, fields={"name": name}).created[0])
    for number in range(200):
        due = app.today() + timedelta(days=number % 60)
        direction = Direction.OURS if number % 3 else Direction.THEIRS
        commitments.add(
            app, long, text=f"{number} " + "on and on " * 20, due=due, direction=direction
        )
    screen = opened()
    assert len(screen.view.list.rows.records) == 204
    press(screen, Qt.Key.Key_End)
    assert current(screen).startswith("1")
    press(screen, SPACE)
    assert panel(screen).isVisible()
    assert any("on and on" in text for text in texts(panel(screen)))
    assert not screen.grab().isNull()


def test_the_rows_are_a_proper_model(screen: PromisesScreen, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(screen.view.list.rows, force_py=True)


def test_every_stop_of_the_keyboard_has_a_name(screen: PromisesScreen) -> None:
    press(screen, SPACE)
    stops = reachable(screen)
    assert len(stops) > 8
    assert [type(part).__name__ for part in stops if not part.accessibleName()] == []


def test_y_says_how_promises_were_kept_by_who_promised_and_by_account(
    screen: PromisesScreen,
    app: Services,
    book: Book,
    trail: Trail,
    qtbot: QtBot,
    qtmodeltester: ModelTester,
) -> None:
    press(screen, Qt.Key.Key_Y)
    kept = screen.view.kept
    qtbot.waitUntil(kept.list.isVisible)
    qtmodeltester.check(kept.model)
    assert all(part.accessibleName() for part in reachable(kept))
    model, role = kept.model, Qt.ItemDataRole.AccessibleTextRole
    said = [model.data(model.index(row), role) for row in range(model.rowCount())]
    me = members.mine(app).name
    assert [one for one in said if "kept" in str(one)] == [
        f"By who promised: {me}, 0 of 1 promise kept, 1 still late",
        "By account: Acme, 0 of 1 promise kept, 1 still late",
    ]
    press(screen, Qt.Key.Key_End, ENTER)
    assert trail.places == [ToAccount(book.acme, "promises")]
    press(screen, Qt.Key.Key_Y)
    assert not kept.isVisible()
