"""Who may do what, who goes, and what becomes of what they wrote."""

from collections.abc import Sequence
from dataclasses import replace

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import InvalidError, RefusedError
from sponsor_app.domain.history import Undone
from sponsor_app.domain.ids import StepId
from sponsor_app.domain.team import Kind, Laptop
from sponsor_app.domain.text import clean_line
from sponsor_app.services import Services
from sponsor_app.services.sharing.beginning import forget
from sponsor_app.services.sharing.changing import Changed, change_team, refuse_outsiders
from sponsor_app.services.sharing.places import REAL, Means
from sponsor_app.services.sharing.roster import numbers_of
from sponsor_app.services.sharing.standing import Standing, holdings, required, save_team
from sponsor_app.services.sharing.syncing import Report, sync
from sponsor_app.store import undo
from sponsor_app.store.queries import history
from sponsor_app.store.sharing import kept
from sponsor_app.store.sharing.kept import Connection
from sponsor_app.store.store import changes_of
from sponsor_app.store.undo import KEPT
from sponsor_app.sync.envelope import people
from sponsor_app.sync.envelope.limits import LONGEST_NAME

STAYS = (
    "From the next sync of each laptop on they read nothing new and can add nothing. What they have, they keep: no"
    " program can take it back."
)


def remove(app: Services, lines: Sequence[Laptop], means: Means = REAL) -> Changed:
    """Take laptops and invitations out of the team; what they wrote up to now stays."""
    if any(one.mine for one in lines):
        msg = "This is your own laptop. Nothing was changed."
        raise RefusedError(msg, "To go, leave the team.", "To go: sponsor-app share leave")

    def change(connection: Connection, standing: Standing) -> people.Step:
        settled = holdings(connection).settled
        devices = [bytes.fromhex(one.id) for one in lines]
        return people.remove(standing.team, standing.own, devices, settled)

    return change_team(app, change, means)


def set_admin(app: Services, line: Laptop, *, admin: bool, means: Means = REAL) -> Changed:
    """Let a laptop change the team, or no longer; refused for the last one that may."""
    if line.admin == admin and line.kind is Kind.LAPTOP:
        msg = f"{line.name} ({line.device}) is {'an admin already' if admin else 'no admin'}. Nothing was changed."
        raise RefusedError(msg)

    def change(connection: Connection, standing: Standing) -> people.Step:
        device = bytes.fromhex(line.id)
        return people.set_admin(standing.team, standing.own, device, admin=admin)

    return change_team(app, change, means)


def rename(app: Services, line: Laptop, name: str, means: Means = REAL) -> Changed:
    """Call a laptop by another name, for everybody."""
    called = clean_line("name", name)
    if len(called) > LONGEST_NAME:
        msg = f"A laptop's name has at most {LONGEST_NAME} characters. Nothing was changed."
        raise InvalidError(msg, "Shorten it.")

    def change(connection: Connection, standing: Standing) -> people.Step:
        device = bytes.fromhex(line.id)
        step = people.rename(standing.team, standing.own, device, called)
        numbers = numbers_of(connection, device)
        kept.introduce(connection, ((n, called, line.member_id or None, None) for n in numbers))
        return step

    return change_team(app, change, means)


def leave(app: Services, means: Means = REAL) -> tuple[Report, ...]:
    """Go: everything I did is handed on, then this laptop is taken out and shares no longer; all stays on it.

    Who is no admin cannot change the team: it only stops here, and an admin should remove it. Refused for the last
    admin of others, and for an admin while the place cannot be reached.
    """
    reports = sync(app, means)
    with app.store.read() as connection:
        standing = required(connection)
    others = [i for i in standing.team.tip.roster if i != standing.own.id]
    if standing.admin and others:
        stuck = [report.trouble for report in reports if report.trouble]
        if stuck:
            msg = f"{stuck[0].message} You are still in the team."
            raise RefusedError(msg, stuck[0].next)
        reports = _go(app, means)
    forget(app)
    return tuple(reports)


def _go(app: Services, means: Means) -> list[Report]:
    with app.store.write_local() as connection:
        standing = required(connection)
        refuse_outsiders(standing)
        settled = holdings(connection).settled
        step = people.remove(standing.team, standing.own, [standing.own.id], settled)
        save_team(connection, step.team)
    return sync(app, means, leaving=True)


def take_back(app: Services, line: Laptop) -> tuple[Changes, Undone]:
    """Take back everything a laptop wrote, in one step of mine that can itself be taken back.

    What was edited or built upon since by others is kept, and named.
    """
    with app.store.write(f"Took back what {line.name} wrote on {line.device}") as writer:
        connection = writer.connection
        steps = kept.steps_of(connection, numbers_of(connection, bytes.fromhex(line.id)))
        done, left = 0, list[str]()
        for number in steps:
            found = history.one_step(connection, StepId(number))
            if found is None or found.undone_by is not None or found.kind in KEPT:
                continue
            undone = undo.reverse(writer, found)
            done += undone.reversed
            left += undone.kept
        if not writer.wrote:
            msg = f"There is nothing of {line.name} ({line.device}) to take back. Nothing was changed."
            raise RefusedError(msg, "What others have edited since stays as they left it.")
    kept_back = tuple(dict.fromkeys(left))
    changes = replace(changes_of(writer), kept=len(kept_back))
    return changes, Undone(changes.step or StepId(0), changes.title, done, kept_back)
