"""What a reading of how they feel is worth: its colour, its voice, when it is too old, where it is going."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sponsor_app.domain.people import Pulse

GREEN_FROM, YELLOW_FROM = 7, 5
STALE_DAYS, STALE_DAYS_WORRIED = 30, 14
PROMOTES_FROM, PASSIVE_FROM = 9, 7
OWN_FEELING = "own feeling"
"""The source of a reading that nobody was asked for: what one of ours felt."""
MOST_FEELING = 15
"""How much of the whole our own feeling weighs at most, in percent."""
MOVED = 2
LOOK_BACK_DAYS = 365
FOLLOW_UP_DAYS = 2
"""A detractor is talked to within 48 hours."""


class Mood(StrEnum):
    """A reading of 0 to 10 in three steps."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


class Voice(StrEnum):
    """What somebody with such a reading says of us to others: the classes of the net promoter score."""

    PROMOTER = "promoter"
    PASSIVE = "passive"
    DETRACTOR = "detractor"


class Trend(StrEnum):
    """Where the readings go."""

    RISING = "rising"
    STEADY = "steady"
    FALLING = "falling"


@dataclass(frozen=True, slots=True)
class Blend:
    """How they feel now: the mean of those `asked`, with our own feeling's share of it in percent, and its oldest day.

    `value` is None when nobody was asked lately; `stale` counts whose last reading is too old and left out.
    """

    value: float | None
    asked: int
    stale: int
    feeling: Pulse | None
    feeling_share: int
    since: date | None


def mood_of(score: int) -> Mood:
    """7 and more is green, 5 and 6 yellow, less is red."""
    if score >= GREEN_FROM:
        return Mood.GREEN
    return Mood.YELLOW if score >= YELLOW_FROM else Mood.RED


def voice_of(score: int) -> Voice:
    """9 and 10 promote us, 7 and 8 say nothing, 6 and less warn others."""
    if score >= PROMOTES_FROM:
        return Voice.PROMOTER
    return Voice.PASSIVE if score >= PASSIVE_FROM else Voice.DETRACTOR


def is_stale(score: int, on: date, today: date) -> bool:
    """Whether a reading has to be taken again: after 30 days, after 14 when it was not green."""
    limit = STALE_DAYS if mood_of(score) is Mood.GREEN else STALE_DAYS_WORRIED
    return (today - on).days > limit


def is_own_feeling(one: Pulse) -> bool:
    """Whether nobody was asked."""
    return (one.source or "").strip().casefold() == OWN_FEELING


def heard(pulses: Iterable[Pulse], on: date) -> list[Pulse]:
    """What they said themselves until a day, the newest first."""
    found = [one for one in pulses if one.on <= on and not is_own_feeling(one)]
    return sorted(found, key=lambda one: (one.on, one.id), reverse=True)


def trend(pulses: Iterable[Pulse], on: date) -> Trend | None:
    """Where the last reading went from the same person's one before, or anybody's; None when there is none.

    A move of less than two is none.
    """
    newest = heard(pulses, on)
    if not newest:
        return None
    last, earlier = newest[0], newest[1:]
    recent = [one for one in earlier if one.on >= last.on - timedelta(days=LOOK_BACK_DAYS)]
    theirs = [one for one in recent if one.contact_id == last.contact_id]
    before = next(iter(theirs or recent), None)
    if before is None or abs(last.score - before.score) < MOVED:
        return Trend.STEADY
    return Trend.RISING if last.score > before.score else Trend.FALLING


def blend(pulses: Sequence[Pulse], today: date) -> Blend:
    """The mean of everybody's last reading that is not stale, our own feeling in it with 15 % at most."""
    last: dict[str | None, Pulse] = {}
    for one in heard(pulses, today):
        last.setdefault(one.contact_id, one)
    fresh = [one for one in last.values() if not is_stale(one.score, one.on, today)]
    felt = [one for one in pulses if is_own_feeling(one) and one.on <= today]
    feeling = max(felt, key=lambda one: (one.on, one.id), default=None)
    if feeling and is_stale(feeling.score, feeling.on, today):
        feeling = None
    if not fresh:
        return Blend(None, 0, len(last), feeling, 0, None)
    mean = sum(one.score for one in fresh) / len(fresh)
    share = min(MOST_FEELING, 100 // (len(fresh) + 1)) if feeling else 0
    value = mean if feeling is None else (mean * (100 - share) + feeling.score * share) / 100
    oldest = min(one.on for one in fresh)
    return Blend(value, len(fresh), len(last) - len(fresh), feeling, share, oldest)
