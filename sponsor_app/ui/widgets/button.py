"""Buttons of four weights: one primary in a window, plain ones, quiet ones and links."""

from typing import Literal, NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sponsor_app.ui.widgets import icons, moment, paint, theme, typography
from sponsor_app.ui.widgets.pressable import Pressable
from sponsor_app.ui.widgets.theme import Ink, px
from sponsor_app.ui.widgets.tip import set_tip
from sponsor_app.ui.widgets.tokens import HEIGHT, ICON, RADIUS, TypeRole

Kind = Literal["primary", "plain", "quiet", "link"]
PAD: dict[Kind, int] = {"primary": 12, "plain": 12, "quiet": 8, "link": 4}
ICON_GAP, SHORTCUT_GAP = 6, 12


class Inks(NamedTuple):
    """What a button is written in: its words, and its shortcut."""

    words: Ink
    shortcut: Ink


class Button(Pressable):
    """A button; `name` is what it is called where it has an icon only (close and more, nothing else).

    Where room is short it is drawn without its shortcut.
    """

    def __init__(
        self,
        text: str,
        icon: str = "",
        kind: Kind = "plain",
        *,
        shortcut: str = "",
        name: str = "",
        ink: Ink | None = None,
        role: TypeRole = "medium",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon, self._shortcut = icon, shortcut
        self._kind: Kind = kind
        self._role: TypeRole = role
        self._ink: Ink | None = ink
        self.setAccessibleName(name or text)
        self.setAccessibleDescription(shortcut)
        if not text:
            set_tip(self, name)

    def is_quiet(self) -> bool:
        """Whether its padding shows only under the pointer."""
        return self._kind == "quiet"

    def stretch(self) -> "Button":
        """Take all the width there is; returns the button."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return self

    def set_label(self, text: str, icon: str = "") -> None:
        """Say something else."""
        self.setText(text)
        self.setAccessibleName(text)
        self._icon = icon or self._icon
        self.restyle()

    def set_ink(self, ink: Ink | None) -> None:
        """Write it in another ink, such as the tone of the bar it stands on."""
        self._ink = ink
        self.update()

    def sizeHint(self) -> QSize:
        size = self.minimumSizeHint()
        if self._shortcut:
            size += QSize(typography.width(self._shortcut, "key") + px(SHORTCUT_GAP), 0)
        return size

    def minimumSizeHint(self) -> QSize:
        parts = 2 * px(PAD[self._kind])
        if self._icon:
            parts += px(ICON.ROW)
        if self.text():
            parts += typography.width(self.text(), self._role)
            parts += px(ICON_GAP) if self._icon else 0
        height = HEIGHT.CHIP if self._kind == "link" else HEIGHT.BUTTON
        return QSize(max(parts, px(HEIGHT.CHIP)), px(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.on(self)
        self._paint_ground(painter)
        self._paint_words(painter, self._inks())
        if moment.is_focused(self):
            self._paint_ring(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        rect, radius, look = QRectF(self.rect()), px(RADIUS.CONTROL), theme.current()
        lively = moment.is_hovered(self) or self.isDown()
        if self._kind == "primary":
            role = "primary_hover" if lively else "primary"
            fill = theme.color(role if self.isEnabled() else "sunken")
            paint.box(painter, rect, radius, fill)
        elif self._kind == "plain":
            edge = theme.color("edge" if self.isEnabled() else "line")
            fill = theme.color("hover" if lively else "surface")
            dashed = look.high_contrast and not self.isEnabled()
            paint.box(painter, rect, radius, fill, edge, dashed=dashed)
        elif self._kind == "quiet" and lively:
            paint.box(
                painter, rect, radius, theme.color("hover" if look.high_contrast else "sunken")
            )

    def _inks(self) -> Inks:
        if not self.isEnabled():
            return Inks("off", "off")
        if self._kind == "primary":
            return Inks("on_primary", "on_primary")
        if self._kind == "link":
            lively = moment.is_hovered(self) or self.isDown()
            return Inks(self._ink or ("accent_hover" if lively else "accent"), "text3")
        return Inks(self._ink or "text", "text3")

    def _paint_words(self, painter: QPainter, inks: Inks) -> None:
        middle, left = self.height() / 2, px(PAD[self._kind])
        if self._icon:
            at = left if self.text() else (self.width() - px(ICON.ROW)) / 2
            icons.draw(painter, at, middle, self._icon, inks.words)
            left += px(ICON.ROW) + px(ICON_GAP)
        room = self.width() - left - px(PAD[self._kind])
        if self._shortcut and self.width() >= self.sizeHint().width():
            key = typography.width(self._shortcut, "key")
            paint.text(
                painter, left, middle, room, self._shortcut, "key",
                ink=inks.shortcut, align="right", by="medium",
            )  # fmt: skip
            room -= key + px(SHORTCUT_GAP)
        paint.text(painter, left, middle, room, self.text(), self._role, ink=inks.words)
        if self._kind == "link" and moment.is_hovered(self):
            used = min(room, typography.width(self.text(), self._role))
            line = round(middle + typography.cap_height(self._role) / 2) + px(2)
            painter.fillRect(QRectF(left, line, used, 1), theme.ink(inks.words))

    def _paint_ring(self, painter: QPainter) -> None:
        rect, radius = QRectF(self.rect()), px(RADIUS.CONTROL)
        if self._kind == "primary" and not theme.current().high_contrast:
            # The accent ring would disappear on the accent's own fill.
            inner = rect.adjusted(2, 2, -2, -2)
            paint.box(painter, inner, radius - 1, None, theme.color("on_primary"), width=1.5)
        else:
            paint.ring(painter, rect, radius)
