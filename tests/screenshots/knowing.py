"""Pictures for the pages of the manual about exposure, knowing people, and accounts lost and won back."""

from collections.abc import Callable
from typing import Any

from sponsor_app.services import Services, accounts
from sponsor_app.ui.places import ToAccount
from sponsor_app.ui.shell.window import Window

Ask = Callable[[Window, Callable[[Services], Any]], Any]
Stop = tuple[str, Callable[[], None]]
KNOWN, GONE = "Tellvik", "Hartvik"


def stops(window: Window, ask: Ask) -> list[Stop]:
    """The name of each picture, and the way there."""
    known, gone = ask(window, _named(KNOWN)), ask(window, _named(GONE))

    def body() -> Any:
        ask(window, lambda _app: None)
        shown: Any = window.main.navigator.current()
        return shown.body

    def exposure() -> None:
        window.go(ToAccount(known, "exposure"))
        shown = body()
        ask(window, lambda _app: None)
        shown.exposure.suggest()

    def people() -> None:
        window.go(ToAccount(known, "people"))
        shown = body()
        ask(window, lambda _app: None)
        shown.map.chart.select(shown.map.model.records[1].person.id)
        shown.map.chart.setFocus()

    def lost() -> None:
        window.go(ToAccount(gone))

    return [("exposure", exposure), ("people", people), ("won-and-lost", lost)]


def _named(begins: str) -> Callable[[Services], str]:
    def find(app: Services) -> str:
        rows = accounts.listed(app)
        return next(row.account_id for row in rows if row.account.startswith(begins))

    return find
