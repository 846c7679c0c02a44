"""A day by which something is due, read the way people say it: `Fri`, `in two weeks`, `2026-12-01`."""

from datetime import date

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
