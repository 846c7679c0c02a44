"""The strip below an account's name: four clocks and the strength, in one line or as many as there is room for."""

from datetime import date

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sponsor_app.domain.account_page import AccountPage
from sponsor_app.domain.clocks import ClockName
from sponsor_app.domain.coverage import CoverageRow, assess
from sponsor_app.domain.wording import KIND_WORDS, full_day
from sponsor_app.ui.widgets import paint, theme
from sponsor_app.ui.widgets.clock_cell import Clock, ClockCell
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.sheet import WIDE
from sponsor_app.ui.widgets.strength import StrengthCell
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import HEIGHT

NARROWEST, GAP, WIDE_GAP, LINE_GAP = 150, 28, 40, 12
LAYOUTS = (5, 3, 2, 1)


def clock_word(name: ClockName) -> str:
    """A clock as people call it."""
    words = {
        ClockName.TOUCH: tr("Any touch"),
        ClockName.FACE_TO_FACE: tr("Sponsor face to face"),
        ClockName.NON_SELLING: tr("No ask"),
        ClockName.THEIR_TURF: tr("Their turf"),
    }
    return words[name]


def clock(row: CoverageRow, name: ClockName, today: date) -> Clock:
    """One clock of an account, and what restarted it."""
    last = row.clocks.last(name)
    state = assess(row.cadence, last.on if last else None, today)
    if last is None:
        return Clock(clock_word(name), state, None, row.cadence)
    said = f"{full_day(last.on, today)}, {tr(KIND_WORDS[last.kind])}"
    return Clock(clock_word(name), state, (today - last.on).days, row.cadence, said)


def strength_note(page: AccountPage) -> str:
    """`5 of 6 contacts, 5 factors`: what the strength rests on."""
    if page.strength is None:
        return tr("no touch in 365 days")
    met = sum(one.strength is not None for one in page.contacts)
    said = tr("{met} of {all} contacts, {factors} factors")
    return said.format(met=met, all=len(page.contacts), factors=len(page.strength.factors))


class ClockStrip(QWidget):
    """Five equal cells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Clocks and strength"))
        theme.follow(self)

    def show_page(self, page: AccountPage) -> None:
        """Show another account, or the same at another time."""
        clocks = [clock(page.row, name, page.as_of) for name in ClockName]
        note = strength_note(page)
        if not self.cells:
            self.cells = [*(ClockCell(one, self) for one in clocks), StrengthCell(None, "", self)]
        for cell, one in zip(self.cells, clocks, strict=False):
            if isinstance(cell, ClockCell):
                cell.show_clock(one)
        last = self.cells[-1]
        if isinstance(last, StrengthCell):
            last.show_strength(page.strength, note)
        self.restyle()

    def restyle(self) -> None:
        """Place the cells anew."""
        gap = px(WIDE_GAP if self.width() >= px(WIDE - 2 * 48) else GAP)
        across = next(
            n for n in LAYOUTS if n == 1 or self.width() >= n * px(NARROWEST) + (n - 1) * gap
        )
        wide, high = (self.width() - (across - 1) * gap) / across, px(HEIGHT.CLOCK)
        for place, cell in enumerate(self.cells):
            line, column = divmod(place, across)
            left = round(column * (wide + gap))
            part = QRect(left, line * (high + px(LINE_GAP)), round(wide), high)
            cell.setGeometry(paint.placed(part, self.rect()))
            cell.show()
        lines = -(-5 // across)
        self.setFixedHeight(lines * high + (lines - 1) * px(LINE_GAP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()
