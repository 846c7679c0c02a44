"""One clock of an account: how long ago, against what was promised, and what restarted it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.coverage import Cadence, Coverage
from sponsor_app.ui.widgets import paint, pill, theme, typography
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.painted import Painted
from sponsor_app.ui.widgets.states import state
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tip import set_tip
from sponsor_app.ui.widgets.tokens import HEIGHT

SPAN = 1.25  # the bar reaches this far beyond the maximum
WIDE = 210  # where the promise is written out


@dataclass(frozen=True, slots=True)
class Clock:
    """What a clock shows; `days` is None when it never ran, `last` says when and what restarted it."""

    name: str
    coverage: Coverage
    days: int | None
    cadence: Cadence | None
    last: str = ""

    @property
    def sentence(self) -> str:
        """All of it in words, for those who cannot see it."""
        parts = [f"{self.name}: {state(self.coverage).word}"]
        if self.days is not None:
            parts.append(tr("{days} days").format(days=self.days))
        if self.cadence:
            promise = tr("ideal {ideal}, maximum {maximum}")
            ideal, maximum = self.cadence.ideal, self.cadence.maximum
            parts.append(promise.format(ideal=ideal, maximum=maximum))
        if self.last:
            parts.append(tr("last {when}").format(when=self.last))
        return ", ".join(parts)

    @property
    def part(self) -> float:
        """How far the bar is filled, 0 to 1."""
        return fill(self.days or 0, self.cadence)


def fill(days: int, cadence: Cadence | None) -> float:
    """The filled part of a bar that spans 1.25 times the maximum; without a promise nothing is filled."""
    return min(1.0, days / (cadence.maximum * SPAN)) if cadence else 0.0


def draw_track(painter: QPainter, rect: QRectF, clock: Clock, *, reach: float = 3) -> None:
    """Draw the bar with its ticks at ideal and maximum; what never ran is hatched."""
    shown = state(clock.coverage)
    if clock.days is None:
        paint.bar(painter, rect, 0, theme.color("edge"))
        paint.hatch(painter, rect, theme.color("edge"), rect.height() / 2)
    else:
        paint.bar(painter, rect, clock.part, theme.tone(shown.tone).bar)
    if clock.cadence is None:
        return
    painter.setPen(QPen(theme.color("edge"), 1))
    for day in (clock.cadence.ideal, clock.cadence.maximum):
        at = round(rect.left() + rect.width() * fill(day, clock.cadence)) + 0.5
        painter.drawLine(QPointF(at, rect.top() - reach), QPointF(at, rect.bottom() + reach))


class ClockCell(Painted):
    """A quarter of the account's strip."""

    height_at_100 = HEIGHT.CLOCK

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.show_clock(clock)

    def show_clock(self, clock: Clock) -> None:
        """Show another reading."""
        self._clock = clock
        self.setAccessibleName(clock.sentence)
        set_tip(self, clock.sentence)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(140), px(self.height_at_100))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, clock, width = paint.on(self), self._clock, self.width()
        paint.text(painter, 0, px(8), width, clock.name, "metaB", ink="text2")
        shown = state(clock.coverage)
        used = pill.inline_width(shown)
        pill.draw_inline(painter, width - used, px(37), used, shown)
        self._paint_figure(painter, width - used - px(8))
        draw_track(painter, QRectF(0, px(55), width, px(4)), clock)
        self._paint_foot(painter)

    def _paint_figure(self, painter: QPainter, room: int) -> None:
        days = self._clock.days
        figure = tr("never") if days is None else str(days)
        used = paint.text(painter, 0, px(34), room, figure, "figure")
        unit = tr("day") if days == 1 else tr("days")
        if days is not None and used + px(5) + typography.width(unit, "meta") <= room:
            left = used + px(5)
            paint.text(painter, left, px(34), room, unit, "meta", ink="text3", by="figure")

    def _paint_foot(self, painter: QPainter) -> None:
        width, cadence = self.width(), self._clock.cadence
        promise = _promise(cadence, width) if cadence else ""
        used = typography.width(promise, "meta")
        last = self._clock.last or (tr("no record") if self._clock.days is None else "")
        paint.text(painter, 0, px(72), width - used - px(10), last, "meta", ink="text3")
        paint.text(painter, 0, px(72), width, promise, "meta", ink="text3", align="right")


def _promise(cadence: Cadence, room: int) -> str:
    if room <= px(WIDE):
        return f"{cadence.ideal} / {cadence.maximum}"
    return tr("ideal {ideal}, max {maximum}").format(ideal=cadence.ideal, maximum=cadence.maximum)
