"""The rest of an issue's life: `issue show`, `told`, `reopen`, `called`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sponsor_app import services
from sponsor_app.cli.documents import Document, of_issue
from sponsor_app.cli.output import DONE
from sponsor_app.cli.verbs.adding import verb
from sponsor_app.domain.account_fields import parse_day
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.ids import IssueId
from sponsor_app.domain.issue import Escalation
from sponsor_app.domain.issue_states import Reopening, StateSpan, totals
from sponsor_app.domain.text import counted
from sponsor_app.services import issues, lookup

if TYPE_CHECKING:
    import argparse

    from sponsor_app.cli.session import Session
    from sponsor_app.cli.verbs.adding import Verbs
    from sponsor_app.domain.issue_board import IssueDetails


def add_story_verbs(issue: Verbs, after: argparse.ArgumentParser) -> None:
    """Add them to `issue`."""
    shown = verb(issue, after, "show", "one issue from its opening to today", show_issue)
    shown.add_argument("id", metavar="ID")
    told = verb(issue, after, "told", "the customer knows that it is solved", told_issue)
    told.add_argument("id", metavar="ID")
    told.add_argument("--on", metavar="DATE", help="since when; today, unless said")
    again = verb(issue, after, "reopen", "they still have the problem", reopen_issue)
    again.add_argument("id", metavar="ID")
    again.add_argument("--reason", default="", metavar="TEXT")
    called = verb(issue, after, "called", "somebody who had heard was called", called_about)
    called.add_argument("id", metavar="ID")
    called.add_argument("contact", metavar="CONTACT")
    called.add_argument("--said", metavar="TEXT", help="what they said")
    called.add_argument("--on", metavar="DATE", help="today, unless said")


def show_issue(session: Session) -> int:
    """`issue show ID`."""
    found = services.issue_board.details(session.app, issue_id_of(session))
    session.printer.show(of_story(found), _text(found))
    return DONE


def told_issue(session: Session) -> int:
    """`issue told ID`."""
    issue_id, options = issue_id_of(session), session.options
    day = parse_day("date", options.on) if options.on else None
    return say_issue(session, issue_id, issues.told(session.app, issue_id, day))


def reopen_issue(session: Session) -> int:
    """`issue reopen ID`."""
    issue_id = issue_id_of(session)
    changes = issues.reopen(session.app, issue_id, session.options.reason)
    return say_issue(session, issue_id, changes)


def called_about(session: Session) -> int:
    """`issue called ID CONTACT`: a call to put it right, logged at the account of whoever was called."""
    app, options, issue_id = session.app, session.options, issue_id_of(session)
    contact_id = lookup.contact_id(app, options.contact)
    day = parse_day("date", options.on) if options.on else None
    changes = services.issue_board.called(app, issue_id, contact_id, options.said, day)
    number = issues.one(app, issue_id).issue.number
    document = {"interaction_id": changes.created[0], "issue": number}
    session.printer.answer(document, f"{changes.title} about issue {number}.")
    return DONE


def issue_id_of(session: Session) -> IssueId:
    """The issue that ID means."""
    return IssueId(lookup.numbered_id(session.app, "issue", session.options.id))


def say_issue(session: Session, issue_id: IssueId, changes: Changes) -> int:
    """Answer with the issue as it is now."""
    found = issues.one(session.app, issue_id).issue
    session.printer.answer(of_issue(found), f"{changes.title} (issue {found.number})")
    return DONE


def of_story(found: IssueDetails) -> Document:
    """The answer of `issue show`."""
    return {
        **of_issue(found.issue),
        "raised_by": found.raised_by,
        "channel": found.channel,
        "updates": [{"on": one.on, "text": one.text, "by": one.member} for one in found.updates],
        "escalations": [_of_climb(one) for one in found.escalations],
        "reopenings": [_of_reopening(one) for one in found.reopenings],
        "states": [_of_span(one) for one in found.states],
        "days_in_state": {state.value: days for state, days in totals(found.states).items()},
        "heard": len(found.heard),
        "called": found.called,
    }


def _of_climb(one: Escalation) -> Document:
    return {
        "on": one.on,
        "level": one.level,
        "to": one.to,
        "reason": one.reason,
        "asked_by": one.asked_by,
    }


def _of_reopening(one: Reopening) -> Document:
    return {
        "on": one.on,
        "reason": one.reason,
        "by": one.by,
        "resolved": one.resolved_on,
        "resolution": one.resolution,
        "lesson": one.lesson,
        "told": one.told_on,
    }


def _of_span(one: StateSpan) -> Document:
    return {"state": one.state, "from": one.since, "to": one.until, "days": one.days}


def _text(found: IssueDetails) -> str:
    issue = found.issue
    lines = [f"Issue {issue.number}, Sev {issue.severity.value}, {issue.account}: {issue.title}"]
    lines += [f"  {issue.detail}"] if issue.detail else []
    lines += [f"  with {issue.owner or 'nobody'}; {_times(found)}"]
    lines += [f"  they raise issues by: {found.channel or 'not on file, ask them'}"]
    lines += [f"  heard {len(found.heard)}, called {found.called}"] if found.heard else []
    said = [(one.on, f"told them: {one.text}", one.member) for one in found.updates]
    said += [
        (one.on, f"lifted to {one.to or one.level}: {one.reason}", one.asked_by)
        for one in found.escalations
    ]
    for again in found.reopenings:
        said.append((again.on, f"opened again: {again.reason}", again.by))
        if again.resolved_on:
            said.append((again.resolved_on, f"solved for a time: {again.resolution}", None))
    said += [(issue.resolved_on, f"solved: {issue.resolution}", None)] if issue.resolved_on else []
    said += [(issue.told_on, "they know", None)] if issue.told_on else []
    said.sort(key=lambda line: line[0])
    lines += [f"  {on}  {text}" + (f" ({who})" if who else "") for on, text, who in said]
    return "\n".join([*lines, f"  lesson: {issue.lesson}"] if issue.lesson else lines)


def _times(found: IssueDetails) -> str:
    days = totals(found.states)
    words = (f"{state.value.replace('_', ' ')} {counted(n, 'day')}" for state, n in days.items())
    return ", ".join(words)
