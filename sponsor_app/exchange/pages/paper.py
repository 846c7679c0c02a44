"""HTML of ours on A4: drawn by QTextDocument, shrunk to one page when it nearly fits, text kept extractable."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QMarginsF, QPointF, QRectF, QSizeF, QUrl
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

DPI = 96
RESOLUTION = 1200
PAGE = QSizeF(794, 1123)
MARGIN_X, MARGIN_Y = 48, 44
SIZES = (14, 13, 12, 11)
FAMILY = "Inter"
CREATOR = "sponsor-app"


class Sheet(QTextDocument):
    """A document that loads nothing: no picture, no style sheet, from no disk and no server."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return QByteArray(b" ")


def write_pdf(
    path: Path,
    html: Callable[[int], str],
    *,
    fonts: Path,
    title: str,
    author: str,
    sizes: Sequence[int] = SIZES,
) -> int:
    """Draw `html(body size in px)` to a PDF at `path`; returns its pages.

    The largest size that fits one page is used; when none does, the largest, over several pages.
    """
    ready(fonts)
    sheets = ((size, _laid_out(html(size), size)) for size in sizes)
    fitting = next((sheet for _size, sheet in sheets if sheet.pageCount() == 1), None)
    sheet = fitting or _laid_out(html(sizes[0]), sizes[0])
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    writer.setResolution(RESOLUTION)
    writer.setTitle(title)
    writer.setAuthor(author)
    writer.setCreator(CREATOR)
    pages = sheet.pageCount()
    _draw(sheet, writer, pages)
    return pages


def ready(fonts: Path) -> None:
    """Make sure there is an application to draw with, and that our typeface is known to it."""
    if QGuiApplication.instance() is None:
        global _application  # noqa: PLW0603 - Qt needs it to live as long as the process
        _application = QGuiApplication(["sponsor-app", "-platform", "offscreen"])
    if FAMILY not in QFontDatabase.families():
        for file in sorted(fonts.glob("*.otf")):
            QFontDatabase.addApplicationFont(str(file))


_application: QGuiApplication | None = None


def _laid_out(html: str, size: int) -> Sheet:
    sheet = Sheet()
    font = QFont(FAMILY)
    font.setPixelSize(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    sheet.setDefaultFont(font)
    sheet.setDocumentMargin(0)
    sheet.setHtml(html)
    sheet.setPageSize(QSizeF(PAGE.width() - 2 * MARGIN_X, PAGE.height() - 2 * MARGIN_Y))
    return sheet


def _draw(sheet: Sheet, writer: QPdfWriter, pages: int) -> None:
    painter = QPainter(writer)
    try:
        painter.scale(RESOLUTION / DPI, RESOLUTION / DPI)
        painter.translate(QPointF(MARGIN_X, MARGIN_Y))
        size = sheet.pageSize()
        for page in range(pages):
            if page:
                writer.newPage()
            painter.save()
            painter.translate(0, -page * size.height())
            sheet.drawContents(
                painter, QRectF(0, page * size.height(), size.width(), size.height())
            )
            painter.restore()
    finally:
        painter.end()
