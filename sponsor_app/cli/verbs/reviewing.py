"""The one-to-one with a sponsor: `review SPONSOR`."""

import argparse
from pathlib import Path

from sponsor_app.cli.documents import Document
from sponsor_app.cli.output import DONE
from sponsor_app.cli.program_documents import of_tally
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, verb
from sponsor_app.domain.account_fields import parse_day
from sponsor_app.domain.coverage_document import account_line
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.leaf import leaf_text
from sponsor_app.domain.review import Review, talking_points
from sponsor_app.domain.review_page import review_page
from sponsor_app.services import leaves, lookup, reviews


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `review`."""
    review = verb(verbs, after, "review", "the page for a one-to-one with a sponsor", run)
    review.add_argument("sponsor", metavar="SPONSOR")
    review.add_argument("--out", metavar="FILE.pdf|.html|.txt")
    review.add_argument("--agree", metavar="TEXT", help="put down what was agreed")
    review.add_argument("--due", metavar="DATE", help="with --agree: by when")
    review.add_argument("--done", metavar="TEXT", help="what was agreed is done: its id or words")


def run(session: Session) -> int:
    """`review SPONSOR`."""
    app, options = session.app, session.options
    if options.due and options.agree is None:
        msg = "--due goes with --agree TEXT. Nothing was changed."
        raise InvalidError(msg)
    member_id = lookup.member_id(app, options.sponsor)
    if options.agree is not None:
        due = parse_day("date", options.due) if options.due else None
        session.printer.note(reviews.agree(app, member_id, options.agree, due).title)
    if options.done:
        action = reviews.find_action(reviews.compose_review(app, member_id), options.done)
        session.printer.note(reviews.finish(app, action.id).title)
    one = reviews.compose_review(app, member_id)
    leaf, document = review_page(one), _document(one)
    if options.out:
        path = leaves.write(app, leaf, Path(options.out).expanduser())
        session.printer.answer({**document, "file": str(path)}, f"Wrote {path}")
    else:
        session.printer.show(document, leaf_text(leaf).rstrip("\n"))
    return DONE


def _document(one: Review) -> Document:
    due, kept, late = one.kept()
    return {
        "as_of": one.as_of,
        "member": one.member.name,
        "member_id": one.member.id,
        "accounts": len(one.rows),
        "load": one.load,
        "with_cadence": one.totals.with_cadence,
        "covered": one.totals.covered,
        "points": [
            {"text": point.text, "because": point.because, "record": point.ref or None}
            for point in talking_points(one)
        ],
        "actions": [
            {
                "id": action.id,
                "text": action.text,
                "on": action.on,
                "due": action.due,
                "done_on": action.done_on,
            }
            for action in one.actions
        ],
        "portfolio": [account_line(row) for row in one.rows],
        "promises": {"due": due, "kept": kept, "kept_late": late, "open": len(one.promises)},
        "late": [
            {"id": promise.id, "account": promise.account, "text": promise.text}
            for promise in one.late
        ],
        "issues": [
            {"id": issue.id, "account": issue.account, "title": issue.title} for issue in one.issues
        ],
        "next": [{"account": row.account, "on": row.next_planned} for row in one.coming],
        "quarters": [of_tally(tally) for tally in one.quarters],
    }
