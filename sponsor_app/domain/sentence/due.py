"""A day by which something is due, read the way people say it: `Fri`, `in two weeks`, `2026-12-01`."""

from datetime import date

from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.sentence.parsing import parse

LONGEST = 60
SENTENCES = ("promised this by {}", "ich habe versprochen das bis {}", "j’ai promis cela d’ici {}")
"""The smallest promise in each language, so that a day alone reads as it would in the log line."""


def read_due(text: str, today: date) -> date | None:
    """The day `text` means when said today; None when it means none."""
    said = " ".join(text.split())
    if not said or len(said) > LONGEST:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        pass
    for whole in SENTENCES:
        for promise in parse(whole.format(said), (), today).promises:
            if promise.due is not None:
                return promise.due
    return None


def parse_due(text: str, today: date) -> date | None:
    """The day `text` means; None for no text, and a refusal for text that is no day."""
    if not text.strip():
        return None
    found = read_due(text, today)
    if found is None:
        msg = f"“{text.strip()}” is no day I know. Nothing was saved."
        raise InvalidError(msg, "Write it as Fri, in 2 weeks, 1 Dec or 2026-12-01.")
    return found
