"""A surface that floats over the window until Esc: it keeps the keyboard, and gives it back where it was."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from sponsor_app.ui.widgets import focus, paint, theme
from sponsor_app.ui.widgets.theme import motion, px
from sponsor_app.ui.widgets.tokens import MOTION, RADIUS

MOVES = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)
TOP, TALL_TOP, TALL, RISE, MARGIN = 84, 150, 900, 6, 24


def _overlay_around(part: QWidget) -> "Overlay | None":
    around: QWidget | None = part
    while around is not None and not (isinstance(around, Overlay) and around.is_open()):
        around = around.parentWidget()
    return around


class Overlay(QWidget):
    """`content` floats `width` px wide over `host`; a press beside it closes it when `light` is set."""

    opened = Signal()
    closed = Signal()

    def __init__(
        self,
        host: QWidget,
        content: QWidget,
        *,
        name: str,
        width: int = 660,
        top: int | None = None,
        light: bool = True,
    ) -> None:
        super().__init__(host)
        self._host, self._content, self._width, self._top = host, content, width, top
        self._light, self._is_open, self._shown = light, False, 1.0
        self._fills = False
        self._opener: QWidget | None = None
        self._ghost: QPixmap | None = None
        self.setAccessibleName(name)
        content.setParent(self)
        content.installEventFilter(self)
        host.installEventFilter(self)
        self._motion = QVariantAnimation(self)
        self._motion.valueChanged.connect(self._on_moved)
        self._motion.finished.connect(self._on_rested)
        theme.follow(self)
        self.hide()

    def fill_host(self) -> None:
        """Be all there is of a window that is nothing else: no scrim, and the window as high as the content."""
        self._fills, self._light = True, False

    def is_open(self) -> bool:
        """Whether it has the keyboard."""
        return self._is_open

    def restyle(self) -> None:
        """Measure anew."""
        self._place()
        self.update()

    def open(self, first: QWidget | None = None) -> None:
        """Float, with the keyboard in `first` or in the first part that takes it."""
        if self._is_open:
            return
        self._is_open, self._ghost = True, None
        self._opener = None if self._fills else QApplication.focusWidget()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        self._content.show()
        self.show()
        self.raise_()
        self._move(0.0, 1.0, MOTION.OVERLAY_IN)
        targets = [first] if first else focus.reachable(self._content)
        (targets[0] if targets else self).setFocus(Qt.FocusReason.PopupFocusReason)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self.opened.emit()

    def dismiss(self) -> None:
        """Close, and give the keyboard back to where it was."""
        if not self._is_open:
            return
        self._is_open = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.disconnect(self._on_focus_changed)
        if motion(MOTION.OVERLAY_OUT) and not self._fills:
            self._ghost = self._content.grab()
        if self._opener is not None and isValid(self._opener):
            self._opener.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self._host.setFocus(Qt.FocusReason.PopupFocusReason)
        self._content.hide()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._move(1.0, 0.0, MOTION.OVERLAY_OUT)
        self.closed.emit()

    def surface(self) -> QRect:
        """Where the content floats."""
        return self._content.geometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._light and not self.surface().contains(event.position().toPoint()):
            self.dismiss()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name for it
        order = focus.reachable(self._content)
        if not order:
            return True
        now = QApplication.focusWidget()
        at = order.index(now) if now in order else -1
        step = at + 1 if next else at - 1
        order[step % len(order)].setFocus(
            Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The kind first: while a window is torn down, events still come when our own attributes are gone.
        # A content that is resized while it is being shown would never hear of a size given in that moment.
        if event.type() in MOVES and not self.isHidden():
            resized = event.type() == QEvent.Type.Resize
            if watched is self._host or (watched is self._content and not resized):
                self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._fills:
            paint.box(QPainter(self), self.rect(), 0, theme.color("surface"), theme.color("edge"))
            return
        if not self._ghost and self._is_within(event.region()):
            QPainter(self).fillRect(event.rect(), theme.color("surface"))
            return
        painter, look = QPainter(self), theme.current()
        red, green, blue, alpha = look.scrim
        painter.fillRect(self.rect(), QColor(red, green, blue, round(alpha * self._shown)))
        surface, radius = QRectF(self.surface()), px(RADIUS.OVERLAY)
        paint.shadow(painter, surface, radius, self._shown)
        painter.setOpacity(self._shown if self._ghost else 1.0)
        edge, width = None, 1
        if look.high_contrast:
            edge, width = theme.color("edge"), 2
        elif look.dark:
            edge = theme.color("line")
        paint.box(painter, surface, radius, theme.color("surface"), edge, width=width)
        if self._ghost:
            painter.drawPixmap(self.surface().topLeft(), self._ghost)

    def _is_within(self, region: QRegion) -> bool:
        """Whether only what lies on the surface is painted anew, as at every key: scrim and shadow stay as they are."""
        surface, radius = self.surface(), px(RADIUS.OVERLAY)
        across = QRegion(surface.adjusted(2, radius, -2, -radius))
        clear = across.united(surface.adjusted(radius, 2, -radius, -2))
        return region.subtracted(clear).isEmpty()

    def _place(self) -> None:
        if self._fills:
            self._place_whole()
            return
        host = self._host.rect()
        self.setGeometry(host)
        wide = min(px(self._width), host.width() - px(32))
        top = TALL_TOP if host.height() >= px(TALL) else TOP
        high = min(self._height(wide), host.height() - px(MARGIN) * 2)
        y = min(px(self._top if self._top is not None else top), host.height() - high - px(MARGIN))
        rise = round(px(RISE) * (1 - self._shown))
        before = self.surface()
        self._content.setGeometry((host.width() - wide) // 2, y + rise, wide, high)
        if self.surface() != before:
            self.update()

    def _place_whole(self) -> None:
        wide = self._host.width()
        high = self._height(wide)
        if high != self._host.height():
            self._host.resize(wide, high)
        self.setGeometry(0, 0, wide, high)
        self._content.setGeometry(self.rect())
        self.update()

    def _height(self, wide: int) -> int:
        content = self._content
        if content.hasHeightForWidth():
            return content.heightForWidth(wide)
        return content.sizeHint().height()

    def _move(self, start: float, end: float, milliseconds: int) -> None:
        self._motion.stop()
        duration = 0 if self._fills else motion(milliseconds)
        if not duration:
            self._on_moved(end)
            self._on_rested()
            return
        self._motion.setDuration(duration)
        self._motion.setStartValue(start)
        self._motion.setEndValue(end)
        self._on_moved(start)
        self._motion.start()

    def _on_moved(self, shown: float) -> None:
        self._shown = shown
        self._place()
        self.update()

    def _on_rested(self) -> None:
        if not self._is_open:
            self._ghost = None
            self.hide()

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Bring the keyboard back when something beneath takes it."""
        if not self._is_open or new is None or new.window() is not self.window():
            return
        # Another overlay may float above this one, and keeps the keyboard for itself.
        if _overlay_around(new) is None:
            targets = focus.reachable(self._content)
            (targets[0] if targets else self).setFocus(Qt.FocusReason.OtherFocusReason)
