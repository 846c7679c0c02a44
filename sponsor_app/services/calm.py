"""How quiet this laptop is: reminders of visits, one digest a morning if wanted, and when it locks itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sponsor_app.domain.changes import Changes, Topic
from sponsor_app.domain.errors import RefusedError
from sponsor_app.domain.interaction import State
from sponsor_app.domain.reminding import (
    DateReminder,
    Digest,
    Pending,
    Remind,
    Reminder,
    digest_is_due,
    due,
)
from sponsor_app.services import Services, important_dates, today
from sponsor_app.services.preferences import PREFIX
from sponsor_app.store.models import commitment
from sponsor_app.store.queries import open_items, policy, promises, reminders, timeline

DIGEST, TOLD_ON, LOCK = f"{PREFIX}digest", f"{PREFIX}digest.told_on", f"{PREFIX}lock_minutes"
HERE = Changes(frozenset({Topic.HERE}))


@dataclass(frozen=True, slots=True)
class Calm:
    """`lock_minutes`: None leaves it to what protects the store, 0 is never."""

    digest: bool = False
    lock_minutes: int | None = None


def read(app: Services) -> Calm:
    """What was chosen on this laptop."""
    with app.store.read() as connection:
        minutes = policy.read_setting(connection, LOCK) or ""
        wanted = policy.read_setting(connection, DIGEST) == "1"
    return Calm(wanted, int(minutes) if minutes.isdecimal() else None)


def want_digest(app: Services, *, wanted: bool) -> Changes:
    """Tell each morning what the day holds, or do not."""
    with app.store.write_local() as connection:
        policy.write_setting(connection, DIGEST, "1" if wanted else "0")
    return HERE


def lock_after(app: Services, minutes: int) -> Changes:
    """Lock after so many minutes alone; 0 never does."""
    with app.store.write_local() as connection:
        policy.write_setting(connection, LOCK, str(minutes))
    return HERE


# --- reminders --------------------------------------------------------------------------------------


def reminder_of(app: Services, plan_id: str) -> Remind | None:
    """How I want to be reminded of a planned visit; None: not at all."""
    with app.store.read() as connection:
        return reminders.of_plan(connection, plan_id)


def remind(app: Services, plan_id: str, how: Remind | None) -> Changes:
    """Remind me of a planned visit on this laptop, or no longer; nobody else hears of it."""
    with app.store.write_local() as connection:
        found = timeline.by_ids(connection, [plan_id])
        if how is not None and (not found or found[0].state is not State.PLANNED):
            msg = "This is not planned any more, so there is nothing to be reminded of."
            raise RefusedError(msg, "Plan it again first.")
        if how is Remind.HOUR and not found[0].starts_at:
            msg = (
                "Nobody said when this begins, so no hour before it is known. Nothing was changed."
            )
            raise RefusedError(msg, "Choose the morning, or the evening before.")
        reminders.keep(connection, plan_id, how)
    return HERE


def reminders_of_all(app: Services) -> list[Reminder]:
    """The reminders of everything that is still planned, the next first."""
    with app.store.read() as connection:
        return sorted(reminders.all_of(connection), key=lambda one: (one.at, one.plan.id))


def pending(app: Services) -> Pending:
    """What is to be said now."""
    now = app.local_now()
    with app.store.read() as connection:
        found = due(reminders.all_of(connection), now)
        last = policy.read_setting(connection, TOLD_ON)
        wanted = policy.read_setting(connection, DIGEST) == "1"
    told = date.fromisoformat(last) if last else None
    say = wanted and digest_is_due(told, now)
    dates = important_dates.due(app, now)
    return Pending(found, _digest(app) if say else None, now.date(), dates)


def seen(app: Services, shown: Iterable[Reminder], dates: Iterable[DateReminder] = ()) -> None:
    """These were seen: each speaks up again only when its visit is moved, or the day comes back."""
    important_dates.seen(app, dates)
    with app.store.write_local() as connection:
        for one in shown:
            if reminders.of_plan(connection, one.plan.id) is one.remind:
                reminders.keep(connection, one.plan.id, one.remind, one.at)


def told(app: Services) -> None:
    """The digest of this morning was told."""
    with app.store.write_local() as connection:
        policy.write_setting(connection, TOLD_ON, app.today().isoformat())


def _digest(app: Services) -> Digest:
    page = today.page(app)
    with app.store.read() as connection:
        mine = promises.promises_of(connection, app.me)
        by_today = commitment.c.id.in_(mine) & (commitment.c.due_on <= page.today)
        late = open_items.select_commitments(connection, by_today, (commitment.c.id,))
    return Digest(page.visits_today, len(late), len(page.cold))
