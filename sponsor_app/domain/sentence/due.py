"""A day by which something is due, as people type it: `Fri`, `27 nov`, `in 2 weeks`, `morgen`, `2026-12-04`."""

from datetime import date

from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.sentence.day_words import find_days
from sponsor_app.domain.sentence.days import Lean, date_of, is_explicit
from sponsor_app.domain.sentence.languages import VOCABULARIES, language_of
from sponsor_app.domain.sentence.tokens import tokenise

LONGEST = 60
FRAMES = ("{}", "in {}", "by {}", "by the {}")
"""As it was typed, then as the rest of a phrase: `2 weeks`, `december`, `12th`."""


def read_due(text: str, today: date) -> date | None:
    """The day meant by all of `text`, looking ahead from `today`; None when it is not one day and nothing else.

    A day gone by is meant only where the calendar day itself was written.
    """
    return _first(text, today, Lean.DUE)


def read_day(text: str, today: date, *, back: bool) -> date | None:
    """The day meant by all of `text`, whichever side of today it lies on; `back` takes the last of several, as for a meeting."""
    return _first(text, today, Lean.PAST if back else Lean.FUTURE)


def parse_due(text: str, today: date) -> date | None:
    """The day `text` means; None for no text, and a refusal for text that is no day."""
    if not text.strip():
        return None
    found = read_due(text, today)
    if found is None:
        raise _no_day(text)
    return found


def parse_near(text: str, today: date) -> date | None:
    """The day `text` means, of several the nearest to today; None for no text, a refusal for text that is no day."""
    if not text.strip():
        return None
    days = [read_day(text, today, back=back) for back in (False, True)]
    found = [day for day in days if day is not None]
    if not found:
        raise _no_day(text)
    return min(found, key=lambda day: abs((day - today).days))


def _no_day(text: str) -> InvalidError:
    msg = f"“{text.strip()}” is no day I know. Nothing was saved."
    return InvalidError(msg, "Write it as Fri, in 2 weeks, 1 Dec or 2026-12-01.")


def _first(text: str, today: date, lean: Lean) -> date | None:
    words = " ".join(text.split())
    if not words or len(words) > LONGEST:
        return None
    readings = (
        _read(frame.format(words), code, today, lean) for frame in FRAMES for code in VOCABULARIES
    )
    return next((found for found in readings if found is not None), None)


def _read(words: str, code: str, today: date, lean: Lean) -> date | None:
    tokens = tokenise(words)
    phrases = find_days(tokens, [False] * len(tokens), language_of(code).almanac)
    if len(phrases) != 1:
        return None
    only = phrases[0]
    if (only.first, only.end) != (0, len(tokens)) or only.reading is None or only.since:
        return None
    found = date_of(only.reading, today, lean, by=only.by)
    if found is None or lean is not Lean.DUE or found >= today or is_explicit(only.reading):
        return found
    return None
