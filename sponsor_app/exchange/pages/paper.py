"""HTML of ours on A4: drawn by QTextDocument, shrunk to one page when it nearly fits, text kept extractable.

Three things would lose text on the way out of Qt (6.11), and are undone here:

- Contextual alternates and ligatures draw glyphs that no letter maps to, so that `08:41` was extracted as
  `08 41`: they are switched off.
- Qt names a glyph by the first letter that maps to it, so that a space came out as a tab, and an Arabic letter
  as the form it takes inside a word: such names are put right in the written file, in their place.
- A letter that no font here has, and any beyond the basic plane, has no name at all: then the whole text is
  attached to the file, and a line at the foot says so.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QLoggingCategory,
    QMarginsF,
    QPointF,
    QRectF,
    QSizeF,
    Qt,
    QUrl,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QImage,
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
FOOT_PX, FOOT_INK, NUMBER_ROOM = 9, "#68645C", 72
ATTACHED = "text.txt"
LETTERS_NAMED = 12
BASIC_PLANE = 0xFFFF
NAMELESS_FEATURES = ("calt", "liga", "clig")
"""What replaces several letters by a glyph of its own; Arabic joins by other features."""

_FONT = b"/Subtype /CIDFontType2"
_WIDTHS = re.compile(rb"/W \[(.*?)\n\]", re.DOTALL)
_WIDTH_RUN = re.compile(rb"(\d+) (?:\[([^\]]*)\]|(\d+) [\d.]+)")
_MAP = re.compile(rb"beginbfrange\n(.*?)endbfrange", re.DOTALL)
_RANGE = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]{4})> (\[[^\]]*\]|<[0-9A-F]{4}>)")
_CODE = re.compile(rb"[0-9A-F]{4}")
_FORMS = ((0x2F00, 0x2FD5), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFC))
"""Radicals of Kangxi, and Hebrew and Arabic forms: each stands for a letter that people type."""


class Sheet(QTextDocument):
    """A document that loads nothing: no picture, no style sheet, from no disk and no server.

    The picture it answers with must be one: for anything else Qt opens the file by its name itself.
    """

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return QImage(1, 1, QImage.Format.Format_Mono)
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
    attempts = ((html(size), size) for size in (*sizes, sizes[0]))
    return write_fitting(path, attempts, fonts=fonts, title=title, author=author)


def write_fitting(
    path: Path, attempts: Iterable[tuple[str, int]], *, fonts: Path, title: str, author: str
) -> int:
    """Draw the first of `attempts` (HTML, body size in px) that fits one page, else the last; returns its pages."""
    ready(fonts)
    return _write(path, [_fitting(attempts)], title, author)


def write_pack(
    path: Path, pages: Sequence[Callable[[int], str]], *, fonts: Path, title: str, author: str
) -> int:
    """Draw several `html(body size in px)` to one PDF, each beginning a page and made to fit it; returns the pages."""
    ready(fonts)
    sizes = (*SIZES, SIZES[0])
    sheets = [_fitting((html(size), size) for size in sizes) for html in pages]
    return _write(path, sheets, title, author)


def _fitting(attempts: Iterable[tuple[str, int]]) -> Sheet:
    """The first of `attempts` that fits one page, else the last."""
    sheet = Sheet()
    for html, size in attempts:
        sheet = _laid_out(html, size)
        if sheet.pageCount() == 1:
            break
    return sheet


def _write(path: Path, sheets: Sequence[Sheet], title: str, author: str) -> int:
    missing = _letters_without_code(sheets)
    pdf = _drawn(sheets, title, author, missing)
    if not missing and _has_nameless_glyphs(pdf):
        pdf = _drawn(sheets, title, author, "…")
    path.write_bytes(_with_true_names(pdf))
    return sum(sheet.pageCount() for sheet in sheets)


def ready(fonts: Path) -> None:
    """Make sure there is an application to draw with, and that our typeface is known to it."""
    if QGuiApplication.instance() is None:
        global _application  # noqa: PLW0603 - Qt needs it to live as long as the process
        _application = QGuiApplication(["sponsor-app", "-platform", "offscreen"])
        QLoggingCategory.setFilterRules("qt.text.font.db.warning=false")  # said at the foot instead
    if FAMILY not in QFontDatabase.families():
        for file in sorted(fonts.glob("*.otf")):
            QFontDatabase.addApplicationFont(str(file))


_application: QGuiApplication | None = None


def _font(size: int) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for name in NAMELESS_FEATURES:
        font.setFeature(QFont.Tag(name), 0)
    return font


def _laid_out(html: str, size: int) -> Sheet:
    sheet = Sheet()
    sheet.setDefaultFont(_font(size))
    sheet.setDocumentMargin(0)
    sheet.setHtml(html)
    sheet.setPageSize(QSizeF(PAGE.width() - 2 * MARGIN_X, PAGE.height() - 2 * MARGIN_Y))
    return sheet


def _drawn(sheets: Sequence[Sheet], title: str, author: str, missing: str) -> bytes:
    """The file, made in memory: a full disk must be heard of, and Qt does not tell."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    writer.setResolution(RESOLUTION)
    writer.setTitle(title)
    writer.setAuthor(author)
    writer.setCreator(CREATOR)
    if missing:
        whole = "\n\n".join(sheet.toPlainText() for sheet in sheets)
        text = QByteArray(whole.encode("utf-8", "replace"))
        writer.addFileAttachment(ATTACHED, text, "text/plain")
    _draw(sheets, writer, missing)
    return bytes(buffer.data().data())


