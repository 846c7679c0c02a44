"""How long a view takes to open: from its key to the painted screen with its rows, every one the first time and again.

Usage: ``python views.py PROFILE READS``, where ``READS`` is for how many milliseconds a person looks at the first page
before they go on; prints ``mark first-VIEW SECONDS`` once and ``mark again-VIEW SECONDS`` for each later round.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.ids import AccountId
from sponsor_app.services import Services
from sponsor_app.ui.accounts.exposure_part import ExposurePart
from sponsor_app.ui.accounts.page_body import PageBody
from sponsor_app.ui.places import ScreenName, ToAccount
from tests.benchmarks.opening import open_window

CALM, COMPARES = 300, 2_000
ROUNDS = ("first", "again", "again")
View = tuple[str, Callable[[], object], type[QWidget] | None]
"""Its name, how one goes there, and the part that must have come and been answered, beside the screen itself."""


def press(keys: str) -> None:
    """Press a shortcut where the keyboard is."""
    QTest.keySequence(app.focusWidget() or window, QKeySequence(keys))


def has(part: type[QWidget]) -> bool:
    """Whether a part of the shown screen is there."""
    shown = window.main.navigator.current()
    found = shown.findChild(part) if shown else None
    return found is not None and found.isVisible()


def views(account: ToAccount, other: ToAccount) -> Iterator[View]:
    """Every screen, and the parts of the account's page that are views of their own."""
    shortcuts = {action.id: action.shortcut for action in window.actions_table}
    for name in ScreenName:
        yield name.value, partial(press, shortcuts[name.value]), None
    yield "one-to-one", lambda: window.act("review"), None
    yield "account", lambda: window.go(account), PageBody
    yield "brief", lambda: press("B"), None
    yield "exposure", lambda: window.go(other), ExposurePart
    yield "duplicates", lambda: window.act("duplicates"), None  # last: it goes on comparing


def measured(time_of: str, view: View, then: Callable[[], None]) -> None:
    """Go there; the clock stops when the answer is painted."""
    name, go, part = view
    start = time.perf_counter()

    def when_answered(then: Callable[[], None]) -> None:
        window.desk.operations.query(window, lambda _app: None, lambda _nothing: then())

    def when_there() -> None:
        if part is None:
            stop()
        elif has(part):
            when_answered(stop)
        else:
            QTimer.singleShot(0, when_there)

    def stop() -> None:
        app.processEvents()
        print(f"mark {time_of}-{name} {time.perf_counter() - start}", flush=True)
        QTimer.singleShot(COMPARES if name == "duplicates" else CALM, then)

    go()
    when_answered(when_there)


def two_accounts(app: Services) -> Sequence[AccountId]:
    """Two that we met, asked for in a way that makes nothing ready for the views."""
    sql = "SELECT DISTINCT account_id FROM interaction LIMIT 2"
    with app.store.read() as connection:
        return list(connection.exec_driver_sql(sql).scalars())


def walk(found: Sequence[AccountId]) -> None:
    """Every view, round by round."""
    here, there = found
    left = [
        (time_of, view)
        for time_of in ROUNDS
        for view in views(ToAccount(here), ToAccount(there, "exposure"))
    ]

    def step() -> None:
        if left:
            measured(*left.pop(0), step)
        else:
            os._exit(0)

    QTimer.singleShot(int(sys.argv[2]), step)


app, window = open_window(sys.argv[1])
window.desk.operations.opened.connect(
    lambda _app: window.desk.operations.query(window, two_accounts, walk)
)
window.show()
app.exec()
