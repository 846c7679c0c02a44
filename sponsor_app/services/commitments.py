"""Promises: made, accepted by the one who will keep them, kept or dropped."""

from datetime import date, timedelta

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.commitment import Commitment, Direction
from sponsor_app.domain.errors import InvalidError, RefusedError
from sponsor_app.domain.far_days import refuse_far
from sponsor_app.domain.handoff import days_waiting, may_accept
from sponsor_app.domain.ids import AccountId, CommitmentId, MemberId
from sponsor_app.domain.promise_book import RECORD_DAYS, KeptRecord, KeptRecords, PromiseBook
from sponsor_app.domain.text import clean_line
from sponsor_app.services import Services
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import commitment
from sponsor_app.store.queries import accounts, coverage, open_items, policy, promises
from sponsor_app.store.store import changes_of


def add(
    app: Services,
    account_id: AccountId,
    *,
    text: str,
    due: date | None,
    direction: Direction = Direction.OURS,
    owner: MemberId | None = None,
) -> Changes:
    """Record a promise. Ours with an owner counts as accepted by them; without one it is unowned."""
    line = clean_line("promise", text)
    refuse_far(due, app.today())
    ours = direction is Direction.OURS
    with app.store.write(f"Promised “{line}”" if ours else f"They promised “{line}”") as writer:
        accounts.details(writer.connection, account_id)
        writer.insert(
            commitment,
            record_id=app.store.new_id(),
            number=open_items.next_number(writer.connection, commitment),
            account_id=account_id,
            text=line,
            direction=direction,
            promised_by_id=app.me if ours else None,
            owner_id=owner,
            accepted_by_id=owner if ours else None,
            accepted_on=app.today() if ours and owner else None,
            made_on=app.today(),
            due_on=due,
        )
    return changes_of(writer)


def accept(
    app: Services,
    commitment_id: CommitmentId,
    *,
    owner: MemberId,
    due: date | None = None,
    by: MemberId | None = None,
) -> Changes:
    """Take a promise on: who accepts it (me, unless said), who of ours will keep it, and by when unless it has a day."""
    with app.store.write("Accepted a promise") as writer:
        known = _open(writer, commitment_id)
        if known.direction is Direction.THEIRS:
            msg = f"“{known.text}” is their promise. Nothing was changed."
            raise RefusedError(msg, "Only our own promises are accepted by one of us.")
        if known.accepted_on is not None:
            raise _accepted_already(known)
        acceptor = by or app.me
        _refuse_acceptor(app, writer, known, acceptor)
        writer.update(
            commitment,
            commitment_id,
            owner_id=owner,
            accepted_by_id=acceptor,
            accepted_on=app.today(),
            due_on=_agreed(known, due),
        )
        writer.title = f"Accepted “{known.text}”"
    return changes_of(writer)


def keep(app: Services, commitment_id: CommitmentId) -> Changes:
    """A promise was kept today."""
    with app.store.write("Kept a promise") as writer:
        known = _open(writer, commitment_id)
        writer.update(commitment, commitment_id, kept_on=app.today())
        writer.title = f"Kept “{known.text}”"
    return changes_of(writer)


def drop(app: Services, commitment_id: CommitmentId, *, reason: str) -> Changes:
    """A promise will not be kept, and why."""
    with app.store.write("Dropped a promise") as writer:
        known = _open(writer, commitment_id)
        line = clean_line("reason", reason)
        writer.update(commitment, commitment_id, dropped_on=app.today(), drop_reason=line)
        writer.title = f"Dropped “{known.text}”"
    return changes_of(writer)


def move(app: Services, commitment_id: CommitmentId, due: date) -> Changes:
    """Agree on another day."""
    with app.store.write("Moved a promise") as writer:
        known = _open(writer, commitment_id)
        if due < known.made_on:
            msg = f"“{known.text}” was promised on {known.made_on}; it cannot be due before."
            raise InvalidError(msg, "Nothing was changed. Give a later day.")
        writer.update(commitment, commitment_id, due_on=due)
        writer.title = f"Moved “{known.text}” to {due}"
    return changes_of(writer)


