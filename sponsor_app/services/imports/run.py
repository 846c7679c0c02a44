"""Run an import: read, plan, write, report; and take one back later."""

import json
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import InvalidError, NotFoundError
from sponsor_app.domain.history import Undone
from sponsor_app.domain.ids import StepId
from sponsor_app.domain.import_look import Doubt, DuplicatePolicy
from sponsor_app.domain.importing import (
    MIXED,
    SHEETS,
    ImportedRecord,
    ImportKind,
    LeftOut,
    Offer,
    ReadReport,
    Rejected,
    UpdatePolicy,
)
from sponsor_app.domain.text import counted
from sponsor_app.exchange.readers import read_file
from sponsor_app.exchange.tabular.reading import Reading
from sponsor_app.services import Services, history
from sponsor_app.services.imports.deciding import decided, refuse_unknown, restrain
from sponsor_app.services.imports.desk import Desk
from sponsor_app.services.imports.plan import Plan
from sponsor_app.store.queries import imports
from sponsor_app.store.store import changes_of

Progress = Callable[[str], None]
Watch = Callable[[Desk, ImportedRecord], None]
EVERY = 1000
ROWS = "rows"
HEADINGS = "Give its columns headings, such as Account Name and Website, or First Name and E-mail."


@dataclass(frozen=True, slots=True)
class Options:
    """How a person wants a file read; what is not said is recognised.

    `decisions` say, by where a row stands, which record here it is, or `skip`, `new`, `same` (the likeliest one);
    `duplicates` what becomes of other rows that may be here. Undecided they come in as new ones, or are left out
    where nobody can tell which of several they are.
    """

    kind: ImportKind | None = None
    encoding: str | None = None
    delimiter: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict[str, str])
    account_id: str | None = None
    dry_run: bool = False
    sheet: str = ""
    header: int | None = None
    policy: UpdatePolicy = UpdatePolicy.OVERWRITE
    decisions: Mapping[str, str] = field(default_factory=dict[str, str])
    duplicates: DuplicatePolicy | None = None


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file."""

    file: str
    read: ReadReport
    created: int
    updated: int
    unchanged: int
    possible_duplicates: int
    rejected: tuple[Rejected, ...]
    left_out: tuple[LeftOut, ...]
    import_id: str | None
    changes: Changes
    offered: tuple[Offer, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    """The rows that may be here already; only of a look."""

    @property
    def in_part(self) -> bool:
        """Whether some rows are missing, or sheets that nobody chose among."""
        return any(one.whole_row for one in self.rejected) or any(
            one.what in (ROWS, SHEETS) for one in self.left_out
        )


def run(
    app: Services,
    path: Path,
    options: Options,
    progress: Progress = lambda _text: None,
    cancel: threading.Event | None = None,
    watch: Watch | None = None,
) -> FileReport:
    """Import one file as one step. Raises `FileProblemError` and changes nothing when it cannot be read.

    `watch` is called for each record in place of planning it, and plans it itself.
    """
    with opened(app, path, options, cancel) as reading:
        kind = reading.shape.kind
        if kind is None:
            raise _unknown(path)
        plan = _plan(app, reading, options, progress, watch)
        report = reading.report
    rejected = (*report.rejected, *plan.rejected)
    left_out = (*report.left_out, *plan.left_out)
    import_id, changes = None, Changes()
    if not options.dry_run and not plan.is_empty:
        import_id, changes = _write(app, path, kind, plan, report, progress)
    return FileReport(
        path.name,
        report,
        plan.created,
        plan.updated,
        plan.unchanged,
        plan.possible_duplicates,
        rejected,
        left_out,
        import_id,
        changes,
        tuple(plan.offers),
    )


def accounts_first(records: Iterable[ImportedRecord]) -> Iterator[ImportedRecord]:
    """The records of a file that mixes companies and people: whoever works somewhere finds it there already."""
    people: list[ImportedRecord] = []
    for record in records:
        if record.kind is ImportKind.CONTACTS:
            people.append(record)
        else:
            yield record
    yield from people


def opened(
    app: Services, path: Path, options: Options, cancel: threading.Event | None = None
) -> Reading:
    """A file about to be read as the options say. Raises `FileProblemError`."""
    return read_file(
        path,
        kind=options.kind,
        encoding=options.encoding,
        delimiter=options.delimiter,
        mapping=options.mapping,
        sheet=options.sheet,
        header=options.header,
        today=app.today(),
        cancel=cancel,
    )


def _unknown(path: Path) -> InvalidError:
    msg = f"Nothing in {path.name} says what its rows are. Nothing was imported."
    return InvalidError(msg, HEADINGS, "Say it: --as accounts, --as contacts, ...")


def undo(app: Services, import_id: str) -> tuple[Changes, Undone]:
    """Take one import back, keeping what was edited since."""
    with app.store.read() as connection:
        step = imports.step_of(connection, import_id)
    if step is None:
        msg = f"There is no import {import_id}. Nothing was changed."
        raise NotFoundError(
            msg, "Activity lists every step.", "List the steps: sponsor-app undo --list"
        )
    return history.undo(app, StepId(step))


def _plan(
    app: Services,
    reading: Reading,
    options: Options,
    progress: Progress,
    watch: Watch | None,
) -> Plan:
    plan = Plan(app.store.new_id)
    desk = Desk(app, plan, options.account_id)
    take = partial(watch, desk) if watch else desk.take
    records: Iterable[ImportedRecord] = reading
    kinds = reading.shape.kinds
    if reading.shape.mixed:
        records = accounts_first(records)
    if options.decisions:
        refuse_unknown(app, kinds, options.decisions)
        records = decided(records, options.decisions, plan)
    for number, record in enumerate(records, 1):
        take(record)
        if number % EVERY == 0:
            progress(f"read {number:,} rows ({reading.share:.0%})")
    desk.finish()
    if options.policy is not UpdatePolicy.OVERWRITE:
        restrain(app, plan, options.policy, kinds)
    return plan


def _write(
    app: Services, path: Path, kind: ImportKind, plan: Plan, report: ReadReport, progress: Progress
) -> tuple[str, Changes]:
    import_id = app.store.new_id()
    title = _title(path, plan, kind)
    with app.store.write(title, kind="import") as writer:
        plan.write(writer, progress)
        writer.finish()
        imports.remember(
            writer.connection,
            import_id=import_id,
            step=writer.step,
            file=path.name,
            kind=kind,
            at=app.now(),
            records=report.records,
            created=plan.created,
            updated=plan.updated,
            report=_summary(plan, report),
        )
    return import_id, changes_of(writer)


def _title(path: Path, plan: Plan, kind: ImportKind) -> str:
    accounts, contacts = (plan.added[one] for one in MIXED)
    if accounts and contacts:
        return (
            f"Imported {path.name}: {counted(accounts, 'account')} and {counted(contacts, 'contact')} added,"
            f" {plan.updated:,} updated"
        )
    return (
        f"Imported {path.name}: {counted(plan.created, kind.one)} added, {plan.updated:,} updated"
    )


def _summary(plan: Plan, report: ReadReport) -> str:
    """What is worth keeping of a report: the columns, and what was left out."""
    summary = {
        "mapped": dict(report.mapped),
        "left_out": [asdict(one) for one in (*report.left_out, *plan.left_out)],
        "rejected": len(report.rejected) + len(plan.rejected),
    }
    return json.dumps(summary, ensure_ascii=False)
