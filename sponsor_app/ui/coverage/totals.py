"""The five totals, each with its denominator; pressing one shows the accounts it counts."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sponsor_app.domain.coverage import Coverage, CoverageRow, Totals
from sponsor_app.ui.widgets import moment, paint, pill, theme
from sponsor_app.ui.widgets.boxes import Row
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.pressable import Pressable
from sponsor_app.ui.widgets.states import UNSPONSORED, state
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import RADIUS, STEP_OUT

HIGH, UPPER, LOWER, LEAST = 52, 15, 39, 104
KEYS: tuple[str, ...] = (
    Coverage.COVERED,
    Coverage.DUE,
    Coverage.OVERDUE,
    Coverage.NEVER_MET,
    UNSPONSORED,
)


def belongs(row: CoverageRow, key: str) -> bool:
    """Whether a total counts an account."""
    return row.sponsor_id is None if key == UNSPONSORED else row.coverage == key


class TotalButton(Pressable):
    """Looks like a total; hover, focus and choice show that it can be pressed."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.key = key
        self._state = state(key)
        self._count, self._of, self._was = 0, "", ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_count(0, 0)

    def show_count(self, count: int, of: int, was: int | None = None) -> None:
        """Show another count out of another whole, and what it was on the day that is compared with."""
        self._count, self._of = count, tr("of {whole}").format(whole=number(of))
        self._was = "" if was is None else tr("was {count}").format(count=number(was))
        parts = (f"{number(count)} {self._of}", self._state.word, self._was)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(LEAST), px(HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(LEAST - 24), px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, left = paint.on(self), px(STEP_OUT)
        ring, chosen = QRectF(self.rect()), self.isChecked()
        if chosen or moment.is_hovered(self):
            fill = theme.color("sel" if chosen else "hover")
            paint.box(painter, ring, px(RADIUS.CONTROL), fill)
        first, second = ("sel_text", "sel_text2") if chosen else ("text", "text3")
        room = self.width() - left
        used = paint.text(painter, left, px(UPPER), room, number(self._count), "figure", ink=first)
        at = left + used + px(5)
        paint.text(painter, at, px(UPPER), room, self._of, "meta", ink=second, by="figure")
        flat = chosen and theme.current().high_contrast
        ink = theme.color("sel_text") if flat else None
        taken = pill.draw_inline(painter, left, px(LOWER), room, self._state, ink=ink) + px(6)
        paint.text(painter, left + taken, px(LOWER), room - taken, self._was, "meta", ink=second)
        if moment.is_focused(self):
            paint.ring(painter, ring, px(RADIUS.CONTROL))


class TotalsRow(QWidget):
    """At most one is chosen; `chosen` tells its key, or None when it was taken back."""

    chosen = Signal(object)  # Coverage, UNSPONSORED or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = tuple(TotalButton(key) for key in KEYS)
        self.setLayout(Row(*((button, 1) for button in self.buttons), gap=8))
        self.setAccessibleName(tr("Totals"))
        for button in self.buttons:
            button.clicked.connect(partial(self._on_clicked, button))

    def show_totals(self, found: Totals, before: Totals | None = None) -> None:
        """Show the counts of a report, and those of the day it is compared with."""
        was = _counts(before) if before else (None,) * len(KEYS)
        for button, count, then in zip(self.buttons, _counts(found), was, strict=True):
            every = button.key == UNSPONSORED
            button.show_count(count, found.accounts if every else found.with_cadence, then)

    def choose(self, key: str | None) -> None:
        """Mark one, or none, without telling."""
        for button in self.buttons:
            button.setChecked(button.key == key)

    def _on_clicked(self, button: TotalButton) -> None:
        key = button.key if button.isChecked() else None
        self.choose(key)
        self.chosen.emit(key)


def _counts(found: Totals) -> tuple[int, ...]:
    return found.covered, found.due, found.overdue, found.never_met, found.unsponsored
