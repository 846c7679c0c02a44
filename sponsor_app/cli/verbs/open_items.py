"""Issues and promises: `issue`, `promise`."""

import argparse

from sponsor_app.cli.documents import of_heard, of_issue, of_kept, of_promise
from sponsor_app.cli.output import DONE
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, group, verb
from sponsor_app.cli.verbs.issue_story import add_story_verbs
from sponsor_app.cli.verbs.issue_story import issue_id_of as _issue_id
from sponsor_app.cli.verbs.issue_story import say_issue as _say_issue
from sponsor_app.domain.account_fields import parse_day
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.ids import AccountId, CommitmentId, IssueId
from sponsor_app.services import commitments, issues, lookup

ISSUE_HEADINGS = ("No", "Sev", "Account", "Issue", "State", "With", "Update due")
PROMISE_HEADINGS = ("No", "Account", "Promise", "Whose", "State", "Due", "Owner")


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `issue` and `promise`."""
    _add_issue(group(verbs, "issue", "problems they have with us"), after)
    _add_promise(group(verbs, "promise", "what was promised, both ways"), after)


def _add_issue(issue: Verbs, after: argparse.ArgumentParser) -> None:
    new = verb(issue, after, "open", "record a problem at ACCOUNT", open_issue)
    new.add_argument("account", metavar="ACCOUNT")
    new.add_argument("title", metavar="TITLE")
    new.add_argument("--severity", type=int, required=True, metavar="1..4")
    new.add_argument("--owner", metavar="MEMBER")
    new.add_argument("--detail", metavar="TEXT")
    new.add_argument("--raised-by", metavar="CONTACT")
    told = verb(issue, after, "update", "record what the customer was told", update_issue)
    told.add_argument("id", metavar="ID")
    told.add_argument("text", metavar="TEXT")
    lift = verb(issue, after, "escalate", "lift it one rung, to MEMBER", escalate_issue)
    lift.add_argument("id", metavar="ID")
    lift.add_argument("--to", required=True, metavar="MEMBER")
    lift.add_argument("--reason", required=True, metavar="TEXT")
    lift.add_argument("--asked-by", metavar="MEMBER", help="who asked for it; you, unless said")
    solved = verb(issue, after, "resolve", "record how it was solved", resolve_issue)
    solved.add_argument("id", metavar="ID")
    solved.add_argument("text", metavar="TEXT")
    solved.add_argument("--lesson", metavar="TEXT", help="what we learned")
    add_story_verbs(issue, after)
    listing = verb(issue, after, "list", "list issues", list_issues)
    listing.add_argument("--open", action="store_true")
    listing.add_argument("--account")
    verb(issue, after, "radius", "who has probably heard, who was called", radius).add_argument(
        "id", metavar="ID"
    )


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


def open_issue(session: Session) -> int:
    """`issue open ACCOUNT TITLE --severity N`."""
    app, options = session.app, session.options
    account_id = lookup.account_id(app, options.account)
    owner = lookup.member_id(app, options.owner) if options.owner else None
    changes = issues.open_issue(
        app,
        account_id,
        title=options.title,
        severity=options.severity,
        owner=owner,
        detail=options.detail,
        raised_by=lookup.contact_id(app, options.raised_by, account_id)
        if options.raised_by
        else None,
    )
    return _say_issue(session, IssueId(changes.created[0]), changes)


def update_issue(session: Session) -> int:
    """`issue update ID TEXT`."""
    issue_id = _issue_id(session)
    return _say_issue(session, issue_id, issues.update(session.app, issue_id, session.options.text))


def escalate_issue(session: Session) -> int:
    """`issue escalate ID --to MEMBER --reason TEXT`."""
    issue_id, options = _issue_id(session), session.options
    app = session.app
    to = lookup.member_id(app, options.to)
    asked_by = lookup.member_id(app, options.asked_by) if options.asked_by else None
    changes = issues.escalate(app, issue_id, to=to, reason=options.reason, asked_by=asked_by)
    return _say_issue(session, issue_id, changes)


def resolve_issue(session: Session) -> int:
    """`issue resolve ID TEXT`."""
    issue_id, options = _issue_id(session), session.options
    changes = issues.resolve(session.app, issue_id, options.text, lesson=options.lesson)
    return _say_issue(session, issue_id, changes)


def list_issues(session: Session) -> int:
    """`issue list`."""
    found = issues.listed(session.app, account_id=_account(session), only_open=session.options.open)
    lines = [
        (
            one.number,
            one.severity.value,
            one.account,
            one.title,
            one.status,
            one.level.replace("_", " "),
            one.next_update_due,
        )
        for one in found
    ]
    session.printer.rows([of_issue(one) for one in found], ISSUE_HEADINGS, lines)
    return DONE


def radius(session: Session) -> int:
    """`issue radius ID`."""
    found = issues.radius(session.app, _issue_id(session))
    lines = [
        (
            one.weight,
            one.likelihood,
            one.name,
            one.account,
            ", ".join(one.because),
            one.called_on,
            one.called_by,
            one.said,
        )
        for one in found
    ]
    headings = ("Weight", "Heard", "Contact", "Account", "Because", "Called", "By", "Said")
    session.printer.rows([of_heard(one) for one in found], headings, lines)
    return DONE


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
    session.printer.rows([of_kept(one) for one in by], headings, lines)
    return DONE


def list_promises(session: Session) -> int:
    """`promise list`."""
    app, options = session.app, session.options
    found = commitments.listed(
        app, account_id=_account(session), only_open=options.open, overdue=options.overdue
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


def _account(session: Session) -> AccountId | None:
    named = session.options.account
    return lookup.account_id(session.app, named) if named else None


def _say_promise(session: Session, promise_id: CommitmentId, changes: Changes) -> int:
    found = commitments.one(session.app, promise_id)
    document = of_promise(found, found.state(session.app.today()))
    session.printer.answer(document, f"{changes.title} (promise {found.number})")
    return DONE
