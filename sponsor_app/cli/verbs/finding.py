"""Find anything: `find`."""

import argparse

from sponsor_app.cli.documents import of_hit
from sponsor_app.cli.output import DONE, WIDEST
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, verb
from sponsor_app.domain.errors import InvalidError
from sponsor_app.services import searching


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `find`."""
    find = verb(verbs, after, "find", "find anything by any scrap", find_text)
    find.add_argument("text", metavar="TEXT")
    find.add_argument("--limit", type=int, default=20, metavar="N")


def find_text(session: Session) -> int:
    """`find TEXT`."""
    if session.options.limit < 1:
        msg = f"--limit is at least 1, not {session.options.limit}."
        raise InvalidError(msg)
    found = searching.find(session.app, session.options.text, limit=session.options.limit)
    lines = [(one.kind, one.title, one.account, one.field, one.snippet) for one in found]
    headings = ("Kind", "What", "Account", "Matched", "Words")
    if found or session.printer.as_json:
        session.printer.rows([of_hit(one) for one in found], headings, lines)
    else:
        session.printer.show(
            [], f"Nothing fits “{session.options.text[:WIDEST]}”. Try a shorter piece."
        )
    return DONE
