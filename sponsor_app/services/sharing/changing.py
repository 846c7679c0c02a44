"""Change the team as an admin: be in step first, make the new state in one transaction, then hand it on."""

from collections.abc import Callable
from dataclasses import dataclass

from sponsor_app.domain.errors import RefusedError
from sponsor_app.services import Services
from sponsor_app.services.sharing.places import REAL, Means
from sponsor_app.services.sharing.standing import Standing, required, save_team
from sponsor_app.services.sharing.syncing import Report, sync
from sponsor_app.store.sharing.kept import Connection
from sponsor_app.sync.envelope.people import Step

Change = Callable[[Connection, Standing], Step]


@dataclass(frozen=True)
class Changed:
    """A change of the team was made here; `reports` say whether it reached the others yet."""

    reports: tuple[Report, ...]

    @property
    def reached(self) -> bool:
        """Whether it lies where others can read it."""
        return all(report.trouble is None for report in self.reports)


def change_team(app: Services, change: Change, means: Means = REAL) -> Changed:
    """Sync, let `change` make the next state of the team, and sync again.

    Without the place it is made here all the same, and goes out at the next sync.
    """
    with app.store.read() as connection:
        required(connection)
    sync(app, means)
    with app.store.write_local() as connection:
        standing = required(connection)
        refuse_outsiders(standing)
        save_team(connection, change(connection, standing).team)
    return Changed(tuple(sync(app, means)))


def refuse_outsiders(standing: Standing) -> None:
    """Refuse whoever waits to be let in, or was removed."""
    if standing.removed:
        msg = "This laptop was removed from the team. Nothing was changed; everything here stays."
        raise RefusedError(msg, "Ask an admin for a new invitation.")
    if standing.waits:
        msg = "This laptop waits until an admin's laptop has synced and lets it in. Nothing was changed."
        raise RefusedError(msg, "Ask an admin to sync, then sync again.")
