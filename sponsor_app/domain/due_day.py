"""A day by which something shall be done, as people type it: `fri`, `27 nov`, `in 2 weeks`, `morgen`, `2026-12-04`."""

from datetime import date

from sponsor_app.domain.sentence.day_words import find_days
from sponsor_app.domain.sentence.days import Lean, date_of
from sponsor_app.domain.sentence.languages import VOCABULARIES, language_of
from sponsor_app.domain.sentence.tokens import tokenise

LONGEST = 60
FRAMES = ("{}", "in {}", "by {}", "by the {}")
"""As it was typed, then as the rest of a phrase: `2 weeks`, `december`, `12th`."""


def read_day(text: str, today: date) -> date | None:
    """The day meant by all of `text`, looking ahead from `today`; None when it is not one day and nothing else."""
    words = " ".join(text.split())
    if not words or len(words) > LONGEST:
        return None
    for frame in FRAMES:
        for code in VOCABULARIES:
            found = _read(frame.format(words), code, today)
            if found is not None:
                return found
    return None


def _read(words: str, code: str, today: date) -> date | None:
    tokens = tokenise(words)
    phrases = find_days(tokens, [False] * len(tokens), language_of(code).almanac)
    if len(phrases) != 1:
        return None
    only = phrases[0]
    if (only.first, only.end) != (0, len(tokens)) or only.reading is None or only.since:
        return None
    return date_of(only.reading, today, Lean.DUE, by=only.by)
