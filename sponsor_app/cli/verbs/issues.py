"""Issues: `issue`."""

import argparse

from sponsor_app import services
from sponsor_app.cli.documents import of_heard, of_issue
from sponsor_app.cli.output import DONE
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, group, verb
from sponsor_app.cli.verbs.issue_story import add_story_verbs
from sponsor_app.cli.verbs.issue_story import issue_id_of as _issue_id
from sponsor_app.cli.verbs.issue_story import say_issue as _say_issue
from sponsor_app.cli.verbs.naming import named_account
from sponsor_app.domain.ids import IssueId
from sponsor_app.services import issues, lookup

ISSUE_HEADINGS = ("No", "Sev", "Account", "Issue", "State", "With", "Update due")


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `issue`."""
    _add_issue(group(verbs, "issue", "problems they have with us"), after)


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
    found = issues.listed(
        session.app, account_id=named_account(session), only_open=session.options.open
    )
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
    session.printer.rows((of_issue(one) for one in found), ISSUE_HEADINGS, lines)
    return DONE


def radius(session: Session) -> int:
    """`issue radius ID`."""
    found = services.issue_board.radius(session.app, _issue_id(session))
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
    session.printer.rows((of_heard(one) for one in found), headings, lines)
    return DONE
