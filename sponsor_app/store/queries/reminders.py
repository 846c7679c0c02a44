"""Of what this person wants to be reminded, kept among the settings of this laptop: it is nobody else's business."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from sponsor_app.domain.interaction import State
from sponsor_app.domain.moments import Remind
from sponsor_app.domain.reminding import Reminder
from sponsor_app.store.models import setting
from sponsor_app.store.queries import policy, timeline

PREFIX = "remind."
FORGOTTEN_AFTER = timedelta(days=30)


def all_of(connection: Connection) -> list[Reminder]:
    """The reminders of everything that is still planned."""
    kept = _kept(connection)
    plans = timeline.by_ids(connection, list(kept)) if kept else []
    return [Reminder(one, *kept[one.id]) for one in plans if one.state is State.PLANNED]


def of_plan(connection: Connection, plan_id: str) -> Remind | None:
    """How somebody wants to be reminded of a plan."""
    text = policy.read_setting(connection, PREFIX + plan_id)
    return as_kept(text)[0] if text else None


def keep(
    connection: Connection, plan_id: str, remind: Remind | None, shown_for: datetime | None = None
) -> None:
    """Remind of a plan, or no longer; what was long seen is forgotten."""
    if remind is None:
        connection.execute(setting.delete().where(setting.c.key == PREFIX + plan_id))
        return
    seen = f" {shown_for.isoformat()}" if shown_for else ""
    policy.write_setting(connection, PREFIX + plan_id, f"{remind}{seen}")
    for old, (_remind, seen_for) in _kept(connection).items():
        if shown_for and seen_for and seen_for < shown_for - FORGOTTEN_AFTER:
            keep(connection, old, None)


def _kept(connection: Connection) -> Mapping[str, tuple[Remind, datetime | None]]:
    query = select(setting.c.key, setting.c.value).where(setting.c.key.like(f"{PREFIX}%"))
    return {
        row.key.removeprefix(PREFIX): as_kept(row.value) for row in connection.execute(query).all()
    }


def as_kept(text: str) -> tuple[Remind, datetime | None]:
    """How somebody wants to be reminded, and for which moment they were already, from a setting."""
    remind, _, seen = text.partition(" ")
    return Remind(remind), datetime.fromisoformat(seen) if seen else None
