"""Promises, ours and theirs: `promise`."""

import argparse

from sponsor_app.cli.documents import of_kept, of_promise
from sponsor_app.cli.output import DONE
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, group, verb
from sponsor_app.cli.verbs.naming import named_account
from sponsor_app.domain.account_fields import parse_day
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.ids import CommitmentId
from sponsor_app.services import commitments, lookup

PROMISE_HEADINGS = ("No", "Account", "Promise", "Whose", "State", "Due", "Owner")


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `promise`."""
    _add_promise(group(verbs, "promise", "what was promised, both ways"), after)


def _add_promise(promise: Verbs, after: argparse.ArgumentParser) -> None:
    new = verb(promise, after, "add", "record a promise at ACCOUNT", add_promise)
    new.add_argument("account", metavar="ACCOUNT")
    new.add_argument("text", metavar="TEXT")
    new.add_argument("--due", required=True, metavar="DATE")
    new.add_argument("--theirs", action="store_true")
    new.add_argument("--owner", metavar="MEMBER")
    accept = verb(promise, after, "accept", "a member takes it on", accept_promise)
    accept.add_argument("id", metavar="ID")
    accept.add_argument("--as", dest="by", required=True, metavar="MEMBER", help="who accepts it")
    accept.add_argument(
        "--owner", metavar="MEMBER", help="who keeps it; whoever accepts it, unless said"
    )
    accept.add_argument("--due", metavar="DATE", help="by when; its own day, unless said")
    verb(promise, after, "keep", "it was kept", keep_promise).add_argument("id", metavar="ID")
    dropped = verb(promise, after, "drop", "it will not be kept", drop_promise)
    dropped.add_argument("id", metavar="ID")
    dropped.add_argument("--reason", required=True, metavar="TEXT")
    moved = verb(promise, after, "move", "agree on another day", move_promise)
    moved.add_argument("id", metavar="ID")
    moved.add_argument("--due", required=True, metavar="DATE")
    record = verb(promise, after, "record", "how many of those due were kept", promise_record)
    record.add_argument("--by", choices=("sponsor", "account"), default="sponsor")
    listing = verb(promise, after, "list", "list promises", list_promises)
    listing.add_argument("--open", action="store_true")
    listing.add_argument("--overdue", action="store_true")
    listing.add_argument("--account")


def add_promise(session: Session) -> int:
    """`promise add ACCOUNT TEXT --due DATE`."""
    app, options = session.app, session.options
    account_id = lookup.account_id(app, options.account)
    owner = lookup.member_id(app, options.owner) if options.owner else None
    changes = commitments.add(
        app,
        account_id,
        text=options.text,
        due=parse_day("date", options.due),
        direction=Direction.THEIRS if options.theirs else Direction.OURS,
        owner=owner,
    )
    return _say_promise(session, CommitmentId(changes.created[0]), changes)


def accept_promise(session: Session) -> int:
    """`promise accept ID --as MEMBER`."""
    promise_id = _promise_id(session)
    app, options = session.app, session.options
    by = lookup.member_id(app, options.by)
    owner = lookup.member_id(app, options.owner) if options.owner else by
    due = parse_day("date", options.due) if options.due else None
    changes = commitments.accept(app, promise_id, owner=owner, due=due, by=by)
    return _say_promise(session, promise_id, changes)


def keep_promise(session: Session) -> int:
    """`promise keep ID`."""
    promise_id = _promise_id(session)
    return _say_promise(session, promise_id, commitments.keep(session.app, promise_id))


def drop_promise(session: Session) -> int:
    """`promise drop ID --reason TEXT`."""
    promise_id = _promise_id(session)
    reason = session.options.reason
    return _say_promise(
        session, promise_id, commitments.drop(session.app, promise_id, reason=reason)
    )


def move_promise(session: Session) -> int:
    """`promise move ID --due DATE`."""
    promise_id, due = _promise_id(session), parse_day("date", session.options.due)
    return _say_promise(session, promise_id, commitments.move(session.app, promise_id, due))


def promise_record(session: Session) -> int:
    """`promise record`: who kept how many of those that fell due within a year."""
    found = commitments.records(session.app)
    by = found.sponsors if session.options.by == "sponsor" else found.accounts
    lines = [
        (
            one.name,
            f"{one.record.kept} of {one.record.due}",
            one.record.kept_late,
            one.record.dropped,
        )
        for one in by
    ]
    heading = session.options.by.capitalize()
    headings = (heading, "Kept", "Of them late", "Dropped")
    session.printer.rows((of_kept(one) for one in by), headings, lines)
    return DONE


def list_promises(session: Session) -> int:
    """`promise list`."""
    app, options = session.app, session.options
    found = commitments.listed(
        app, account_id=named_account(session), only_open=options.open, overdue=options.overdue
    )
    states = [one.state(app.today()) for one in found]
    lines = [
        (
            one.number,
            one.account,
            one.text,
            one.direction,
            state,
            one.due_on,
            "unowned" if one.unowned else one.owner,
        )
        for one, state in zip(found, states, strict=True)
    ]
    documents = [of_promise(one, state) for one, state in zip(found, states, strict=True)]
    session.printer.rows(documents, PROMISE_HEADINGS, lines)
    return DONE


def _promise_id(session: Session) -> CommitmentId:
    return CommitmentId(lookup.numbered_id(session.app, "promise", session.options.id))


def _say_promise(session: Session, promise_id: CommitmentId, changes: Changes) -> int:
    found = commitments.one(session.app, promise_id)
    document = of_promise(found, found.state(session.app.today()))
    session.printer.answer(document, f"{changes.title} (promise {found.number})")
    return DONE
