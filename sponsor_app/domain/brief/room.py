"""Who is in the room: their part, when we last met, how strong it is, and one thing worth knowing."""

import re
from datetime import date, timedelta

from sponsor_app.domain.brief.citing import Cited, line, of_contact, of_fact, of_interaction
from sponsor_app.domain.brief.phrasing import ended, statement
from sponsor_app.domain.brief.values import BriefSource, Line
from sponsor_app.domain.ids import ContactId
from sponsor_app.domain.important_dates import coming
from sponsor_app.domain.interaction import AT_A_DISTANCE, Kind
from sponsor_app.domain.language import tr
from sponsor_app.domain.people import Contact, Fact, Role
from sponsor_app.domain.timeline import Interaction
from sponsor_app.domain.wording import ROLE_WORDS, ago, days_between, near_day, short_day

LIKELY = 3
WEIGHT = (Role.DECIDES, Role.CHAMPION, Role.BLOCKS, Role.INFLUENCES, Role.USES, None)
BIRTHDAY_AHEAD, BIRTHDAY_BEHIND = 14, 3
MONTH_AND_DAY = re.compile(r"(\d\d)-(\d\d)$")


def room(source: BriefSource) -> list[Contact]:
    """Those named; else those of the next plan; else the three who matter most. Whoever weighs most comes first."""
    page = source.page
    named = set(source.attendees) or invited(source)
    if named:
        return sorted((one for one in page.contacts if one.id in named), key=weight)
    here = [one for one in page.contacts if not has_left(one, page.as_of)]
    return sorted(here, key=weight)[:LIKELY]


def invited(source: BriefSource) -> set[ContactId]:
    """The contacts that the next plan names."""
    plans = source.plans
    people = plans[0].contacts if plans else ()
    return {person.contact_id for person in people if person.contact_id}


def is_guessed(source: BriefSource) -> bool:
    """Whether nobody said who will be there."""
    return not source.attendees and not invited(source)


def weight(one: Contact) -> tuple[int, int, str, str]:
    """Orders contacts by what they decide, then by how close they are."""
    return WEIGHT.index(one.role), -(one.strength or 0), one.name.casefold(), one.id


def has_left(one: Contact, today: date) -> bool:
    """Whether this contact is no longer there."""
    return one.left_on is not None and one.left_on <= today


def room_lines(source: BriefSource, people: list[Contact]) -> list[Line]:
    """One line a person."""
    return [_person(source, one) for one in people]


def _person(source: BriefSource, one: Contact) -> Line:
    today = source.page.as_of
    fact = next((known for known in source.page.facts if known.contact_id == one.id), None)
    with_them = [
        held
        for held in source.page.timeline
        if one.id in {person.contact_id for person in held.contacts}
    ]
    parts = [part for part in (one.title, tr(ROLE_WORDS[one.role]) if one.role else "") if part]
    said = (
        ended(", ".join(parts)),
        tr("Left on {day}.").format(day=short_day(one.left_on, today))
        if one.left_on and has_left(one, today)
        else "",
        _met(source, one, with_them),
        _birthday(one.birthday, today),
        *_days(source, one),
        statement(fact.text) if fact else "",
    )
    rest = " ".join(part for part in said if part)
    return line(_cited(one, fact, with_them, today), one.name + ("," if parts else ":"), rest)


def _cited(one: Contact, fact: Fact | None, met: list[Interaction], today: date) -> Cited:
    if fact:
        return of_fact(fact, today)
    return of_interaction(met[0], today) if met else of_contact(one)


def _met(source: BriefSource, one: Contact, with_them: list[Interaction]) -> str:
    """`You met 61 days ago, Mia Andersson called 5 days ago; strength 62 of 100.`"""
    if one.last_on is None and not with_them:
        pair = "" if one.counterpart else tr(" No counterpart.")
        return tr("Never met by anyone of ours.{pair}").format(pair=pair)
    latest = _touch(with_them[0], source) if with_them else _seen(one.last_on, source)
    mine = next((held for held in with_them if _is_mine(held, source)), None)
    if mine and mine != with_them[0]:
        latest = f"{_touch(mine, source)}, {latest}"
    strength = (
        tr("; strength {strength} of 100").format(strength=one.strength)
        if one.strength is not None
        else ""
    )
    return f"{latest}{strength}."


def _touch(held: Interaction, source: BriefSource) -> str:
    when = ago(days_between(held.on, source.page.as_of))
    by = held.members[0].name if held.members else held.by
    if _is_mine(held, source):
        return _mine(held.kind).format(when=when)
    return _theirs(held.kind).format(who=by or tr("We"), when=when)


def _mine(kind: Kind) -> str:
    if kind is Kind.MESSAGE:
        return tr("You wrote {when}")
    return tr("You called {when}") if kind in AT_A_DISTANCE else tr("You met {when}")


def _theirs(kind: Kind) -> str:
    if kind is Kind.MESSAGE:
        return tr("{who} wrote {when}")
    return tr("{who} called {when}") if kind in AT_A_DISTANCE else tr("{who} met {when}")


def _seen(last_on: date | None, source: BriefSource) -> str:
    """When the touch itself is too long ago to be on the page."""
    return (
        tr("Last met {ago}").format(ago=ago(days_between(last_on, source.page.as_of)))
        if last_on
        else tr("Met before")
    )


def _is_mine(held: Interaction, source: BriefSource) -> bool:
    return source.reader in {person.member_id for person in held.members}


def _days(source: BriefSource, one: Contact) -> list[str]:
    """`Wedding Fri 20 Nov.`, two weeks ahead; the birthday is said by itself."""
    today = source.page.as_of
    theirs = [day for day in source.dates if day.contact_id == one.id and not day.is_birthday]
    return [
        ended(f"{day.text} {near_day(next_on, today)}")
        for day in coming(theirs, today, BIRTHDAY_AHEAD)
        if (next_on := day.next_on(today))
    ]


def _birthday(text: str | None, today: date) -> str:
    """`Birthday tomorrow.`, for two weeks before and three days after."""
    found = MONTH_AND_DAY.search(text or "")
    if not found:
        return ""
    for at in range(-BIRTHDAY_BEHIND, BIRTHDAY_AHEAD + 1):
        day = today + timedelta(days=at)
        if (day.month, day.day) == (int(found[1]), int(found[2])):
            return tr("Birthday {day}.").format(day=near_day(day, today))
    return ""
