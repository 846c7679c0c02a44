"""A form that is as high as what it holds, as far as the window lets it; then it scrolls."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.widgets.scroll_area import ScrollArea


class Scrolled(ScrollArea):
    """Stands in something that floats, whose ground shows through."""

    def __init__(self, content: QWidget, name: str) -> None:
        super().__init__(through=True)
        self.hold(content)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        content = self.widget()
        return content.sizeHint() if content else super().sizeHint()
