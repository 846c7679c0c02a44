"""Bad news: open Sev 1-2 issues and who has heard, our overdue promises, falling pulse, bad feeling, why they left."""

from collections.abc import Mapping
from datetime import date, timedelta

from sponsor_app.domain.account import AccountStatus
from sponsor_app.domain.brief import phrasing
from sponsor_app.domain.brief.citing import (
    line,
    of_commitment,
    of_interaction,
    of_issue,
)
from sponsor_app.domain.brief.mood import mood, mood_line
from sponsor_app.domain.brief.phrasing import statement
from sponsor_app.domain.brief.values import BriefSource, Line, Ref, Spread
from sponsor_app.domain.commitment import Commitment, Direction
from sponsor_app.domain.ids import IssueId
from sponsor_app.domain.interaction import Sentiment
from sponsor_app.domain.issue import Issue
from sponsor_app.domain.language import later, tr, trn
from sponsor_app.domain.timeline import Interaction
from sponsor_app.domain.wording import full_day, listed, near_day, span

RECENT_DAYS = 60
GONE = later({AccountStatus.LOST: "We lost them:", AccountStatus.FORMER: "They left us:"})


def bad_news(source: BriefSource) -> list[list[Line]]:
    """The lines by sort, the worst sort first."""
    page, today = source.page, source.page.as_of
    severe = [one for one in page.issues if one.is_open and one.severity.severe]
    found = mood(source)
    feeling = mood_line(source, found) if found and found.is_low else None
    return [
        [issue_line(one, today) for one in severe[:1]],
        _heard(severe, source.spread, today),
        [issue_line(one, today) for one in severe[1:]],
        [_late_line(one, source) for one in page.commitments if _is_late(one, today)],
        [feeling] if feeling else [],
        _unhappy(source, feeling),
        _why_gone(source),
    ]


def issue_line(one: Issue, today: date) -> Line:
    """`Sev 1, open 6 days:` what it is, and when they hear from us."""
    days, days_late = one.days_open(today), one.days_late(today)
    if days_late:
        update = tr("Our update is {late}.").format(late=phrasing.late(days_late))
    elif one.next_update_due:
        update = tr("Update due {day}.").format(day=near_day(one.next_update_due, today))
    else:
        update = ""
    how_long = tr("open {span}").format(span=span(days)) if days > 0 else tr("opened today")
    lead = tr("Sev {severity}, {how_long}:").format(severity=one.severity.value, how_long=how_long)
    return line(of_issue(one, today), lead, f"{statement(one.title)} {update}".strip())


def heard_words(spread: Spread) -> tuple[str, str]:
    """`About 27 people probably know;` and `we have called 6.`"""
    knows = trn("{people} probably knows;", "{people} probably know;", spread.heard)
    lead = phrasing.started(knows.format(people=phrasing.people(spread.heard)))
    if spread.called >= spread.heard:
        return lead, trn("we have called them.", "we have called them all.", spread.heard)
    if not spread.called:
        return lead, tr("we have called nobody yet.")
    return lead, tr("we have called {count}.").format(count=spread.called)


def whose(one: Commitment, source: BriefSource) -> str:
    """`you have it`, `Mia Andersson has it`, `not accepted yet, it waits for Mia Andersson`."""
    if one.accepted_on is None:
        lead, mine = source.page.row.lead, source.page.row.lead_id == source.reader
        if not lead:
            return tr("not accepted yet by anyone")
        if mine:
            return tr("not accepted yet, it waits for you")
        return tr("not accepted yet, it waits for {lead}").format(lead=lead)
    if one.owner_id == source.reader:
        return tr("you have it")
    return tr("{owner} has it").format(owner=one.owner) if one.owner else tr("nobody has it")


def _heard(severe: list[Issue], spread: Mapping[IssueId, Spread], today: date) -> list[Line]:
    """Who knows of the worst one: the circles around several issues of one account are the same people."""
    if not severe:
        return []
    known = spread.get(severe[0].id)
    if known is None or known.heard <= 0:
        return []
    _words, ref = of_issue(severe[0], today)
    return [line((tr("who heard"), ref), *heard_words(known))]


def _is_late(one: Commitment, today: date) -> bool:
    return one.direction is Direction.OURS and one.days_late(today) > 0


def _late_line(one: Commitment, source: BriefSource) -> Line:
    today = source.page.as_of
    mine = one.owner_id == source.reader and one.accepted_on is not None
    lead = tr("Your promise, {late}:") if mine else tr("Our promise, {late}:")
    lead = lead.format(late=phrasing.late(one.days_late(today)))
    said = [tr("due {day}").format(day=full_day(one.due_on, today))] if one.due_on else []
    said += [] if mine else [whose(one, source)]
    rest = f"{statement(one.text)} {phrasing.started('; '.join(said))}."
    return line(of_commitment(one, today), lead, rest)


def _unhappy(source: BriefSource, feeling: Line | None) -> list[Line]:
    """Who left unhappy, unless the reading above has said so in the same words."""
    today = source.page.as_of
    recent = today - timedelta(days=RECENT_DAYS)
    told = feeling.rest if feeling else ""
    return [
        _unhappy_line(one, today)
        for one in source.page.timeline
        if one.sentiment is Sentiment.NEGATIVE and one.on >= recent
        if not (one.quote and phrasing.quoted(one.quote) in told)
    ]


def _unhappy_line(one: Interaction, today: date) -> Line:
    names = [person.name for person in one.contacts]
    who = listed(names) if names else tr("They")
    were = trn("{who} was unhappy.", "{who} were unhappy.", len(names)).format(who=who)
    words = phrasing.quoted(one.quote or "") or phrasing.opening(one.summary or "")
    return line(of_interaction(one, today), were, words)


def _why_gone(source: BriefSource) -> list[Line]:
    row, why = source.page.row, source.page.details.lost_because
    if row.status not in GONE or not why:
        return []
    return [
        line((tr("account"), Ref("account", row.account_id)), tr(GONE[row.status]), statement(why))
    ]
