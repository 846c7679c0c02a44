"""The debrief: what became of a planned visit, said in a minute, and the minutes that may be sent to them."""

from dataclasses import dataclass
from datetime import date

from sponsor_app.domain.commitment import Commitment, Direction
from sponsor_app.domain.drafts import Promise
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.ids import ContactId, InteractionId, MemberId
from sponsor_app.domain.interaction import Intent, Place, Sentiment
from sponsor_app.domain.issue import Severity
from sponsor_app.domain.language import later, tr
from sponsor_app.domain.people import Contact
from sponsor_app.domain.sentence.due import read_due
from sponsor_app.domain.timeline import Interaction
from sponsor_app.domain.wording import KIND_WORDS, capital, full_day, listed

THEIRS = ("they ", "theirs:", "theirs ")
YOUR_PLACE = later({Place.THEIRS: "your site", Place.OURS: "our site", Place.REMOTE: "remote"})
"""A place as the customer calls it."""


@dataclass(frozen=True, slots=True)
class Debrief:
    """What was said about a visit. With a severity the bad news becomes an issue; without one it stays in the note."""

    plan_id: InteractionId
    came: tuple[ContactId, ...] = ()
    also: tuple[str, ...] = ()
    members: tuple[MemberId, ...] = ()
    place: Place | None = None
    intent: Intent | None = None
    mood: Sentiment | None = None
    bad_news: str = ""
    severity: Severity | None = None
    promises: tuple[Promise, ...] = ()
    next_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class DebriefPage:
    """What a debrief asks about: the visit, who could have come, and the day it is asked on."""

    as_of: date
    plan: Interaction
    contacts: tuple[Contact, ...]
    waiting: int


@dataclass(frozen=True, slots=True)
class Minutes:
    """What both sides may read of an interaction: who was there, what was agreed, when they meet again.

    Never the mood, the note, the quote or the bad news: those are ours.
    """

    held: Interaction
    agreed: tuple[Commitment, ...]
    next_on: date | None


def promise_of(text: str, today: date) -> Promise:
    """`a spare key by Fri` as a promise of ours; `they send the drawings by 3 Dec` as one of theirs."""
    words = " ".join(text.split())
    direction = Direction.OURS
    for opening in THEIRS:
        if words.casefold().startswith(opening):
            direction, words = Direction.THEIRS, words[len(opening) :].strip()
            break
    for joint in (" by ", " until ", " on "):
        what, found, day = words.rpartition(joint)
        due = read_due(day, today) if found and what else None
        if due is not None:
            return Promise(what, direction, due)
    if not words:
        msg = "There is no promise in these words. Nothing was saved."
        raise InvalidError(msg, "Write it as: a spare key by Fri.")
    return Promise(words, direction)


def internal_note(debrief: Debrief) -> str:
    """What stays with us: the note, and the bad news in their words."""
    bad = f"Bad news: {debrief.bad_news.strip()}" if debrief.bad_news.strip() else ""
    return "\n".join(part for part in (debrief.note.strip(), bad) if part)


def minutes_text(minutes: Minutes) -> str:
    """The minutes as plain text, in the second person of those who receive them."""
    held = minutes.held
    day = f"{full_day(held.on, held.on)} {held.on.year}"
    where = ", ".join(
        part
        for part in (tr(YOUR_PLACE.get(held.place, "")) if held.place else "", held.city)
        if part
    )
    lines = [f"{capital(tr(KIND_WORDS[held.kind]))}, {held.account or ''}, {day}", ""]
    lines += [tr("Where: {where}").format(where=where)] if where else []
    lines += (
        [tr("Present: {present}").format(present=_present(held))]
        if held.contacts or held.members
        else []
    )
    for title, direction in ((tr("We will"), Direction.OURS), (tr("You will"), Direction.THEIRS)):
        agreed = [one for one in minutes.agreed if one.direction is direction]
        lines += ["", f"{title}:", *(f"- {_agreed(one)}" for one in agreed)] if agreed else []
    if minutes.next_on:
        lines += [
            "",
            tr("We meet again: {day} {year}").format(
                day=full_day(minutes.next_on, held.on), year=minutes.next_on.year
            ),
        ]
    return "\n".join(lines) + "\n"


def _present(held: Interaction) -> str:
    theirs = [one.name for one in held.contacts]
    ours = [one.name for one in held.members]
    sides = (
        listed(theirs, len(theirs)) if theirs else "",
        tr("from us {ours}").format(ours=listed(ours, len(ours))) if ours else "",
    )
    return "; ".join(side for side in sides if side)


def _agreed(one: Commitment) -> str:
    day = tr(", by {day}").format(day=full_day(one.due_on, one.made_on)) if one.due_on else ""
    return f"{' '.join(one.text.split())}{day}"
