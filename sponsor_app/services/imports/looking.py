"""Look at a file before it comes in: how it is understood, its first rows as they would be, what to decide."""

import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from sponsor_app.domain.import_look import Doubt, ImportLook, PreviewedRow, RowOutcome
from sponsor_app.domain.importing import FIELDS, ImportedRecord, ImportKind, Rejected, Shape
from sponsor_app.domain.money import amount
from sponsor_app.services import Services
from sponsor_app.services.imports.desk import Desk
from sponsor_app.services.imports.run import FileReport, Options, Progress, opened, run
from sponsor_app.services.imports.twins import Twins

PREVIEWED, MOST_DOUBTS, LONGEST = 50, 200, 200
_MONEY = frozenset({"annual_revenue", "amount"})


def peek(
    app: Services, path: Path, options: Options, cancel: threading.Event | None = None
) -> Shape:
    """How a file is understood by its beginning. Raises `FileProblemError`."""
    with opened(app, path, options, cancel) as reading:
        return reading.shape


def look(
    app: Services,
    path: Path,
    options: Options,
    progress: Progress = lambda _text: None,
    cancel: threading.Event | None = None,
) -> tuple[FileReport, ImportLook]:
    """What an import would do; nothing is written. Raises as `run` does."""
    watching = _Watching()
    report = run(app, path, replace(options, dry_run=True), progress, cancel, watching)
    return report, watching.seen(report)


class _Watching:
    """Stands beside the planning and remembers the first rows, and every row that may be here already."""

    def __init__(self) -> None:
        self._records: list[tuple[ImportedRecord, RowOutcome, str]] = []
        self._doubts: list[Doubt] = []
        self._twins: Twins | None = None

    def __call__(self, desk: Desk, record: ImportedRecord) -> None:
        """Plan one record and see what became of it."""
        if self._twins is None:
            self._twins = Twins(desk, record.kind)
        plan = desk.plan
        created, updated, rejected = plan.created, plan.updated, len(plan.rejected)
        desk.take(record)
        outcome, reason = RowOutcome.SAME, ""
        if len(plan.rejected) > rejected:
            outcome, reason = RowOutcome.REJECTED, plan.rejected[-1].reason
        elif plan.created > created:
            outcome = RowOutcome.NEW
        elif plan.updated > updated:
            outcome = RowOutcome.CHANGED
        unsure = record.at in plan.unsure
        if outcome is RowOutcome.NEW or unsure:
            doubt = self._twins.doubt(record, rejected=unsure)
            if doubt is not None:
                self._doubts.append(doubt)
                outcome = RowOutcome.DOUBTFUL
        if len(self._records) < PREVIEWED:
            self._records.append((record, outcome, reason))

    def seen(self, report: FileReport) -> ImportLook:
        """Everything that was seen, with the rows that were no records among the others."""
        held = {name for record, _, _ in self._records for name in record.fields}
        kind = report.read.kind or ImportKind.ACCOUNTS
        fields = tuple(name for name in _order(kind) if name in held)
        rows = [
            PreviewedRow(record.at, outcome, _values(record.fields, fields), reason)
            for record, outcome, reason in self._records
        ]
        places = {fields.index(f): c for c, f in _columns(report).items() if f in fields}
        rows += [
            _left_out(one, places, len(fields)) for one in report.read.rejected if one.whole_row
        ]
        rows.sort(key=lambda row: _number(row.at))
        self._doubts.sort(key=lambda doubt: (not doubt.needs_answer, -doubt.candidates[0].score))
        doubts = tuple(self._doubts[:MOST_DOUBTS])
        return ImportLook(
            _shape(report), fields, tuple(rows[:PREVIEWED]), doubts, len(self._doubts)
        )


def _order(kind: ImportKind) -> list[str]:
    """The fields of a kind, what names the record first."""
    names = [one.name for one in FIELDS[kind]]
    first = [name for name in ("name", "account", "subject", "on") if name in names]
    return [*first, *(name for name in names if name not in (*first, "id"))]


def _values(fields: Mapping[str, Any], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_text(name, fields)[:LONGEST] for name in names)


def _text(name: str, fields: Mapping[str, Any]) -> str:
    value = fields.get(name)
    if value is None:
        return ""
    if name in _MONEY:
        currency = str(fields.get("currency") or "EUR")
        return f"{amount(int(value), currency):,} {currency}"
    return str(value)


def _columns(report: FileReport) -> dict[int, str]:
    """The field of each column of the file, by its place; a phone is a phone wherever it rings."""
    mapped = report.read.mapped
    fields = {place: mapped.get(name, "") for place, name in enumerate(report.read.columns)}
    points = ("email_", "phone_")
    return {p: f.partition("_")[0] if f.startswith(points) else f for p, f in fields.items()}


def _left_out(one: Rejected, places: Mapping[int, int], fields: int) -> PreviewedRow:
    """A row that is no record, with its cells where they would stand."""
    cells = (
        one.cells[places[n]] if places.get(n, 10**9) < len(one.cells) else "" for n in range(fields)
    )
    values = tuple(cell[:LONGEST] for cell in cells)
    return PreviewedRow(one.at, RowOutcome.REJECTED, values, one.reason)


def _number(at: str) -> int:
    digits = "".join(c for c in at if c.isdecimal())
    return int(digits[:12] or 0)


def _shape(report: FileReport) -> Shape:
    read = report.read
    return Shape(
        format=read.format,
        kind=read.kind,
        kind_reason=read.kind_reason,
        encoding=read.encoding,
        delimiter=read.delimiter,
        header_line=read.header_line,
        columns=read.columns,
        mapped=read.mapped,
        unmapped=read.unmapped,
        preview=read.preview,
        notes=read.notes,
        sheet=read.sheet,
        sheets=read.sheets,
    )
