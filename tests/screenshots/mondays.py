"""Pictures for the pages of the manual about the sales lead's Monday: board, gaps, suggestions, hand-over, review, health, plan."""

from collections.abc import Callable
from typing import Any

from sponsor_app.domain.gaps import Gap
from sponsor_app.services import Services, coverage
from sponsor_app.ui.places import ScreenName, ToAssign, ToReview, ToScreen
from sponsor_app.ui.shell.window import Window

Ask = Callable[[Window, Callable[[Services], Any]], Any]
Stop = tuple[str, Callable[[], None]]


def stops(window: Window, ask: Ask) -> list[Stop]:
    """The name of each picture, and the way there."""
    theirs, busiest, idle = ask(window, _who)

    def board() -> Any:
        window.go(ToScreen(ScreenName.COVERAGE))
        ask(window, lambda _app: None)
        return window.main.navigator.current()

    def then(call: str) -> Callable[[], None]:
        def go() -> None:
            getattr(board(), call)()

        return go

    def hand_over() -> None:
        board()
        window.go(ToAssign(theirs, idle))

    return [
        ("coverage", board),
        ("gaps", lambda: board().show_gap(Gap.OVERDUE)),
        ("suggestions", then("suggest")),
        ("hand-over", hand_over),
        ("one-to-one", lambda: window.go(ToReview(busiest))),
        ("health", then("show_health")),
        ("planner", then("plan_ahead")),
    ]


def _who(app: Services) -> tuple[Any, Any, Any]:
    """Three accounts of one sponsor, the sponsor with the most accounts, and somebody who owns none."""
    report = coverage.report(app)
    busiest = max(report.heat, key=lambda row: row.load).member_id
    theirs = tuple(row.account_id for row in report.rows if row.sponsor_id == busiest)
    return theirs[:3], busiest, report.members_without_account[0].id
