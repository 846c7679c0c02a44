"""Text that is shown exactly as it was written: never HTML, in a type role and a colour role."""

from functools import cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from sponsor_app.ui.widgets import moment, paint, theme, typography
from sponsor_app.ui.widgets.paint import Align
from sponsor_app.ui.widgets.theme import Ink, px
from sponsor_app.ui.widgets.tip import set_tip
from sponsor_app.ui.widgets.tokens import RADIUS, TypeRole

WIDEST_PARAGRAPH = 560


class Label(QLabel):
    """One line that elides with its full text in the tool tip, or a paragraph when `wrap` is set.

    `lines` limits a paragraph (0: no limit); `flexible` takes all the room its layout has; `whole` is never
    cut, for dates, states and numbers;
    `beside` borrows the baseline of a larger neighbour; `selectable` lets a person mark and copy it.
    """

    def __init__(
        self,
        text: str = "",
        role: TypeRole = "body",
        ink: Ink = "text",
        *,
        wrap: bool = False,
        lines: int = 0,
        flexible: bool = False,
        whole: bool = False,
        align: Align = "left",
        beside: TypeRole | None = None,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        # Before the first text: Qt would otherwise guess HTML and open what it names.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._role: TypeRole = role
        self._ink: Ink = ink
        self._align: Align = align
        self._beside: TypeRole | None = beside
        self._wrap, self._lines, self._selectable = wrap, lines, selectable
        self._whole = whole
        if selectable:
            self._make_selectable()
        self.setWordWrap(wrap)
        self.setSizePolicy(_policy(wrap, flexible))
        theme.follow(self, keeps_colors=selectable)
        self.restyle()
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show other words."""
        self.setText(text)
        self.setAccessibleName(text)
        self._show_rest()

    def set_ink(self, ink: Ink) -> None:
        """Show it in another colour role."""
        self._ink = ink
        self.restyle()

    def restyle(self) -> None:
        """Take font and colour from the look in force."""
        self.setFont(typography.font(self._role))
        if self._selectable:  # then Qt paints it
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.WindowText, theme.ink(self._ink))
            self.setPalette(palette)
        self._show_rest()
        self.updateGeometry()
        self.update()

    def is_cut(self) -> bool:
        """Whether some of the text does not fit."""
        if not self._wrap:
            return typography.width(self.text(), self._role) > self.width()
        return bool(self._lines) and len(self._broken(self._lines + 1)) > self._lines

    def sizeHint(self) -> QSize:
        wanted = typography.width(self.text(), self._role)
        if not self._wrap:
            return QSize(wanted, typography.line_height(self._role))
        width = min(wanted, px(WIDEST_PARAGRAPH))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        wanted = typography.width(self.text(), self._role)
        width = wanted if self._whole else min(px(24), wanted)
        return QSize(width, typography.line_height(self._role))

    def heightForWidth(self, width: int) -> int:
        if not self._wrap:
            return typography.line_height(self._role)
        broken = paint.wrapped(self.text(), self._role, width, self._lines)
        return typography.line_height(self._role) * len(broken)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tip()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.on(self)
        if self._selectable:
            painter.end()
            super().paintEvent(event)
            painter.begin(self)
        elif self._wrap:
            lines = self._lines or len(self._broken(0))
            paint.paragraph(
                painter, self.rect(), self.text(), self._role, self._ink, lines, align=self._align
            )
        else:
            self._paint_line(painter)
        if moment.is_focused(self):
            paint.ring(painter, self.rect(), px(RADIUS.SMALL))

    def _paint_line(self, painter: QPainter) -> None:
        paint.text(
            painter, 0, self.height() / 2, self.width(), self.text(), self._role,
            ink=self._ink, align=self._align, by=self._beside,
        )  # fmt: skip

    def _broken(self, lines: int) -> tuple[str, ...]:
        return paint.wrapped(self.text(), self._role, self.width(), lines)

    def _show_rest(self) -> None:
        if not self.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent):
            self._tip()  # else it has no width yet, and will be told of it

    def _tip(self) -> None:
        set_tip(self, self.text() if self.is_cut() else "")

    def _make_selectable(self) -> None:
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )


@cache
def _policy(wrap: bool, flexible: bool) -> QSizePolicy:
    policy = QSizePolicy.Policy
    across = policy.Ignored if flexible else policy.Preferred if wrap else policy.Maximum
    sizes = QSizePolicy(across, policy.Minimum if wrap else policy.Fixed)
    sizes.setHeightForWidth(wrap)
    return sizes
