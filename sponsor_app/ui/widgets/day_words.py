"""Days and delays in the few words that fit beside a row."""

from datetime import date

from sponsor_app.domain.wording import full_day, near_day, short_day, span
from sponsor_app.ui.widgets.language import number, tr


def row_day(day: date, today: date) -> str:
    """`Tue 17 Nov`; another year takes the room of the weekday."""
    return full_day(day, today) if day.year == today.year else short_day(day, today)


def due_day(day: date, today: date) -> str:
    """`due tomorrow`, `due Mon 30 Nov`."""
    return tr("due {day}").format(day=near_day(day, today))


def late(days: int) -> str:
    """`5 days late`."""
    return tr("{span} late").format(span=span(days))


def short_ago(day: date | None, today: date) -> str:
    """`61 d`, `today`, `never`."""
    if day is None or day > today:
        return tr("never")
    days = (today - day).days
    return tr("{days} d").format(days=number(days)) if days else tr("today")
