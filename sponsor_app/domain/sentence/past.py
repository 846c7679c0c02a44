"""A day gone by, as people type it: `1 Aug`, `last Friday`, `3 weeks ago`, `gestern`, `2026-08-20`."""

from datetime import date

from sponsor_app.domain.sentence.day_words import find_days
from sponsor_app.domain.sentence.days import Lean, date_of
from sponsor_app.domain.sentence.due import LONGEST
from sponsor_app.domain.sentence.languages import VOCABULARIES, language_of
from sponsor_app.domain.sentence.tokens import tokenise

FRAMES = ("{}", "{} ago", "on {}")
"""As it was typed, then as the rest of a phrase: `3 weeks`."""


def read_past(text: str, today: date) -> date | None:
    """The day before `today` meant by all of `text`; None when it is not one day, or one to come."""
    words = " ".join(text.split())
    if not words or len(words) > LONGEST:
        return None
    for frame in FRAMES:
        for code in VOCABULARIES:
            found = _read(frame.format(words), code, today)
            if found is not None and found < today:
                return found
    return None


def _read(words: str, code: str, today: date) -> date | None:
    tokens = tokenise(words)
    phrases = find_days(tokens, [False] * len(tokens), language_of(code).almanac)
    if len(phrases) != 1:
        return None
    only = phrases[0]
    if (only.first, only.end) != (0, len(tokens)) or only.reading is None:
        return None
    return date_of(only.reading, today, Lean.PAST)
