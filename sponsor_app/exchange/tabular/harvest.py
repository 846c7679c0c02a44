"""All rows of a table: each is a record, rejected, or left out."""

from collections.abc import Iterator, Sequence

from sponsor_app.domain.importing import ImportKind, Rejected, Shape
from sponsor_app.exchange.limits import MAX_ROWS
from sponsor_app.exchange.tabular import choices
from sponsor_app.exchange.tabular.amounts import Amount, amount
from sponsor_app.exchange.tabular.cells import clean
from sponsor_app.exchange.tabular.conversion import (
    Converter,
    Draft,
    evidence_columns,
    gather,
    missing_name,
)
from sponsor_app.exchange.tabular.limits import MAX_DETAILS
from sponsor_app.exchange.tabular.losses import Losses
from sponsor_app.exchange.tabular.mixed import settled
from sponsor_app.exchange.tabular.problems import UnreadableError
from sponsor_app.exchange.tabular.refusals import Refused
from sponsor_app.exchange.tabular.rows import BrokenRow
from sponsor_app.exchange.tabular.tables import Table
from sponsor_app.exchange.tabular.wire import Batch, Closing, Row

_BATCH = 500
_TOTALS = frozenset(
    (
        "total",
        "totals",
        "grand total",
        "subtotal",
        "sum",
        "gesamt",
        "gesamtsumme",
        "summe",
        "somme",
        "total général",
        "totale",
        "totaal",
        "suma",
        "total general",
        "total geral",
    )
)
_FOOTER_WIDTH = 3
_MORE = "more values like these were rejected"


