"""What Today says: the day, what needs me, who goes cold, what others did."""

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QDate

from sponsor_app.domain.reference import Ask
from sponsor_app.domain.today import GoingCold, Need, NeedKind, News, TodayPage
from sponsor_app.domain.wording import (
    CLOCK_WORDS,
    KIND_WORDS,
    WEEKDAYS,
    full_day,
    near_day,
    short_day,
    span,
)
from sponsor_app.ui.today.visit_words import names_of, title_of
from sponsor_app.ui.widgets.clock_cell import Clock
from sponsor_app.ui.widgets.day_words import due_day, late
from sponsor_app.ui.widgets.language import how_many, locale, tr, understood
from sponsor_app.ui.widgets.rows.change_row import ChangeRow
from sponsor_app.ui.widgets.rows.clock_row import ClockRow
from sponsor_app.ui.widgets.rows.list_row import ListRow
from sponsor_app.ui.widgets.states import state

A_WEEK = 7


def day_title(day: date) -> str:
    """`Wednesday, 18 November`."""
    return locale().toString(QDate(day.year, day.month, day.day), tr("dddd, d MMMM"))


def day_line(page: TodayPage) -> str:
    """`2 visits today. One of them opens with bad news.`"""
    if not page.has_accounts:
        return ""
    here = [visit for visit in page.visits if visit.plan.on == page.today]
    if not here:
        if not page.visits:
            return tr("No visit in the next 30 days.")
        plan = page.visits[0].plan
        words = tr("No visit today. The next is {account}, {day}.")
        return words.format(account=title_of(plan), day=near_day(plan.on, page.today))
    said = tr("1 visit today.") if len(here) == 1 else tr("{n} visits today.").format(n=len(here))
    return f"{said} {_bad_news(len(here), sum(visit.has_bad_news for visit in here))}".strip()


def _bad_news(visits: int, bad: int) -> str:
    if not bad:
        return ""
    if visits == 1:
        return tr("It opens with bad news.")
    if bad == 1:
        return tr("One of them opens with bad news.")
    return tr("{n} of them open with bad news.").format(n=bad)


def need_face(need: Need, page: TodayPage | None) -> ListRow:
    """How a thing that waits for me looks."""
    if page is None:
        return ListRow(need.title)
    faces = {
        NeedKind.ISSUE: _issue_face,
        NeedKind.PROMISE: _promise_face,
        NeedKind.ACCEPT: _promise_face,
        NeedKind.DEBRIEF: _debrief_face,
        NeedKind.REFERENCE: _reference_face,
    }
    face = faces[need.kind](need, page)
    if need in page.needs_put_off:
        verdict = until_words(page.until[need.record_id], page.today)
        return replace(face, verdict=verdict, symbol_ink="text3", verdict_ink="text2")
    return face


def until_words(until: date, today: date) -> str:
    """`until tomorrow`, `until Mon 23 Nov`."""
    return tr("until {day}").format(day=near_day(until, today))


def _issue_face(need: Need, page: TodayPage) -> ListRow:
    issue, today = need.issue, page.today
    if issue is None:
        return ListRow(need.title, need.account)
    signs = state(issue.severity)
    owner = tr("yours") if issue.owner_id == page.me else issue.owner or tr("nobody owns it")
    opened = tr("open {span}").format(span=span(issue.days_open(today)))
    reason = f"{need.account} · {opened} · {owner}"
    if need.days_late:
        verdict = tr("update {late}").format(late=late(need.days_late))
    else:
        verdict = tr("update {due}").format(due=due_day(need.due_on or today, today))
    pressing = "bad" if need.days_late else "warn" if need.due_on == today else "text2"
    ink = "bad" if issue.severity.severe else signs.tone
    return ListRow(f"{signs.word}: {need.title}", reason, verdict, signs.symbol, ink, pressing)


def _promise_face(need: Need, page: TodayPage) -> ListRow:
    today = page.today
    made = short_day(need.since, today)
    if need.due_on:
        words = tr("promised {made} for {due}")
        said = words.format(made=made, due=full_day(need.due_on, today))
    else:
        said = tr("promised {made}, no day").format(made=made)
    one = need.commitment
    by = tr("by {name}").format(name=one.promised_by) if one and one.promised_by else ""
    accepts = need.kind is NeedKind.ACCEPT
    reason = " · ".join(part for part in (need.account, said, by if accepts else "") if part)
    verdict = tr("accept") if accepts else late(need.days_late)
    if need.waited:
        verdict = tr("nobody accepted, {days}").format(days=how_many(need.waited, "working day"))
    tone = "warn" if accepts and not need.waited else "bad"
    return ListRow(need.title, reason, verdict, "handshake", tone, tone)


def _debrief_face(need: Need, page: TodayPage) -> ListRow:
    plan, today = need.plan, page.today
    if plan is None:
        return ListRow(need.title, need.account)
    title = tr("How did it go: {account}").format(account=title_of(plan))
    kind, day = tr(KIND_WORDS[plan.kind]), near_day(plan.on, today)
    parts = [tr("{kind} planned for {day}").format(kind=kind, day=day), names_of(plan)]
    reason = " · ".join(part for part in parts if part)
    return ListRow(title, reason, tr("debrief"), "pencil-line", "warn", "warn")


def _reference_face(need: Need, page: TodayPage) -> ListRow:
    asked = need.reference
    if asked is None:
        return ListRow(need.title, need.account)
    words = {Ask.TELL: tr("tell them"), Ask.DECIDE: tr("decide"), Ask.AGAIN: tr("ask again")}
    since = tr("since {day}").format(day=short_day(need.since, page.today))
    reason = " · ".join(part for part in (need.account, asked.why, since) if part)
    symbol = "quote" if asked.what is Ask.DECIDE else "lock"
    return ListRow(need.title, reason, words[asked.what], symbol, "warn", "warn")


def cold_face(one: GoingCold, page: TodayPage | None = None) -> ClockRow:
    """How an account that goes cold looks; one that was put off says until when."""
    name, cadence = tr(CLOCK_WORDS[one.clock]), one.row.cadence
    if one.days is None or cadence is None:
        ran = tr("never")
    else:
        ran = tr("{days} of {maximum} days").format(days=one.days, maximum=cadence.maximum)
    clock = Clock(name, one.state, one.days, cadence)
    reason = f"{name} · {ran}"
    if page is not None and one in page.cold_put_off:
        reason += f" · {until_words(page.until[one.row.account_id], page.today)}"
    return ClockRow(one.row.account, reason, clock)


def news_face(one: News, now: datetime | None) -> ChangeRow:
    """How a thing that somebody else did looks."""
    step = one.step
    what = understood(step.title).removesuffix(tr(" with {account}").format(account=one.account))
    if not what[1:2].isupper():
        what = what[:1].lower() + what[1:]
    when = moment_words(step.at, now) if now else ""
    return ChangeRow(when, step.member or step.device, what, one.account)


def moment_words(at: datetime, now: datetime) -> str:
    """`08:12` today, `Tue` within a week, else `3 Nov`."""
    local = at.astimezone(now.tzinfo)
    days = (now.date() - local.date()).days
    if days <= 0:
        return f"{local:%H:%M}"
    return tr(WEEKDAYS[local.weekday()]) if days < A_WEEK else short_day(local.date(), now.date())


def looked_words(page: TodayPage) -> str:
    """`Tue 18:10`, or that it is the first look."""
    if page.looked_at is None:
        return tr("the last 7 days")
    local = page.looked_at.astimezone(page.now.tzinfo)
    when = moment_words(page.looked_at, page.now)
    return when if local.date() == page.today else f"{when} {local:%H:%M}"
