"""What a reading of how they feel is worth: green, yellow or red, and when it is too old to trust."""

from datetime import date
from enum import StrEnum

GREEN_FROM, YELLOW_FROM = 7, 5
STALE_DAYS, STALE_DAYS_WORRIED = 30, 14


class Mood(StrEnum):
    """A reading of 0 to 10 in three steps."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


def mood_of(score: int) -> Mood:
    """7 and more is green, 5 and 6 yellow, less is red."""
    if score >= GREEN_FROM:
        return Mood.GREEN
    return Mood.YELLOW if score >= YELLOW_FROM else Mood.RED


def is_stale(score: int, on: date, today: date) -> bool:
    """Whether a reading has to be taken again: after 30 days, after 14 when it was not green."""
    limit = STALE_DAYS if mood_of(score) is Mood.GREEN else STALE_DAYS_WORRIED
    return (today - on).days > limit
