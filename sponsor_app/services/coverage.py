"""Who has been seen, who owns nobody, who is drowning."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import Connection

from sponsor_app.domain.board import EVERYTHING, BoardView, Facets, facets
from sponsor_app.domain.coverage import totals
from sponsor_app.domain.errors import InvalidError, RefusedError
from sponsor_app.domain.moves import Moves, moves
from sponsor_app.domain.report import CoverageReport, Known, LeftOut, all_gaps, compose
from sponsor_app.services import Services, members
from sponsor_app.store.queries import coverage, people, policy
from sponsor_app.system.folders import resources
from sponsor_app.system.publish import publishing

if TYPE_CHECKING:
    from sponsor_app.store.queries.as_of import Past

PAGES = (".html", ".htm")
EARLIEST = date(1970, 1, 2)
T = TypeVar("T")


def report(
    app: Services,
    view: BoardView = EVERYTHING,
    *,
    against: date | None = None,
    most: int | None = None,
) -> CoverageReport:
    """What the coverage board shows, as of today.

    `against` is a day gone by to compare with; `most` how many regions or industries get a column of their own.
    """
    with app.store.read() as connection:
        known = _known(app, connection)
        gaps = _kept(app, connection, "gaps", lambda: all_gaps(known))
        found = compose(known, view, most, gaps)
        moved = None if against is None else _moved(app, connection, known, found, against)
        counts = _facets(app, connection, known)
        laptops = tuple(coverage.devices(connection))
    return replace(found, devices=laptops, moved=moved, facets=counts)


def facets_of(app: Services) -> Facets:
    """How many accounts each choice of each filter stands for."""
    with app.store.read() as connection:
        return _facets(app, connection, _known(app, connection))


def _facets(app: Services, connection: Connection, known: Known) -> Facets:
    return _kept(app, connection, "facets", lambda: facets(known.rows, known.functions))


def _known(app: Services, connection: Connection) -> Known:
    """Everything as of today: from the clocks that are kept or, on a day gone by, from what happened until then."""
    today = app.today()
    if today < _real_day(app):
        return _kept(app, connection, "coverage then", lambda: _then(app, connection, today))
    from sponsor_app.store.queries.concerns import concerns  # noqa: PLC0415 - late

    rules = policy.rules(connection)
    rows = coverage.every_row(app.store, connection, today, rules)
    everyone = people.members(connection, today, [row.sponsor_id for row in rows])
    worries = concerns(app.store, connection, today, rules)
    return Known(today, rows, tuple(everyone), rules, worries)


def _then(app: Services, connection: Connection, day: date) -> Known:
    from sponsor_app.store.queries.concerns import concerns_then  # noqa: PLC0415 - late

    past = _past(connection, day)
    everyone = people.members(connection, day, [row.sponsor_id for row in past.rows])
    left_out = (
        LeftOut("accounts", past.not_yet, "not on file on that day"),
        LeftOut("accounts", past.gone_since, "deleted or merged since"),
    )
    worries = concerns_then(connection, day, past.rules)
    return Known(day, past.rows, tuple(everyone), past.rules, worries, left_out, past=True)


def _moved(
    app: Services, connection: Connection, known: Known, found: CoverageReport, day: date
) -> Moves:
    """What moved between a day gone by and today, of the accounts that fit on either day."""
    if day >= known.as_of:
        msg = f"Coverage is compared with a day before {known.as_of}, not with {day}."
        raise InvalidError(msg, "Give an earlier day.")
    keeps = found.view.test(known.functions)
    then = _past(connection, day, faces=False).rows
    before = then if keeps is None else tuple(row for row in then if keeps(row))
    return moves(before, found.rows, totals(before), (day, known.as_of))


def _past(connection: Connection, day: date, *, faces: bool = True) -> "Past":
    from sponsor_app.store.queries.as_of import rows_then  # noqa: PLC0415 - late

    if day < EARLIEST:
        msg = f"{day} is too long ago: nothing is remembered from before {EARLIEST.year}."
        raise InvalidError(msg)
    return rows_then(connection, day, _end_of(day), faces=faces)


def _kept(app: Services, connection: Connection, name: str, make: Callable[[], T]) -> T:
    return app.store.kept(connection, name, app.today(), make)


def _real_day(app: Services) -> date:
    """The day that it is, whatever day is pretended."""
    return app.now().astimezone().date()


def _end_of(day: date) -> datetime:
    """The moment at which a day was over on this laptop."""
    return datetime.combine(day + timedelta(days=1), time.min).astimezone()


def write(
    app: Services, report: CoverageReport, path: Path, cancel: threading.Event | None = None
) -> Path:
    """Write the report to a file by its ending: .html, .pdf, .xlsx or .csv; cancelled, there is no file."""
    ending = path.suffix.lower()
    if ending not in (*PAGES, ".pdf", ".xlsx", ".csv"):
        msg = f"Coverage is written as .html, .pdf, .xlsx or .csv, not as “{path.name}”."
        raise InvalidError(msg, "Nothing was written. Give one of these endings.")
    with publishing(path) as beside:
        if ending in PAGES:
            _write_page(report, beside)
        elif ending == ".pdf":
            _write_pdf(app, report, beside)
        else:
            _write_as(ending, app, report, beside)
        _stop_when(cancel, path)
    return path


def write_rows(app: Services, report: CoverageReport, path: Path) -> int:
    """Write the report to a .csv, .xlsx or .json file; returns how many accounts it has."""
    with publishing(path) as beside:
        _write_as(path.suffix.lower(), app, report, beside)
    return len(report.rows)


def _stop_when(cancel: threading.Event | None, path: Path) -> None:
    """Raise when somebody no longer wants the file; what was written beside its place goes."""
    if cancel is not None and cancel.is_set():
        msg = f"Stopped: {path.name} was not written."
        raise RefusedError(msg)


def _write_as(ending: str, app: Services, report: CoverageReport, beside: Path) -> None:
    if ending == ".xlsx":
        _write_book(app, report, beside)
    elif ending == ".csv":
        _write_table(report, beside)
    else:
        _write_document(report, beside)


def _write_page(report: CoverageReport, beside: Path) -> None:
    from sponsor_app.exchange.outgoing.coverage.web import coverage_page  # noqa: PLC0415 - late

    beside.write_bytes(coverage_page(report, resources() / "templates").encode("utf-8", "replace"))


def _write_table(report: CoverageReport, path: Path) -> None:
    from sponsor_app.exchange.outgoing.coverage.lines import account_sheet  # noqa: PLC0415 - late
    from sponsor_app.exchange.tabular.writing import write_csv  # noqa: PLC0415 - late

    sheet = account_sheet(report)
    with path.open("wb") as stream:
        write_csv(stream, sheet.headings, sheet.lines())


def _write_document(report: CoverageReport, path: Path) -> None:
    from sponsor_app.domain.coverage_document import coverage_document  # noqa: PLC0415 - late
    from sponsor_app.exchange.outgoing.documents import write_document  # noqa: PLC0415 - late

    with path.open("wb") as stream:
        write_document(stream, coverage_document(report))


def _write_book(app: Services, report: CoverageReport, path: Path) -> None:
    from sponsor_app.exchange.outgoing.coverage.book import coverage_sheets  # noqa: PLC0415 - late
    from sponsor_app.exchange.outgoing.workbook import write_book  # noqa: PLC0415 - 50 ms

    title, author = f"Coverage as of {report.as_of}", members.mine(app).name
    write_book(path, coverage_sheets(report), title=title, author=author, created=app.now())


def _write_pdf(app: Services, report: CoverageReport, path: Path) -> None:
    from sponsor_app.exchange.outgoing.coverage.sheet_of_paper import (  # noqa: PLC0415 - late
        coverage_attempts,
    )
    from sponsor_app.exchange.pages.paper import write_fitting  # noqa: PLC0415 - Qt, 80 ms

    write_fitting(
        path,
        coverage_attempts(report, resources() / "templates"),
        fonts=resources() / "fonts",
        title=f"Coverage as of {report.as_of}",
        author=members.mine(app).name,
    )
