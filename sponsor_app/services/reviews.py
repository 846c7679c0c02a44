"""The one-to-one with a sponsor: the page, and what was agreed there."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.commitment import Commitment, Direction
from sponsor_app.domain.coverage import totals
from sponsor_app.domain.errors import InvalidError, NotFoundError
from sponsor_app.domain.gaps import Gap
from sponsor_app.domain.heat import worst_first
from sponsor_app.domain.ids import AccountId, MemberId, link_id
from sponsor_app.domain.issue import Issue
from sponsor_app.domain.people import Member
from sponsor_app.domain.quarters import quarters_until
from sponsor_app.domain.review import Review
from sponsor_app.domain.review_action import PREFIX, ReviewAction, read_action
from sponsor_app.domain.rules import Rules
from sponsor_app.domain.text import clean_line
from sponsor_app.services import Services, coverage
from sponsor_app.store.models import policy
from sponsor_app.store.queries import open_items, people, quarters
from sponsor_app.store.queries.policy import policy_values
from sponsor_app.store.store import changes_of

FEW = 500
"""Up to how many accounts are asked for by name rather than by reading all."""


def compose_review(app: Services, member_id: MemberId) -> Review:
    """Everything about one sponsor as of today; a member who owns nothing has a page too."""
    report, today = coverage.report(app), app.today()
    rows = [row for row in report.rows if row.sponsor_id == member_id]
    promised = {row.account_id: row.cadence for row in rows}
    with app.store.read() as connection:
        return Review(
            today,
            _member(connection, today, member_id),
            tuple(worst_first(rows)),
            totals(rows),
            report.rules.load,
            _promises(connection, member_id, promised.keys()),
            _issues(connection, report.rules, today, promised.keys()),
            quarters.tallies(connection, quarters_until(today), promised, member_id),
            _actions(connection, member_id, today),
            report.gap(Gap.BOSS_OF_LEAD).because,
        )


def agree(app: Services, member_id: MemberId, text: str, due: date | None = None) -> Changes:
    """Put down what was agreed with a sponsor, perhaps for a day to come."""
    line, today = clean_line("action", text), app.today()
    if due is not None and due < today:
        msg = f"{due} has passed. Nothing was put down."
        raise InvalidError(msg, "Give a day to come, or none.")
    action = ReviewAction(app.store.new_id(), member_id, line, today, due)
    with app.store.write(f"Agreed “{line}”") as writer:
        who = _member(writer.connection, today, member_id)
        writer.link(policy, link_id("policy", action.key), key=action.key, value=action.to_text())
        writer.title = f"Agreed with {who.name}: “{line}”"
    return changes_of(writer)


def finish(app: Services, action_id: str) -> Changes:
    """What was agreed is done, as of today; refuses what is no longer on the list."""
    with app.store.write("Done") as writer:
        key = f"{PREFIX}{action_id}"
        kept = policy_values(writer.connection).get(key)
        action = read_action(key, kept) if kept else None
        if action is None:
            msg = "What was agreed is no longer here. Nothing was changed."
            raise NotFoundError(msg, "Look at the review again.")
        done = replace(action, done_on=app.today())
        writer.update(policy, link_id("policy", key), value=done.to_text())
        writer.title = f"Done: “{action.text}”"
    return changes_of(writer)


def find_action(one: Review, text: str) -> ReviewAction:
    """The open action that an id or some words name; refuses none and several."""
    wanted = text.casefold().strip()
    found = [
        action
        for action in one.actions
        if action.done_on is None and (wanted == action.id or wanted in action.text.casefold())
    ]
    if len(found) != 1:
        which = "; ".join(f"“{action.text}”" for action in found) or "nothing open"
        msg = f"“{text}” names {which}. Nothing was changed."
        raise NotFoundError(msg, "Give words of one that is open.")
    return found[0]


def _member(connection: Connection, today: date, member_id: MemberId) -> Member:
    found = [one for one in people.members(connection, today) if one.id == member_id]
    if not found:
        msg = "This member is not here."
        raise NotFoundError(msg, "Sync, or choose somebody else.")
    return found[0]


def _promises(
    connection: Connection, member_id: MemberId, accounts: Collection[AccountId]
) -> tuple[Commitment, ...]:
    """Ours that are open there, or that the sponsor made or took on."""
    return tuple(
        one
        for one in open_items.commitments(connection, only_open=True)
        if one.direction is Direction.OURS
        and (one.account_id in accounts or member_id in (one.owner_id, one.promised_by_id))
    )


def _issues(
    connection: Connection, rules: Rules, today: date, accounts: Collection[AccountId]
) -> tuple[Issue, ...]:
    few = list(accounts) if len(accounts) < FEW else None
    found = open_items.issues(connection, rules, today, account_ids=few, only_open=True)
    return tuple(one for one in found if one.account_id in accounts)


def _actions(connection: Connection, member_id: MemberId, today: date) -> tuple[ReviewAction, ...]:
    """What was agreed until a day, the open ones first, each in the order of their days."""
    kept = policy_values(connection).items()
    read = (read_action(key, text) for key, text in kept if key.startswith(PREFIX))
    found = [one for one in read if one and one.member_id == member_id and one.on <= today]
    return tuple(sorted(found, key=lambda one: (one.done_on is not None, one.on, one.id)))
