"""The history of an account: who changed what, the way back, and what was deleted there."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sponsor_app.domain.ids import StepId
from sponsor_app.services import Services, accounts, contacts, history, interactions
from sponsor_app.ui.accounts.entry_panel import EntryPanel
from sponsor_app.ui.accounts.history_part import HistoryPart
from sponsor_app.ui.accounts.page_screen import AccountScreen
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.button import Button
from tests.ui.accounts.conftest import Book, Life, Opened, enter, press, rows, said, settle
from tests.ui.conftest import Show


@pytest.fixture
def past(app: Services, life: Life, opened: Opened, qtbot: QtBot) -> HistoryPart:
    """Acme was renamed, and moved to another parent; a visit and a person are gone."""
    bolt = accounts.add(app, fields={"name": "Bolt"}).created[0]
    accounts.change(app, life.acme, {"name": "Acme Nord"})
    accounts.change(app, life.acme, {"parent": bolt})
    coffee = accounts.page(app, life.acme).timeline[0]
    interactions.delete(app, coffee.id)
    contacts.delete(app, life.dana, "Dana Reed")
    part = opened(life.acme).body.history
    qtbot.waitUntil(lambda: bool(rows(part.list)))
    return part


def opened_entry(past: HistoryPart, row: int, qtbot: QtBot) -> EntryPanel:
    enter(past.list, row)
    press(past, Qt.Key.Key_Return)
    panel = past.list.panel
    assert isinstance(panel, EntryPanel)
    settle(past, qtbot)
    return panel


def test_every_change_says_who_what_and_on_which_laptop(past: HistoryPart) -> None:
    assert rows(past.list) == ["Changed Acme Nord", "Changed Acme", "Added Acme"]
    assert "name: Acme → Acme Nord" in said(past.list)[1]
    assert "Grace Moreau on grace-laptop" in said(past.list)[1]


def test_no_button_without_words_is_there_before_the_answer(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    part = HistoryPart(desk)
    show(part)
    there = [one for one in part.findChildren(Button) if one.isVisible()]
    assert all(one.accessibleName() for one in there)


def test_an_opened_change_names_what_an_id_means(past: HistoryPart, qtbot: QtBot) -> None:
    assert opened_entry(past, 0, qtbot).lines.text() == "parent: Bolt"


def test_t_shows_first_and_then_takes_back(past: HistoryPart, book: Book, qtbot: QtBot) -> None:
    enter(past.list, 1)
    press(past, "t")
    settle(past, qtbot)
    assert book.page().details.name == "Acme Nord"
    press(past, "t")
    book.until(lambda page: page.details.name, "Acme")
    qtbot.waitUntil(lambda: rows(past.list)[0] == "Undid: Changed Acme")
    enter(past.list)
    press(past, "t")
    settle(past, qtbot)
    press(past, "t")
    book.until(lambda page: page.details.name, "Acme Nord")


def test_a_step_that_changed_more_says_so_before_it_goes(
    past: HistoryPart, app: Services, qtbot: QtBot
) -> None:
    everything = [row.account_id for row in accounts.listed(app)]
    past.desk.operations.command(lambda app: accounts.delete_all(app, everything))
    past.desk.operations.command(lambda app: history.undo(app)[0])
    settle(past, qtbot)
    assert rows(past.list)[0] == "Undid: Deleted 2 accounts"
    panel = opened_entry(past, 1, qtbot)
    assert panel.note.text() == "It was taken back, or cannot be."
    assert rows(past.list)[1] == "Deleted 2 accounts"
    panel = opened_entry(past, 0, qtbot)
    assert panel.note.text() == "“Undid: Deleted 2 accounts” goes back as a whole: 2 changes."


def test_what_was_taken_back_already_offers_no_way_back(
    past: HistoryPart, book: Book, qtbot: QtBot
) -> None:
    past.desk.operations.command(lambda app: history.undo(app, rename_step(past))[0])
    qtbot.waitUntil(lambda: len(rows(past.list)) == 4)
    row = rows(past.list).index("Changed Acme")
    panel = opened_entry(past, row, qtbot)
    assert not panel.back.isVisible()
    assert panel.note.text() == "It was taken back, or cannot be."


def rename_step(past: HistoryPart) -> StepId:
    entry = past.model.record(1)
    assert entry is not None
    return entry.step


def test_what_was_deleted_here_comes_back_with_who_was_there(
    past: HistoryPart, book: Book, life: Life, app: Services, qtbot: QtBot
) -> None:
    assert rows(past.gone_list) == ["Dana Reed", "No business discussed."]
    assert "contact, deleted by Grace Moreau" in said(past.gone_list)[0]
    enter(past.gone_list)
    press(past, "r")
    book.until(lambda page: [one.name for one in page.contacts], ["Dana Reed"])
    qtbot.waitUntil(lambda: rows(past.gone_list) == ["No business discussed."])
    enter(past.gone_list)
    press(past, Qt.Key.Key_Return)
    book.changes(lambda page: page.timeline_total, lambda: press(past, Qt.Key.Key_Return), 2)
    enter(past.gone_list)
    press(past, "r")
    book.until(lambda page: page.timeline_total, 2)
    coffee = book.page().timeline[0]
    assert [one.name for one in coffee.contacts] == ["Dana Reed"]
    assert [one.name for one in coffee.members] == ["Grace Moreau"]


def test_a_long_history_is_shown_a_few_at_a_time(
    screen: AccountScreen, life: Life, app: Services, qtbot: QtBot
) -> None:
    part = screen.body.history
    for number in range(30):
        accounts.change(app, life.acme, {"employees": str(number)})
    screen.refresh()
    qtbot.waitUntil(part.more.isVisible)
    assert part.more.text() == "Show all 31"
    part.more.click()
    assert len(rows(part.list)) == 31
