"""Our cold start on a real profile: painted, taking keys, Today filled; then every screen once, and the memory."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from sponsor_app.services import profiles
from sponsor_app.ui.places import ScreenName, ToScreen
from sponsor_app.ui.shell.application import build
from sponsor_app.ui.widgets import theme

SETTLE = 400


class Keys(QObject):
    """Says when the window has taken a key."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and watched is window:
            print("mark usable", flush=True)
        return False


app = QApplication([])
theme.install(app, profiles.resources())
window = build(profiles.profile_at(sys.argv[1]), profiles.system_clocks())
keys = Keys()
window.installEventFilter(keys)


def press() -> None:
    print("mark painted", flush=True)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F24, Qt.KeyboardModifier.NoModifier)
    app.postEvent(window, event)


def filled() -> None:
    screen = window.main.navigator.current()
    if screen is None or not getattr(screen, "has_answer", lambda: True)():
        QTimer.singleShot(1, filled)
        return
    print("mark today", flush=True)
    if len(sys.argv) > 2:
        walk([name for name in ScreenName])
    else:
        os._exit(0)


def walk(left: list[ScreenName]) -> None:
    if not left:
        for line in Path("/proc/self/status").read_text("utf-8").splitlines():
            if line.startswith("VmRSS"):
                print(f"mark memory {int(line.split()[1]) / 1024:.1f}", flush=True)
        os._exit(0)
    timer = QElapsedTimer()
    timer.start()
    window.go(ToScreen(left[0]))
    window.grab()
    print(f"mark switch-{left[0].value} {timer.elapsed() / 1000}", flush=True)
    QTimer.singleShot(SETTLE, lambda: walk(left[1:]))


window.painted.connect(press)
window.desk.operations.opened.connect(lambda _app: QTimer.singleShot(0, filled))
window.show()
app.exec()
