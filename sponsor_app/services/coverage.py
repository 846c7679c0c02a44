"""Who has been seen, who owns nobody, who is drowning."""

import threading
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from sponsor_app.domain.board import EVERYTHING, BoardView, Facets
from sponsor_app.domain.coverage import totals
from sponsor_app.domain.errors import InvalidError, RefusedError
from sponsor_app.domain.language import in_english
from sponsor_app.domain.moves import Moves, moves
from sponsor_app.domain.report import CoverageReport, Known, compose
from sponsor_app.services import Services, members
from sponsor_app.store.queries import coverage, reports
from sponsor_app.system.folders import resources
from sponsor_app.system.publish import publishing

PAGES = (".html", ".htm")
EARLIEST = date(1970, 1, 2)


def known(app: Services) -> Known:
    """Everything the board is made from, as of today."""
    with app.store.read() as connection:
        return reports.known_on(app.store, connection, app.today(), _over(app, app.today()))


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
    store, today = app.store, app.today()
    with store.read() as connection:
        everything = reports.known_on(store, connection, today, _over(app, today))
        found = compose(everything, view, most, reports.gaps_of(store, connection, everything))
        counts = reports.facets_of(store, connection, everything)
        laptops = tuple(coverage.devices(connection))
    moved = None if against is None else _moved(app, found, against)
    return replace(found, devices=laptops, moved=moved, facets=counts)


def facets_of(app: Services) -> Facets:
    """How many accounts each choice of each filter stands for."""
    store, today = app.store, app.today()
    with store.read() as connection:
        everything = reports.known_on(store, connection, today, _over(app, today))
        return reports.facets_of(store, connection, everything)


def _moved(app: Services, found: CoverageReport, day: date) -> Moves:
    """What moved between a day gone by and today, of the accounts that fit on either day."""
    if day >= found.as_of:
        msg = f"Coverage is compared with a day before {found.as_of}, not with {day}."
        raise InvalidError(msg, "Give an earlier day.")
    with app.store.read() as connection:
        before = reports.rows_before(connection, day, _end_of(day))
    keeps = found.view.test(found.functions)
    if keeps is not None:
        before = tuple(row for row in before if keeps(row))
    return moves(before, found.rows, totals(before), (day, found.as_of))


def _over(app: Services, day: date) -> datetime | None:
    """The moment at which a day gone by was over; None while it is not, whatever day is pretended."""
    return _end_of(day) if day < app.now().astimezone().date() else None


def _end_of(day: date) -> datetime:
    """The moment at which a day was over on this laptop."""
    if day < EARLIEST:
        msg = f"{day} is too long ago: nothing is remembered from before {EARLIEST.year}."
        raise InvalidError(msg)
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
    """What is read by programs too, and by the whole team, is English."""
    with in_english():
        _write_in(ending, app, report, beside)


def _write_in(ending: str, app: Services, report: CoverageReport, beside: Path) -> None:
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
