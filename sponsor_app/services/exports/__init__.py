"""What leaves the store: one consistent view of it, written to a file that others can open."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.importing import LeftOut
from sponsor_app.exchange.outgoing import tables
from sponsor_app.exchange.outgoing.columns import Sheet
from sponsor_app.exchange.tabular.writing import write_csv
from sponsor_app.services import Services, coverage, members
from sponsor_app.services.exports import whole
from sponsor_app.services.exports.meetings import interaction_rows, zones
from sponsor_app.services.exports.organisations import account_rows, point_kinds
from sponsor_app.services.exports.pending import issue_rows, promise_rows
from sponsor_app.services.exports.persons import (
    contact_rows,
    mail_addresses,
    member_rows,
    public_facts,
)
from sponsor_app.services.exports.staying import staying
from sponsor_app.store.queries.everything import Reader
from sponsor_app.system.publish import publishing


class What(StrEnum):
    """What can be exported."""

    ACCOUNTS = "accounts"
    CONTACTS = "contacts"
    MEMBERS = "members"
    INTERACTIONS = "interactions"
    ISSUES = "issues"
    PROMISES = "promises"
    COVERAGE = "coverage"
    EVERYTHING = "everything"


TABLES = (".csv", ".xlsx", ".json")
ENDINGS: Mapping[What, tuple[str, ...]] = {
    **dict.fromkeys(What, TABLES),
    What.CONTACTS: (*TABLES, ".vcf"),
    What.INTERACTIONS: (*TABLES, ".ics"),
}
"""The files that each can be written to."""


@dataclass(frozen=True, slots=True)
class Exported:
    """How many rows were written, where, and what of them such a file does not hold."""

    what: What
    rows: int
    file: Path
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaving:
    """An export under way: the services, and the reader of its one transaction."""

    app: Services
    reader: Reader


def export(app: Services, what: What, path: Path) -> Exported:
    """Write accounts, contacts, ... to a file by its ending, in place of the file that had its name.

    Refuses an ending that `what` cannot be written as, and says which it can.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS[what]:
        possible = ", ".join(ENDINGS[what])
        msg = f"{what.capitalize()} cannot be written as “{path.name}”. Nothing was written."
        raise InvalidError(msg, f"Possible for {what}: {possible}.")
    if what is What.COVERAGE:
        return Exported(what, coverage.write_rows(app, coverage.report(app), path), path)
    with app.store.read() as connection, publishing(path) as beside:
        leaving = Leaving(app, Reader(connection))
        rows = WRITERS[ending](leaving, what, beside)
        left_out = staying(leaving.reader, ending)
    return Exported(what, rows, path, left_out)


def _write_csv(leaving: Leaving, what: What, path: Path) -> int:
    with path.open("wb") as stream:
        if what is What.EVERYTHING:
            return write_csv(stream, *whole.table_of_text(leaving.reader))
        sheet = _sheet(leaving, what)
        return write_csv(stream, sheet.headings, sheet.lines())


def _write_xlsx(leaving: Leaving, what: What, path: Path) -> int:
    from sponsor_app.exchange.outgoing.workbook import write_book  # noqa: PLC0415 - 50 ms

    app = leaving.app
    every = what is What.EVERYTHING
    sheets = whole.sheets(leaving.reader) if every else [_sheet(leaving, what)]
    author = members.mine(app).name
    written = write_book(path, sheets, title=what.capitalize(), author=author, created=app.now())
    return written - len(whole.tables()) if every else written


def _write_json(leaving: Leaving, what: What, path: Path) -> int:
    from sponsor_app.exchange.outgoing.documents import write_records  # noqa: PLC0415 - 35 ms

    with path.open("wb") as stream:
        if what is What.EVERYTHING:
            return whole.write_document(leaving.reader, stream, leaving.app.now())
        return write_records(stream, _sheet(leaving, what).rows)


def _write_ics(leaving: Leaving, what: What, path: Path) -> int:
    from sponsor_app.exchange.outgoing.calendars import write_calendar  # noqa: PLC0415 - late

    reader = leaving.reader
    with path.open("wb") as stream:
        rows = interaction_rows(reader)
        return write_calendar(stream, rows, zones(reader), mail_addresses(reader))


def _write_vcf(leaving: Leaving, what: What, path: Path) -> int:
    from sponsor_app.exchange.outgoing.cards import write_cards  # noqa: PLC0415 - late

    reader = leaving.reader
    with path.open("wb") as stream:
        return write_cards(stream, contact_rows(reader), public_facts(reader))


WRITERS: Mapping[str, Callable[[Leaving, What, Path], int]] = {
    ".csv": _write_csv,
    ".xlsx": _write_xlsx,
    ".json": _write_json,
    ".ics": _write_ics,
    ".vcf": _write_vcf,
}


def _sheet(leaving: Leaving, what: What) -> Sheet:
    """The table that people ask for, its rows not yet read."""
    reader, today = leaving.reader, leaving.app.today()
    rows: Mapping[What, Callable[[], Iterable[dict[str, Any]]]] = {
        What.ACCOUNTS: lambda: account_rows(reader, today),
        What.CONTACTS: lambda: contact_rows(reader),
        What.MEMBERS: lambda: member_rows(reader, today),
        What.INTERACTIONS: lambda: interaction_rows(reader),
        What.ISSUES: lambda: issue_rows(reader, today),
        What.PROMISES: lambda: promise_rows(reader, today),
    }
    columns = tables.COLUMNS[what]
    if what is What.ACCOUNTS:
        columns = tables.with_points(columns, point_kinds(reader, "account_id"), "website")
    elif what is What.CONTACTS:
        columns = tables.with_points(columns, point_kinds(reader, "contact_id"), "title")
    return Sheet(what.capitalize(), columns, rows[what](), tables.STATUS_TONES)
