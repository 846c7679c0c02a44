"""What others did and heard since the reader last met these people."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from sponsor_app.domain.brief.citing import (
    Cited,
    line,
    of_commitment,
    of_contact,
    of_interaction,
    of_issue,
)
from sponsor_app.domain.brief.mood import mood, mood_line
from sponsor_app.domain.brief.phrasing import opening, quoted, started, statement
from sponsor_app.domain.brief.values import BriefSource, Line, Ref
from sponsor_app.domain.commitment import Commitment, Direction
from sponsor_app.domain.issue import Issue
from sponsor_app.domain.language import tr
from sponsor_app.domain.timeline import Interaction
from sponsor_app.domain.wording import KIND_WORDS, listed, near_day

LATELY_DAYS = 60
Dated = tuple[date, bool, Line]
"""The day, whether it says more than that something took place, and the line."""


def last_met(source: BriefSource, attendees: Sequence[str]) -> Interaction | None:
    """The reader's last interaction with any of these people; with anyone here when nobody is named.

    One of which nobody noted who was there counts only when there is none with them.
    """
    wanted = set(attendees)
    unnamed: Interaction | None = None
    for one in source.page.timeline:
        if source.reader not in {person.member_id for person in one.members}:
            continue
        present = {person.contact_id for person in one.contacts}
        if not wanted or present & wanted:
            return one
        if not present:
            unnamed = unnamed or one
    return unnamed


def changed(source: BriefSource, since: date | None, told: Collection[Ref]) -> list[Line]:
    """What is new after `since`, newest first, without what is `told` above; of 60 days when they never met.

    What says nothing but that it took place comes last.
    """
    start = since or source.page.as_of - timedelta(days=LATELY_DAYS)
    found = [
        *_held(source, start),
        *_solved(source, start),
        *_promises(source, start),
        *_left(source, start),
        *_felt(source, start),
    ]
    new = [one for one in found if one[2].record not in told]
    new.sort(key=lambda one: one[0], reverse=True)
    new.sort(key=lambda one: not one[1])
    return [made for _on, _says, made in new]


def _held(source: BriefSource, start: date) -> list[Dated]:
    today = source.page.as_of
    return [
        (one.on, bool(one.quote or one.summary), _held_line(one, today))
        for one in source.page.timeline
        if one.on > start
    ]


def _held_line(one: Interaction, today: date) -> Line:
    names = [person.name for person in one.contacts]
    with_whom = tr(" with {names}").format(names=listed(names, 2)) if names else ""
    said = opening(one.summary) if one.summary else quoted(one.quote or "")
    rest = f"{started(tr(KIND_WORDS[one.kind]))}{with_whom}. {said}".strip()
    return line(of_interaction(one, today), rest=rest)


def _solved(source: BriefSource, start: date) -> list[Dated]:
    today = source.page.as_of
    return [
        (one.resolved_on, True, line(of_issue(one, today), rest=_solved_words(one, today)))
        for one in source.page.issues
        if not one.is_open and one.resolved_on and start < one.resolved_on <= today
    ]


def _solved_words(one: Issue, today: date) -> str:
    day = near_day(one.resolved_on, today) if one.resolved_on else ""
    words = tr("Solved {day}: {title}")
    if one.told_on is None:
        words = tr("Solved {day}: {title} They have not been told.")
    return words.format(day=day, title=statement(one.title))


def _promises(source: BriefSource, start: date) -> list[Dated]:
    found = ((_ended(one), one) for one in source.page.commitments)
    today = source.page.as_of
    return [(on, True, _ended_line(one, source)) for on, one in found if on and start < on <= today]


def _ended(one: Commitment) -> date | None:
    return one.kept_on or one.dropped_on


def _ended_line(one: Commitment, source: BriefSource) -> Line:
    if one.direction is Direction.OURS:
        did = tr("We kept a promise:") if one.kept_on else tr("We dropped a promise:")
    else:
        did = tr("They kept a promise:") if one.kept_on else tr("They dropped a promise:")
    why = f" {statement(one.drop_reason)}" if one.drop_reason and not one.kept_on else ""
    cited: Cited = of_commitment(one, source.page.as_of)
    return line(cited, rest=f"{did} {statement(one.text)}{why}")


def _left(source: BriefSource, start: date) -> list[Dated]:
    today = source.page.as_of
    return [
        (one.left_on, True, line(of_contact(one), rest=_left_words(one.name, one.title)))
        for one in source.page.contacts
        if one.left_on and start < one.left_on <= today
    ]


def _left_words(name: str, title: str | None) -> str:
    return (
        tr("{name}, {title}, has left.").format(name=name, title=title)
        if title
        else tr("{name} has left.").format(name=name)
    )


def _felt(source: BriefSource, start: date) -> list[Dated]:
    found = mood(source)
    if found is None or found.last.on <= start:
        return []
    return [(found.last.on, True, mood_line(source, found))]
