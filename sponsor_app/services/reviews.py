"""The one-to-one with a sponsor: the page, and what was agreed there."""

from dataclasses import replace
from datetime import date

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.concerns import boss_of_lead
from sponsor_app.domain.coverage import totals
from sponsor_app.domain.errors import InvalidError, NotFoundError
from sponsor_app.domain.heat import worst_first
from sponsor_app.domain.ids import MemberId, link_id
from sponsor_app.domain.quarters import quarters_until
from sponsor_app.domain.review import Review
from sponsor_app.domain.review_action import PREFIX, ReviewAction, read_action
from sponsor_app.domain.text import clean_line
from sponsor_app.services import Services, coverage
from sponsor_app.store.models import policy
from sponsor_app.store.queries import quarters
from sponsor_app.store.queries import reviews as queries
from sponsor_app.store.queries.policy import policy_values
from sponsor_app.store.store import changes_of


def compose_review(app: Services, member_id: MemberId) -> Review:
    """Everything about one sponsor as of today; a member who owns nothing has a page too."""
    known, today = coverage.known(app), app.today()
    rows = [row for row in known.rows if row.sponsor_id == member_id]
    promised = {row.account_id: row.cadence for row in rows}
    with app.store.read() as connection:
        return Review(
            today,
            queries.among(known.members, member_id),
            tuple(worst_first(rows)),
            totals(rows),
            known.rules.load,
            queries.open_promises(connection, member_id, promised.keys()),
            queries.open_issues(connection, known.rules, today, promised.keys()),
            quarters.tallies(connection, quarters_until(today), promised, member_id),
            queries.agreed(connection, member_id, today),
            boss_of_lead(rows, {one.id: one for one in known.members}),
        )


def agree(app: Services, member_id: MemberId, text: str, due: date | None = None) -> Changes:
    """Put down what was agreed with a sponsor, perhaps for a day to come."""
    line, today = clean_line("action", text), app.today()
    if due is not None and due < today:
        msg = f"{due} has passed. Nothing was put down."
        raise InvalidError(msg, "Give a day to come, or none.")
    action = ReviewAction(app.store.new_id(), member_id, line, today, due)
    with app.store.write(f"Agreed “{line}”") as writer:
        who = queries.member_of(writer.connection, today, member_id)
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
