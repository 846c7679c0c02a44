"""Who has been seen, who owns nobody, who is drowning."""

import threading
from pathlib import Path

from sponsor_app.domain.coverage import totals
from sponsor_app.domain.errors import InvalidError, RefusedError
from sponsor_app.domain.gaps import Gap, gap_lists
from sponsor_app.domain.heat import heat_map
from sponsor_app.domain.report import CoverageReport, LeftOut
from sponsor_app.services import Services, members
from sponsor_app.store.queries import coverage, people, policy
from sponsor_app.system.folders import resources
from sponsor_app.system.publish import publishing

PAGES = (".html", ".htm")


def report(app: Services) -> CoverageReport:
    """Everything the coverage board shows, as of today."""
    today = app.today()
    with app.store.read() as connection:
        rules = policy.rules(connection)
        rows = coverage.every_row(app.store, connection, today, rules)
        everyone = people.members(connection, today, [row.sponsor_id for row in rows])
        devices = coverage.devices(connection)
    gaps = gap_lists(rows, everyone, rules.load, today)
    by_gap = {one.gap: one for one in gaps}
    counted = totals(rows)
    left_out = [LeftOut("accounts", counted.no_cadence, "no tier and no cadence of their own")]
    return CoverageReport(
        as_of=today,
        totals=counted,
        rows=rows,
        members_without_account=by_gap[Gap.NO_ACCOUNT].members,
        overloaded=by_gap[Gap.OVERLOADED].members,
        left_out=tuple(one for one in left_out if one.count),
        devices=tuple(devices),
        gaps=gaps,
        heat=tuple(heat_map(rows, everyone, rules.load)),
        rules=rules,
    )


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
    from sponsor_app.exchange.outgoing.coverage.lines import (  # noqa: PLC0415 - late
        coverage_document,
    )
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
