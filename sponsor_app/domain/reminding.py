"""When this laptop speaks up by itself: before a planned visit, and once in the morning if somebody wants that."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from sponsor_app.domain.moments import DateReminder, Remind, moment_of
from sponsor_app.domain.timeline import Interaction
from sponsor_app.domain.today import is_over

SEVEN = time(7)


@dataclass(frozen=True, slots=True)
class Reminder:
    """A plan, when it is spoken of, and for which moment it was already."""

    plan: Interaction
    remind: Remind
    shown_for: datetime | None = None

    @property
    def at(self) -> datetime:
        """The local moment, without a zone: clocks that change move it with them."""
        start = self.plan.starts_at
        begins = start.astimezone().replace(tzinfo=None) if start else None
        return moment_of(self.remind, self.plan.on, begins)


@dataclass(frozen=True, slots=True)
class Digest:
    """What a morning begins with, as numbers."""

    visits: int
    promises: int
    cold: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.visits or self.promises or self.cold)


@dataclass(frozen=True, slots=True)
class Pending:
    """What is to be said now: the reminders, soonest visit first, the digest of this morning, and days that matter."""

    reminders: tuple[Reminder, ...] = ()
    digest: Digest | None = None
    today: date = date.min
    dates: tuple[DateReminder, ...] = ()


def due(reminders: Iterable[Reminder], now: datetime) -> tuple[Reminder, ...]:
    """Those whose moment has passed (`now` is local, with its zone) and that were not seen for it, while the visit is to come."""
    here = now.replace(tzinfo=None)
    found = [
        one
        for one in reminders
        if one.at <= here and one.shown_for != one.at and not is_over(one.plan, now)
    ]
    return tuple(sorted(found, key=lambda one: (one.plan.on, str(one.plan.starts_at), one.plan.id)))


def digest_is_due(last: date | None, now: datetime) -> bool:
    """Whether this morning's digest is still to be told at a local moment: once a day, from seven to noon."""
    return SEVEN <= now.time() < time(12) and (last is None or last < now.date())
