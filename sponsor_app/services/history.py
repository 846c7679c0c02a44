"""Who changed what; take any step back, and back again; bring back what was deleted."""

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import RefusedError
from sponsor_app.domain.history import Entry, Step, Undone
from sponsor_app.domain.ids import StepId
from sponsor_app.services import Services
from sponsor_app.store import undo as steps_back
from sponsor_app.store.queries import history
from sponsor_app.store.store import changes_of


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


def undo(app: Services, step: StepId | None = None) -> tuple[Changes, Undone]:
    """Take back the last step of mine, or any step by its number."""
    with app.store.read() as connection:
        wanted = (
            steps_back.find_step(connection, step)
            if step is not None
            else steps_back.last_step(connection)
        )
    if wanted is None:
        msg = "There is nothing to take back."
        raise RefusedError(msg)
    return _reverse(app, wanted, "undo", f"Undid: {wanted.title}")


def redo(app: Services) -> tuple[Changes, Undone]:
    """Do again what was just taken back."""
    with app.store.read() as connection:
        wanted = steps_back.next_redo(connection)
    if wanted is None:
        msg = "There is nothing to do again."
        raise RefusedError(msg, "Redo works until something new is done.")
    title = wanted.title.removeprefix("Undid: ")
    return _reverse(app, wanted, "redo", title)


def undoable(app: Services) -> tuple[str | None, str | None]:
    """The titles of what undo and redo would do."""
    with app.store.read() as connection:
        back, again = steps_back.last_step(connection), steps_back.next_redo(connection)
    return back.title if back else None, again.title.removeprefix("Undid: ") if again else None


def restore(app: Services, record_id: str) -> Changes:
    """Bring back a deleted record as it was."""
    with app.store.write("Brought a record back") as writer:
        writer.restore(record_id)
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
    return changes_of(writer), undone
