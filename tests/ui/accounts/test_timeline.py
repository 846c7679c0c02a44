"""What happened, two hundred times: a dozen at first, the whole note in place, and a filter."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment, State
from sponsor_app.services import Services, accounts
from sponsor_app.store.models import attendance, interaction
from sponsor_app.ui.accounts.note_panel import NotePanel
from sponsor_app.ui.accounts.page_screen import AccountScreen
from sponsor_app.ui.accounts.timeline_filter import Sort
from sponsor_app.ui.accounts.timeline_part import FEW, MORE, TimelinePart
from tests.ui.accounts.conftest import Book, Opened, enter, press, rows, said, settle
from tests.ui.conftest import Trail


@pytest.fixture
def busy(app: Services, acme: AccountId, opened: Opened) -> TimelinePart:
    """Two hundred interactions; every tenth a visit, every fourth about selling, one of them unhappy."""
    ids = app.store.new_ids(200)
    with app.store.write("Two hundred") as writer:
        writer.insert_many(interaction, [_held(app, acme, number) for number in range(200)], ids)
        there = [{"interaction_id": one, "member_id": app.me} for one in ids]
        writer.insert_many(attendance, there, app.store.new_ids(200))
    return opened(acme).body.timeline


def _held(app: Services, account: AccountId, number: int) -> dict[str, object]:
    visit = number % 10 == 0
    return {
        "account_id": account,
        "kind": Kind.VISIT if visit else Kind.CALL,
        "state": State.HELD,
        "happened_on": app.today() - timedelta(days=number),
        "place": Place.THEIRS if visit else Place.REMOTE,
        "intent": Intent.SELL if number % 4 == 0 else Intent.FIX,
        "sentiment": Sentiment.NEGATIVE if number == 7 else None,
        "summary": f"Note number {number} on the Ångström valve" if number == 190 else "Nothing",
    }


def heading(part: TimelinePart) -> set[str]:
    return {one.accessibleName() for one in part.findChildren(QWidget)}


def test_a_dozen_first_and_forty_more_each_time(busy: TimelinePart, qtbot: QtBot) -> None:
    assert len(rows(busy.list)) == FEW
    assert "12 of 200" in heading(busy)
    assert busy.more.text() == "Show 40 more of 188 older"
    for shown in range(FEW + MORE, 200, MORE):
        busy.more.click()
        qtbot.waitUntil(lambda shown=shown: len(rows(busy.list)) == shown)
    busy.more.click()
    qtbot.waitUntil(lambda: len(rows(busy.list)) == 200)
    assert not busy.more.isVisible()


def test_the_filter_looks_through_all_of_them(busy: TimelinePart, qtbot: QtBot) -> None:
    enter(busy.list)
    press(busy, "/")
    qtbot.waitUntil(busy.filter.field.hasFocus)
    settle(busy, qtbot)
    assert busy.filter.chips[Sort.FACE_TO_FACE].accessibleName() == "Face to face, 20"
    press(busy, "valve ANGSTROM")
    qtbot.waitUntil(lambda: len(rows(busy.list)) == 1)
    assert "1 of 200" in heading(busy)
    press(busy, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert isinstance(busy.list.panel, NotePanel)


def test_chips_of_why_add_up_and_the_others_narrow(busy: TimelinePart, qtbot: QtBot) -> None:
    busy.action.click()
    settle(busy, qtbot)
    busy.filter.chips[Sort.FACE_TO_FACE].click()
    assert "newest first, 20 fit the filter" in heading(busy)
    busy.filter.chips[Sort.SELL].click()
    assert len(rows(busy.list)) == 10
    busy.filter.chips[Sort.FIX].click()
    assert "12 of 200" in heading(busy)
    busy.filter.chips[Sort.UNHAPPY].click()
    assert rows(busy.list) == []
    assert busy.none.isVisible()
    assert busy.action.text() == "Show all"
    busy.action.click()
    assert len(rows(busy.list)) == FEW
    assert not busy.filter.isVisible()


def test_esc_empties_the_field_and_then_goes_to_the_rows(busy: TimelinePart, qtbot: QtBot) -> None:
    busy.action.click()
    settle(busy, qtbot)
    press(busy, "valve", Qt.Key.Key_Escape)
    assert busy.filter.field.text() == ""
    press(busy, Qt.Key.Key_Escape)
    assert busy.list.hasFocus()


def test_another_account_begins_without_the_filter(
    busy: TimelinePart, opened: Opened, app: Services, qtbot: QtBot
) -> None:
    busy.action.click()
    press(busy, "valve")
    other = AccountId(accounts.add(app, fields={"name": "Bolt"}).created[0])
    opened(other)
    qtbot.waitUntil(busy.empty.isVisible)
    assert not busy.filter.isVisible()
    assert busy.limit == FEW


def test_a_row_says_all_of_it(screen: AccountScreen) -> None:
    assert said(screen.body.timeline.list) == [
        "Tue 10 Nov, Coffee with Dana Reed, No business discussed., their site · care, You",
        "Tue 3 Nov, Call with Dana Reed, Asked about prices., remote · sell, You",
    ]


def test_e_corrects_a_note_where_it_stands(screen: AccountScreen, book: Book, qtbot: QtBot) -> None:
    view = screen.body.timeline.list

    def act() -> None:
        enter(view)
        press(screen, "e")
        panel = view.panel
        assert isinstance(panel, NotePanel)
        qtbot.waitUntil(panel.summary.editor.hasFocus)
        panel.summary.editor.selectAll()
        press(screen, "Walked the dock")
        QTest.keyClick(panel.summary.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    book.changes(lambda page: page.timeline[0].summary, act, "Walked the dock")
    assert isinstance(view.panel, NotePanel)
    qtbot.waitUntil(lambda: view.panel.summary.text() == "No business discussed.")  # type: ignore[union-attr]


def test_delete_removes_and_undo_brings_back_who_was_there(
    screen: AccountScreen, book: Book
) -> None:
    view = screen.body.timeline.list
    enter(view)
    book.changes(
        lambda page: page.timeline_total, lambda: QTest.keyClick(view, Qt.Key.Key_Delete), 1
    )
    assert [one.name for one in book.page().timeline[0].contacts] == ["Dana Reed"]


def test_enter_unfolds_the_whole_and_enter_again_or_esc_folds(
    screen: AccountScreen, trail: Trail
) -> None:
    view = screen.body.timeline.list
    enter(view)
    press(screen, Qt.Key.Key_Return)
    assert isinstance(view.panel, NotePanel)
    press(screen, Qt.Key.Key_Escape)
    assert view.panel is None
    assert view.hasFocus()
    assert trail.places == []
