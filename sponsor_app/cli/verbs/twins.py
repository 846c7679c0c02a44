"""Records that may be one: `account duplicates`, `account apart`, and the same for contacts."""

import argparse
from collections.abc import Callable, Sequence
from functools import partial

from sponsor_app.cli.output import DONE
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, verb
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.twins import LooksKnownError, Pair, Resembling, TwinKind
from sponsor_app.services import apart, duplicates, lookup


def add_twins(verbs: Verbs, after: argparse.ArgumentParser, kind: TwinKind) -> None:
    """Add `duplicates` and `apart` to the verbs of a kind of record."""
    listing = verb(
        verbs, after, "duplicates", f"{kind}s that may be one", partial(list_twins, kind=kind)
    )
    listing.add_argument("--apart", action="store_true", help="those that are said to be two")
    two = verb(verbs, after, "apart", "say that two are not the same", partial(part, kind=kind))
    two.add_argument("one", metavar="ONE")
    two.add_argument("other", metavar="OTHER")
    two.add_argument("--forget", action="store_true", help="let them be asked about again")


def list_twins(session: Session, *, kind: TwinKind) -> int:
    """`account duplicates`, `contact duplicates`."""
    if session.options.apart:
        return print_pairs(session, duplicates.said_to_be_two(session.app, kind))
    tell = session.printer.progress
    return print_pairs(
        session, duplicates.listed(session.app, kind, lambda text, _share: tell(text))
    )


def part(session: Session, *, kind: TwinKind) -> int:
    """`account apart ONE OTHER`, `contact apart ONE OTHER`."""
    app, options = session.app, session.options
    look_up = lookup.account_id if kind is TwinKind.ACCOUNT else lookup.contact_id
    one, other = str(look_up(app, options.one)), str(look_up(app, options.other))
    changes = apart.forget(app, one, other) if options.forget else apart.say(app, kind, one, other)
    said = changes.title if changes.step else "It was so already."
    document = {"id": min(one, other), "other_id": max(one, other), "apart": not options.forget}
    session.printer.answer(document, said)
    return DONE


def looking_like(check: Callable[[], None]) -> Sequence[Resembling]:
    """The records here that something looks like which is about to be added."""
    try:
        check()
    except LooksKnownError as known:
        return known.found
    return ()


def say_added(session: Session, changes: Changes, alike: Sequence[Resembling]) -> int:
    """Print the id of what was added, and what it may be a duplicate of."""
    document = {
        "id": changes.created[0],
        "may_be": [
            {"id": one.id, "name": one.name, "score": one.score, "reasons": list(one.reasons)}
            for one in alike
        ],
    }
    session.printer.answer(document, changes.title)
    for one in alike:
        session.printer.note(f"It looks like {one.name}, which is here: {', '.join(one.reasons)}.")
    return DONE


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
    lines = [f"{_score(one)}{one.first} = {one.second}{_why(one)}" for one in pairs]
    session.printer.show(documents, "\n".join(lines) or "Nothing here looks like a duplicate.")
    return DONE


def _score(one: Pair) -> str:
    return f"{one.score:>3}  " if one.score else ""


def _why(one: Pair) -> str:
    return f"  ({', '.join(one.reasons)})" if one.reasons else ""