def _draw(sheets: Sequence[Sheet], writer: QPdfWriter, missing: str) -> None:
    pages = [(sheet, page) for sheet in sheets for page in range(sheet.pageCount())]
    size = sheets[-1].pageSize()
    painter = QPainter(writer)
    try:
        painter.scale(RESOLUTION / DPI, RESOLUTION / DPI)
        painter.translate(QPointF(MARGIN_X, MARGIN_Y))
        for number, (sheet, page) in enumerate(pages, 1):
            if number > 1:
                writer.newPage()
            painter.save()
            painter.translate(0, -page * size.height())
            # One px less than the page: a line that begins just below would be on both.
            part = QRectF(0, page * size.height(), size.width(), size.height() - 1)
            sheet.drawContents(painter, part)
            painter.restore()
            if len(sheets) > 1:
                _draw_number(painter, size, f"{number} of {len(pages)}")
        if missing:
            _draw_foot(painter, size, missing)
    finally:
        painter.end()


def _draw_number(painter: QPainter, size: QSizeF, words: str) -> None:
    painter.setFont(_font(FOOT_PX))
    painter.setPen(QColor(FOOT_INK))
    box = QRectF(size.width() - NUMBER_ROOM, size.height() + 4, NUMBER_ROOM, MARGIN_Y - 8)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignRight), words)


def _draw_foot(painter: QPainter, size: QSizeF, missing: str) -> None:
    named = f" ({missing})" if missing != "…" else ""
    words = f"Some letters here cannot be drawn or copied on this laptop{named}. The whole text is attached: {ATTACHED}."
    painter.setFont(_font(FOOT_PX))
    painter.setPen(QColor(FOOT_INK))
    box = QRectF(0, size.height() + 4, size.width() - NUMBER_ROOM, MARGIN_Y - 8)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap), words)


def _letters_without_code(sheets: Sequence[Sheet]) -> str:
    """The letters, by code point, that no font here has or that a PDF of Qt's cannot name; empty when all are well."""
    metrics = QFontMetricsF(sheets[0].defaultFont())
    words = "".join(sheet.toPlainText() for sheet in sheets)
    letters = sorted({ord(c) for c in words if not c.isascii()})
    lost = [one for one in letters if one > BASIC_PLANE or not metrics.inFontUcs4(one)]
    more = ", …" if len(lost) > LETTERS_NAMED else ""
    return ", ".join(f"U+{one:04X}" for one in lost[:LETTERS_NAMED]) + more


def _with_true_names(pdf: bytes) -> bytes:
    """The file with the letters that people type in its glyph maps; every length stays as it is."""

    def named(found: re.Match[bytes]) -> bytes:
        letters = _CODE.sub(lambda code: _true_code(code[0]), found[3])
        return b"<%b> <%b> %b" % (found[1], found[2], letters)

    return _MAP.sub(lambda block: _RANGE.sub(named, block[0]), pdf)


def _true_code(code: bytes) -> bytes:
    point = int(code, 16)
    if point in (0x09, 0xA0):
        return b"0020"
    if not any(first <= point <= last for first, last in _FORMS):
        return code
    plain = unicodedata.normalize("NFKC", chr(point))
    return b"%04X" % ord(plain) if len(plain) == 1 else code


def _has_nameless_glyphs(pdf: bytes) -> bool:
    """Whether a font of the file has more glyphs than names, as in scripts that are drawn by syllables."""
    return any(_glyphs(font) > _names(font) for font in pdf.split(_FONT)[1:])


def _glyphs(font: bytes) -> int:
    """How many glyphs a font has beside the empty one; 0 when all are of one width and none is told."""
    widths = _WIDTHS.search(font[: font.find(b"endobj")])
    last = list(_WIDTH_RUN.finditer(widths[1]))[-1:] if widths else []
    for run in last:
        return int(run[3]) if run[2] is None else int(run[1]) + len(run[2].split()) - 1
    return 0


def _names(font: bytes) -> int:
    block = _MAP.search(font)
    ranges = _RANGE.findall(block[1]) if block else []
    return sum(int(end, 16) - int(start, 16) + 1 for start, end, _ in ranges if int(start, 16))
