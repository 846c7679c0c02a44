"""The sheet of paper in the middle: the same HTML as in print, its citations links to walk through."""

from typing import cast

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QTextBlock, QTextTable
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.brief import Brief
from sponsor_app.services import briefs
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Column, Row, holding
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.rich_page import RichPage
from sponsor_app.ui.widgets.scroll_area import ScrollArea
from sponsor_app.ui.widgets.surface import Surface
from sponsor_app.ui.widgets.theme import px

WIDTH = 794  # A4 at 96 dpi
MARGINS, NARROW, NARROW_MARGINS = (48, 40, 48, 44), 640, (20, 24, 20, 28)
SCROLLS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def inks() -> briefs.Inks:
    """The page's colours in the theme in force."""
    look = theme.current()
    return briefs.Inks(look.text, look.text2, look.text3, look.line, look.tones["bad"].ink)


class BriefText(RichPage):
    """Tab walks the citations; arrows and page keys scroll the page around it.

    `pointed` names what the line under the pointer, or the citation that Tab reached, rests on; Enter opens it.
    """

    pointed = Signal(str)  # an href, or nothing
    walked = Signal()  # Tab reached another citation

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._pointed = ""

    def restyle(self) -> None:
        """Laid out anew, nothing is pointed at."""
        super().restyle()
        self._point("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in SCROLLS and plain:
            event.ignore()
        elif enters and plain and self._pointed:
            self.activated.emit(self._pointed)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.point_at(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(self._marked())

    def point_at(self, place: QPoint) -> None:
        """Point at the line at a place of the view; beside the lines nothing changes."""
        href = self.href_at(place)
        if href:
            self._point(href)

    def href_at(self, place: QPoint) -> str:
        """What the line at a place of the view rests on; nothing beside the lines."""
        cursor = self.cursorForPosition(place)
        table = cast("QTextTable | None", cursor.currentTable())
        if table is None:
            return ""
        row = table.cellAt(cursor).row()
        cell = table.cellAt(row, table.columns() - 1)
        return _href(cell.firstCursorPosition().block())

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name for it
        went = super().focusNextPrevChild(next)
        marked = self._marked()
        if went and marked:
            self._point(marked)
            self.walked.emit()
        return went

    def _marked(self) -> str:
        """The citation that has the keyboard."""
        cursor = self.textCursor()
        there = cursor.hasSelection() and cursor.charFormat().isAnchor()
        return cursor.charFormat().anchorHref() if there else ""

    def _point(self, href: str) -> None:
        if href != self._pointed:
            self._pointed = href
            self.underline(href)
            self.pointed.emit(href)


def _href(block: QTextBlock) -> str:
    piece = block.begin()
    while not piece.atEnd():
        href = piece.fragment().charFormat().anchorHref()
        if href:
            return href
        piece += 1
    return ""


class Paper(ScrollArea):
    """`text` is the page, `head` stands above it; `show_brief` lays it out anew after each change of colours."""

    def __init__(self, head: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._head = head
        self.text = BriefText(tr("Brief"))
        self._column = Column(self.text, None, margins=MARGINS)
        self._sheet = Surface("paper", self._column)
        middle = Row(None, (self._sheet, 1000), None, gap=0)
        above = Row(None, (head, 1000), None, gap=0)
        self.hold(holding(Column(above, 12, middle, None, margins=(16, 14, 16, 32)), ground=True))
        self.setAccessibleName(tr("Brief"))
        self.text.walked.connect(self._reveal)
        theme.follow(self)
        self.restyle()

    def restyle(self) -> None:
        """Keep the sheet as wide as paper, where there is room."""
        for part in (self._head, self._sheet):
            part.setMaximumWidth(px(WIDTH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._column.set_margins(*(NARROW_MARGINS if self.width() < px(NARROW) else MARGINS))

    def show_brief(self, brief: Brief) -> None:
        """Lay a brief out."""
        self.text.setAccessibleName(tr("Brief of {account}").format(account=brief.account))
        self.text.show_html(lambda: briefs.html(brief, inks()))

    def scroll_to_top(self) -> None:
        """Show the beginning."""
        self.verticalScrollBar().setValue(0)

    def _reveal(self) -> None:
        """Follow the citation that Tab reached."""
        cursor, page = self.text.textCursor(), self.widget()
        if page is not None and cursor.hasSelection() and cursor.charFormat().isAnchor():
            middle = self.text.cursorRect(cursor).center()
            at = self.text.viewport().mapTo(page, middle)
            self.ensureVisible(at.x(), at.y(), 0, px(48))
