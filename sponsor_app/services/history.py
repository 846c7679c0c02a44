"""Who changed what; take any step back, and back again; bring back what was deleted."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from sponsor_app.domain.activity import (
    MOST_ENTRIES,
    ActivityPage,
    Deleted,
    Narrowing,
    StepDetails,
    Whose,
)
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import NotFoundError, RefusedError
from sponsor_app.domain.history import Entry, Step, Undone
from sponsor_app.domain.ids import AccountId, StepId, looks_like_id
from sponsor_app.domain.language import UNDID
from sponsor_app.services import Services
from sponsor_app.store import undo as steps_back
from sponsor_app.store.capture import REDO, UNDO
from sponsor_app.store.queries import history, narrowing, timeline
from sponsor_app.store.store import changes_of

EVERYTHING = Narrowing()


def of_record(app: Services, record_id: str) -> list[Entry]:
    """Every change of a record, newest first."""
    with app.store.read() as connection:
        return history.entries(connection, [record_id])


def of_step(app: Services, step: StepId) -> list[Entry]:
    """What one step changed."""
    with app.store.read() as connection:
        return history.step_entries(connection, step)


def steps(app: Services, limit: int = 50) -> list[Step]:
    """What people did, newest first."""
    with app.store.read() as connection:
        return history.steps(connection, limit)


def activity(app: Services, wanted: Narrowing = EVERYTHING, limit: int = 100) -> ActivityPage:
    """The newest steps that fit, and what there is in all."""
    with app.store.read() as connection:
        fits = narrowing.condition(connection, wanted)
        mine, others = history.how_many(connection)
        every = mine + others
        return ActivityPage(
            as_of=app.today(),
            steps=tuple(history.steps(connection, limit, fits)),
            counts={Whose.ALL: every, Whose.MINE: mine, Whose.OTHERS: others},
            deleted=history.how_many_deleted(connection),
            found=every if wanted == EVERYTHING else narrowing.count(connection, fits),
            authors=tuple(narrowing.authors(connection)),
        )


def came_since(app: Services, since: datetime) -> int:
    """How many steps of others came in after a moment."""
    with app.store.read() as connection:
        return history.how_many_came(connection, since)


def names(app: Services, ids: Iterable[str]) -> Mapping[str, str]:
    """What the records with these ids are called, deleted ones too."""
    with app.store.read() as connection:
        return history.names_of(connection, set(ids))


def details(app: Services, step: StepId) -> StepDetails:
    """What one step changed: counted, and one by one where there are few."""
    with app.store.read() as connection:
        found = history.one_step(connection, step)
        if found is None:
            msg = f"There is no step {step}."
            raise NotFoundError(
                msg, "Activity lists every step.", "List the steps: sponsor-app undo --list"
            )
        few = found.changes <= MOST_ENTRIES
        entries = history.step_entries(connection, step, MOST_ENTRIES) if few else []
        values = (value for one in entries for f in one.fields for value in (f.before, f.after))
        meant = {value for value in values if isinstance(value, str) and looks_like_id(value)}
        return StepDetails(
            found,
            tuple(history.tallies(connection, step)),
            tuple(entries),
            history.names_of(connection, meant),
        )


def lately_deleted(app: Services, limit: int = 100) -> list[Deleted]:
    """What was deleted and can be brought back, the latest first."""
    with app.store.read() as connection:
        return history.lately_deleted(connection, limit)


def deleted_at(app: Services, account_id: AccountId, limit: int = 100) -> list[Deleted]:
    """What was deleted at one account and can be brought back, the latest first."""
    with app.store.read() as connection:
        return history.lately_deleted(connection, limit, account_id)


def undo(app: Services, step: StepId | None = None) -> tuple[Changes, Undone]:
    """Take back the last step of mine, or any step by its number; taking back an undo does the thing again."""
    with app.store.read() as connection:
        wanted = (
            steps_back.find_step(connection, step)
            if step is not None
            else steps_back.last_step(connection)
        )
    if wanted is None:
        msg = "There is nothing to take back."
        raise RefusedError(msg)
    if wanted.kind == UNDO:
        return _reverse(app, wanted, REDO, wanted.title.removeprefix(UNDID))
    return _reverse(app, wanted, UNDO, f"{UNDID}{wanted.title}")


def redo(app: Services) -> tuple[Changes, Undone]:
    """Do again what was just taken back."""
    with app.store.read() as connection:
        wanted = steps_back.next_redo(connection)
    if wanted is None:
        msg = "There is nothing to do again."
        raise RefusedError(msg, "Redo works until something new is done.")
    title = wanted.title.removeprefix(UNDID)
    return _reverse(app, wanted, REDO, title)


def undoable(app: Services) -> tuple[str | None, str | None]:
    """The titles of what undo and redo would do."""
    with app.store.read() as connection:
        back, again = steps_back.last_step(connection), steps_back.next_redo(connection)
    return back.title if back else None, again.title.removeprefix(UNDID) if again else None


def restore(app: Services, record_id: str) -> Changes:
    """Bring back a deleted record as it was, an interaction with those who took part."""
    with app.store.write("Brought a record back") as writer:
        there = history.who_was_there(writer.connection, record_id)
        name = history.names_of(writer.connection, [record_id]).get(record_id)
        for gone in (record_id, *there):
            writer.restore(gone)
        for one in timeline.by_ids(writer.connection, [record_id]):
            writer.title = f"Brought back {one.kind} with {one.account or 'nobody'}"
        writer.title = f"Brought back “{name}”" if name else writer.title
    return changes_of(writer)


def deleted(app: Services) -> list[tuple[str, str, str]]:
    """(id, kind, name) of what can be brought back."""
    with app.store.read() as connection:
        return history.deleted(connection)


def _reverse(app: Services, wanted: Step, kind: str, title: str) -> tuple[Changes, Undone]:
    with app.store.write(title, kind=kind, undoes=wanted.step) as writer:
        undone = steps_back.reverse(writer, wanted)
        if not writer.wrote:
            msg = f"“{wanted.title}” was edited or built upon since. Nothing was changed."
            raise RefusedError(msg, "Change the records themselves.")
        writer.finish()
        steps_back.mark(writer, wanted)
    return replace(changes_of(writer), kept=len(undone.kept)), undone
