"""What may be believed of this laptop's edits: in words, with a symbol, a time and the next step."""

from datetime import datetime

from sponsor_app.domain.sync_status import (
    Handed,
    NotReachable,
    Saved,
    Shared,
    SyncStatus,
    Trouble,
    moment,
)
from sponsor_app.domain.team import PlaceStatus, Standing
from sponsor_app.ui.courier.courier import InStep
from sponsor_app.ui.panels.said import Said
from sponsor_app.ui.widgets.language import how_many, tr, understood
from sponsor_app.ui.widgets.tokens import ToneName

HANGS = Trouble(
    "slow",
    "The drive of the shared file takes long to answer. Everything is saved on this laptop.",
    "Nothing needs doing: it goes on by itself as soon as the drive answers.",
)
LEAST_FIRST: tuple[type[SyncStatus], ...] = (NotReachable, Saved, Handed, Shared)


def of_status(status: SyncStatus, now: datetime) -> Said:
    """One place."""
    why: Trouble | None = getattr(status, "trouble", None)
    message = understood(why.message) if why else ""
    step = understood(why.next) if why else ""
    match status:
        case Shared(at=at):
            read = tr("read back {time}").format(time=moment(at, now))
            return Said("circle-check", tr("Shared"), read, "ok")
        case Handed(at=at, to=to):
            handed = tr("Handed to the {place}").format(place=tr(to))
            tone: ToneName = "warn" if why else "idle"
            return Said("upload", handed, moment(at, now), tone, message, step)
        case NotReachable(since=since):
            said = tr("since {time}").format(time=moment(since, now))
            return Said("cloud-off", tr("Not reachable"), said, "warn", message, step)
        case Saved():
            tone = "warn" if why else "idle"
            detail = tr("does not go out yet") if why else tr("on its way to the team")
            return Said("laptop", tr("Saved on this laptop"), detail, tone, message, step)


def of_place(one: PlaceStatus, standing: InStep, now: datetime) -> Said:
    """One place, with what was saved or waited for since it was looked at."""
    if standing.waits_since is not None:
        return _waiting(standing.waits_since, now)
    if standing.edited and isinstance(one.status, Shared | Handed):
        return of_status(Saved(), now)
    return of_status(one.status, now)


def _waiting(since: datetime, now: datetime) -> Said:
    detail = tr("drive slow since {time}").format(time=moment(since, now))
    words = tr("Saved on this laptop")
    return Said("clock", words, detail, "warn", understood(HANGS.message), understood(HANGS.next))


def of_team(standing: InStep, now: datetime) -> Said:
    """The chip of the rail: the least that is true of every place."""
    team = standing.team
    if team.standing is Standing.ALONE:
        return Said("laptop", tr("Saved on this laptop"))
    if team.standing is Standing.REMOVED:
        next_step = tr("What is here stays. To return, ask an admin for a new invitation.")
        words, detail = tr("Saved on this laptop"), tr("removed from the team")
        return Said("user-x", words, detail, "warn", "", next_step)
    if standing.waits_since is not None:
        return _waiting(standing.waits_since, now)
    if not team.places:
        step = tr("Choose where the shared file is.")
        words, detail = tr("Saved on this laptop"), tr("no place is known")
        return Said("laptop", words, detail, "warn", "", step)
    least = min(team.places, key=lambda one: LEAST_FIRST.index(type(one.status)))
    said = of_place(least, standing, now)
    if team.standing is Standing.WAITS:
        step = tr("An admin’s laptop lets this one in when it syncs next. You can work meanwhile.")
        if said.tone != "warn":
            return Said(
                "clock", tr("Saved on this laptop"), tr("waits to be let in"), "idle", "", step
            )
    if team.alarms and said.tone != "warn":
        noticed = tr("{count} noticed").format(count=len(team.alarms))
        detail = f"{said.detail} · {noticed}" if len(said.detail) <= 16 else noticed
        return Said(
            "triangle-alert", said.words, detail, "warn", " ".join(map(understood, team.alarms))
        )
    return said


def standing_words(standing: Standing) -> str:
    """Whether this laptop is in the team, in a sentence; empty when it is."""
    return {
        Standing.ALONE: tr("This laptop shares with nobody. Everything is saved on it."),
        Standing.WAITS: tr(
            "Waiting: an admin’s laptop lets this one in when it syncs next. You can work meanwhile;"
            " what you do is saved here and goes out then."
        ),
        Standing.REMOVED: tr(
            "Removed from the team: what is here stays, nothing comes in or goes out."
            " To return, ask an admin for a new invitation."
        ),
    }.get(standing, "")


def people_words(standing: InStep) -> str:
    """`3 people, 4 laptops`."""
    laptops = [one for one in standing.team.laptops if one.device]
    people = len({one.member_id or one.id for one in laptops})
    return f"{how_many(people, 'person', 'people')}, {how_many(len(laptops), 'laptop')}"
