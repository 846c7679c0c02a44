"""An icon in the tray, where there is one: a line is logged from there. Nothing needs it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from sponsor_app.ui.widgets import icons
from sponsor_app.ui.widgets.language import tr

SIDE = 22


class Tray(QObject):
    """A click logs; the menu logs, opens the window, or ends."""

    captured = Signal()
    raised = Signal()
    ended = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.icon = QSystemTrayIcon(icons.icon_of("handshake", "accent", SIDE), self)
        self.icon.setToolTip(tr("Sponsor: log what happened"))
        self.menu = QMenu(window)
        self.menu.addAction(tr("Log what happened"), self.captured.emit)
        self.menu.addAction(tr("Open Sponsor"), self.raised.emit)
        self.menu.addSeparator()
        self.menu.addAction(tr("Close"), self.ended.emit)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(self.raised)

    def show(self) -> bool:
        """Show it where there is a tray."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return False
        self.icon.show()
        return True

    def tell(self, sentence: str) -> None:
        """Say something from there; a click on it opens the window."""
        if self.icon.isVisible():
            self.icon.showMessage(tr("Sponsor"), sentence, self.icon.icon())

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.captured.emit()
