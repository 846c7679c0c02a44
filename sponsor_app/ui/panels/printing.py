"""A page of ours on paper: the system's print dialog, and the largest type at which it fits one page."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QMarginsF, QSizeF, Qt, QUrl
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

BODY_SIZES = (14, 13, 12, 11)
MARGIN_MM = 13
NAMELESS_FEATURES = ("calt", "liga", "clig")
"""What draws glyphs that no letter maps to: a printer that makes a file would lose the colon of `08:41`."""
POINTS_PER_PX = 0.75


class PrintedPage(QTextDocument):
    """A document that loads nothing, and answers with a blank so that Qt does not look for the file itself."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return QImage(1, 1, QImage.Format.Format_Mono)
        return QByteArray(b" ")


def printer(name: str) -> QPrinter:
    """A printer set for our page; where it prints to a file, that is called `name`."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    made.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    made.setDocName(name)
    return made


def ask(paper: QPrinter, host: QWidget, go: Callable[[], None]) -> QPrintDialog:
    """Ask which printer; `go` is called once one was chosen."""
    dialog = QPrintDialog(paper, host)
    dialog.accepted.connect(go)
    dialog.finished.connect(dialog.deleteLater)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
    return dialog


def print_page(html: Callable[[int], str], paper: QPrinter) -> int:
    """Print `html(body size in px)`; returns the pages. Over one page, the largest type is kept, as in the PDF."""
    room = paper.pageLayout().paintRectPoints().size()
    size = QSizeF(room.width() / POINTS_PER_PX, room.height() / POINTS_PER_PX)
    sheets = (_page(html(body), body, size) for body in BODY_SIZES)
    fitting = next((one for one in sheets if one.pageCount() == 1), None)
    page = fitting or _page(html(BODY_SIZES[0]), BODY_SIZES[0], size)
    page.print_(paper)
    return page.pageCount()


def _page(html: str, body: int, size: QSizeF) -> PrintedPage:
    page = PrintedPage()
    font = QFont("Inter")
    font.setPixelSize(body)
    for name in NAMELESS_FEATURES:
        font.setFeature(QFont.Tag(name), 0)
    page.setDefaultFont(font)
    page.setDocumentMargin(0)
    page.setHtml(html)
    page.setPageSize(size)
    return page
