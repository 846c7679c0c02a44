"""What was just done, at the bottom of the page, with the way to take it back."""

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    QRect,
    QRectF,
    QSize,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from sponsor_app.ui.widgets import icons, moment, paint, theme, typography
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.painted import Painted
from sponsor_app.ui.widgets.pressable import Pressable
from sponsor_app.ui.widgets.spoken import announce
from sponsor_app.ui.widgets.theme import motion, px
from sponsor_app.ui.widgets.tip import set_tip
from sponsor_app.ui.widgets.tokens import HEIGHT, MOTION, RADIUS

SIDE, ABOVE, BELOW = 24, 18, 34  # room for the shadow, px at 100 %
ICON_LEFT, TEXT_LEFT, GAP, END = 14, 40, 16, 10
RISE = 6


class ToastAction(Pressable):
    """Undo and its key, in the toast's own colours."""

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__("", parent)
        self._key = key

    def offer(self, words: str, key: str) -> None:
        """Offer `words` and name their key; an empty text offers nothing."""
        self._key = key
        self.setText(words)
        self.setAccessibleName(f"{words}, {self._key}" if self._key else words)
        self.setVisible(bool(words))
        self.restyle()

    def sizeHint(self) -> QSize:
        key = typography.width(self._key, "label") + px(8) if self._key else 0
        return QSize(2 * px(8) + typography.width(self.text(), "strong") + key, px(HEIGHT.BUTTON))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, middle, left = paint.on(self), self.height() / 2, px(8)
        action = theme.color("toast_action")
        used = paint.text(painter, left, middle, self.width(), self.text(), "strong", ink=action)
        if moment.is_hovered(self):
            line = round(middle + typography.cap_height("strong") / 2) + px(2)
            painter.fillRect(QRectF(left, line, used, 1), action)
        left += used + px(8)
        room = self.width() - left
        paint.text(painter, left, middle, room, self._key, "label", ink="toast_key", by="strong")
        if moment.is_focused(self):
            paint.box(painter, self.rect(), px(RADIUS.CONTROL), None, action, width=2)


class Toast(Painted):
    """One at a time on `host`: it stays 8 s, or as long as it is hovered or focused.

    `owns_key` lets it answer Ctrl+Z itself; a window that has an undo action of its own says False.
    """

    undone = Signal()
    closed = Signal()

    def __init__(
        self,
        host: QWidget,
        *,
        key: str = "Ctrl+Z",
        owns_key: bool = True,
        stay: int = MOTION.TOAST_STAY,
    ) -> None:
        super().__init__(host)
        self._host, self._stay, self._sentence = host, stay, ""
        self._before: QWidget | None = None
        self._key = key
        self._action = ToastAction(key, self)
        self._action.clicked.connect(self._on_undone)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        self._rise = QPropertyAnimation(self, b"pos", self)
        self._shortcut = QShortcut(QKeySequence(key), host, self._on_undone) if owns_key else None
        self._listen_to_key(False)
        host.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, *, action: str | None = None, key: str | None = None) -> None:
        """Show `sentence` in place of the last one; `action` is Undo unless said otherwise, or none.

        `key` is named beside the action; unless said otherwise that of undo.
        """
        self._sentence = sentence
        self._before = QApplication.focusWidget()
        self.setAccessibleName(sentence)
        self._action.offer(
            tr("Undo") if action is None else action, self._key if key is None else key
        )
        self._listen_to_key(bool(self._action.text()))
        self._place()
        self.show()
        self.raise_()
        self._enter()
        self._timer.start(self._stay)
        announce(self, sentence)

    def sentence(self) -> str:
        """What is shown, or was last."""
        return self._sentence

    def dismiss(self) -> None:
        """Go now."""
        if not self.isVisible():
            return
        self._timer.stop()
        self._listen_to_key(False)
        if self._action.hasFocus():
            before = self._before
            alive = before is not None and isValid(before) and before.isVisible()
            (before if before is not None and alive else self._host).setFocus()
        self.hide()
        self.closed.emit()

    def restyle(self) -> None:
        super().restyle()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.on(self)
        rect = self._body()
        paint.shadow(painter, rect, px(RADIUS.CARD))
        edge = theme.color("edge") if theme.current().high_contrast else None
        paint.box(painter, rect, px(RADIUS.CARD), theme.color("toast"), edge)
        middle, left = rect.center().y(), rect.left() + px(TEXT_LEFT)
        icons.draw(painter, rect.left() + px(ICON_LEFT), middle, "check", "toast_text")
        end = (
            paint.placed(self._action.geometry(), self.rect()).left()
            if self._action.text()
            else rect.right()
        )
        room = end - left - px(8)
        paint.text(painter, left, middle, room, self._sentence, "body", ink="toast_text")

    def _body(self) -> QRectF:
        return QRectF(px(SIDE), px(ABOVE), self.width() - 2 * px(SIDE), px(HEIGHT.TOAST))

    def _place(self) -> None:
        if not self._sentence:
            return
        words = typography.width(self._sentence, "body")
        action = self._action.sizeHint() if self._action.text() else QSize(0, 0)
        wanted = px(TEXT_LEFT) + words + px(GAP) + action.width() + px(END)
        wide = min(wanted, self._host.width() - px(32))
        set_tip(self, self._sentence if wide < wanted else "")
        self.resize(wide + 2 * px(SIDE), px(ABOVE + BELOW) + px(HEIGHT.TOAST))
        body = self._body()
        top = round(body.center().y() - action.height() / 2)
        right = round(body.right()) - px(END) - action.width()
        place = QRect(right, top, action.width(), action.height())
        self._action.setGeometry(paint.placed(place, self.rect()))
        self._rise.stop()
        self.move(self._home())

    def _home(self) -> QPoint:
        host = self._host
        return QPoint((host.width() - self.width()) // 2, host.height() - self.height())

    def _enter(self) -> None:
        duration = motion(MOTION.TOAST_IN)
        if duration:
            self._rise.setDuration(duration)
            self._rise.setStartValue(self._home() + QPoint(0, px(RISE)))
            self._rise.setEndValue(self._home())
            self._rise.start()

    def _listen_to_key(self, listens: bool) -> None:
        if self._shortcut is not None:
            self._shortcut.setEnabled(listens)

    def _on_timeout(self) -> None:
        if self.underMouse() or self._action.hasFocus():
            self._timer.start(self._stay)
        else:
            self.dismiss()

    def _on_undone(self) -> None:
        self.dismiss()
        self.undone.emit()
