"""The window stands where it stood, and screens are filtered and sorted as they were left."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sponsor_app.domain.ids import AccountId
from sponsor_app.services import Services, accounts, commitments, contacts, issues, profiles
from sponsor_app.services.profiles import Clocks, Profile
from sponsor_app.ui.issues.screen import IssuesScreen
from sponsor_app.ui.people.chips import Quick
from sponsor_app.ui.people.list_screen import PeopleScreen
from sponsor_app.ui.places import ScreenName, ToScreen
from sponsor_app.ui.promises.screen import PromisesScreen
from sponsor_app.ui.promises.words import Narrowing
from sponsor_app.ui.screen import Screen
from sponsor_app.ui.shell.application import build
from sponsor_app.ui.shell.window import Window
from tests.ui.shell.conftest import Opened, settle

DOWN = Qt.SortOrder.DescendingOrder


def shown(window: Window, screen: ScreenName, qtbot: QtBot) -> Screen:
    qtbot.waitUntil(lambda: window.main.navigator.current() is not None)
    window.go(ToScreen(screen))
    settle(window, qtbot)
    settle(window, qtbot)
    current = window.main.navigator.current()
    assert current is not None
    return current


Left = tuple[PeopleScreen, IssuesScreen, PromisesScreen]


def three(window: Window, qtbot: QtBot) -> Left:
    people = shown(window, ScreenName.PEOPLE, qtbot)
    board = shown(window, ScreenName.ISSUES, qtbot)
    book = shown(window, ScreenName.PROMISES, qtbot)
    assert isinstance(people, PeopleScreen)
    assert isinstance(board, IssuesScreen)
    assert isinstance(book, PromisesScreen)
    return people, board, book


def test_people_issues_and_promises_are_filtered_and_sorted_as_they_were_left(
    mine: Services, opened: Opened, qtbot: QtBot
) -> None:
    acme = AccountId(accounts.add(mine, fields={"name": "Acme"}).created[0])
    contacts.add(mine, acme, name="Dana Reed")
    commitments.add(mine, acme, text="Send prices", due=mine.today())
    issues.open_issue(mine, acme, title="Cranes drop out", severity=2)
    first = opened()
    people, board, book = three(first, qtbot)
    people.view.chips[Quick.NEVER].click()
    people.view.table.sortByColumn(1, DOWN)
    board.view.chips["severe"].click()
    board.view.turn()
    book.view.chips[Narrowing.LATE].click()
    book.turn()
    settle(first, qtbot)
    first.close()
    people, board, book = three(opened(), qtbot)
    head = people.view.table.horizontalHeader()
    assert people.view.wanted.quick is Quick.NEVER
    assert people.view.chips[Quick.NEVER].isChecked()
    assert (head.sortIndicatorSection(), head.sortIndicatorOrder()) == (1, DOWN)
    assert (board.view.filter, board.view.as_list) == ("severe", True)
    assert (book.view.narrowing, book.view.view_button.text()) == (Narrowing.LATE, "By day")


def test_the_window_has_the_size_it_had(profile: Profile, clocks: Clocks, qtbot: QtBot) -> None:
    assert not profiles.exists(profile)
    profile.root.mkdir()
    sizes: list[tuple[int, int]] = []
    for size in ((760, 610), None):
        window = build(profile, clocks)
        qtbot.addWidget(window)
        if size:
            window.resize(*size)
        window.show()
        sizes.append((window.width(), window.height()))
        window.close()
    assert sizes == [(760, 610)] * 2
