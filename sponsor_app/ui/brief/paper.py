"""The sheet of paper in the middle: the same HTML as in print, its citations links to walk through."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from sponsor_app.domain.brief import Brief
from sponsor_app.services import briefs
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Column, Row, holding
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.rich_page import RichPage
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
    """Tab walks the citations; arrows and page keys scroll the page around it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in SCROLLS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Paper(QScrollArea):
    """`text` is the page; `show_brief` lays it out anew after each change of colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = BriefText(tr("Brief"))
        self._column = Column(self.text, None, margins=MARGINS)
        self._sheet = Surface("paper", self._column)
        middle = Row(None, (self._sheet, 1000), None, gap=0)
        self.setWidget(holding(Column(middle, None, margins=(16, 24, 16, 32)), "page"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Brief"))
        self.text.selectionChanged.connect(self._reveal)
        theme.follow(self)
        self.restyle()

    def restyle(self) -> None:
        """Keep the sheet as wide as paper, where there is room."""
        self._sheet.setMaximumWidth(px(WIDTH))

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
