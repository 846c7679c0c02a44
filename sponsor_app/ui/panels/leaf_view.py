"""A page of lines on its sheet of paper: Tab walks what can be opened, Enter or a click opens it; and how it is saved."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.leaf import Leaf, shortened
from sponsor_app.services import Services, leaves
from sponsor_app.ui.panels.saving import Asked, fitting
from sponsor_app.ui.places import ToAccount, ToRecord
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Column, Row, holding
from sponsor_app.ui.widgets.language import later, tr
from sponsor_app.ui.widgets.rich_page import RichPage
from sponsor_app.ui.widgets.scroll_area import ScrollArea
from sponsor_app.ui.widgets.surface import Surface
from sponsor_app.ui.widgets.theme import px

WIDTH = 900
MOST_LINES = 200
MARGINS, NARROW, NARROW_MARGINS = (40, 28, 40, 36), 640, (20, 20, 20, 28)
SCROLLS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
FORMATS = (("pdf", later("PDF")), ("html", later("Web page")), ("txt", later("Text")))


class LeafText(RichPage):
    """Arrows and page keys scroll the page around it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in SCROLLS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class LeafView(ScrollArea):
    """`opened` carries the place that a line is about."""

    opened = Signal(object)  # Place

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.text = LeafText(name)
        self._column = Column(self.text, None, margins=MARGINS)
        self._sheet = Surface("paper", self._column)
        middle = Row((self._sheet, 1000), None, gap=0)
        self.hold(holding(Column(middle, None, margins=(8, 4, 8, 24)), ground=True))
        self.setAccessibleName(name)
        self.text.activated.connect(self._on_activated)
        theme.follow(self)
        self.restyle()

    def restyle(self) -> None:
        """Keep the sheet as wide as can be read."""
        self._sheet.setMaximumWidth(px(WIDTH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._column.set_margins(*(NARROW_MARGINS if self.width() < px(NARROW) else MARGINS))

    def show_leaf(self, leaf: Leaf) -> None:
        """Lay a page out; of a section that nobody could walk through its first lines, and how many more there are."""
        shown = shortened(leaf, MOST_LINES)
        self.text.setAccessibleName(leaf.title)
        self.text.show_html(lambda: leaves.html(shown, inks()))

    def _on_activated(self, href: str) -> None:
        kind, _, record_id = href.removeprefix("record:").partition("/")
        if kind == "account":
            self.opened.emit(ToAccount(AccountId(record_id)))
        elif record_id:
            self.opened.emit(ToRecord(kind, record_id))


def inks() -> leaves.Inks:
    """The page's colours in the theme in force."""
    look = theme.current()
    return leaves.Inks(look.text, look.text2, look.text3, look.line, look.tones["bad"].ink)


def file_of(leaf: Leaf, on: date) -> Asked:
    """How a page is asked for as a file."""

    def write(app: Services, path: Path) -> Path:
        return leaves.write(app, leaf, path)

    return Asked(tr("Save the page"), f"{fitting(leaf.title)} {on:%Y-%m-%d}.pdf", FORMATS, write)
