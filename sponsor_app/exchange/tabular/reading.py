"""Read a table of text: records as they come, and at the end a report of everything else."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat
from pathlib import Path
from types import TracebackType
from typing import Self

from sponsor_app.domain.errors import FileProblemError
from sponsor_app.domain.importing import (
    ImportedPoint,
    ImportedRecord,
    ImportKind,
    ReadCancelledError,
    ReadReport,
    ReadResult,
    Rejected,
    Shape,
)
from sponsor_app.domain.people import PointKind
from sponsor_app.exchange.formats import Format
from sponsor_app.exchange.limits import MAX_MEMORY, MAX_SECONDS, MEBIBYTE
from sponsor_app.exchange.sources import Source, examine
from sponsor_app.exchange.tabular.captive import Captive, Flag, SlowError, StoppedError
from sponsor_app.exchange.tabular.problems import UnreadableError
from sponsor_app.exchange.tabular.wire import (
    OUT_OF_MEMORY,
    Batch,
    Closing,
    Failure,
    Frame,
    Opening,
    Refusal,
)
from sponsor_app.exchange.tabular.wishes import Wishes, wishes_text

_OUT_OF_TURN = "the reader answered out of turn"
_NOT_STARTED = "the reader could not be started"
_ENDED = "the system ended the reader, perhaps for want of memory or time"
AS_CSV = "Save it again as “CSV UTF-8”; if that fails too, report this message."
FEWER = "Split it, or export fewer columns."
_LONGEST_WISHES = 30_000  # what every system passes in one argument


class Reading:
    """A file being read by a child process, which starts on first use and ends with the `with`.

    Iterate it for the records. `shape` says how the file was understood, `rows_read` and `share` how far it is,
    and `report` everything, once all records are taken. `again` and `fewer` advise after a failure and beyond a limit. Whatever ends the reading early raises
    `FileProblemError`; then none of what was handed out may be kept.
    """

    def __init__(
        self,
        source: Source,
        wishes: Wishes,
        *,
        cancel: Flag | None = None,
        seconds: float = MAX_SECONDS,
        command: Sequence[str] | None = None,
        again: str = AS_CSV,
        fewer: str = FEWER,
    ) -> None:
        self._again, self._fewer = again, fewer
        self.rows_read = 0
        self.share = 0.0
        self._source = source
        self._wishes = wishes
        self._cancel = cancel
        self._seconds = seconds
        self._command = command
        self._captive: Captive | None = None
        self._frames: Iterator[Frame] = iter(())
        self._shape: Shape | None = None
        self._closing: Closing | None = None
        self._rejected: list[Rejected] = []
        self._by_kind: Counter[ImportKind] = Counter()

    @property
    def shape(self) -> Shape:
        """How the file was understood; waits for the child to have looked."""
        if self._shape is None:
            self._start()
            frame = self._next()
            if not isinstance(frame, Opening):
                raise self._failed(_OUT_OF_TURN)
            self._shape = frame.shape
        return self._shape

    @property
    def report(self) -> ReadReport:
        """What became of every row; a `RuntimeError` before the last record is taken."""
        if self._closing is None or self._shape is None:
            unfinished = "the report comes after the last record"
            raise RuntimeError(unfinished)
        shape, closing = self._shape, self._closing
        return ReadReport(
            file=self._source.name,
            format=shape.format,
            kind=shape.kind,
            encoding=shape.encoding,
            delimiter=shape.delimiter,
            header_line=shape.header_line,
            records=self._by_kind.total(),
            rejected=tuple(self._rejected),
            left_out=tuple(closing.left_out),
            mapped=shape.mapped,
            unmapped=shape.unmapped,
            preview=shape.preview,
            rows=closing.rows_read,
            kind_reason=shape.kind_reason,
            columns=shape.columns,
            extra_cells=tuple(closing.extra_cells),
            notes=(*shape.notes, *closing.notes),
            sheet=shape.sheet,
            sheets=shape.sheets,
            mixed=shape.mixed,
            by_kind=dict(sorted(self._by_kind.items())),
        )

    def __iter__(self) -> Iterator[ImportedRecord]:
        """The records in file order. Raises `FileProblemError` when the file cannot be read to its end."""
        try:
            shape = self.shape
            while not isinstance(frame := self._next(), Closing):
                if not isinstance(frame, Batch):
                    raise self._failed(_OUT_OF_TURN)
                self.rows_read, self.share = frame.rows_read, frame.share
                self._rejected += frame.rejected
                for record in (*_records(frame, shape), *frame.records):
                    self._by_kind[record.kind] += 1
                    yield record
            self._closing = frame
        finally:
            self.close()

    def close(self) -> None:
        """End the child, if it still runs."""
        captive, self._captive = self._captive, None
        if captive is not None:
            captive.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _start(self) -> None:
        if self._captive is not None:
            return
        argument = wishes_text(self._wishes)
        if len(argument) > _LONGEST_WISHES:
            raise FileProblemError(
                *self._sentence("too many columns were mapped at once", "Map fewer of them.")
            )
        with self._source.open() as file:
            try:
                self._captive = Captive(file, argument, self._command)
            except OSError as error:
                raise self._failed(_NOT_STARTED) from error
        self._frames = self._captive.frames(self._cancel, self._seconds)

    def _next(self) -> Frame:
        """The next frame that is good news; bad news becomes an error that names the file."""
        try:
            frame = next(self._frames, None)
        except StoppedError:
            self.close()
            stopped = f"Reading “{self._source.name}” was cancelled. Nothing was changed."
            raise ReadCancelledError(stopped) from None
        except SlowError:
            self.close()
            slow = f"it took longer than {self._seconds:g} seconds"
            raise FileProblemError(*self._sentence(slow, self._fewer)) from None
        if frame is None:
            raise self._failed(_ENDED)
        if isinstance(frame, Refusal):
            self.close()
            raise UnreadableError(frame.clause, frame.next).about(self._source.name)
        if isinstance(frame, Failure):
            raise self._broken(frame)
        return frame

    def _broken(self, failure: Failure) -> FileProblemError:
        if failure.kind == OUT_OF_MEMORY:
            self.close()
            large = f"it needs more than {MAX_MEMORY // MEBIBYTE:,} MiB of memory"
            return FileProblemError(*self._sentence(large, self._fewer))
        return self._failed(f"the reader failed ({failure.kind}, {failure.where})")

    def _failed(self, clause: str) -> FileProblemError:
        self.close()
        return FileProblemError(*self._sentence(clause, self._again))

    def _sentence(self, clause: str, advice: str) -> tuple[str, str]:
        return f"“{self._source.name}” was not read: {clause}. Nothing was changed.", advice


def read_tabular(
    path: Path,
    *,
    kind: ImportKind | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    mapping: Mapping[str, str] | None = None,
    cancel: Flag | None = None,
) -> Reading:
    """Prepare to read a CSV or TSV file; what is None is recognised.

    `delimiter` is one sign or a word such as `tab`; `mapping` is column to field (`field_names(kind)`), `-` to
    leave a column out; setting `cancel` ends the reading. Raises `FileProblemError` at once for a file that is
    missing, empty, too large or no table of text, and while it is read for everything else.
    """
    source = examine(path)
    if source.recognised.format is not Format.TABLE:
        raise source.not_read()
    wishes = Wishes(kind, encoding, delimiter, dict(mapping or {}), source.name)
    return Reading(source, wishes, cancel=cancel)


def read_all(reading: Reading) -> ReadResult:
    """Every record of a file at once, with its report."""
    with reading:
        records = tuple(reading)
        return ReadResult(records, reading.report)


def _records(batch: Batch, shape: Shape) -> Iterator[ImportedRecord]:
    kind, unit = shape.kind, shape.unit
    if kind is None:
        return
    kinds = batch.kinds or repeat(kind)
    for (line, fields, points), its in zip(batch.rows, kinds, strict=False):
        found = tuple(ImportedPoint(PointKind(way), label, value) for way, label, value in points)
        yield ImportedRecord(its, f"{unit} {line}", fields, found)
