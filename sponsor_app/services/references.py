"""References: agreed, locked by themselves, asked for, approved, used; calls nobody approved on record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import InvalidError, RefusedError
from sponsor_app.domain.far_days import refuse_far
from sponsor_app.domain.ids import (
    AccountId,
    ContactId,
    MemberId,
    ReferenceId,
    RequestId,
    link_id,
)
from sponsor_app.domain.reference import (
    WAITING,
    Reference,
    ReferenceRequest,
    ReferenceUse,
    RequestState,
    Standing,
    Use,
    UseLimits,
    best_for,
    beyond_care,
    check_dates,
    standing,
    verdict,
)
from sponsor_app.domain.text import clean_line
from sponsor_app.services import Services
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import reference, reference_request, reference_use
from sponsor_app.store.queries import accounts, linked, policy, references
from sponsor_app.store.queries.whom import person_of
from sponsor_app.store.store import changes_of


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """Every reference as of a day; `beyond` is the laundry list: those whom nobody keeps happy, `uncared` their ids."""

    as_of: date
    me: MemberId
    limits: UseLimits
    references: tuple[Reference, ...]
    beyond: tuple[Reference, ...]
    unplaced: tuple[ReferenceRequest, ...]
    unasked: tuple[tuple[str, ReferenceUse], ...]
    standings: Mapping[ReferenceId, Standing]
    uncared: frozenset[ReferenceId]

    def standing(self, one: Reference) -> Standing:
        """Where one of them stands."""
        return self.standings[one.id]

    def held(self, one: Reference) -> tuple[ReferenceRequest, ...]:
        """Who counts on one of them that is locked, and must be told."""
        if self.standing(one).free:
            return ()
        return tuple(wish for wish in one.requests if wish.state in WAITING)


def agree(
    app: Services,
    contact_id: ContactId,
    *,
    scope: tuple[Use, ...],
    approved_by: MemberId,
    start: date | None = None,
    until: date | None = None,
    note: str | None = None,
) -> Changes:
    """Put down what a contact agreed to, or approve it anew; it holds from `start` (today unless given).

    Refuses an end before the beginning and somebody who has left.
    """
    begin = start or app.today()
    check_dates(begin, until)
    for day in (begin, until):
        refuse_far(day, app.today())
    with app.store.write("Agreed on a reference") as writer:
        person = person_of(writer.connection, contact_id)
        if person.left_on is not None and person.left_on <= app.today():
            msg = f"{person.name} left on {person.left_on}. Nothing was changed."
            raise RefusedError(msg, "Ask somebody who is still there.")
        reference_id = _reference_id(writer, contact_id) or link_id("reference", contact_id)
        writer.title = f"{person.name} is a reference"
        writer.link(
            reference,
            reference_id,
            account_id=person.account_id,
            contact_id=contact_id,
            scope=",".join(scope),
            approved_by_id=approved_by,
            valid_from=begin,
            valid_until=until,
            note=clean_line("note", note) if note else None,
        )
    return changes_of(writer)


def approve_again(app: Services, reference_id: ReferenceId, *, approved_by: MemberId) -> Changes:
    """They were asked and agreed again: the same scope holds from today."""
    with app.store.write("Approved a reference again") as writer:
        known = references.reference_of(
            writer.connection, app.today(), policy.rules(writer.connection), reference_id
        )
        if known.left_on is not None and known.left_on <= app.today():
            msg = f"{known.contact} left on {known.left_on}. Nothing was changed."
            raise RefusedError(msg, "Take the reference off the list.")
        until = known.valid_until
        over = until is not None and until < app.today()
        writer.update(
            reference,
            reference_id,
            valid_from=app.today(),
            valid_until=None if over else until,
            approved_by_id=approved_by,
        )
        writer.title = f"{known.contact} agreed again"
    return changes_of(writer)


def end(app: Services, reference_id: ReferenceId) -> Changes:
    """Take somebody off the list; what they were used for stays on record."""
    with app.store.write("Ended a reference") as writer:
        known = _one(app, writer, reference_id)
        writer.delete(reference, reference_id)
        writer.title = f"{known.contact} is no longer a reference"
    return changes_of(writer)


def request(
    app: Services,
    account_id: AccountId,
    *,
    use: Use,
    requester: str,
    deal: str | None = None,
    contact_id: ContactId | None = None,
) -> Changes:
    """Wish for a reference from an account; it is checked against scope and locks, and kept with the answer."""
    who = clean_line("requester", requester)
    with app.store.write("Asked for a reference") as writer:
        rules = policy.rules(writer.connection)
        known = accounts.details(writer.connection, account_id)
        found = references.references(
            writer.connection, app.today(), rules, account_ids=(account_id,)
        )
        wanted = [one for one in found if contact_id in (None, one.contact_id)]
        best = best_for(wanted, use, rules.references, app.today())
        state = (
            verdict(best, use, rules.references, app.today())
            if best is not None
            else RequestState.OUT_OF_SCOPE
        )
        writer.title = f"{who} asks {best.contact if best else known.name} for a {use.value}"
        writer.insert(
            reference_request,
            record_id=app.store.new_id(),
            reference_id=best.id if best else None,
            account_id=account_id,
            kind=use,
            requester=who,
            deal=clean_line("deal", deal) if deal else None,
            state=state,
            on_day=app.today(),
        )
    return changes_of(writer)


def approve(app: Services, request_id: RequestId) -> Changes:
    """Let the requester use the reference; checked anew, because it may have locked meanwhile."""
    with app.store.write("Approved a request") as writer:
        wish = _wish(writer, request_id)
        if wish.state in (RequestState.APPROVED, RequestState.USED) or wish.use is None:
            msg = f"The request of {wish.requester} is {_said(wish.state)}. Nothing was changed."
            raise RefusedError(msg)
        known = _placed(app, writer, wish)
        limits = policy.rules(writer.connection).references
        state = verdict(known, wish.use, limits, app.today())
        if state is not RequestState.IN_SCOPE:
            why = "; ".join(standing(known, limits, app.today()).why)
            said = f"locked: {why}" if why and state is RequestState.LOCKED else "out of scope"
            msg = f"{known.contact} is {said}. Nothing was approved."
            raise RefusedError(msg, "Decline the request, or ask the reference for more first.")
        writer.update(reference_request, request_id, state=RequestState.APPROVED)
        writer.title = f"{wish.requester} may ask {known.contact}"
    return changes_of(writer)


def decline(app: Services, request_id: RequestId, *, reason: str) -> Changes:
    """Refuse a request, with the reason to tell the requester."""
    line = clean_line("reason", reason)
    with app.store.write("Declined a request") as writer:
        wish = _wish(writer, request_id)
        if wish.state is RequestState.USED:
            msg = f"{wish.contact} has already spoken for {wish.requester}. Nothing was changed."
            raise RefusedError(msg)
        writer.update(reference_request, request_id, state=RequestState.DECLINED, outcome=line)
        writer.title = f"Declined the request of {wish.requester}"
    return changes_of(writer)


def hold(app: Services, request_id: RequestId) -> Changes:
    """The requester was told that the reference is locked; the request waits until it is asked again."""
    with app.store.write("Told a requester") as writer:
        wish = _wish(writer, request_id)
        if wish.state not in WAITING:
            msg = f"The request of {wish.requester} is {_said(wish.state)}. Nothing was changed."
            raise RefusedError(msg)
        writer.update(reference_request, request_id, state=RequestState.LOCKED)
        writer.title = f"Told {wish.requester} that {wish.contact} is locked"
    return changes_of(writer)


def used(app: Services, request_id: RequestId, *, outcome: str | None = None) -> Changes:
    """They spoke for us as approved; it counts towards the limits."""
    with app.store.write("Used a reference") as writer:
        wish = _wish(writer, request_id)
        if wish.state is not RequestState.APPROVED:
            msg = f"The request of {wish.requester} is {_said(wish.state)}, not approved. Nothing was saved."
            raise RefusedError(
                msg, "Approve it first; a call that took place all the same is logged as such."
            )
        known = _placed(app, writer, wish)
        line = clean_line("outcome", outcome) if outcome else None
        writer.insert(
            reference_use,
            record_id=link_id(request_id, "use"),
            reference_id=wish.reference_id,
            request_id=request_id,
            contact_id=known.contact_id,
            caller=wish.requester,
            on_day=app.today(),
            outcome=line,
            approved=1,
        )
        writer.update(reference_request, request_id, state=RequestState.USED, outcome=line)
        writer.title = f"{known.contact} spoke for {wish.requester}"
    return changes_of(writer)


def outcome(app: Services, request_id: RequestId, text: str) -> Changes:
    """What came of it."""
    line = clean_line("outcome", text)
    with app.store.write("Noted an outcome") as writer:
        wish = _wish(writer, request_id)
        writer.update(reference_request, request_id, outcome=line)
        if wish.state is RequestState.USED:
            writer.update(reference_use, link_id(request_id, "use"), outcome=line)
        writer.title = f"Noted what came of the request of {wish.requester}"
    return changes_of(writer)


def log_call(
    app: Services, contact_id: ContactId, *, caller: str, outcome: str | None = None
) -> Changes:
    """Somebody asked them without anybody's approval: on record, and it counts."""
    who = clean_line("caller", caller)
    with app.store.write("Logged a call nobody approved") as writer:
        person = person_of(writer.connection, contact_id)
        writer.insert(
            reference_use,
            record_id=app.store.new_id(),
            reference_id=_reference_id(writer, contact_id),
            contact_id=contact_id,
            caller=who,
            on_day=app.today(),
            outcome=clean_line("outcome", outcome) if outcome else None,
            approved=0,
        )
        writer.title = f"{who} called {person.name}, and nobody approved it"
    return changes_of(writer)


