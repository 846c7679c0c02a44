"""Thirty thousand people: the first page at once, everyone a moment later, and nobody who goes on waits for them."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sponsor_app.domain.ids import AccountId, ContactId
from sponsor_app.services import Services, contacts, people
from sponsor_app.store.models import contact
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.people.chips import Quick
from sponsor_app.ui.people.list_screen import Listing, PeopleScreen, read_in_turns
from tests.ui.conftest import Show

FIRST = people.FIRST
MORE = FIRST + 40


@pytest.fixture
def many(app: Services, acme: AccountId) -> None:
    names = [f"Person {number:03}" for number in range(MORE - 1, -1, -1)]
    for name in names:
        contacts.add(app, acme, name=name)


class Watched(PeopleScreen):
    """Notes how many rows each answer showed, and does something at the first of them."""

    def __init__(self, desk: Desk) -> None:
        self.shown: list[int] = []
        super().__init__(desk)

    def at_first(self) -> None:
        """What a person does while everyone is still read."""

    def _show(self, listing: Listing | None) -> None:
        super()._show(listing)
        self.shown.append(self.view.table.rows.rowCount())
        if len(self.shown) == 1:
            self.at_first()


class Typing(Watched):
    """Filters before everyone is there."""

    def at_first(self) -> None:
        assert self.view.chips[Quick.ALL]._detail == ""
        assert "so far" in self.view._foot.text()
        self.view.table.setCurrentIndex(self.view.table.rows.index(7, 0))
        self.view.field.setText("person 23")


class Walking(Watched):
    """Walks down before everyone is there."""

    def at_first(self) -> None:
        for _ in range(5):
            QTest.keyClick(self.view.table, Qt.Key.Key_Down)


class Leaving(Watched):
    """Goes elsewhere before everyone is there."""

    def at_first(self) -> None:
        self.hide()


def whole(screen: PeopleScreen) -> bool:
    return screen._listing is not None and screen._listing.counts is not None


@pytest.mark.usefixtures("many")
def test_the_first_page_is_shown_before_everyone_was_read(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    screen = Watched(desk)
    show(screen)
    qtbot.waitUntil(lambda: whole(screen))
    assert screen.shown[0] == people.FIRST
    assert screen.shown[-1] == MORE
    assert screen.view._foot.text() == f"{MORE} of {MORE} people."
    assert screen.view.chips[Quick.ALL]._detail == str(MORE)
    names = [line.person.row.name for line in screen.view.table.rows.records]
    assert names == sorted(names)


@pytest.mark.usefixtures("many")
def test_what_is_typed_meanwhile_holds_for_everyone(desk: Desk, show: Show, qtbot: QtBot) -> None:
    screen = Typing(desk)
    show(screen)
    qtbot.waitUntil(lambda: whole(screen))
    names = [line.person.row.name for line in screen.view.table.rows.records]
    assert names == [name for one in range(MORE) if "23" in (name := f"Person {one:03}")]


@pytest.mark.usefixtures("many")
def test_who_walks_down_meanwhile_stays_where_they_are(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    screen = Walking(desk)
    show(screen)
    qtbot.waitUntil(lambda: whole(screen))
    line = screen.view.table.current_record()
    assert line is not None
    assert line.person.row.name == "Person 005"


@pytest.mark.usefixtures("many")
def test_who_leaves_meanwhile_finds_everyone_when_they_come_back(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    screen = Leaving(desk)
    show(screen)
    qtbot.waitUntil(lambda: len(screen.shown) == 1)
    for _turn in range(4):  # as many as would still be asked for
        heard: list[int] = []
        desk.operations.query(screen, lambda _app: 1, heard.append)
        qtbot.waitUntil(lambda heard=heard: heard == [1])
    assert not whole(screen)
    screen.show()
    qtbot.waitUntil(lambda: whole(screen))
    assert screen.view.table.rows.rowCount() == MORE


@pytest.mark.usefixtures("many")
def test_another_order_that_was_kept_waits_for_everyone(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    before = PeopleScreen(desk)
    show(before)
    qtbot.waitUntil(lambda: whole(before))
    before.view.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    screen = Watched(desk)
    show(screen)
    qtbot.waitUntil(lambda: whole(screen))
    assert people.FIRST not in screen.shown
    first = screen.view.table.rows.record(0)
    assert first is not None
    assert first.person.row.name == f"Person {MORE - 1:03}"


@pytest.mark.usefixtures("many")
def test_the_parts_are_everyone_once(app: Services) -> None:
    first, *parts = people.in_turns(app)
    everyone = people.listed(app)
    assert first.rows == everyone.rows[: people.FIRST]
    by_id: dict[ContactId, object] = {one.row.id: one for part in parts for one in part.rows}
    assert sum(len(part.rows) for part in parts) == len(everyone.rows)
    assert by_id == {one.row.id: one for one in everyone.rows}


def test_a_first_page_of_people_who_left_does_not_say_that_nobody_is_known(
    app: Services, acme: AccountId
) -> None:
    gone = [contacts.add(app, acme, name=f"A {number:03}").created[0] for number in range(FIRST)]
    with app.store.write("They left") as writer:
        for one in gone:
            writer.update(contact, one, left_on=app.today() - timedelta(days=1))
    contacts.add(app, acme, name="Zoe Still")
    shown = [one for one in read_in_turns(app) if one is not None]
    assert [one.counts and one.counts[Quick.ALL] for one in shown] == [1]
