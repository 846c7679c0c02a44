"""A painted button that answers to Enter as well as to Space, and always shows where the keyboard is."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from sponsor_app.ui.widgets import theme


class Pressable(QAbstractButton):
    """The base of everything that can be clicked."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_told = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self)

    def restyle(self) -> None:
        """Measure and paint anew."""
        self.updateGeometry()
        self.update()

    def setChecked(self, checked: bool) -> None:
        """What the program itself checks is no click."""
        self._is_told = True
        super().setChecked(checked)
        self._is_told = False

    def nextCheckState(self) -> None:
        self._is_told = True  # a click, which tells by itself
        super().nextCheckState()
        self._is_told = False

    def checkStateSet(self) -> None:
        """A screen reader does not click what can be checked but toggles it: that counts as a click."""
        super().checkStateSet()
        left = self.autoExclusive() and not self.isChecked()  # for another one of several
        if not self._is_told and not left:
            QTimer.singleShot(0, self, self._click_after_all)

    def _click_after_all(self) -> None:
        if not self.autoExclusive():
            self.setChecked(not self.isChecked())
        self.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)