def listed(app: Services) -> ReferenceList:
    """Every reference with what locks it, the requests nobody can place, the calls nobody approved."""
    today = app.today()
    with app.store.read() as connection:
        rules = policy.rules(connection)
        found = tuple(references.references(connection, today, rules, judged=True))
        beyond = beyond_care(found, today)
        homeless = [one for one in references.requests(connection) if one.reference_id is None]
        return ReferenceList(
            as_of=today,
            me=app.me,
            limits=rules.references,
            references=found,
            beyond=beyond,
            unplaced=tuple(homeless),
            unasked=tuple(references.unasked_uses(connection)),
            standings={one.id: standing(one, rules.references, today) for one in found},
            uncared=frozenset(one.id for one in beyond),
        )


def one(app: Services, reference_id: ReferenceId) -> tuple[Reference, Standing]:
    """One reference and where it stands; refuses one that is not here."""
    with app.store.read() as connection:
        rules = policy.rules(connection)
        found = references.reference_of(connection, app.today(), rules, reference_id)
    return found, standing(found, rules.references, app.today())


def every_request(app: Services) -> list[ReferenceRequest]:
    """Every wish to use a reference, the latest first."""
    with app.store.read() as connection:
        return references.requests(connection)


def one_request(app: Services, request_id: RequestId) -> ReferenceRequest:
    """One request; refuses one that is not here."""
    with app.store.read() as connection:
        return references.request_of(connection, request_id)


