"""One door for every format: what a file is decides who reads it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Protocol

from sponsor_app.domain.importing import ImportKind
from sponsor_app.exchange.documents.reading import DOCUMENTS, read_document
from sponsor_app.exchange.formats import Format
from sponsor_app.exchange.sources import Source, examine, poured
from sponsor_app.exchange.tabular.captive import Flag
from sponsor_app.exchange.tabular.reading import Reading
from sponsor_app.exchange.tabular.wishes import Wishes
from sponsor_app.exchange.wholes.reading import read_whole
from sponsor_app.exchange.workbooks.reading import read_workbook


class Reader(Protocol):
    """Prepares to read a file of one format."""

    def __call__(self, source: Source, wishes: Wishes, *, cancel: Flag | None = None) -> Reading:
        """What `read_file` does, for one format."""
        ...


# A format joins by adding its reader here.
READERS: Mapping[Format, Reader] = {
    Format.TABLE: Reading,
    Format.XLSX: read_workbook,
    Format.XLS: read_workbook,
    Format.ODS: read_workbook,
    Format.WHOLE: read_whole,
    **dict.fromkeys(DOCUMENTS, read_document),
}


def read_file(
    path: Path,
    *,
    kind: ImportKind | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    mapping: Mapping[str, str] | None = None,
    sheet: str = "",
    header: int | None = None,
    today: date | None = None,
    cancel: Flag | None = None,
) -> Reading:
    """Prepare to read a file of any format that has a reader. Raises `FileProblemError` for the others.

    `sheet` names one of a workbook; `header` is the line of the headings of a table, 0 for none; what repeats
    in a calendar is unrolled around `today`.
    """
    source = examine(path)
    reader = READERS.get(source.recognised.format) if source.recognised.format else None
    if reader is None:
        raise source.not_read()
    wishes = Wishes(
        kind,
        encoding,
        delimiter,
        dict(mapping or {}),
        source.name,
        sheet=sheet,
        header=header,
        today=today.isoformat() if today else "",
    )
    return reader(source, wishes, cancel=cancel)


def read_calendar(name: str, content: bytes, *, today: date, cancel: Flag | None = None) -> Reading:
    """Prepare to read a calendar that came over a line, in the same child and limits as a file."""
    wishes = Wishes(ImportKind.INTERACTIONS, name=name, today=today.isoformat())
    return read_document(poured(f"{name}.ics", content), wishes, cancel=cancel)
