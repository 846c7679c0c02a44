"""What stays on this laptop: `note`."""

import argparse
import sys

from sponsor_app.cli.output import DONE
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, group, verb
from sponsor_app.services import lookup, private_notes

STDIN = "-"


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `note` with its verbs."""
    note = group(verbs, "note", "private notes: on this laptop only, never shared or exported")
    for name, text, run in (
        ("show", "print the private note about an account or a person", show),
        ("write", "let TEXT be the private note; - reads it from standard input", write),
        ("clear", "forget the private note", clear),
    ):
        parser = verb(note, after, name, text, run)
        parser.add_argument("about", metavar="ACCOUNT-OR-CONTACT")
        if run is write:
            parser.add_argument("text", metavar="TEXT")


def show(session: Session) -> int:
    """`note show ABOUT`."""
    record_id = lookup.noted_id(session.app, session.options.about)
    text = private_notes.read(session.app, record_id)
    said = text or "No private note. Write one: sponsor-app note write ..."
    session.printer.show({"id": record_id, "text": text or None}, said)
    return DONE


def write(session: Session) -> int:
    """`note write ABOUT TEXT`."""
    record_id = lookup.noted_id(session.app, session.options.about)
    text = session.options.text
    return _keep(session, record_id, sys.stdin.read() if text == STDIN else text)


def clear(session: Session) -> int:
    """`note clear ABOUT`."""
    record_id = lookup.noted_id(session.app, session.options.about)
    return _keep(session, record_id, "")


def _keep(session: Session, record_id: str, text: str) -> int:
    """No step of the history takes it back, so what stood there before is said once more."""
    was = private_notes.read(session.app, record_id)
    private_notes.write(session.app, record_id, text)
    kept = private_notes.read(session.app, record_id)
    said = "Noted on this laptop only." if kept else "There is no private note now."
    if was and was != kept:
        said = f"{said} It said before:\n{was}"
    session.printer.answer({"id": record_id, "text": kept or None, "was": was or None}, said)
    return DONE
