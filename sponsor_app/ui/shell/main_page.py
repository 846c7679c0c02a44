"""The window's working page: rail, the screens, one line of truth above them and the toast below."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from sponsor_app.domain.errors import SponsorError
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.operations import Cancel
from sponsor_app.ui.shell.navigator import Navigator
from sponsor_app.ui.shell.rail import Rail
from sponsor_app.ui.shell.screens import rail_entries
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Column, Row, holding
from sponsor_app.ui.widgets.language import tr, understood
from sponsor_app.ui.widgets.message_bar import MessageBar
from sponsor_app.ui.widgets.progress_line import ProgressLine
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.toast import Toast

NARROW_BELOW = 960


class MainPage(QWidget):
    """What a person works in once a store is open, or is being opened."""

    left_example = Signal()
    asked_protection = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        entries = rail_entries()
        self.rail = Rail(entries)
        self.stack = QStackedWidget()
        self.navigator = Navigator(desk, self.stack, entries, self)
        self.standing = MessageBar(icon="info")
        self.notice = MessageBar(icon="calendar-clock", closable=True)
        self.trouble = MessageBar(icon="triangle-alert", closable=True)
        self.lasting = ProgressLine()
        self._shown_bars = (self.standing, self.notice, self.trouble, self.lasting)
        self._bars = holding(Column(*self._shown_bars, gap=8, margins=(24, 8, 24, 0)))
        self._area = holding(Column(self._bars, (self.stack, 1)), ground=True)
        self.setLayout(Row(self.rail, (self._area, 1), gap=0))
        self.toast = Toast(self._area, owns_key=False)
        self.trouble.closed.connect(self._quiet)
        self.navigator.arrived.connect(self.rail.mark)
        self._standing_for = ""
        self.standing.acted.connect(self._on_standing)
        self._cancel: Cancel | None = None
        self.lasting.cancelled.connect(self._on_cancelled)
        desk.operations.lasts.connect(self._on_lasting)
        desk.operations.ended.connect(self._on_ended)
        self.lasting.hide()
        self._quiet()
        self.hush()
        self.stand("")
        theme.follow(self)

    def stand(self, what: str) -> None:
        """Show a lasting truth: that this is `example` data, or that the store is `open` to whoever has the disk."""
        self._standing_for = what
        if what == "example":
            self.standing.say(
                tr("Example data. Nothing you do here is kept."),
                "info",
                "lightbulb",
                action=tr("Start with my own"),
            )
        elif what == "unprotected":
            self.standing.say(
                tr("Not protected yet: nothing opens this store after the window is closed."),
                "warn",
                "lock-open",
                action=tr("Protect it"),
            )
        self.standing.setVisible(bool(what))
        self._fit_bars()

    @property
    def shows_example(self) -> bool:
        """Whether this is the example team."""
        return self._standing_for == "example"

    def complain(self, error: SponsorError) -> None:
        """Say what was refused, what is safe and what is next; until closed or the next success."""
        self.trouble.say(f"{error.message} {error.next}".strip(), "bad", "triangle-alert")
        self.trouble.show()
        self._fit_bars()

    def notify(self, sentence: str, action: str) -> None:
        """Say what the window says by itself, until it is put away."""
        self.notice.say(sentence, "info", "calendar-clock", action=action)
        self._fit_bars()

    def hush(self) -> None:
        """Put away what the window said by itself."""
        self.notice.hide()
        self._fit_bars()

    def calm(self) -> None:
        """Something worked: what was refused before is history."""
        self._quiet()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def restyle(self) -> None:
        """Give the rail its words where there is room for them, at the zoom in force."""
        self.rail.set_narrow(self.width() < px(NARROW_BELOW))

    def _quiet(self) -> None:
        self.trouble.hide()
        self._fit_bars()

    def _fit_bars(self) -> None:
        self._bars.setVisible(not all(bar.isHidden() for bar in self._shown_bars))

    def _on_lasting(self, cancel: Cancel, what: str, share: float) -> None:
        self._cancel = cancel
        self.lasting.show_share(understood(what), share)
        self.lasting.show()
        self._fit_bars()

    def _on_ended(self, cancel: Cancel) -> None:
        if cancel is self._cancel:
            self._cancel = None
            self.lasting.hide()
            self._fit_bars()

    def _on_cancelled(self) -> None:
        if self._cancel is not None:
            self._cancel.set()

    def _on_standing(self) -> None:
        if self._standing_for == "example":
            self.left_example.emit()
        else:
            self.asked_protection.emit()
