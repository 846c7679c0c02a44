"""Calendars that are watched: files and folders on this laptop that are read again when they change."""

import json
import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import FileProblemError, NotFoundError
from sponsor_app.domain.importing import ImportedRecord, ImportKind, Offer, ReadCancelledError
from sponsor_app.domain.text import counted
from sponsor_app.exchange.formats import Format
from sponsor_app.exchange.readers import read_file
from sponsor_app.exchange.sources import examine
from sponsor_app.services import Services
from sponsor_app.services.imports.desk import Desk
from sponsor_app.services.imports.plan import Plan
from sponsor_app.store.queries import imports, policy
from sponsor_app.store.store import changes_of

KEY = "calendars.watched"
SUFFIXES = frozenset({".ics", ".ical", ".vcs"})
MOST_FILES = 500
MOST_AT_ONCE = 10
"""Meetings that vanish together; more are a broken export rather than a change of plans."""
END, BLANK = b"END:VCALENDAR", 20
Mark = tuple[str, int, int]
"""The day on which a file was read, when it was changed then, and its size."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A calendar file, or a folder of them.

    `marks` say how its files were when they were last read, `ahead` which meetings to come each had.
    """

    path: str
    marks: Mapping[str, Mark] = field(default_factory=dict[str, Mark])
    ahead: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])


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


def watched(app: Services) -> tuple[Watched, ...]:
    """What is watched on this laptop."""
    with app.store.read() as connection:
        text = policy.read_setting(connection, KEY)
    return tuple(
        Watched(
            one["path"],
            {name: (m[0], m[1], m[2]) for name, m in one["marks"].items()},
            {name: tuple(uids) for name, uids in one.get("ahead", {}).items()},
        )
        for one in json.loads(text or "[]")
    )


def watch(app: Services, path: Path) -> Watched:
    """Watch a calendar file or a folder from now on. Raises `FileProblemError` for what is neither."""
    whole = path.expanduser().absolute()
    if not whole.is_dir():
        source = examine(whole)
        if source.recognised.format is not Format.CALENDAR:
            msg = f"“{source.name}” is {source.recognised.what}, no calendar. Nothing was changed."
            raise FileProblemError(msg, "Choose a file that ends in .ics, or a folder of them.")
    known = watched(app)
    found = next((one for one in known if one.path == str(whole)), None)
    if found is None:
        found = Watched(str(whole))
        _keep(app, (*known, found))
    return found


def forget(app: Services, path: Path) -> None:
    """Watch something no longer; the meetings it brought stay. Raises `NotFoundError`."""
    whole = str(path.expanduser().absolute())
    known = watched(app)
    left = tuple(one for one in known if one.path != whole)
    if len(left) == len(known):
        msg = f"{whole} is not watched. Nothing was changed."
        raise NotFoundError(msg, "See what is.", "See what is: sponsor-app calendar list")
    _keep(app, left)


def refresh(
    app: Services, *, every: bool = False, cancel: threading.Event | None = None
) -> Refreshed:
    """Read the watched calendars that changed, or `every` one, and bring the meetings up to date as one step.

    What was deleted here stays deleted, what people changed by hand stays, what vanished from a calendar and is
    still ahead is called off, and a file that cannot be read now is named and read again next time.
    """
    look = _Look(app, every, cancel)
    known = [look.read(one) for one in watched(app)]
    plan = Plan(app.store.new_id)
    desk = Desk(app, plan, None)
    desk.meetings.quiet = True
    for record in sorted(look.records, key=_stamp):
        desk.take(record)
    for uid in look.vanished:
        desk.meetings.vanish(uid)
    desk.finish()
    import_id, changes = (None, Changes()) if plan.is_empty else _write(app, plan, look)
    if look.files:
        _keep(app, known)
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


class _Look:
    """One look at all that is watched."""

    def __init__(self, app: Services, every: bool, cancel: threading.Event | None) -> None:
        self.files = 0
        self.records: list[ImportedRecord] = []
        self.problems: list[tuple[str, str]] = []
        self.vanished: list[str] = []
        self._app, self._every, self._cancel = app, every, cancel
        self._day = app.today().isoformat()

    def read(self, one: Watched) -> Watched:
        """Read the files that changed; how all of them are now."""
        marks: dict[str, Mark] = {}
        ahead: dict[str, tuple[str, ...]] = {}
        for file in self._files(Path(one.path)):
            name = str(file)
            try:
                status = file.stat()
                mark = (self._day, status.st_mtime_ns, status.st_size)
                ahead[name] = one.ahead.get(name, ())
                if self._every or one.marks.get(name) != mark:
                    ahead[name] = self._take(file, ahead[name])
                marks[name] = mark
            except ReadCancelledError:
                raise
            except FileProblemError as error:
                self.problems.append((name, error.message))
            except OSError as error:
                self.problems.append((name, f"It cannot be read now ({error.strerror})."))
        return replace(one, marks=marks, ahead=ahead)

    def _files(self, path: Path) -> list[Path]:
        if not path.is_dir():
            return [path]
        try:
            found = sorted(one for one in path.iterdir() if one.suffix.lower() in SUFFIXES)
        except OSError as error:
            self.problems.append((str(path), f"It cannot be read now ({error.strerror})."))
            return []
        return found[:MOST_FILES]

    def _take(self, file: Path, before: tuple[str, ...]) -> tuple[str, ...]:
        """Read a file that had some meetings `before` it was changed; those to come that it has now."""
        with read_file(
            file, kind=ImportKind.INTERACTIONS, today=self._app.today(), cancel=self._cancel
        ) as reading:
            found = list(reading)
        self.records += found
        self.files += 1
        here = {str(one.fields["uid"]) for one in found}
        coming = {str(one.fields["uid"]) for one in found if str(one.fields["on"]) >= self._day}
        gone = [uid for uid in before if uid not in here]
        if len(gone) > MOST_AT_ONCE or (gone and not _is_whole(file)):
            said = (
                f"{counted(len(gone), 'meeting')} ahead are no longer in it; none was called off."
            )
            self.problems.append((str(file), said))
            return tuple(sorted({*coming, *before}))
        self.vanished += gone
        return tuple(sorted(coming))


def _is_whole(file: Path) -> bool:
    """Whether a calendar is written to its end: a program may be at it just now."""
    with file.open("rb") as stream:
        stream.seek(0, os.SEEK_END)
        stream.seek(max(0, stream.tell() - len(END) - BLANK))
        return stream.read().rstrip().upper().endswith(END)


def _stamp(record: ImportedRecord) -> str:
    """When a meeting was last changed, so that the last word comes last."""
    return str(record.fields.get("stamp") or "")


def _write(app: Services, plan: Plan, look: _Look) -> tuple[str | None, Changes]:
    import_id = app.store.new_id()
    added = counted(plan.created, "meeting")
    title = f"Refreshed calendars: {added} added, {plan.updated:,} updated"
    with app.store.write(title, kind="import") as writer:
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


def _keep(app: Services, known: tuple[Watched, ...] | list[Watched]) -> None:
    text = json.dumps(
        [{"path": one.path, "marks": dict(one.marks), "ahead": dict(one.ahead)} for one in known]
    )
    with app.store.write_local() as connection:
        policy.write_setting(connection, KEY, text)
