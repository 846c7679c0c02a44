"""Is sharing sound? The place, the team, the recovery page, what is parked, and whether laptops ever disagreed."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sponsor_app.domain.errors import KeyStoreError
from sponsor_app.domain.sync_status import NotReachable, Saved
from sponsor_app.domain.team import Kind, Standing, Team
from sponsor_app.domain.text import counted
from sponsor_app.services import Services
from sponsor_app.services.sharing import passwords, roster
from sponsor_app.services.sharing.laptop import ANOMALIES
from sponsor_app.services.sharing.places import REAL, Means, find, is_hub
from sponsor_app.store.sharing import kept, outgoing
from sponsor_app.store.sharing.clashes import how_many
from sponsor_app.sync.envelope.findings import Quiet

QUIET_DAYS = 14
"""Without anything from anybody, although the file is reached."""


class Looked(NamedTuple):
    """One thing looked at: whether it is well, what was seen, what to do."""

    name: str
    ok: bool
    detail: str
    next: str = ""


def looked_at(app: Services, means: Means = REAL) -> list[Looked]:
    """Every check of sharing; the places are asked, and nothing is changed."""
    team = roster.team(app, means)
    with app.store.read() as connection:
        parked = kept.how_many_parked(connection)
        anomalies = int(outgoing.setting(connection, ANOMALIES) or 0)
        waiting = how_many(connection)
        news = kept.last_news(connection)
    found = [_parked(parked)] if parked else []
    found += [_conflicts(waiting)] if waiting else []
    if team.standing is Standing.ALONE:
        return found
    found += [_team(team), *_places(app, team, means), *_passwords(app, team)]
    found += [*_recovery(team), _digest(anomalies)]
    return [*found, *_quiet(app, team, news)]


def _team(team: Team) -> Looked:
    said = {
        Standing.IN: f"in the team, {counted(len(team.laptops), 'line')} in it, state {team.epoch}",
        Standing.WAITS: "waiting until an admin's laptop syncs and lets this one in",
        Standing.REMOVED: "removed from the team: nothing comes in or goes out",
    }
    step = {
        Standing.WAITS: "Ask an admin to sync.",
        Standing.REMOVED: "To return, ask for a new invitation.",
    }
    ok = team.standing is not Standing.REMOVED
    return Looked("team", ok, said[team.standing], step.get(team.standing, ""))


def _places(app: Services, team: Team, means: Means) -> Iterator[Looked]:
    for one in team.places:
        trouble = find(one.address, app.now, means)
        if trouble is not None:
            yield Looked("shared file", ok=False, detail=trouble.message, next=trouble.next)
            continue
        match one.status:
            case NotReachable(trouble=why) | Saved(trouble=why) if why is not None:
                yield Looked("shared file", ok=False, detail=why.message, next=why.next)
            case status:
                said = status.said(app.local_now())
                yield Looked("shared file", ok=True, detail=f"{one.address}: {said}")


def _passwords(app: Services, team: Team) -> Iterator[Looked]:
    for one in team.places:
        if not is_hub(one.address):
            continue
        name = "server's password"
        try:
            where = passwords.whereabouts(app, one.address)
        except KeyStoreError as error:
            yield Looked(name, ok=False, detail=error.message, next=error.next)
            continue
        there = where is not passwords.Kept.NOWHERE
        again = f"Give it again: sponsor-app share place {one.address} --password-file FILE"
        yield Looked(name, ok=there, detail=where.value, next="" if there else again)


def _recovery(team: Team) -> Iterator[Looked]:
    if team.admin and not team.recovery:
        detail = "none: if every admin's laptop is lost, nobody can be let in or out any more"
        step = "Print one: sponsor-app share recovery-code --out page.pdf"
        yield Looked("recovery page", ok=team.admins > 1, detail=detail, next=step)


def _digest(anomalies: int) -> Looked:
    if not anomalies:
        return Looked("agreement", ok=True, detail="laptops that know equally far know the same")
    detail = f"{counted(anomalies, 'time')} laptops that knew equally far did not know the same; everything was compared"
    return Looked("agreement", ok=True, detail=detail)


def _quiet(app: Services, team: Team, news: str | None) -> Iterator[Looked]:
    """Somebody may hold the file back: it is reached, and nothing comes from anybody."""
    laptops = sum(one.kind is Kind.LAPTOP for one in team.laptops)
    days = (app.now() - datetime.fromisoformat(news)).days if news else 0
    if laptops > 1 and days >= QUIET_DAYS:
        yield Looked("news", ok=False, detail=Quiet(days).said(bytes.hex))


def _parked(parked: int) -> Looked:
    detail = f"{counted(parked, 'record')} of a later version, kept and handed on as they came"
    return Looked("parked", ok=True, detail=detail, next="Update the program to see them.")


def _conflicts(waiting: int) -> Looked:
    detail = f"{counted(waiting, 'record')} changed by two people at once"
    return Looked("conflicts", ok=True, detail=detail, next="Settle them: sponsor-app conflicts")
