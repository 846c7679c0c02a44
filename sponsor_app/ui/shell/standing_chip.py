"""The status at the foot of the rail always tells the truth about what was saved, and leads to what can be done."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum, auto

from PySide6.QtCore import QObject

from sponsor_app.services import Services
from sponsor_app.ui.courier.courier import InStep
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.said import Said
from sponsor_app.ui.places import ScreenName, ToAct, ToScreen
from sponsor_app.ui.shell.main_page import MainPage
from sponsor_app.ui.widgets.language import tr


class Store(Enum):
    """What becomes of what is saved, apart from any team."""

    EXAMPLE = auto()
    BEGUN = auto()
    """Its key is known to this window only."""
    OPEN = auto()
    """Nothing protects it, because its owner said so."""
    KEPT = auto()


class StandingChip(QObject):
    """`know` tells whose clock says what today is; `store_is` what protects the store."""

    def __init__(self, desk: Desk, main: MainPage) -> None:
        super().__init__(main)
        self._desk, self._main = desk, main
        self._store = Store.KEPT
        self._now: Callable[[], datetime] | None = None
        self._standing: InStep | None = None
        desk.courier.told.connect(self._on_told)
        main.rail.status.clicked.connect(self._on_clicked)

    def know(self, app: Services) -> None:
        """Another store is open: nothing is known of its team yet."""
        self._now, self._standing = app.local_now, self._desk.courier.now

    def store_is(self, store: Store) -> None:
        """Show what protects the store."""
        self._store = store
        self._show()

    def _on_told(self, standing: InStep) -> None:
        from sponsor_app.domain.team import Standing

        self._standing = standing
        self._show()
        if standing.team.standing is not Standing.ALONE:
            self._desk.operations.query(self, _conflicts, self._count)

    def _count(self, conflicts: int) -> None:
        alarms = len(self._standing.team.alarms) if self._standing else 0
        self._main.rail.count({ScreenName.ACTIVITY: conflicts, ScreenName.TEAM: alarms})

    def _show(self) -> None:
        said = self._said()
        rest = " ".join(part for part in (said.trouble, said.next) if part)
        self._main.rail.show_status(said.words, said.symbol, said.detail, tone=said.tone, rest=rest)

    def _said(self) -> Said:
        standing, now = self._standing, self._now
        if self._store is Store.EXAMPLE:
            return Said("lightbulb", tr("Example data"), "", "idle", tr("Nothing of it is kept."))
        if self._store is Store.BEGUN:
            why = tr("Nothing opens this store after the window is closed.")
            step = tr("Choose what protects it.")
            return Said("lock-open", tr("Not protected yet"), "", "warn", why, step)
        if self._store is Store.OPEN:
            why = tr("Whoever has this laptop can read it.")
            return Said("lock-open", tr("Not encrypted"), "", "warn", why)
        if standing is None or now is None:
            return Said("laptop", tr("Saved on this laptop"))
        from sponsor_app.ui.panels.sync_words import of_team

        return of_team(standing, now())

    def _on_clicked(self) -> None:
        if self._store is Store.BEGUN:
            self._main.asked_protection.emit()
        elif self._store is Store.OPEN:
            self._desk.go(ToAct("settings"))
        else:
            self._desk.go(ToScreen(ScreenName.TEAM))


def _conflicts(app: Services) -> int:
    from sponsor_app.services.sharing import disputing

    return disputing.how_many(app)
