"""The log line in a small window of its own: it opens over whatever a person works with, and is gone after Enter."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.desk import Desk
from sponsor_app.ui.interactions.log_line import LogLine
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.theme import px

WIDTH, HEIGHT = 760, 240
DOWN = 0.18
"""How far down the screen it opens, as a share of its height."""


class CaptureBox(QWidget):
    """Esc keeps what was typed as a draft and closes; Enter saves and closes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(tr("Log what happened"))
        self.setAutoFillBackground(True)
        self.setAccessibleName(tr("Log what happened"))
        self.resize(px(WIDTH), px(HEIGHT))
        self.line = LogLine(desk, self)
        self.line.overlay.fill_host()
        self.line.overlay.closed.connect(self.hide)

    def open(self, text: str = "") -> None:
        """Come up with the keyboard in the line; `text` is there to be looked at before it is saved."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.line.open(text)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        screen = self.screen() or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        left = room.left() + (room.width() - self.width()) // 2
        self.move(QPoint(left, room.top() + round(room.height() * DOWN)))
