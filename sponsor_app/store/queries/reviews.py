"""What a one-to-one rests on: the member, open promises and issues, and what was agreed."""

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import Connection

from sponsor_app.domain.commitment import Commitment, Direction
from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.issue import Issue
from sponsor_app.domain.people import Member
from sponsor_app.domain.review_action import PREFIX, ReviewAction, read_action
from sponsor_app.domain.rules import Rules
from sponsor_app.store.models import commitment
from sponsor_app.store.queries import open_items, people
from sponsor_app.store.queries.open_items import STILL_BINDS
from sponsor_app.store.queries.policy import policy_values

FEW = 500
"""Up to how many accounts are asked for by name rather than by reading all."""


def member_of(connection: Connection, today: date, member_id: MemberId) -> Member:
    """One of ours, whether still with us or not; refuses who is not on file."""
    return among(people.members(connection, today), member_id)


def among(members: Iterable[Member], member_id: MemberId) -> Member:
    """The one of ours with this id; refuses who is not on file."""
    for one in members:
        if one.id == member_id:
            return one
    msg = "This member is not here."
    raise NotFoundError(msg, "Sync, or choose somebody else.")


def open_promises(
    connection: Connection, member_id: MemberId, accounts: Collection[AccountId]
) -> tuple[Commitment, ...]:
    """Ours that are open there, or that the sponsor made or took on."""
    theirs = commitment.c.account_id.in_(accounts)
    own = (commitment.c.owner_id == member_id) | (commitment.c.promised_by_id == member_id)
    ours = commitment.c.direction == Direction.OURS
    return tuple(open_items.commitments_where(connection, STILL_BINDS & ours & (theirs | own)))


def open_issues(
    connection: Connection, rules: Rules, today: date, accounts: Collection[AccountId]
) -> tuple[Issue, ...]:
    """What is open at these accounts, the worst first."""
    few = list(accounts) if len(accounts) < FEW else None
    found = open_items.issues(connection, rules, today, account_ids=few, only_open=True)
    return tuple(one for one in found if one.account_id in accounts)


def agreed(connection: Connection, member_id: MemberId, today: date) -> tuple[ReviewAction, ...]:
    """What was agreed until a day, the open ones first, each in the order of their days."""
    kept = policy_values(connection).items()
    read = (read_action(key, text) for key, text in kept if key.startswith(PREFIX))
    found = [one for one in read if one and one.member_id == member_id and one.on <= today]
    return tuple(sorted(found, key=lambda one: (one.done_on is not None, one.on, one.id)))
