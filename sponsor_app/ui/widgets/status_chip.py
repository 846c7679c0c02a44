"""The line at the foot of the rail that says where what is saved is: a symbol, words, when; it leads to what to do."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sponsor_app.ui.widgets import icons, moment, paint, theme, typography
from sponsor_app.ui.widgets.pressable import Pressable
from sponsor_app.ui.widgets.theme import Ink, px
from sponsor_app.ui.widgets.tip import set_tip
from sponsor_app.ui.widgets.tokens import ICON, RADIUS, ToneName

PAD, TEXT_LEFT, LOW, HIGH, NARROW = 12, 40, 30, 44, 32
QUIET: frozenset[ToneName] = frozenset({"idle", "ok", "info"})


class StatusChip(Pressable):
    """Two lines where there is a detail; only a symbol where the rail is narrow. Nothing of it is ever cut off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._symbol, self._detail = "laptop", ""
        self._tone: ToneName = "idle"
        self._narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_status(
        self, symbol: str, words: str, detail: str = "", tone: ToneName = "idle", rest: str = ""
    ) -> None:
        """`rest` is what else a tip and a screen reader say."""
        self._symbol, self._detail, self._tone = symbol, detail, tone
        self.setText(words)
        sentence = ", ".join(part for part in (words, detail) if part)
        whole = f"{sentence}. {rest}" if rest else sentence
        self.setAccessibleName(whole)
        set_tip(self, whole)
        self.restyle()

    def detail(self) -> str:
        """The second line."""
        return self._detail

    def set_narrow(self, narrow: bool) -> None:
        """Show the symbol only."""
        self._narrow = narrow
        self.restyle()

    def sizeHint(self) -> QSize:
        high = HIGH if self._detail and not self._narrow else LOW
        return QSize(px(NARROW if self._narrow else 188), px(high))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(NARROW), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = paint.on(self), QRectF(self.rect())
        if moment.is_hovered(self):
            hover = "hover" if theme.current().high_contrast else "sunken"
            paint.box(painter, rect, px(RADIUS.CONTROL), theme.color(hover))
        ink: Ink = "text3" if self._tone in QUIET else theme.tone(self._tone).ink
        first = self.height() / 2
        if self._narrow:
            left = (self.width() - px(ICON.ROW)) / 2
            icons.draw(painter, left, first, self._symbol, ink, ICON.ROW)
        else:
            line = typography.line_height("meta")
            first -= line / 2 if self._detail else 0
            icons.draw(painter, px(PAD + 2), first, self._symbol, ink, ICON.META)
            left, room = px(TEXT_LEFT), self.width() - px(TEXT_LEFT)
            strong = self._tone not in QUIET
            role = "metaB" if strong else "meta"
            paint.text(painter, left, first, room, self.text(), role, ink=ink)
            if self._detail:
                paint.text(painter, left, first + line, room, self._detail, "meta", ink=ink)
        if moment.is_focused(self):
            paint.ring(painter, rect, px(RADIUS.CONTROL))
