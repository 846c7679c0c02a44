"""Rows and columns of parts whose gaps and margins follow the zoom."""

from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QLayout, QSpacerItem, QWidget

from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import STEP_OUT

W = TypeVar("W", bound=QWidget)
Part = QWidget | QLayout
Item = Part | tuple[Part, int] | int | None
Margins = tuple[int, int, int, int]
Direction = QBoxLayout.Direction


class Box(QBoxLayout):
    """A box layout measured in px at 100 %."""

    def __init__(self, direction: Direction, items: tuple[Item, ...], gap: int, margins: Margins):
        super().__init__(direction)
        self._gap, self._margins = gap, margins
        self._gaps: list[tuple[QSpacerItem, int]] = []
        self.restyle()
        theme.follow(self)
        self.add(*items)

    def add(self, *items: Item) -> None:
        """Append parts; an int is a gap, None takes what room is left, `(part, n)` takes n shares of it."""
        for item in items:
            if item is None:
                self.addStretch(1)
            elif isinstance(item, int):
                self._add_gap(item)
            elif isinstance(item, tuple):
                self._add_part(*item)
            else:
                self._add_part(item, 0)

    def set_margins(self, left: int, top: int, right: int, bottom: int) -> None:
        """Change the margins, px at 100 %."""
        self._margins = (left, top, right, bottom)
        self.restyle()

    def restyle(self) -> None:
        """Measure gaps and margins at the zoom in force."""
        self.setSpacing(px(self._gap))
        left, top, right, bottom = self._margins
        if QGuiApplication.isRightToLeft():
            left, right = right, left
        self.setContentsMargins(px(left), px(top), px(right), px(bottom))
        for spacer, size in self._gaps:
            self._size(spacer, size)
        self.invalidate()

    def _add_part(self, part: Part, share: int) -> None:
        if isinstance(part, QLayout):
            self.addLayout(part, share)
        else:
            self.addWidget(part, share)

    def _add_gap(self, size: int) -> None:
        spacer = QSpacerItem(0, 0)
        self._size(spacer, size)
        self._gaps.append((spacer, size))
        self.addSpacerItem(spacer)

    def _size(self, spacer: QSpacerItem, size: int) -> None:
        across = self.direction() in (Direction.LeftToRight, Direction.RightToLeft)
        spacer.changeSize(px(size) if across else 0, 0 if across else px(size))


class Row(Box):
    """Parts side by side."""

    def __init__(self, *items: Item, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> None:
        super().__init__(Direction.LeftToRight, items, gap, margins)


class Column(Box):
    """Parts below each other."""

    def __init__(self, *items: Item, gap: int = 0, margins: Margins = (0, 0, 0, 0)) -> None:
        super().__init__(Direction.TopToBottom, items, gap, margins)


class Fixed(QObject):
    """Keeps a part at a width or height given at 100 %."""

    def __init__(self, part: QWidget, width: int | None, height: int | None) -> None:
        super().__init__(part)
        self._part, self._width, self._height = part, width, height
        self.restyle()
        theme.follow(self)

    def restyle(self) -> None:
        """Measure at the zoom in force."""
        if self._width is not None:
            self._part.setFixedWidth(px(self._width))
        if self._height is not None:
            self._part.setFixedHeight(px(self._height))


def fix(part: W, width: int | None = None, height: int | None = None) -> W:
    """Give `part` a width, a height or both, px at 100 %; returns it."""
    Fixed(part, width, height)
    return part


def holding(layout: QLayout, *, ground: bool = False) -> QWidget:
    """A plain widget around `layout`; with `ground` it has the page's own, else what it stands in shows."""
    widget = QWidget()
    widget.setAutoFillBackground(ground)
    widget.setLayout(layout)
    return widget


def inset(part: Part, by: int = STEP_OUT) -> Row:
    """Step `part` in to the text edge; list rows step out by as much for hover and selection."""
    return Row((part, 1), gap=0, margins=(by, 0, by, 0))
