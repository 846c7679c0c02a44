"""Workbooks made for tests: real ones by a library, and harmful ones by hand."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

CONTENT_TYPES = "[Content_Types].xml"
WORKBOOK = (
    '<?xml version="1.0" encoding="UTF-8"?><workbook'
    ' xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
)


def xlsx(path: Path, fill: Callable[[Any], None]) -> Path:
    """A workbook that `fill` writes into."""
    book = xlsxwriter.Workbook(path)
    fill(book)
    book.close()
    return path


def table(book: Any, name: str, rows: Sequence[Sequence[object]]) -> Any:
    """A sheet with these rows."""
    sheet = book.add_worksheet(name)
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    return sheet


def ods(path: Path, sheets: Mapping[str, Sequence[Sequence[str]]], extra: str = "") -> Path:
    """An OpenDocument spreadsheet with text cells; `extra` stands in its manifest."""

    def cell(text: str) -> str:
        inner = f"<text:p>{escape(text)}</text:p>"
        return f'<table:table-cell office:value-type="string">{inner}</table:table-cell>'

    def rows(lines: Sequence[Sequence[str]]) -> str:
        return "".join(
            f"<table:table-row>{''.join(map(cell, one))}</table:table-row>" for one in lines
        )

    tables = "".join(
        f'<table:table table:name="{escape(name)}">{rows(lines)}</table:table>'
        for name, lines in sheets.items()
    )
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    manifest = f"<manifest:manifest>{extra}</manifest:manifest>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return path


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """An archive with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """What an archive holds."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(path: Path, name: str, content: bytes | str) -> Path:
    """The workbook at `path` with another part in it, or with one of its parts replaced."""
    path.write_bytes(zipped({**parts_of(path.read_bytes()), name: content}))
    return path


def lying_archive(name: str, claimed: int, packed: bytes) -> bytes:
    """A part that says it has `claimed` bytes, whatever comes out of `packed`."""
    raw = name.encode()
    check = zlib.crc32(b"")
    local = struct.pack(
        "<4sHHHHHIIIHH", b"PK\x03\x04", 20, 0, 8, 0, 0, check, len(packed), claimed, len(raw), 0
    )
    central = struct.pack(
        "<4sHHHHHHIIIHHHHHII", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, check, len(packed), claimed,
        len(raw), 0, 0, 0, 0, 0, 0,
    )  # fmt: skip
    body = local + raw + packed
    end = struct.pack(
        "<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1, 1, len(central) + len(raw), len(body), 0
    )
    return body + central + raw + end


def deflated_zeros(count: int) -> bytes:
    """`count` mebibytes of nothing, packed."""
    engine = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    block = bytes(1 << 20)
    return b"".join(engine.compress(block) for _ in range(count)) + engine.flush()
