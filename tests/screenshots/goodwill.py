"""Pictures for the pages of the manual about pulses, references, events and reach-outs."""

from collections.abc import Callable
from typing import Any

from sponsor_app.services import Services, events, reach_outs, references, today
from sponsor_app.ui.places import ToAccount, ToRecord
from sponsor_app.ui.shell.window import Window

Ask = Callable[[Window, Callable[[Services], Any]], Any]
Stop = tuple[str, Callable[[], None]]


def stops(window: Window, ask: Ask) -> list[Stop]:
    """The name of each picture, and the way there."""
    here = ask(window, lambda app: today.page(app).visits[0].plan.account_id)
    locked = ask(window, _locked)
    owed = ask(window, _owed)
    helps = ask(window, lambda app: reach_outs.listed(app).progress[0].reach_out.id)

    def pulse() -> None:
        window.go(ToAccount(here))
        ask(window, lambda _app: None)
        body = window.main.navigator.screen("account").body
        ask(window, lambda _app: None)
        body.ensureWidgetVisible(body.health, 0, 280)

    def note() -> None:
        window.go(ToRecord("reach_out", helps))
        ask(window, lambda _app: None)
        side = window.main.navigator.screen("reach_outs").side
        side.list.setFocus()
        side.list.setCurrentIndex(side.places.index(0))
        side.list.open_current()

    return [
        ("pulse", pulse),
        ("references", lambda: window.go(ToRecord("reference", locked))),
        ("events", lambda: window.go(ToRecord("event", owed))),
        ("reach-outs", note),
    ]


def _locked(app: Services) -> str:
    """A locked one that somebody counts on, where there is one."""
    found = references.listed(app)
    told = references.warned(found)
    return told[0][0].id if told else found.references[0].id


def _owed(app: Services) -> str:
    found = events.listed(app)
    return next((one.id for one in found if one.owed), found[0].id)
