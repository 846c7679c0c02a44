"""Prepare: `brief`."""

import argparse
import sys
from pathlib import Path

from sponsor_app.cli.output import DONE, USAGE
from sponsor_app.cli.report_documents import of_brief
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, verb
from sponsor_app.services import briefs, lookup


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `brief`."""
    brief = verb(verbs, after, "brief", "the one page before a meeting", write_brief)
    brief.add_argument("account", metavar="ACCOUNT", nargs="?", default="")
    brief.add_argument("--for", dest="reader", metavar="MEMBER")
    brief.add_argument(
        "--with", dest="people", action="extend", nargs="+", default=[], metavar="CONTACT"
    )
    brief.add_argument("--out", metavar="FILE.pdf|.html|.md|.txt")
    brief.add_argument(
        "--week", action="store_true", help="instead of one account: my visits of the next 7 days"
    )


def write_brief(session: Session) -> int:
    """`brief ACCOUNT`, or `brief --week`."""
    options = session.options
    if options.week:
        return write_week(session)
    if not options.account:
        print("Name an account, or ask for --week. See: sponsor-app brief --help", file=sys.stderr)
        return USAGE
    app = session.app
    account_id = lookup.account_id(app, options.account)
    reader = lookup.member_id(app, options.reader) if options.reader else None
    people = [lookup.contact_id(app, name, account_id) for name in options.people]
    made = briefs.compose_brief(app, account_id, reader=reader, attendees=people)
    document = of_brief(made)
    if options.out:
        path = briefs.write(app, made, Path(options.out).expanduser())
        session.printer.answer({**document, "file": str(path)}, f"Wrote {path}")
    else:
        session.printer.show(document, briefs.text(made))
    return DONE


def write_week(session: Session) -> int:
    """`brief --week`: every visit of the next seven days, as text or as one PDF to take along."""
    made = briefs.week(session.app)
    document: dict[str, object] = {"briefs": [of_brief(one) for one in made]}
    if session.options.out:
        path = briefs.write_week(session.app, made, Path(session.options.out).expanduser())
        session.printer.answer({**document, "file": str(path)}, f"Wrote {path}")
    else:
        text = "\n\n".join(briefs.text(one) for one in made)
        session.printer.show(document, text or "No visit is planned in the next seven days.")
    return DONE
