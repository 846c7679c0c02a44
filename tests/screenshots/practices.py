"""Pictures for the pages of the manual about promises, issues, bad news, the debrief and clocks without an ask."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QScrollArea

from sponsor_app.domain.issue_board import BoardCard
from sponsor_app.services import Services, accounts, issue_board
from sponsor_app.ui.places import ScreenName, ToAccount, ToDebrief, ToScreen
from sponsor_app.ui.shell.window import Window

Ask = Callable[[Window, Callable[[Services], Any]], Any]
Stop = tuple[str, Callable[[], None]]


def stops(window: Window, ask: Ask) -> list[Stop]:
    """The name of each picture, and the way there."""
    sold = ask(window, _selling_only)
    worst = ask(window, _worst)

    def screen(name: ScreenName) -> Any:
        window.go(ToScreen(name))
        ask(window, lambda _app: None)
        return window.main.navigator.current()

    def promises() -> None:
        screen(ScreenName.PROMISES).show_kept()

    def board() -> None:
        screen(ScreenName.ISSUES).peek(worst)

    def heard() -> None:
        shown = screen(ScreenName.ISSUES)
        shown.peek(worst)
        ask(window, lambda _app: None)
        for page in shown.view.peek.findChildren(QScrollArea):
            page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
        shown.view.peek.heard.list.setFocus()

    def debrief() -> None:
        window.go(ToScreen(ScreenName.TODAY))
        window.go(ToDebrief())

    return [
        ("clocks", lambda: window.go(ToAccount(sold))),
        ("promises", promises),
        ("issues", board),
        ("bad-news", heard),
        ("debrief", debrief),
    ]


def _selling_only(app: Services) -> str:
    rows = accounts.listed(app)
    return next(row.account_id for row in rows if row.selling_only(app.today()))


def _worst(app: Services) -> BoardCard:
    cards = [one for one in issue_board.board(app).cards if one.issue.is_open]
    return min(cards, key=lambda one: (one.issue.severity, -one.heard))
