"""The calendar words of a language, looked up by what they are for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sponsor_app.domain.sentence.senses import Book, Vocabulary, bound, listed, spellings


class Use(StrEnum):
    """What a calendar word is for."""

    RELATIVE = "relative"
    DAY_END = "day_end"
    WEEKDAY = "weekday"
    SHORT_WEEKDAY = "short_weekday"
    SAFE_SHORT = "safe_short"
    MONTH = "month"
    NUMBER = "number"
    UNIT = "unit"
    TURN = "turn"
    TURN_AFTER = "turn_after"
    EDGE = "edge"
    EDGE_AFTER = "edge_after"
    LINK = "link"
    BY = "by"
    BY_SOFT = "by_soft"
    BY_AFTER = "by_after"
    ON = "on"
    IN = "in"
    SINCE = "since"
    AGO = "ago"
    AGO_BEFORE = "ago_before"
    FROM_NOW = "from_now"
    PERIOD = "period"
    QUARTER = "quarter"
    DAYPART = "daypart"
    WEEK_NUMBER = "week_number"
    WEEK_OF = "week_of"
    WEEK_LATER = "week_later"
    FEAST = "feast"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Almanac:
    """Per use, the folded phrases with their numbers."""

    code: str
    books: Mapping[Use, Book[int]]

    def longest(self, use: Use, keys: Sequence[str], at: int) -> tuple[int, int] | None:
        """The longest phrase for `use` that begins at `at`, as (end, number)."""
        return self.books[use].longest(keys, at)


def almanac(vocabulary: Vocabulary) -> Almanac:
    """The calendar of a vocabulary, ready for look-up."""
    return Almanac(vocabulary.code, {use: _book(vocabulary.calendar[use]) for use in Use})


def _book(lines: str) -> Book[int]:
    book: dict[str, int] = {}
    for line in lines.split(";"):
        number, _, phrases = line.partition(":")
        if number.strip():
            book |= {key: int(number) for p in listed(phrases) for key in spellings(p)}
    return bound(book)
