"""A visit to come, in the words of its card and of its row."""

from contextlib import nullcontext
from datetime import date, datetime, timedelta

from sponsor_app.domain.coverage import Coverage
from sponsor_app.domain.interaction import Kind, Place
from sponsor_app.domain.language import code, in_english
from sponsor_app.domain.timeline import Interaction
from sponsor_app.domain.today import Opening, Visit
from sponsor_app.domain.wording import (
    KIND_WORDS,
    PLACE_WORDS,
    WEEKDAYS,
    ago,
    capital,
    full_day,
    listed,
    span,
)
from sponsor_app.ui.widgets.day_words import late
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.rows.visit_row import VisitRow
from sponsor_app.ui.widgets.theme import Ink

READ = frozenset({"en", "de", "fr"})
"""The languages that the log line reads."""
KIND_SYMBOLS = {
    Kind.COFFEE: "coffee",
    Kind.MEAL: "utensils",
    Kind.CALL: "phone",
    Kind.VIDEO: "video",
    Kind.MESSAGE: "message-square",
    Kind.EVENT: "calendar-days",
}
PLACE_SYMBOLS = {
    Place.THEIRS: "house",
    Place.OURS: "briefcase",
    Place.NEUTRAL: "map-pin",
    Place.REMOTE: "video",
}
MINUTES, HOURS = 60, 3600


def title_of(plan: Interaction) -> str:
    """Whom it is with: the account, or what it is where there is none."""
    return plan.account or plan.summary or capital(tr(KIND_WORDS[plan.kind]))


def names_of(plan: Interaction, most: int = 2) -> str:
    """`Dana Whitfield and 2 more`; empty when nobody is named."""
    return listed([person.name for person in plan.contacts], most)


def hours(plan: Interaction) -> str:
    """`09:30–10:30` on this laptop's clock; empty when no time was agreed."""
    if plan.starts_at is None:
        return ""
    start = f"{plan.starts_at.astimezone():%H:%M}"
    if plan.ends_at is None or plan.ends_at <= plan.starts_at:
        return start
    return f"{start}–{plan.ends_at.astimezone():%H:%M}"


def row_day(day: date, today: date) -> str:
    """`Today`, `Thu 19`, `Tue 1 Dec`."""
    if day == today:
        return tr("Today")
    same_month = (day.year, day.month) == (today.year, today.month)
    if not same_month:
        return full_day(day, today)
    return tr("{weekday} {number}").format(weekday=tr(WEEKDAYS[day.weekday()]), number=day.day)


def place_symbol(plan: Interaction) -> str:
    """What it is, where that says more than where it is."""
    by_place = PLACE_SYMBOLS.get(plan.place, "calendar-days") if plan.place else "calendar-days"
    return KIND_SYMBOLS.get(plan.kind, by_place)


def place_words(plan: Interaction) -> str:
    """`Their site, Bergen`, `Coffee, their site`, `Video call`."""
    kind = tr(KIND_WORDS[plan.kind]) if plan.kind in KIND_SYMBOLS else ""
    told = plan.place is None or plan.place is Place.REMOTE
    told = told or (plan.place is Place.NEUTRAL and bool(plan.city))
    place = "" if told or plan.place is None else tr(PLACE_WORDS[plan.place])
    parts = [part for part in (kind, place, plan.city or "") if part]
    return capital(", ".join(parts) or tr(KIND_WORDS[plan.kind]))


def matters(visit: Visit, today: date) -> tuple[str, Ink]:
    """The one thing to know of a visit, and its ink: what is worst there, else how long ago they were met."""
    issue, promise, row = visit.worst_issue, visit.late_promise, visit.row
    if issue is not None and (issue.severity.severe or promise is None):
        words = tr("Sev {severity} open {span}").format(
            severity=issue.severity.value, span=span(issue.days_open(today))
        )
        return words, "bad" if issue.severity.severe else "text2"
    if promise is not None:
        return tr("our promise {late}").format(late=late(promise.days_late(today))), "bad"
    if row is None or row.days_since is None:
        return "", "text2"
    sold = row.selling_only(today)
    words = tr("last met {ago}, only to sell") if sold else tr("last met {ago}")
    return words.format(ago=ago(row.days_since)), "warn" if sold else "text2"


def row_of(visit: Visit, today: date) -> VisitRow:
    """How a visit after the next one looks."""
    plan = visit.plan
    words, ink = matters(visit, today)
    return VisitRow(
        row_day(plan.on, today),
        f"{plan.starts_at.astimezone():%H:%M}" if plan.starts_at else "",
        title_of(plan),
        names_of(plan) or tr("Nobody is named yet"),
        place_words(plan),
        place_symbol(plan),
        visit.row.coverage if visit.row else Coverage.NO_CADENCE,
        words,
        ink,
    )


def how_soon(plan: Interaction, now: datetime) -> str:
    """`Now`, `In 42 minutes`, `In 5 hours`, `Today`, `Tomorrow`, `Thu 19 Nov`."""
    today = now.date()
    if plan.on != today:
        tomorrow = plan.on == today + timedelta(days=1)
        return tr("Tomorrow") if tomorrow else full_day(plan.on, today)
    if plan.starts_at is None:
        return tr("Today")
    seconds = (plan.starts_at - now).total_seconds()
    if seconds < MINUTES:
        return tr("Now")
    if seconds < 2 * HOURS:
        minutes = int(seconds // MINUTES)
        return tr("In 1 minute") if minutes == 1 else tr("In {n} minutes").format(n=minutes)
    return tr("In {n} hours").format(n=int(seconds // HOURS))


def who_will_be_there(plan: Interaction, opening: Opening) -> str:
    """`Dana Whitfield, Chief Operating Officer`, or the names of several."""
    if len(plan.contacts) == 1 and opening.people and opening.people[0].title:
        return f"{opening.people[0].name}, {opening.people[0].title}"
    return names_of(plan, 3) or tr("Nobody is named yet")


def log_words(plan: Interaction, today: date) -> str:
    """How the log line begins for what was planned: `visit with Dana Reed at Acme on 13 Nov, `.

    In the language of the window where the log line reads it, else in English.
    """
    with in_english() if code() not in READ else nullcontext():
        with_whom = names_of(plan, len(plan.contacts))
        on = tr("on {date}").format(date=plan.on.isoformat())
        parts = (
            tr(KIND_WORDS[plan.kind]),
            tr("with {whom}").format(whom=with_whom) if with_whom else "",
            tr("at {account}").format(account=plan.account) if plan.account else "",
            {0: tr("today"), 1: tr("yesterday")}.get((today - plan.on).days, on),
        )
    return " ".join(part for part in parts if part) + ", "
