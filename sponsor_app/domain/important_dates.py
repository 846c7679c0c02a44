"""Days that matter to a person: a birthday, an anniversary, the day a daughter starts her studies."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.ids import ContactId
from sponsor_app.domain.moments import DateReminder, Remind, moment_of

BIRTHDAY = "birthday"
BORN = re.compile(r"(?:(\d{4})-|--)?(\d\d)-(\d\d)$")
MONTH_AND_DAY = re.compile(r"(\d\d)-(\d\d)$")


class Recurs(StrEnum):
    """How often a day comes back."""

    YEARLY = "yearly"


@dataclass(frozen=True, slots=True)
class ImportantDate:
    """A day that matters to somebody: `on` is the first or only time. `remind` is this laptop's own business.

    `shown_for` is the moment for which it was spoken of already, local and without a zone.
    """

    id: str
    contact_id: ContactId
    contact: str
    text: str
    on: date
    yearly: bool = True
    account: str | None = None
    remind: Remind | None = None
    shown_for: datetime | None = None

    @property
    def is_birthday(self) -> bool:
        """Whether it stands on file with the person rather than by itself."""
        return self.id.startswith(f"{BIRTHDAY}.")

    def next_on(self, today: date) -> date | None:
        """The next time it comes, today included; None when it is over."""
        if not self.yearly:
            return self.on if self.on >= today else None
        if self.on >= today:
            return self.on
        return next(
            day
            for year in (today.year, today.year + 1)
            if (day := in_year(year, self.on.month, self.on.day)) >= today
        )

    def moment(self, today: date) -> datetime | None:
        """When to speak of it next; None when nobody asked or it is over."""
        coming = self.next_on(today)
        return moment_of(self.remind, coming, None) if self.remind and coming else None


def in_year(year: int, month: int, day: int) -> date:
    """That day of a year; 29 February is kept on 28 February where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, day - 1)


def birthday_of(contact_id: ContactId, contact: str, text: str | None) -> ImportantDate | None:
    """A birthday as it is on file, `1980-05-17` or `--05-17`; None when it cannot be read."""
    found = MONTH_AND_DAY.search(text or "")
    if not found:
        return None
    month, day = int(found[1]), int(found[2])
    try:
        on = date(2000, month, day)
    except ValueError:
        return None
    return ImportantDate(f"{BIRTHDAY}.{contact_id}", contact_id, contact, "Birthday", on)


def parse_birthday(text: str) -> str:
    """A birthday as it is kept, `1980-05-17`, or `--05-17` when nobody said the year."""
    found = BORN.match(text.strip())
    try:
        year = int(found[1] or 2000) if found else 0
        day = date(year, int(found[2]), int(found[3])) if found else None
    except ValueError:
        day = None
    if found is None or day is None:
        msg = f"“{text}” is no birthday. Nothing was changed."
        raise InvalidError(msg, "Write it as 05-17, or 1980-05-17.")
    return day.isoformat() if found[1] else f"--{day:%m-%d}"


def due_dates(dates: Iterable[ImportantDate], now: datetime) -> tuple[DateReminder, ...]:
    """Those to be spoken of at a local moment and not yet spoken of for it, the soonest first."""
    today, here = now.date(), now.replace(tzinfo=None)
    found = [
        DateReminder(one.id, one.contact_id, one.contact, one.account, one.text, day, at)
        for one in dates
        if (day := one.next_on(today)) and (at := one.moment(today)) is not None
        if at <= here and one.shown_for != at
    ]
    return tuple(sorted(found, key=lambda one: (one.on, one.id)))


def coming(dates: Iterable[ImportantDate], today: date, within: int) -> list[ImportantDate]:
    """Those that come within so many days, the soonest first."""
    until = today + timedelta(days=within)
    found = [(day, one) for one in dates if (day := one.next_on(today)) and day <= until]
    return [one for _day, one in sorted(found, key=lambda pair: (pair[0], pair[1].id))]