class Harvest:
    """Reads a table once, in batches; `closing` is complete when they are through."""

    def __init__(self, table: Table) -> None:
        self._table, self._mixture = table, table.mixture
        named = table.mixture is not None or table.mapped.gives_names
        self._usual = table.mapped.kind if named else None
        self._width = len(table.header.columns)
        self._headings = table.headings
        self._unit = table.origin.unit
        self._losses = Losses(self._unit)
        self._rows: list[Row] = []
        self._kinds: list[ImportKind] = []
        self._rejected: list[Rejected] = []
        self._notes: list[str] = []
        self._rows_read = self._details = self._short = 0

    @property
    def shape(self) -> Shape:
        """How the file was understood."""
        return self._table.shape

    def batches(self) -> Iterator[Batch]:
        """The records and rejections in file order. Raises `UnreadableError` beyond the limits."""
        converters = self._converters()
        found, progress = self._table.rows()
        for line, cells in self._rows_of_the_table(found):
            if len(cells) != self._width:
                self._measure(line, cells)
            kind = self._kind_of(line, cells)
            if kind is None:
                self._losses.row("rows", self._table.mapped.why_no_records, line)
            else:
                self._take(line, cells, kind, converters[kind].read(cells))
            if len(self._rows) >= _BATCH or len(self._rejected) >= _BATCH:
                yield self._batch(progress())
        yield self._batch(1.0)
        self._notes += dict.fromkeys(note for one in converters.values() for note in one.notes)

    @property
    def closing(self) -> Closing:
        """What was left out, and what was noticed."""
        left_out = [*self._table.mapped.left_out, *self._table.left_out, *self._losses.left_out]
        notes = list(self._notes)
        if self._short:
            notes.append(f"Rows with fewer cells than there are columns: {self._short:,}.")
        return Closing(self._rows_read, left_out, self._losses.extra_cells, notes)

    def _converters(self) -> dict[ImportKind, Converter]:
        """Who reads the rows of each kind; nobody where no column could name a record."""
        table, mixture = self._table, self._mixture
        if self._usual is None:
            return {}
        mapped = mixture.mapped.values() if mixture else (table.mapped,)
        columns = sorted({index for one in mapped for index in evidence_columns(one)})
        cells: dict[int, list[str]] = {}
        if columns:
            found, _ = table.rows()
            rows = (
                row for row in found if isinstance(row, tuple) and not table.comes_before(row[0])
            )
            cells = gather(rows, columns)
        return {one.kind: Converter(one, cells) for one in mapped if one.kind}

    def _kind_of(self, line: int, cells: Sequence[str]) -> ImportKind | None:
        """What a row is: as it says itself in a mixed list, else as all are."""
        if self._mixture is None:
            return self._usual
        said = self._mixture.told.kind_of(cells)
        if isinstance(said, Refused):
            self._losses.value(self._mixture.heading, said.reason, line)
        return said if isinstance(said, ImportKind) else self._mixture.usual

    def _rows_of_the_table(
        self, found: Iterator[tuple[int, list[str]] | BrokenRow]
    ) -> Iterator[tuple[int, list[str]]]:
        """The rows that should be records; the others are counted on the way."""
        after_blank, totals = False, list[tuple[int, list[str]]]()
        for row in found:
            if isinstance(row, BrokenRow):
                self._count_row()
                self._rejected.append(
                    Rejected(f"{self._unit} {row.line}", row.reason, cells=(row.text,))
                )
                continue
            line, cells = row
            if self._table.comes_before(line):
                continue
            if not any(cells) or not "".join(cells).strip():
                after_blank = True
                continue
            self._count_row()
            if self._is_beside(line, cells, after_blank=after_blank):
                continue
            if _adds_up(cells):
                after_blank = True
                totals.append((line, cells))
                continue
            yield from totals  # what more rows follow is somebody's name
            after_blank, totals = False, []
            yield line, cells
        for line, _ in totals:
            self._losses.row("totals", "the row adds up those above it", line)

    def _is_beside(self, line: int, cells: Sequence[str], *, after_blank: bool) -> bool:
        """Whether a row is none of the table: it is counted."""
        if after_blank and len(cells) == 1 and self._width >= _FOOTER_WIDTH:
            what, why = f"{self._unit}s below the table", "a single cell after an empty line"
        elif self._repeats_headings(cells):
            what, why = "repeated headings", "the row repeats the headings"
        else:
            return False
        self._losses.row(what, why, line)
        return True

    def _repeats_headings(self, cells: Sequence[str]) -> bool:
        """Whether a row is the headings again, as in files put together; the second may begin with a mark."""
        if cells == self._headings:
            return True
        marked = cells[0].startswith("\ufeff")
        return marked and [cell.strip('\ufeff"') for cell in cells] == self._headings

    def _count_row(self) -> None:
        self._rows_read += 1
        if self._rows_read > MAX_ROWS:
            many = UnreadableError(
                f"it has more than {MAX_ROWS:,} rows",
                "Split the file, and import the parts one by one.",
            )
            raise many

    def _measure(self, line: int, cells: Sequence[str]) -> None:
        if len(cells) < self._width:
            self._short += self._unit == "line"  # a sheet has no cells where nothing was typed
        elif any(cell.strip() for cell in cells[self._width :]):
            self._losses.cells(line, list(cells[self._width :]))

    def _take(self, line: int, cells: Sequence[str], kind: ImportKind, draft: Draft) -> None:
        fields = draft.fields
        if self._mixture:
            settled(fields, kind)
        deleted, active = fields.pop("deleted", False), fields.pop("active", True)
        if deleted or not active:
            why = (
                "the file marks them as deleted" if deleted else "the file marks them as not active"
            )
            self._losses.row("rows", why, line)
            return
        if fields.get("kind") == choices.TASK:
            self._losses.row("tasks", "a task is nothing that happened between people", line)
            return
        missing = missing_name(draft, kind)
        if missing and not fields and not draft.problems and not cells[0].strip():
            why = "they go on with the row above, in columns that are not used"
            self._losses.row("rows without a record", why, line)
            return
        if missing:
            found = [f"{one.column}: {one.refused.reason}" for one in draft.problems]
            kept = self._table.without_secrets(cells)
            self._rejected.append(
                Rejected(f"{self._unit} {line}", "; ".join([missing, *found]), cells=kept)
            )
            return
        self._report_values(line, draft)
        self._rows.append((line, fields, draft.points))
        if self._mixture:
            self._kinds.append(kind)

    def _report_values(self, line: int, draft: Draft) -> None:
        for problem in draft.problems:
            refused = problem.refused
            if refused.unknown:
                self._losses.value(problem.column, refused.reason, line)
            elif self._details < MAX_DETAILS:
                self._details += 1
                reason = f"{problem.column}: {refused.reason}; the rest of the row is kept"
                self._rejected.append(Rejected(f"{self._unit} {line}", reason, problem.column))
            else:
                self._losses.value(problem.column, _MORE, line)

    def _batch(self, share: float) -> Batch:
        batch = Batch(self._rows, self._rejected, self._rows_read, share, kinds=self._kinds)
        self._rows, self._rejected, self._kinds = [], [], []
        return batch


def _adds_up(cells: Sequence[str]) -> bool:
    """Whether a row looks like the totals at the end of a report: `Total`, and beside it numbers alone."""
    first = next((cell for cell in cells if cell.strip()), "").strip().rstrip(" :").casefold()
    if first not in _TOTALS:
        return False
    others = [text for text in map(clean, cells) if text][1:]
    return bool(others) and all(isinstance(amount(text, ""), Amount) for text in others)
