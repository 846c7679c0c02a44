"""The floor of a cold start: a bare PySide6 window, to its first paint."""

import os

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Bare(QMainWindow):
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        print("mark painted", flush=True)
        QTimer.singleShot(0, lambda: os._exit(0))


app = QApplication([])
window = Bare()
window.resize(1280, 720)
window.show()
app.exec()
