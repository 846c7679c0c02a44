"""Workbooks that are made to harm are refused at once, before a child is started; `make bench` says how fast."""

import os
import struct
import time
from pathlib import Path

import pytest

from sponsor_app.domain.errors import FileProblemError
from sponsor_app.exchange.readers import read_file
from sponsor_app.exchange.tabular.reading import read_all
from tests.exchange.books import (
    CONTENT_TYPES,
    WORKBOOK,
    deflated_zeros,
    lying_archive,
    table,
    with_part,
    xlsx,
    zipped,
)

QUICK = 1.0
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {b} "&{a};&{a};&{a};&{a};&{a};&{a};">'
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + ']><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&i;</v></c></row></sheetData></worksheet>'
)
SHEET = "xl/worksheets/sheet1.xml"


def honest_bomb() -> bytes:
    return zipped({CONTENT_TYPES: "<x/>", "xl/workbook.xml": WORKBOOK, SHEET: bytes(64 << 20)})


def overlapping() -> bytes:
    whole = bytearray(
        zipped({CONTENT_TYPES: "<x/>", "xl/workbook.xml": WORKBOOK, SHEET: "<y/>" * 99})
    )
    second = whole.index(b"PK\x01\x02", whole.index(b"PK\x01\x02") + 4)
    struct.pack_into("<I", whole, second + 42, 0)
    return bytes(whole)


def a_million_parts() -> bytes:
    small = bytearray(zipped({CONTENT_TYPES: "<x/>", "xl/workbook.xml": WORKBOOK}))
    at = small.rindex(b"PK\x05\x06")
    struct.pack_into("<HH", small, at + 8, 0xFFFF, 0xFFFF)
    return bytes(small)


BOMBS = {
    "a part that grows a thousandfold": (honest_bomb, "would grow more than"),
    "a part that lies about its size": (
        lambda: lying_archive(SHEET, 1000, deflated_zeros(200)),
        "is larger than the archive says",
    ),
    "a part that lies and looks well packed": (
        lambda: lying_archive(SHEET, 40 << 20, deflated_zeros(300)),
        "would grow more than|is larger than",
    ),
    "parts that lie over each other": (overlapping, "lie over each other"),
    "more parts than any workbook": (a_million_parts, "which no workbook has"),
    "words that multiply": (
        lambda: zipped({CONTENT_TYPES: "<x/>", "xl/workbook.xml": WORKBOOK, SHEET: ENTITIES}),
        "DOCTYPE",
    ),
    "words that multiply, in wide letters": (
        lambda: zipped({"xl/workbook.xml": WORKBOOK, SHEET: ENTITIES.encode("utf-16")}),
        "DOCTYPE",
    ),
}


def refused_in(path: Path, told: str) -> tuple[float, FileProblemError]:
    before = time.perf_counter()
    with pytest.raises(FileProblemError, match=told) as refused:
        read_file(path)
    return time.perf_counter() - before, refused.value


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_at_once_and_says_why(bomb: str, tmp_path: Path) -> None:
    make, told = BOMBS[bomb]
    path = tmp_path / "a.xlsx"
    path.write_bytes(make())
    tries = [refused_in(path, told) for _ in range(3)]
    assert min(seconds for seconds, _ in tries) < QUICK
    error = tries[0][1]
    assert error.message.endswith("Nothing was changed.")
    assert error.next


def test_a_declaration_far_inside_a_part_is_found_by_the_child(tmp_path: Path) -> None:
    rows = [["Account Name", "Industry"], ["Acme", "Mining"]]
    path = xlsx(tmp_path / "a.xlsx", lambda book: table(book, "S", rows))
    comment = "<!--" + os.urandom(300_000).hex() + "-->"
    with_part(path, SHEET, comment + ENTITIES)
    with pytest.raises(FileProblemError, match="DOCTYPE"), read_file(path) as reading:
        read_all(reading)


def test_a_sheet_with_one_cell_at_its_farthest_corner_harms_nobody(tmp_path: Path) -> None:
    def fill(book: object) -> None:
        sheet = table(book, "S", [["Account Name", "Industry"], ["Acme", "Mining"]])
        sheet.write(1_048_575, 16_383, "far")

    path = xlsx(tmp_path / "a.xlsx", fill)
    before = time.perf_counter()
    with pytest.raises(FileProblemError, match="was not read") as refused:
        read_all(read_file(path))
    assert time.perf_counter() - before < 10
    assert refused.value.next
