"""A form that is as high as what it holds, as far as the window lets it; then it scrolls."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scrolled(QScrollArea):
    """Stands in something that floats, whose ground shows through."""

    def __init__(self, content: QWidget, name: str) -> None:
        super().__init__()
        content.setObjectName("form")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(content)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.setStyleSheet("QScrollArea, QWidget#form { background: transparent; }")

    def sizeHint(self) -> QSize:
        content = self.widget()
        return content.sizeHint() if content else super().sizeHint()
