"""Two people changed one thing without knowing of each other: side by side, in one text, settled for everybody."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sponsor_app.services import Services, accounts, interactions
from sponsor_app.services.sharing import disputing
from sponsor_app.ui.activity.screen import ActivityScreen
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.focus import reachable
from tests.sharing.laptops import Office, office
from tests.sync.stores import add_account, visit
from tests.ui.conftest import Show
from tests.ui.sharing.conftest import Seat, desk_over, seat

__all__ = ["desk_over", "seat"]
Key = Qt.Key


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Office]:
    with office(tmp_path) as made:
        yield made


def two(team: Office) -> tuple[Services, Services]:
    anna = team.founder()
    for number in range(30):
        add_account(anna, f"Account {number}")
    return anna, team.colleague(anna, "bob")


def opened(desk: Desk, show: Show, qtbot: QtBot) -> ActivityScreen:
    made = ActivityScreen(desk)
    show(made)
    qtbot.waitUntil(made.view.filters.clashes.isVisible)
    made.view.filters.clashes.click()
    qtbot.waitUntil(made.view.clash.isVisible)
    return made


def test_both_texts_are_offered_as_one_and_three_keeps_it_for_everybody(
    team: Office, seat: Seat, show: Show, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    anna, bob = two(team)
    acme = add_account(anna, "Acme", story="Met Jana. The delay is ours.")
    team.settle(anna, bob)
    accounts.change(anna, acme, {"story": "Met Jana Novak. The delay is ours."})
    accounts.change(bob, acme, {"story": "Met Jana. The second delay is ours."})
    team.settle(anna, bob)
    screen = opened(seat(bob), show, qtbot)
    clash = screen.view.clash
    assert clash.mine.value.text() == "Met Jana. The second delay is ours."
    assert clash.theirs.value.text() == "Met Jana Novak. The delay is ours."
    assert "Anna" in clash.theirs.caption.text()
    assert clash.before.text() == "Before: Met Jana. The delay is ours."
    assert clash.both.toPlainText() == "Met Jana Novak. The second delay is ours."
    assert "came from others; the latest is Anna’s" in screen.view.header._line.text()
    qtmodeltester.check(screen.view.clashes, force_py=True)
    assert [part for part in reachable(screen) if not part.accessibleName()] == []
    screen.view.clash_list.setFocus()
    QTest.keyClick(screen.view.clash_list, Key.Key_3)
    qtbot.waitUntil(screen.view.settled.isVisible)
    team.settle(anna, bob)
    assert disputing.listed(anna) == []
    assert accounts.page(anna, acme).details.story == "Met Jana Novak. The second delay is ours."


def test_where_both_rewrote_the_same_words_they_stand_side_by_side_to_be_written_anew(
    team: Office, seat: Seat, show: Show, qtbot: QtBot
) -> None:
    anna, bob = two(team)
    acme = add_account(anna, "Acme", story="The delay is ours.")
    team.settle(anna, bob)
    accounts.change(anna, acme, {"story": "The delay is theirs."})
    accounts.change(bob, acme, {"story": "The delay is nobody’s."})
    team.settle(anna, bob)
    clash = opened(seat(anna), show, qtbot).view.clash
    assert "theirs" in clash.both.toPlainText()
    assert "nobody’s" in clash.both.toPlainText()
    clash.both.setPlainText("The delay is shared.")
    clash.keep_both.click()
    qtbot.waitUntil(lambda: disputing.listed(anna) == [])
    assert accounts.page(anna, acme).details.story == "The delay is shared."


@pytest.mark.parametrize(("key", "left"), [(Key.Key_1, 0), (Key.Key_2, 1)])
def test_what_one_deleted_and_another_edited_is_said_and_stays_or_goes_by_a_key(
    key: Qt.Key, left: int, team: Office, seat: Seat, show: Show, qtbot: QtBot
) -> None:
    anna, bob = two(team)
    acme = add_account(anna, "Acme")
    meeting = visit(anna, acme)
    team.settle(anna, bob)
    interactions.delete(anna, meeting)
    interactions.change(bob, meeting, summary="Second delay")
    team.settle(anna, bob)
    screen = opened(seat(anna), show, qtbot)
    assert "you deleted it, Bob edited it; it is there" in screen.view.clash._what.text()
    assert not screen.view.clash.both.isVisible()
    screen.view.clash_list.setFocus()
    QTest.keyClick(screen.view.clash_list, key)
    qtbot.waitUntil(lambda: disputing.listed(anna) == [])
    assert len(accounts.page(anna, acme).timeline) == left


def test_undo_opens_the_matter_again(team: Office, seat: Seat, show: Show, qtbot: QtBot) -> None:
    anna, bob = two(team)
    acme = add_account(anna, "Acme", city="Bergen")
    team.settle(anna, bob)
    accounts.change(anna, acme, {"city": "Oslo"})
    accounts.change(bob, acme, {"city": "Narvik"})
    team.settle(anna, bob)
    desk = seat(anna)
    screen = opened(desk, show, qtbot)
    screen.view.clash.keep_theirs.click()
    qtbot.waitUntil(screen.view.settled.isVisible)
    from sponsor_app.services import history

    desk.operations.command(lambda app: history.undo(app)[0])
    qtbot.waitUntil(screen.view.clash.isVisible)
    assert len(disputing.listed(anna)) == 1


def test_what_is_new_since_the_last_look_is_said_also_after_another_start(
    team: Office, seat: Seat, show: Show, qtbot: QtBot
) -> None:
    anna, bob = two(team)
    team.settle(anna, bob)

    def line() -> str:
        return screen.view.header._line.text()

    screen = ActivityScreen(seat(bob))
    show(screen)
    qtbot.waitUntil(lambda: "came from others" in line())
    assert "since you last looked" not in line()
    screen.hide()
    team.clock.advance(1)
    for number in range(3):
        add_account(anna, f"New {number}")
    team.sync(anna, bob)
    team.clock.advance(1)
    screen = ActivityScreen(seat(bob))  # another start of the program
    show(screen)
    qtbot.waitUntil(lambda: line().startswith("3 new steps since you last looked, "))
    screen.hide()
    screen.show()
    qtbot.waitUntil(lambda: line().startswith("Nothing new since you last looked, "))
