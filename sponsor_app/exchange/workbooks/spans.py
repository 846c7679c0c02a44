"""Which cells of an OpenDocument spreadsheet are merged over several rows: the library that reads it does not say."""

import zipfile
from io import BytesIO
from xml.parsers.expat import ExpatError, ParserCreate

from sponsor_app.exchange.workbooks.limits import MAX_MERGED

_CONTENT, _SPANNED = "content.xml", b"number-rows-spanned"
_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_FARTHEST, _DIGITS = 1 << 21, 10

Corner = tuple[int, int]
"""Row and column, from 0."""


def spans_of(content: bytes) -> dict[str, list[tuple[Corner, Corner]]]:
    """By the name of its sheet the first and last cell of each merged range; `content` was checked before."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        raw = archive.read(_CONTENT)
    if _SPANNED not in raw:
        return {}
    found = _Spans()
    try:
        found.read(raw)
    except ExpatError:  # the library says so better
        return {}
    return found.by_sheet


class _Spans:
    """Counts rows and columns as they come."""

    def __init__(self) -> None:
        self.by_sheet: dict[str, list[tuple[Corner, Corner]]] = {}
        self._sheet: list[tuple[Corner, Corner]] = []
        self._row = self._column = self._high = 0

    def read(self, raw: bytes) -> None:
        """Go through the text of a spreadsheet once."""
        parser = ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.Parse(raw, True)

    def _start(self, name: str, given: dict[str, str]) -> None:
        kind = _plain(name)
        if kind == "table":
            self._sheet = self.by_sheet.setdefault(given.get(f"{_NAMESPACE} name", ""), [])
            self._row = 0
        elif kind == "table-row":
            self._column, self._high = 0, _number(given, "number-rows-repeated")
        elif kind in _CELLS:
            down, across = (_number(given, f"number-{one}-spanned") for one in ("rows", "columns"))
            if down > 1 and len(self._sheet) < MAX_MERGED:
                corner = (self._row, self._column)
                last = (self._row + down - 1, self._column + across - 1)
                self._sheet.append((corner, last))
            self._column += _number(given, "number-columns-repeated")

    def _end(self, name: str) -> None:
        if _plain(name) == "table-row":
            self._row += self._high


def _plain(name: str) -> str:
    namespace, _, plain = name.partition(" ")
    return plain if namespace == _NAMESPACE else ""


def _number(given: dict[str, str], name: str) -> int:
    text = given.get(f"{_NAMESPACE} {name}", "1")
    return (
        min(int(text), _FARTHEST)
        if text.isascii() and text.isdigit() and len(text) < _DIGITS
        else 1
    )
