"""Our own sanitised HTML, with links; whatever it names, no file and no address is ever opened."""

import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import QByteArray, QRectF, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QTextEdit, QWidget

from sponsor_app.ui.widgets import paint, theme, typography
from sponsor_app.ui.widgets.scroll_bar import with_grips
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import RADIUS, hexes

SIZES = re.compile(r"(?<![\w#.])(\d+(?:\.\d+)?)px\b|\b(width|height)=\"(\d+)\"")
INKS = ("text", "text2", "text3", "accent")


class RichPage(QTextBrowser):
    """`show_html` takes what `render` of our templates returns, in px at 100 %; it is drawn at the zoom in force.

    Classes `text2 text3 accent ok warn bad` colour words, `rule` a border; links are in `accent` unless in class
    `cite`. With `fit` it is as high as its text, for a page that scrolls.
    """

    activated = Signal(str)  # the href of a link: click, or Enter after Tab
    hovered = Signal(str)  # the href under the pointer, empty when there is none

    def __init__(self, name: str, *, fit: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._html, self._fit = "", fit
        self._is_of_old, self._is_sized = False, True
        self._render: Callable[[], str] | None = None
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        off = self.horizontalScrollBarPolicy().ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        if fit:
            self.setVerticalScrollBarPolicy(off)
        with_grips(self)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed if fit else policy.Expanding)
        self.anchorClicked.connect(self._on_activated)
        self.highlighted.connect(self._on_hovered)
        theme.follow(self, keeps_colors=True)

    def show_html(self, html: str | Callable[[], str]) -> None:
        """Show HTML, or what a function returns now and after each change of colours."""
        self._render = html if callable(html) else None
        self._html = "" if callable(html) else html
        self._dress()

    def restyle(self) -> None:
        """Lay the text out in the look in force; a page that nobody sees waits until it is shown."""
        if self.isVisible():
            self._dress()
        else:
            self._is_of_old = True

    def _dress(self) -> None:
        self._is_of_old = False
        document = self.document()
        document.setDefaultFont(typography.font("lead"))
        document.setDefaultStyleSheet(_style())
        self.setHtml(scaled(self._render() if self._render else self._html))
        self._refit()

    def loadResource(self, type: int, name: QUrl | str) -> object:  # noqa: A002 - Qt's name for it
        # Never nothing: Qt would then look for the file itself, and open it.
        if type == QTextDocument.ResourceType.ImageResource.value:
            blank = QImage(1, 1, QImage.Format.Format_ARGB32)
            blank.fill(0)
            return blank
        return QByteArray(b" ")

    def doSetSource(
        self,
        name: QUrl | str,
        type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,  # noqa: A002
    ) -> None:
        """There is no other page to go to."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        if not self.isVisible():
            self._is_sized = (
                False  # Qt would lay out all of it, now and at every size until it is shown
            )
            return
        if self._fit and event.size().width() == self.document().textWidth():
            # Only its height changed, to that of the text: Qt would lay all of it out again.
            self.verticalScrollBar().setRange(0, 0)
            return
        super().resizeEvent(event)
        self._refit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_sized:
            self._is_sized = True
            super().resizeEvent(QResizeEvent(self.size(), self.size()))
        if self._is_of_old:
            self._dress()
        else:
            self._refit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            self._paint_ring()

    def _paint_ring(self) -> None:
        """Ring the link that Tab reached; Qt shows it as selected text only."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or not cursor.charFormat().isAnchor():
            return
        start, end = QTextCursor(cursor), QTextCursor(cursor)
        start.setPosition(cursor.selectionStart())
        end.setPosition(cursor.selectionEnd())
        first, last = self.cursorRect(start), self.cursorRect(end)
        ring = QRectF(first.united(last) if first.top() == last.top() else first)
        whole = QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1)
        ring = ring.adjusted(-4, -1, 4, 1) & whole  # at the edge it would be cut
        paint.ring(QPainter(self.viewport()), ring, px(RADIUS.SMALL))

    def _refit(self) -> None:
        """Be as high as the text; while it is not shown nobody knows how wide it will be."""
        if not self._fit or not self.isVisible():
            return
        document, width = self.document(), self.viewport().width()
        if document.textWidth() != width:
            document.setTextWidth(width)
        self.setFixedHeight(round(document.size().height()) + px(4))

    def _on_activated(self, url: QUrl) -> None:
        self.activated.emit(url.toString())

    def _on_hovered(self, url: QUrl) -> None:
        href = url.toString()
        self.underline(href)
        self.hovered.emit(href)

    def underline(self, href: str) -> None:
        """Underline the links to `href`, and no others."""
        self.setExtraSelections([_underlined(cursor) for cursor in self._anchors(href)])

    def _anchors(self, href: str) -> Iterator[QTextCursor]:
        """Where the links to `href` stand."""
        block = self.document().begin()
        while href and block.isValid():
            piece = block.begin()
            while not piece.atEnd():
                fragment = piece.fragment()
                if fragment.charFormat().anchorHref() == href:
                    cursor = QTextCursor(block)
                    cursor.setPosition(fragment.position())
                    end = fragment.position() + fragment.length()
                    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                    yield cursor
                piece += 1
            block = block.next()


def _underlined(cursor: QTextCursor) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor = cursor
    selection.format.setFontUnderline(True)
    return selection


def scaled(html: str) -> str:
    """`html` with its lengths in px, and widths and heights of cells, at the zoom in force."""
    if theme.zoom() == 100:
        return html

    def at_zoom(found: re.Match[str]) -> str:
        if found[1]:
            return f"{px(float(found[1]))}px"
        return f'{found[2]}="{px(int(found[3]))}"'

    return SIZES.sub(at_zoom, html)


def _style() -> str:
    look = theme.current()
    by_role = hexes(look)
    rules = [f".{role} {{ color: {by_role[role]}; }}" for role in INKS]
    rules += [f".{name} {{ color: {tone.ink}; }}" for name, tone in look.tones.items()]
    rules.append(f"a {{ color: {look.accent}; text-decoration: none; }}")
    rules.append(f"a.cite {{ color: {look.text3}; }}")
    rules.append(f".rule {{ border-color: {look.line}; }}")
    rules.append(f"body {{ color: {look.text}; }}")
    return "\n".join(rules)
