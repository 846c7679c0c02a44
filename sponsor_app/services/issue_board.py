"""What is shown of issues: the board of those that are not over, one with all that is known, who has heard."""

from datetime import date

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.ids import ContactId, IssueId
from sponsor_app.domain.interaction import Intent, Kind, Place
from sponsor_app.domain.issue import Issue
from sponsor_app.domain.issue_board import BoardCard, IssueBoard, IssueDetails, is_mine
from sponsor_app.domain.issue_states import spans
from sponsor_app.domain.radius import Heard
from sponsor_app.services import Services, interactions
from sponsor_app.store.queries import (
    accounts,
    issue_board,
    open_items,
    owning,
    people,
    policy,
    spread,
)
from sponsor_app.store.queries.issue_history import split

ALL_AT_ONCE = 300
"""Up to how many issues all have a card on the board."""


def radius(app: Services, issue_id: IssueId) -> list[Heard]:
    """Who has probably heard of an issue, the surest first, and who of them has been called."""
    today = app.today()
    with app.store.read() as connection:
        rules = policy.rules(connection)
        known = open_items.issue_of(connection, rules, today, issue_id)
        return spread.heard(connection, known, today)


def board(app: Services) -> IssueBoard:
    """Every issue that is not over, with how far each went; of very many the most pressing, and how many there are."""
    today = app.today()
    with app.store.read() as connection:
        rules = policy.rules(connection)
        ids, tally = None, None
        if issue_board.how_many_unfinished(connection) > ALL_AT_ONCE:
            own = owning.sponsored_by(connection, app.me, today)
            ids, tally = issue_board.pressing(connection, rules, app.me, own, today)
        found = open_items.issues(connection, rules, today, ids=ids, unfinished=True)
        counts = spread.spreads(connection, found, today)
        climbed = open_items.last_climbs(connection, [one.id for one in found])
        cards = (
            BoardCard(one, *counts[one.id], is_mine(one, app.me), _since(one, climbed.get(one.id)))
            for one in found
        )
        return IssueBoard(today, tuple(cards), accounts.how_many(connection), tally)


def details(app: Services, issue_id: IssueId) -> IssueDetails:
    """One issue with everything its page shows; refuses one that is not here."""
    today = app.today()
    with app.store.read() as connection:
        rules = policy.rules(connection)
        known = open_items.issue_of(connection, rules, today, issue_id)
        heard = spread.heard(connection, known, today)
        climbs, again = split(connection, issue_id, open_items.escalations(connection, issue_id))
        named = {one.contact_id: one.name for one in heard}
        return IssueDetails(
            as_of=today,
            me=app.me,
            issue=known,
            raised_by=named.get(known.raised_by_id) if known.raised_by_id else None,
            channel=accounts.issue_channel(connection, known.account_id),
            updates=tuple(open_items.updates(connection, issue_id)),
            escalations=tuple(climbs),
            heard=tuple(heard),
            members=tuple(people.members(connection, today, owners=(), leads=())),
            reopenings=tuple(again),
            states=spans(known, climbs, again, today),
        )


def called(
    app: Services,
    issue_id: IssueId,
    contact_id: ContactId,
    said: str | None = None,
    on: date | None = None,
) -> Changes:
    """Log a call to put an issue right, at the account of whoever was called."""
    known = details(app, issue_id)
    heard = {one.contact_id: one for one in known.heard}
    at = heard[contact_id].account_id if contact_id in heard else None
    draft = InteractionDraft(
        at or known.issue.account_id,
        Kind.CALL,
        on or app.today(),
        Place.REMOTE,
        Intent.FIX,
        summary=f"About: {known.issue.title}",
        quote=said,
        contact_ids=(contact_id,),
    )
    return interactions.log(app, draft)


def _since(one: Issue, climbed_on: date | None) -> date:
    """The day on which an issue came to where it stands."""
    return (one.resolved_on if not one.is_open else climbed_on) or one.opened_on
