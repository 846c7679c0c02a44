"""Read the watched calendars that changed, and bring the meetings up to date as one step."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.importing import ImportedRecord, ImportKind, Offer, ReadCancelledError
from sponsor_app.domain.text import counted
from sponsor_app.services import Services
from sponsor_app.services.calendars.keeping import Mark, Watched, keep, watched
from sponsor_app.services.calendars.sources import FileSource, ServerSource, Source
from sponsor_app.services.imports.desk import Desk
from sponsor_app.services.imports.plan import Plan
from sponsor_app.store.queries import imports
from sponsor_app.store.store import changes_of
from sponsor_app.store.undo import REFRESH
from sponsor_app.system.keystore import KeyStore

SUFFIXES = frozenset({".ics", ".ical", ".vcs"})
MOST_FILES = 500
MOST_AT_ONCE = 10
"""Meetings that vanish together; more are a broken export rather than a change of plans."""
_ONE_AT_A_TIME = threading.Lock()
"""A look that begins while another is at it would make the same meetings again."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a look at the watched calendars brought; `problems` are (file, why) of what could not be read now."""

    files: int
    created: int
    updated: int
    unchanged: int
    problems: tuple[tuple[str, str], ...]
    offered: tuple[Offer, ...]
    import_id: str | None
    changes: Changes


def refresh(
    app: Services,
    *,
    every: bool = False,
    asked: bool = True,
    cancel: threading.Event | None = None,
    key_store: KeyStore | None = None,
) -> Refreshed:
    """Read the watched calendars that changed, or `every` one, and bring the meetings up to date as one step.

    What was deleted here stays deleted, what people changed by hand stays, what vanished from a calendar and is
    still ahead is called off, and a file that cannot be read now is named and read again next time. What nobody
    `asked` for is not what undo takes back next; by its number it can be.
    """
    with _ONE_AT_A_TIME:
        return _refresh(app, _Look(app, every, cancel, key_store), "import" if asked else REFRESH)


def _refresh(app: Services, look: "_Look", kind: str) -> Refreshed:
    before = watched(app)
    read = {(one.path, one.user): look.read(one) for one in before}
    plan = Plan(app.store.new_id)
    if (
        look.records or look.vanished
    ):  # all that is known of accounts and people is read to place them
        _place(Desk(app, plan, None), look)
    import_id, changes = (None, Changes()) if plan.is_empty else _write(app, plan, look, kind)
    if list(read.values()) != list(before):
        # Meanwhile something may have been forgotten, or connected.
        keep(app, [read.get((one.path, one.user), one) for one in watched(app)])
    return Refreshed(
        look.files,
        plan.created,
        plan.updated,
        plan.unchanged,
        tuple(look.problems),
        tuple(plan.offers),
        import_id,
        changes,
    )


def _place(desk: Desk, look: "_Look") -> None:
    desk.meetings.quiet = True
    for record in sorted(look.records, key=_stamp):
        desk.take(record)
    for uid in look.vanished:
        desk.meetings.vanish(uid)
    desk.finish()


class _Look:
    """One look at all that is watched."""

    def __init__(
        self,
        app: Services,
        every: bool,
        cancel: threading.Event | None,
        key_store: KeyStore | None,
    ) -> None:
        self.files = 0
        self.records: list[ImportedRecord] = []
        self.problems: list[tuple[str, str]] = []
        self.vanished: list[str] = []
        self._app, self._every, self._cancel, self._key_store = app, every, cancel, key_store
        self._day = app.today().isoformat()

    def read(self, one: Watched) -> Watched:
        """Read what changed; how all of it is now."""
        known = len(self.problems)
        marks: dict[str, Mark] = {}
        ahead: dict[str, tuple[str, ...]] = {}
        for source in self._sources(one):
            name = source.name
            ahead[name] = one.ahead.get(name, ())
            if name in one.marks:
                marks[name] = one.marks[name]
            try:
                mark = (self._day, source.version(self._app.today()))
                if self._every or one.marks.get(name) != mark:
                    ahead[name] = self._take(source, ahead[name])
                marks[name] = mark
            except ReadCancelledError:
                raise
            except SponsorError as error:
                self.problems.append((name, error.message))
            except OSError as error:
                self.problems.append((name, f"It cannot be read now ({error.strerror})."))
        problem = next((why for _name, why in self.problems[known:]), "")
        return replace(one, marks=marks, ahead=ahead, problem=problem)

    def _sources(self, one: Watched) -> Sequence[Source]:
        if one.user:
            return [ServerSource(one, self._key_store)]
        return [FileSource(file) for file in self._files(Path(one.path))]

    def _files(self, path: Path) -> list[Path]:
        if not path.is_dir():
            return [path]
        try:
            found = sorted(one for one in path.iterdir() if one.suffix.lower() in SUFFIXES)
        except OSError as error:
            self.problems.append((str(path), f"It cannot be read now ({error.strerror})."))
            return []
        return found[:MOST_FILES]

    def _take(self, source: Source, before: tuple[str, ...]) -> tuple[str, ...]:
        """Read a calendar that had some meetings `before` it changed; those to come that it has now."""
        found = source.records(self._app.today(), self._cancel)
        self.records += found
        self.files += 1
        here = {str(one.fields["uid"]) for one in found}
        coming = {str(one.fields["uid"]) for one in found if str(one.fields["on"]) >= self._day}
        gone = [uid for uid in before if uid not in here]
        if len(gone) > MOST_AT_ONCE or (gone and not source.is_whole()):
            said = (
                f"{counted(len(gone), 'meeting')} ahead are no longer in it; none was called off."
            )
            self.problems.append((source.name, said))
            return tuple(sorted({*coming, *before}))
        self.vanished += gone
        return tuple(sorted(coming))


def _stamp(record: ImportedRecord) -> str:
    """When a meeting was last changed, so that the last word comes last."""
    return str(record.fields.get("stamp") or "")


def _write(app: Services, plan: Plan, look: _Look, kind: str) -> tuple[str | None, Changes]:
    import_id = app.store.new_id()
    added = counted(plan.created, "meeting")
    title = f"Refreshed calendars: {added} added, {plan.updated:,} updated"
    with app.store.write(title, kind=kind) as writer:
        plan.write(writer, lambda _text: None)
        writer.finish()
        if writer.step is not None:
            imports.remember(
                writer.connection,
                import_id=import_id,
                step=writer.step,
                file="watched calendars",
                kind=ImportKind.INTERACTIONS,
                at=app.now(),
                records=len(look.records),
                created=plan.created,
                updated=plan.updated,
                report="{}",
            )
    return (import_id if writer.step is not None else None), changes_of(writer)
