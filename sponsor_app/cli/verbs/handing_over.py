"""Hand accounts over: `sponsor hand-over ACCOUNT... --to MEMBER`."""

import argparse

from sponsor_app.cli.documents import Document
from sponsor_app.cli.output import DONE
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, verb
from sponsor_app.domain.account_fields import parse_day
from sponsor_app.domain.handing_over import HandOver, preview_words
from sponsor_app.services import handing_over, lookup


def add_hand_over(sponsor: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `sponsor hand-over`."""
    text = "give accounts to another sponsor, with promises, planned visits and a note"
    over = verb(sponsor, after, "hand-over", text, run)
    over.add_argument("accounts", metavar="ACCOUNT", nargs="+")
    over.add_argument("--to", metavar="MEMBER", required=True)
    over.add_argument("--from", dest="start", metavar="DATE")
    over.add_argument("--note", metavar="TEXT", default="")
    over.add_argument("--dry-run", action="store_true", help="say what it would do, change nothing")


def run(session: Session) -> int:
    """`sponsor hand-over`."""
    app, options = session.app, session.options
    wanted = [lookup.account_id(app, text) for text in options.accounts]
    to = lookup.member_id(app, options.to)
    start = parse_day("date", options.start) if options.start else None
    found = handing_over.look(app, wanted, to, start)
    said = "\n".join(preview_words(found))
    done = ""
    if not options.dry_run and found.partings:
        changes = handing_over.hand_over(app, wanted, to, start, options.note)
        done = f"\n{changes.title}. Take it back: sponsor-app undo."
    # What it would do is what was asked for; what it did may go without saying.
    tell = session.printer.show if options.dry_run else session.printer.answer
    tell(_document(found, done=bool(done)), said + done)
    return DONE


def _document(found: HandOver, *, done: bool) -> Document:
    return {
        "member": found.to.name,
        "member_id": found.to.id,
        "from": found.on,
        "done": done,
        "accounts": [
            {
                "id": one.account_id,
                "account": one.account,
                "before": [name for _who, name in one.before],
                "promises": len(one.promises),
                "visits": len({visit for visit, _who in one.visits}),
            }
            for one in found.partings
        ],
        "same": found.same,
        "load_before": found.to.accounts,
        "load_after": found.takes,
        "load": found.load,
        "promises": found.promises,
        "visits": found.visits,
        "briefs": found.briefs,
        "says": list(preview_words(found)),
    }