def write_guideline(app: Services, reference_id: ReferenceId, path: Path) -> Path:
    """Write the page to give to the reference: what was agreed, and that they may always say no; .pdf or .html."""
    from sponsor_app.services.reference_paper import write  # noqa: PLC0415 - templates, late

    found, _standing = one(app, reference_id)
    with app.store.read() as connection:
        limits = policy.rules(connection).references
    return write(app, found, limits, path)


def warned(found: ReferenceList) -> list[tuple[Reference, ReferenceRequest]]:
    """Requests that count on a locked reference: their requesters must be told."""
    return [(known, wish) for known in found.references for wish in found.held(known)]


def _reference_id(writer: Writer, contact_id: ContactId) -> str | None:
    here = linked.ids_with(writer.connection, reference, "contact_id", contact_id)
    return here[0] if here else None


def _said(state: RequestState) -> str:
    return state.value.replace("_", " ")


def _one(app: Services, writer: Writer, reference_id: str) -> Reference:
    rules = policy.rules(writer.connection)
    return references.reference_of(writer.connection, app.today(), rules, reference_id)


def _placed(app: Services, writer: Writer, wish: ReferenceRequest) -> Reference:
    if wish.reference_id is None:
        msg = f"{wish.account} has no reference that was asked for. Nothing was changed."
        raise InvalidError(msg, "Agree on a reference there first, then ask anew.")
    return _one(app, writer, wish.reference_id)


def _wish(writer: Writer, request_id: RequestId) -> ReferenceRequest:
    return references.request_of(writer.connection, request_id)
