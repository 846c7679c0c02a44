"""Hand a line to the running window: `capture`."""

import argparse

from sponsor_app.cli.output import DONE
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, verb
from sponsor_app.domain.errors import RefusedError
from sponsor_app.services import profiles


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `capture`."""
    capture = verb(verbs, after, "capture", "open the small box to log a line, anywhere", hand_over)
    capture.add_argument("text", metavar="TEXT", nargs="*", help="words to begin it with")


def hand_over(session: Session) -> int:
    """`capture [TEXT]`, where no window can be opened: only one that runs can take it."""
    text = " ".join(session.options.text)
    if not profiles.call_instance(session.profile, "capture", text):
        msg = "No window is running, and there is no display to open one on. Nothing was saved."
        typed = 'Log it here: sponsor-app log "coffee with Dana at Acme"'
        raise RefusedError(msg, "Log it on the command line.", typed)
    session.printer.answer({"handed": True}, "")
    return DONE
