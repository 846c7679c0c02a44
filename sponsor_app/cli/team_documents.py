"""The team and what a sync did, as the JSON that others script against and as text for a person."""

from collections.abc import Sequence
from datetime import datetime

from sponsor_app.cli.documents import Document
from sponsor_app.domain.conflict import Conflict
from sponsor_app.domain.sync_status import SyncStatus
from sponsor_app.domain.team import Kind, Laptop, Standing, Team
from sponsor_app.domain.text import counted
from sponsor_app.services.sharing.syncing import Report

STANDING = {
    Standing.ALONE: "This laptop shares with nobody. Everything is saved on it.",
    Standing.WAITS: "Waiting: an admin's laptop lets this one in when it syncs next. You can work meanwhile.",
    Standing.IN: "In the team.",
    Standing.REMOVED: "Removed from the team: what is here stays, nothing comes in or goes out. To return, ask for a new invitation.",
}


def of_team(team: Team, now: datetime) -> Document:
    """`share status` and `share members`."""
    return {
        "file_id": team.file_id or None,
        "epoch": team.epoch or None,
        "state": team.standing,
        "admin": team.admin,
        "members": [of_laptop(one) for one in team.laptops if one.kind is Kind.LAPTOP],
        "codes": [of_laptop(one) for one in team.laptops if one.kind is not Kind.LAPTOP],
        "places": [{"place": one.address, **of_status(one.status, now)} for one in team.places],
        "alarms": list(team.alarms),
    }


def of_laptop(one: Laptop) -> Document:
    """One line of the team."""
    return {
        "id": one.id,
        "kind": one.kind,
        "name": one.name,
        "device": one.device or None,
        "member_id": one.member_id or None,
        "admin": one.admin,
        "mine": one.mine,
        "last_seen": one.last_seen,
        "app_version": one.app_version,
        "fingerprint": one.fingerprint,
        "expires": one.expires,
    }


def of_status(status: SyncStatus, now: datetime) -> Document:
    """What may be said of my edits, as a word and as a sentence."""
    trouble = getattr(status, "trouble", None)
    return {
        "status": type(status).__name__.lower(),
        "said": status.said(now),
        "trouble": None
        if trouble is None
        else {"code": trouble.code, "message": trouble.message, "next": trouble.next or None},
    }


def of_report(one: Report, now: datetime) -> Document:
    """What `sync` did at one place."""
    return {
        "pulled": one.pulled,
        "records": one.records,
        "pushed": one.pushed,
        "conflicts": one.conflicts,
        "adopted": one.adopted,
        "healed": one.healed,
        "alarms": list(one.alarms),
        "bytes": one.size,
        "seconds": one.seconds,
        "held": one.held,
        "place": one.place,
        **of_status(one.status, now),
    }


def of_conflict(one: Conflict) -> Document:
    """One line of `conflicts`."""
    return {
        "id": one.id,
        "kind": one.kind,
        "record": one.record,
        "record_id": one.record_id,
        "field": one.field,
        "mine": one.mine,
        "theirs": one.theirs,
        "before": one.before,
        "merged": one.merged,
        "stands": one.stands,
        "when": one.when,
        "who": one.who,
        "message": one.message or None,
    }


def report_text(one: Report, now: datetime) -> str:
    """What `sync` did, for a person."""
    parts = [f"{counted(one.pulled, 'change')} in", f"{counted(one.pushed, 'change')} out"]
    parts += [counted(one.conflicts, "conflict")] if one.conflicts else []
    parts += [f"{counted(one.adopted, 'copy', 'copies')} taken in"] if one.adopted else []
    lines = [f"{one.status.said(now)}. {', '.join(parts)}."]
    trouble = one.trouble
    lines += [f"{trouble.message} {trouble.next}".strip()] if trouble else []
    lines += [said for said in one.alarms if trouble is None or said not in trouble.message]
    lines += ["To let it in: sponsor-app sync --accept-deletions"] if one.held else []
    return "\n".join(lines)


def team_text(team: Team, now: datetime) -> str:
    """`share status`, for a person."""
    lines = [STANDING[team.standing]]
    if team.file_id:
        people = counted(len({one.member_id for one in team.laptops}), "person", "people")
        laptops = counted(sum(one.kind is Kind.LAPTOP for one in team.laptops), "laptop")
        lines.append(f"Team {team.file_id[:8]}, state {team.epoch}: {people}, {laptops}.")
    lines += [f"{one.address}: {one.status.said(now)}." for one in team.places]
    if team.admin and not team.recovery:
        lines.append(
            "There is no recovery page. If every admin's laptop is lost, nobody can be let in or out any more:"
            " sponsor-app share recovery-code --out page.pdf"
        )
    return "\n".join([*lines, *team.alarms])


def laptop_lines(laptops: Sequence[Laptop]) -> list[tuple[object, ...]]:
    """The team as lines of a table."""
    return [
        (
            one.name,
            one.device or one.kind,
            "admin" if one.admin else "",
            _seen(one),
            one.app_version,
            one.id[:8],
            one.fingerprint,
        )
        for one in laptops
    ]


def _seen(one: Laptop) -> str | None:
    if one.mine:
        return "this laptop"
    if one.expires:
        return f"until {one.expires.astimezone():%Y-%m-%d %H:%M}"
    return f"{one.last_seen.astimezone():%Y-%m-%d %H:%M}" if one.last_seen else None