def listed(
    app: Services,
    *,
    account_id: AccountId | None = None,
    only_open: bool = False,
    overdue: bool = False,
) -> list[Commitment]:
    """Promises, soonest due first."""
    only = (account_id,) if account_id else None
    with app.store.read() as connection:
        found = open_items.commitments(connection, account_ids=only, only_open=only_open or overdue)
    return [one for one in found if one.days_late(app.today())] if overdue else found


def book(app: Services) -> PromiseBook:
    """Every open promise, and how many of those that fell due within a year were kept."""
    today = app.today()
    with app.store.read() as connection:
        since = today - timedelta(days=RECORD_DAYS)
        return PromiseBook(
            as_of=today,
            me=app.me,
            open=tuple(open_items.commitments(connection, only_open=True)),
            mine=promises.promises_of(connection, app.me),
            record=KeptRecord(*promises.record_of_promises(connection, since, today)),
            settled=promises.how_many_settled(connection),
        )


def settled(app: Services, limit: int = 100) -> list[Commitment]:
    """Promises that were kept or dropped, the latest first."""
    with app.store.read() as connection:
        return promises.settled(connection, limit)


def one(app: Services, commitment_id: CommitmentId) -> Commitment:
    """One promise; refuses one that is not here."""
    with app.store.read() as connection:
        return open_items.commitment_of(connection, commitment_id)


def records(app: Services) -> KeptRecords:
    """How what fell due within a year was kept: by who of ours promised it, and by account."""
    today = app.today()
    since = today - timedelta(days=RECORD_DAYS)
    with app.store.read() as connection:
        sponsors, at_accounts = promises.records(connection, since, today)
        whole = KeptRecord(*promises.record_of_promises(connection, since, today))
    return KeptRecords(today, whole, sponsors, at_accounts)


def _accepted_already(known: Commitment) -> RefusedError:
    who = known.accepted_by or "Somebody"
    has = f"{known.owner or 'nobody'} has it, due {known.due_on or 'on no day'}"
    msg = f"{who} accepted “{known.text}” on {known.accepted_on}; {has}. Nothing was changed."
    return RefusedError(msg, "Move it to another day, or keep it.")


def _agreed(known: Commitment, due: date | None) -> date:
    agreed = due or known.due_on
    if agreed is None:
        msg = f"“{known.text}” has no day yet, and nobody can keep a promise without one. Nothing was changed."
        raise InvalidError(msg, "Accept it with a day.", "Say --due DATE.")
    if agreed < known.made_on:
        msg = f"“{known.text}” was promised on {known.made_on}; it cannot be due before."
        raise InvalidError(msg, "Nothing was changed. Give a later day.")
    return agreed


def _refuse_acceptor(app: Services, writer: Writer, known: Commitment, by: MemberId) -> None:
    rules = policy.rules(writer.connection)
    at = (known.account_id,)
    [row] = coverage.coverage_rows(writer.connection, app.today(), rules, at) or [None]
    if row is None:
        return
    late = days_waiting(known, app.today(), rules.accept_working_days) > 0
    if not may_accept(by, row.lead_id, row.sponsor_id, escalated=late):
        msg = (
            f"{row.lead} is the account lead of {row.account}, and accepts what is promised there."
            " Nothing was changed."
        )
        days = rules.accept_working_days
        later = f"after {days} working days without an answer the sponsor may accept it"
        raise RefusedError(msg, f"It waits on their Today; {later}.")


def _open(writer: Writer, commitment_id: CommitmentId) -> Commitment:
    found = open_items.commitment_of(writer.connection, commitment_id)
    if not found.is_open():
        done = f"kept on {found.kept_on}" if found.kept_on else f"dropped on {found.dropped_on}"
        msg = f"“{found.text}” was {done}. Nothing was changed."
        raise RefusedError(msg, "Undo that step, or make a new promise.")
    return found
