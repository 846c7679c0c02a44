"""All tables at once for a spreadsheet: a sheet each in a workbook, one after the other in a single table of text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sponsor_app.exchange.outgoing.columns import Column, Kind, Row, Sheet

STAMPS = ("created_at", "created_by", "updated_at", "updated_by")
CONTENTS_SHEET, CONTENTS = "Contents", ["Table", "Rows"]
RENAMED = {"name": "record_name", "email": "record_email"}
WIDTHS = {Kind.DAY: 12, Kind.MOMENT: 18, Kind.WHOLE: 11}


class Whole(NamedTuple):
    """One table with all its fields (name and kind) and rows."""

    name: str
    fields: Sequence[tuple[str, str]]
    rows: Iterable[Row]


def whole_sheets(tables: Iterable[Whole], counts: Mapping[str, int]) -> Iterator[Sheet]:
    """A sheet of contents, then one for each table that has rows, under the names that the JSON has."""
    table_heading, rows_heading = CONTENTS
    contents = (
        Column("table", table_heading, width=24),
        Column("rows", rows_heading, Kind.WHOLE, 12),
    )
    yield Sheet(CONTENTS_SHEET, contents, [{"table": one, "rows": n} for one, n in counts.items()])
    for table in tables:
        if counts[table.name]:
            columns = [_column(name, Kind(kind)) for name, kind in table.fields]
            yield Sheet(table.name, columns, table.rows)


def whole_fields(tables: Sequence[Whole]) -> list[str]:
    """Every field that any table has, the stamps last."""
    found = dict.fromkeys(name for table in tables for name, _ in table.fields)
    return sorted(found, key=STAMPS.__contains__)


def whole_headings(fields: Sequence[str]) -> list[str]:
    """`table`, then the fields; what would name an account or a person to our import is called otherwise."""
    return ["table", *(RENAMED.get(name, name) for name in fields)]


def whole_lines(tables: Sequence[Whole], fields: Sequence[str]) -> Iterator[list[Any]]:
    """Every row of every table, each field under its heading."""
    place = {name: index for index, name in enumerate(fields, 1)}
    for table in tables:
        mine = [(place[name], name) for name, _ in table.fields]
        for row in table.rows:
            line: list[Any] = [None] * (len(fields) + 1)
            line[0] = table.name
            for index, name in mine:
                line[index] = row[name]
            yield line


def _column(name: str, kind: Kind) -> Column:
    width = 38 if name == "id" or name.endswith("_id") else WIDTHS.get(kind, 20)
    return Column(name, name, kind, width)
