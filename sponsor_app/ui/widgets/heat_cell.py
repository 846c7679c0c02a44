"""A cell of the coverage grid: quiet when fine, tinted when due, solid when overdue, dashed when unknown."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from sponsor_app.domain.coverage import Coverage
from sponsor_app.domain.load import LoadState
from sponsor_app.ui.widgets import icons, moment, paint, theme, typography
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.record_grid import RecordGrid
from sponsor_app.ui.widgets.states import state
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import ICON, RADIUS, STEP_OUT

TEXT_LEFT, TIGHT_LEFT, SPREAD, HATCH, RING_RADIUS = 14, 8, 9, 7, 7


@dataclass(frozen=True, slots=True)
class HeatCell:
    """`covered` of `accounts` are covered; `count` of them are in the `worst` state.

    `counted` is the word for what else `covered` counts, as `seen in 30 days`.
    """

    accounts: int
    covered: int
    worst: Coverage
    count: int
    counted: str = ""

    @property
    def words(self) -> str:
        """The worst state, counted unless all is well."""
        word = state(self.worst).word
        return word if self.worst is Coverage.COVERED else f"{self.count} {word}"

    @property
    def sentence(self) -> str:
        """All of it in words."""
        said = tr("{covered} of {accounts} {counted}").format(
            covered=self.covered, accounts=self.accounts, counted=self.counted or tr("covered")
        )
        fine = self.worst is Coverage.COVERED and not self.counted
        return said if fine else f"{said}, {self.words}"


@dataclass(frozen=True, slots=True)
class LoadCell:
    """How many accounts one sponsor has, and whether that is too many."""

    accounts: int
    load: LoadState

    @property
    def sentence(self) -> str:
        """All of it in words."""
        said = tr("{accounts} accounts").format(accounts=self.accounts)
        heavy = self.load in (LoadState.HIGH, LoadState.OVER)
        return f"{said}, {state(self.load).word}" if heavy else said


class HeatCellDelegate(QStyledItemDelegate):
    """Draws `HeatCell`, `LoadCell`, and a dash where there is neither."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        paint.turn(painter, option.rect)
        value = index.data(RecordGrid.RecordRole)
        focused = moment.is_item_focused(option, index)
        rect = QRectF(option.rect)
        if isinstance(value, HeatCell):
            self._draw_heat(painter, rect, value, focused, moment.is_item_hovered(option, index))
        elif isinstance(value, LoadCell):
            _draw_load(painter, rect, value)
        else:
            left, middle = rect.left() + px(TEXT_LEFT), rect.center().y()
            paint.text(painter, left, middle, rect.width(), "–", "meta", ink="text3")
        if focused:
            paint.ring(painter, rect, px(RING_RADIUS))
        painter.restore()

    def _draw_heat(
        self, painter: QPainter, rect: QRectF, cell: HeatCell, focused: bool, hovered: bool
    ) -> None:
        # The ring never touches a solid fill: two pixels of page lie between them.
        step = 4 if focused else 2
        ink, number = _draw_fill(painter, rect.adjusted(step, step, -step, -step), cell, hovered)
        step = px(ICON.META + 4)
        wanted = step + typography.width(cell.words, "metaB") + 4
        left = rect.left() + px(TEXT_LEFT if px(TEXT_LEFT) + wanted <= rect.width() else TIGHT_LEFT)
        middle, room = rect.center().y(), rect.right() - left - 4
        upper, lower = middle - px(SPREAD), middle + px(SPREAD)
        counts = f"{cell.covered}/{cell.accounts}"
        paint.text(painter, left, upper, room, counts, "strong", ink=number)
        icons.draw(painter, left, lower, state(cell.worst).symbol, ink, ICON.META)
        paint.text(painter, left + step, lower, room - step, cell.words, "metaB", ink=ink)


def _draw_fill(
    painter: QPainter, rect: QRectF, cell: HeatCell, hovered: bool
) -> tuple[QColor, QColor]:
    """Draw the ground of a cell; returns the inks of its words and of its numbers."""
    look, radius = theme.current(), px(RADIUS.CELL)
    tone, surface, edge = (
        theme.tone(state(cell.worst).tone),
        theme.color("surface"),
        theme.color("edge"),
    )
    match cell.worst:
        case Coverage.OVERDUE:
            solid = theme.tone("solid")
            paint.box(painter, rect, radius, solid.fill)
            return solid.ink, solid.ink
        case Coverage.DUE:
            paint.box(painter, rect, radius, tone.fill, edge if hovered else tone.line)
            return tone.ink, tone.ink
        case Coverage.COVERED:
            quiet = not (look.high_contrast or hovered)
            paint.box(painter, rect, radius, surface, theme.color("line") if quiet else edge)
            return tone.ink, theme.color("text2")
        case _:
            paint.box(painter, rect, radius, surface, edge, dashed=True)
            if cell.worst is Coverage.NEVER_MET:
                strip = QRectF(rect.left(), rect.top(), px(HATCH), rect.height())
                paint.hatch(painter, strip, edge, px(4))
            return tone.ink, theme.color("text")


def _draw_load(painter: QPainter, rect: QRectF, cell: LoadCell) -> None:
    heavy = cell.load in (LoadState.HIGH, LoadState.OVER)
    shown = state(cell.load)
    ink = theme.tone(shown.tone).ink if heavy else theme.color("text2")
    left, room, middle = rect.left(), rect.width() - px(STEP_OUT), rect.center().y()
    upper = middle - px(SPREAD) if heavy else middle
    paint.text(painter, left, upper, room, str(cell.accounts), "strong", ink=ink, align="right")
    if heavy:
        lower = middle + px(SPREAD)
        paint.text(painter, left, lower, room, shown.word, "metaB", ink=ink, align="right")
