"""Stands beside the planning of an import and remembers what a person wants to see before it is done."""

from bisect import insort
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sponsor_app.domain.import_look import Doubt, ImportLook, PreviewedRow, RowOutcome
from sponsor_app.domain.importing import FIELDS, ImportedRecord, ImportKind, Rejected, Shape
from sponsor_app.domain.money import amount
from sponsor_app.services.imports.desk import UID, Desk
from sponsor_app.services.imports.plan import Plan
from sponsor_app.services.imports.run import FileReport
from sponsor_app.services.imports.twins import Twins

PREVIEWED, MOST_DOUBTS, LONGEST = 50, 200, 200
MEETINGS_ALONE = ("title", "location")
"""Fields that only what a calendar or a mail tells has."""
ELSEWHERE = ("external_id", "account_id")
"""What other programs know a record by: last, as nobody reads it."""
_MONEY = frozenset({"annual_revenue", "amount"})
_Planned = tuple[ImportedRecord, RowOutcome, str]


class Watching:
    """The first rows as they would be, and in `doubts` every row that may be here already, in the file's order."""

    def __init__(self) -> None:
        self._records: list[_Planned] = []
        self.doubts: list[Doubt] = []
        self._twins: dict[ImportKind, Twins] = {}

    def __call__(self, desk: Desk, record: ImportedRecord) -> None:
        """Plan one record and see what became of it."""
        twins = self._twins.get(record.kind)
        if twins is None:
            twins = self._twins[record.kind] = Twins(desk, record.kind)
        plan = desk.plan
        before = plan.created, plan.updated, plan.unchanged, len(plan.rejected)
        desk.take(record)
        outcome, reason = _outcome(plan, before, meeting=UID in record.fields)
        unsure = record.at in plan.unsure
        if (outcome is RowOutcome.NEW or unsure) and record.at not in plan.fresh:
            doubt = twins.doubt(record, rejected=unsure)
            if doubt is not None:
                self.doubts.append(doubt)
                outcome = RowOutcome.DOUBTFUL
        self._keep((record, outcome, reason))

    def _keep(self, one: _Planned) -> None:
        """Of all that are planned the first of the file, in whatever order they come."""
        kept = self._records
        if len(kept) < PREVIEWED or _place(one) < _place(kept[-1]):
            insort(kept, one, key=_place)
            del kept[PREVIEWED:]

    def seen(self, report: FileReport) -> ImportLook:
        """Everything that was seen, with the rows that were no records among the others."""
        held = {name for record, _, _ in self._records for name in record.fields}
        shape = _shape(report)
        fields = tuple(name for name in _order(shape.kinds) if name in held)
        rows = [
            PreviewedRow(record.at, outcome, _values(record.fields, fields), reason, record.kind)
            for record, outcome, reason in self._records
        ]
        places = {fields.index(f): c for c, f in _columns(report).items() if f in fields}
        rows += [
            _left_out(one, places, len(fields)) for one in report.read.rejected if one.whole_row
        ]
        rows.sort(key=lambda row: _number(row.at))
        shown = tuple(rows[:PREVIEWED])
        return ImportLook(shape, fields, shown, urgent_first(self.doubts), len(self.doubts))


def _outcome(
    plan: Plan, before: tuple[int, int, int, int], *, meeting: bool
) -> tuple[RowOutcome, str]:
    """What became of a record since `before`, and why it is left out; a meeting that nothing counts was passed over."""
    created, updated, unchanged, rejected = before
    if len(plan.rejected) > rejected:
        return RowOutcome.REJECTED, plan.rejected[-1].reason
    if plan.created > created:
        return RowOutcome.NEW, ""
    if plan.updated > updated:
        return RowOutcome.CHANGED, ""
    if meeting and plan.unchanged == unchanged:
        return RowOutcome.REJECTED, plan.last_reason
    return RowOutcome.SAME, ""


def urgent_first(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """Those that need an answer first, then the likeliest; no more than can be gone through."""
    found = sorted(doubts, key=lambda one: (not one.needs_answer, -one.candidates[0].score))
    return tuple(found[:MOST_DOUBTS])


def _order(kinds: Sequence[ImportKind]) -> list[str]:
    """The fields of these kinds, what names the record first."""
    names = list(dict.fromkeys(one.name for kind in kinds for one in FIELDS[kind]))
    first = [name for name in ("name", "account", "subject", "on") if name in names]
    first += [*MEETINGS_ALONE] if ImportKind.INTERACTIONS in kinds else []
    return [*first, *(name for name in names if name not in (*first, "id", *ELSEWHERE)), *ELSEWHERE]


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


def _place(one: _Planned) -> int:
    return _number(one[0].at)


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
        mixed=read.mixed,
    )
