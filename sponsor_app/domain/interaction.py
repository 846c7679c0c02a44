"""An interaction: anything that happened between people, or is planned to."""

from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What people did together."""

    VISIT = "visit"
    COFFEE = "coffee"
    MEAL = "meal"
    MEETING = "meeting"
    CALL = "call"
    VIDEO = "video"
    MESSAGE = "message"
    EVENT = "event"
    REVIEW = "review"


class Place(StrEnum):
    """Whose turf it was on."""

    THEIRS = "theirs"
    OURS = "ours"
    NEUTRAL = "neutral"
    REMOTE = "remote"


class Intent(StrEnum):
    """Why we were there; only `sell` asks for something."""

    CARE = "care"
    FIX = "fix"
    SELL = "sell"


class Sentiment(StrEnum):
    """How they felt, as far as we could tell."""

    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"


class State(StrEnum):
    """Only a held interaction is a touch."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


IN_PERSON = frozenset({Kind.VISIT, Kind.COFFEE, Kind.MEAL})
IN_PERSON_IF_PLACED = frozenset({Kind.MEETING, Kind.EVENT, Kind.REVIEW})
AT_A_DISTANCE = frozenset({Kind.CALL, Kind.VIDEO, Kind.MESSAGE})
PLACES_OF_FLESH = frozenset({Place.THEIRS, Place.OURS, Place.NEUTRAL})


def state_on(on: date, today: date, *, planned: bool, called_off: bool) -> State:
    """What is logged of a day: a day to come is planned; so is today, when it is said to be `planned`."""
    if called_off:
        return State.CANCELLED
    ahead = on > today or (planned and on == today)
    return State.PLANNED if ahead else State.HELD


def is_face_to_face(kind: Kind, place: Place | None) -> bool:
    """Whether people sat together.

    A visit, a coffee or a meal is in person unless it says remote; a meeting, event or review only when a
    place says so, because coverage must never claim more than was logged.
    """
    if kind in IN_PERSON:
        return place is not Place.REMOTE
    return kind in IN_PERSON_IF_PLACED and place in PLACES_OF_FLESH


def is_non_selling(intent: Intent | None) -> bool:
    """Whether nothing was asked for. An intent nobody recorded is not claimed as care."""
    return intent in (Intent.CARE, Intent.FIX)
