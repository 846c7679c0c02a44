"""Ten thousand accounts: the first page at once, the others a moment later."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sponsor_app.services import Services, accounts
from sponsor_app.ui.accounts.list_screen import AccountsScreen
from sponsor_app.ui.accounts.listing import FIRST, Listing, read, read_first
from sponsor_app.ui.desk import Desk
from tests.ui.conftest import Show

MORE = FIRST + 20


@pytest.fixture
def many(app: Services) -> None:
    for number in range(MORE - 1, -1, -1):
        accounts.add(app, fields={"name": f"Account {number:03}"})


class Watched(AccountsScreen):
    """Notes how many rows each answer showed; filters at the first of them."""

    def __init__(self, desk: Desk, typed: str = "") -> None:
        self.shown: list[int] = []
        self._typed = typed
        super().__init__(desk)

    def _show(self, listing: Listing) -> None:
        super()._show(listing)
        self.shown.append(self.table.rows.rowCount())
        if len(self.shown) == 1:
            self.filters.field.setText(self._typed)


def is_whole(screen: AccountsScreen) -> bool:
    return screen._listing is not None and screen._listing.counts is not None


@pytest.mark.usefixtures("many")
def test_the_first_page_is_shown_before_all_were_read(desk: Desk, show: Show, qtbot: QtBot) -> None:
    screen = Watched(desk)
    show(screen)
    qtbot.waitUntil(lambda: screen.shown == [FIRST])
    assert "so far" in screen.foot.text()
    qtbot.waitUntil(lambda: is_whole(screen) and screen._around.strengths is not None)
    assert screen.shown == [FIRST, MORE]
    assert screen.foot.text() == f"{MORE} of {MORE} accounts."
    names = [line.row.account for line in screen.table.rows.records]
    assert names == sorted(names)


@pytest.mark.usefixtures("many")
def test_what_is_typed_meanwhile_holds_for_all(desk: Desk, show: Show, qtbot: QtBot) -> None:
    screen = Watched(desk, "account 11")
    show(screen)
    qtbot.waitUntil(lambda: is_whole(screen))
    names = [line.row.account for line in screen.table.rows.records]
    assert names == [name for one in range(MORE) if "11" in (name := f"Account {one:03}")]


@pytest.mark.usefixtures("many")
def test_another_order_that_was_kept_waits_for_all(desk: Desk, show: Show, qtbot: QtBot) -> None:
    before = AccountsScreen(desk)
    show(before)
    qtbot.waitUntil(lambda: is_whole(before))
    before.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    accounts_before = before.table.rows.record(0)
    screen = Watched(desk)
    show(screen)
    qtbot.waitUntil(lambda: is_whole(screen))
    assert screen.shown == [MORE]
    assert screen.table.rows.record(0) == accounts_before


@pytest.mark.usefixtures("many")
def test_all_are_shown_at_once_when_they_were_read_before(app: Services) -> None:
    first = read_first(app)
    assert first.counts is None
    whole = read(app)
    assert first.lines == whole.lines[:FIRST]
    again = read_first(app)
    assert again.counts == whole.counts
    assert again.lines == whole.lines
    accounts.add(app, fields={"name": "A new one"})
    assert read_first(app).counts is None
