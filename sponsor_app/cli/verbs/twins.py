"""Pairs of records that may be one, printed."""

from collections.abc import Sequence

from sponsor_app.cli.output import DONE
from sponsor_app.cli.session import Session
from sponsor_app.services.duplicates import Pair


def print_pairs(session: Session, pairs: Sequence[Pair]) -> int:
    """The likeliest first, each with its reasons."""
    documents = [
        {
            "id": one.first_id,
            "name": one.first,
            "other_id": one.second_id,
            "other": one.second,
            "score": one.score,
            "reasons": list(one.reasons),
        }
        for one in pairs
    ]
    lines = [
        f"{one.score:>3}  {one.first} = {one.second}  ({', '.join(one.reasons)})" for one in pairs
    ]
    session.printer.answer(documents, "\n".join(lines) or "Nothing here looks like a duplicate.")
    return DONE
