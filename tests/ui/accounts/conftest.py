"""An account with some life in it, and its page as a person opens it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from sponsor_app.domain.account_page import AccountPage
from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.ids import AccountId, ContactId, MemberId
from sponsor_app.domain.interaction import Intent, Kind, Place
from sponsor_app.services import (
    Services,
    accounts,
    commitments,
    contacts,
    history,
    interactions,
    issues,
    knowledge,
    members,
)
from sponsor_app.ui.accounts.page_screen import AccountScreen
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.picker import Picker
from tests.ui.conftest import Show

T = TypeVar("T")


@dataclass(frozen=True)
class Life:
    """Who and what there is at Acme."""

    acme: AccountId
    dana: ContactId
    mia: MemberId


@pytest.fixture
def life(app: Services, acme: AccountId) -> Life:
    """Dana at Acme, met twice and to be met again; one of everything that a page can show."""
    dana = ContactId(contacts.add(app, acme, name="Dana Reed", title="Operations").created[0])
    mia = MemberId(members.add(app, name="Mia Andersson", function="sales").created[0])
    for day, kind, note in (
        (date(2026, 11, 3), Kind.CALL, "Asked about prices."),
        (date(2026, 11, 10), Kind.COFFEE, "No business discussed."),
        (date(2026, 11, 18), Kind.VISIT, ""),
    ):
        held = day < app.today()
        draft = InteractionDraft(
            acme,
            kind,
            day if held else date(2026, 11, 25),
            Place.REMOTE if kind is Kind.CALL else Place.THEIRS,
            Intent.SELL if kind is Kind.CALL else Intent.CARE,
            summary=note or None,
            contact_ids=(dana,),
            member_ids=(app.me,),
        )
        interactions.log(app, draft)
    issues.open_issue(app, acme, title="Cranes drop out", severity=2)
    commitments.add(app, acme, text="Send prices", due=date(2026, 11, 20))
    commitments.add(app, acme, text="Send log files", due=None, direction=Direction.THEIRS)
    knowledge.add_pulse(app, acme, 4, contact=dana, quote="We found out from the crew.")
    knowledge.add_fact(app, dana, "Her daughter rows for the club", source="coffee")
    return Life(acme, dana, mia)


Opened = Callable[[AccountId], AccountScreen]


@pytest.fixture
def opened(desk: Desk, show: Show, qtbot: QtBot) -> Opened:
    """Open the page of an account and wait until it is there."""
    screen = AccountScreen(desk)
    show(screen)
    screen.resize(1068, 1400)

    def open_page(account_id: AccountId) -> AccountScreen:
        screen.show_account(account_id)
        qtbot.waitUntil(lambda: screen.body.isVisible() or screen.gone.isVisible())
        # What stands further down comes a part in each turn.
        qtbot.waitUntil(lambda: not screen.body._left)
        settle(screen, qtbot)
        return screen

    return open_page


@pytest.fixture
def screen(opened: Opened, life: Life) -> AccountScreen:
    """Acme's page."""
    return opened(life.acme)


@dataclass
class Book:
    """What the store says, and the way to take the last step back."""

    app: Services
    desk: Desk
    account_id: AccountId
    qtbot: QtBot

    def page(self) -> AccountPage:
        return accounts.page(self.app, self.account_id, limit=None)

    def until(self, asked: Callable[[AccountPage], T], wanted: T) -> None:
        """Wait until the store answers `wanted`."""
        self.qtbot.waitUntil(lambda: asked(self.page()) == wanted)

    def changes(
        self, asked: Callable[[AccountPage], T], act: Callable[[], object], wanted: T
    ) -> None:
        """`act` makes the store answer `wanted`, as one step; undo in the window makes it answer as before."""
        before, steps = asked(self.page()), len(history.steps(self.app))
        assert before != wanted
        act()
        self.until(asked, wanted)
        assert len(history.steps(self.app)) == steps + 1
        self.desk.operations.command(lambda app: history.undo(app)[0])
        self.until(asked, before)
        settle(self, self.qtbot)


@pytest.fixture
def book(app: Services, desk: Desk, life: Life, qtbot: QtBot) -> Book:
    return Book(app, desk, life.acme, qtbot)


def settle(part: Any, qtbot: QtBot) -> None:
    """Wait until everything that was asked of the store so far has been answered and placed."""
    for _ in range(3):
        answers: list[int] = []
        part.desk.operations.query(part.desk, lambda _app: 1, answers.append)
        qtbot.waitUntil(lambda: bool(answers))  # noqa: B023 - waited for within the round
        QApplication.processEvents()


def press(part: QWidget, *keys: Qt.Key | str) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        where = part.window().focusWidget() or part
        if isinstance(key, str):
            QTest.keyClicks(where, key)
        else:
            QTest.keyClick(where, key)


def enter(view: ListView[Any], row: int = 0) -> None:
    """Give the keyboard to a row."""
    view.setFocus()
    view.setCurrentIndex(view.model().index(row, 0))


def rows(view: ListView[Any]) -> list[str]:
    """What the rows are called."""
    model = view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def said(view: ListView[Any]) -> list[str]:
    """What a screen reader says of each row."""
    model, role = view.model(), Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def open_picker(part: QWidget) -> Picker | None:
    """The picker that floats over the window of `part`."""
    found = part.window().findChildren(Picker)
    return next((one for one in found if one.overlay.is_open()), None)


def choose(part: QWidget, words: str, qtbot: QtBot) -> None:
    """Type in the picker over the window of `part` and take what is found first."""
    picker = open_picker(part)
    assert picker is not None
    qtbot.waitUntil(picker.field.hasFocus)
    QTest.keyClicks(picker.field, words)
    qtbot.waitUntil(lambda: picker.list.current_record() is not None)
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not picker.overlay.is_open())


def choose_in_menu(words: str, qtbot: QtBot) -> None:
    """Take an entry of the menu that is open."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    part = menu.parentWidget()
    assert part is not None
    window = part.window()
    action = next(one for one in menu.actions() if one.text() == words)
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    window.activateWindow()  # the offscreen platform forgets which it was
    qtbot.waitUntil(window.isActiveWindow)
