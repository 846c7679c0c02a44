"""What a reference asks of whoever looks after it: tell a requester, decide about a request, ask them again."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.language import tr
from sponsor_app.domain.reference import (
    Ask,
    Asked,
    LockKind,
    Reference,
    ReferenceRequest,
    RequestState,
    UseLimits,
    on_hold,
    standing,
)
from sponsor_app.domain.today import Need, NeedKind

ANEW = frozenset({LockKind.RELEASED, LockKind.APPROVAL})


def reference_needs(
    references: Iterable[Reference],
    limits: UseLimits,
    *,
    mine: Collection[AccountId],
    me: MemberId,
    today: date,
) -> list[Need]:
    """Those of references at my accounts, or that I approved: who must be told, who waits, who is asked again."""
    ours = [one for one in references if one.account_id in mine or one.approved_by_id == me]
    return [need for one in ours for need in _of(one, limits, today)]


def _of(one: Reference, limits: UseLimits, today: date) -> Iterator[Need]:
    found = standing(one, limits, today)
    why = "; ".join(found.why)
    held: Sequence[ReferenceRequest] = on_hold(one, limits, today)
    for wish in held:
        title = tr("Tell {requester}: {contact} is locked").format(
            requester=wish.requester, contact=one.contact
        )
        yield _need(one, Asked(Ask.TELL, one.id, one.contact, wish, why), title, wish.id, wish.on)
    for wish in one.requests:
        if wish.state is RequestState.IN_SCOPE and wish not in held:
            title = tr("{requester} asks for {contact}").format(
                requester=wish.requester, contact=one.contact
            )
            asked = Asked(Ask.DECIDE, one.id, one.contact, wish, wish.deal or "")
            yield _need(one, asked, title, wish.id, wish.on)
    if any(lock.kind in ANEW for lock in found.locks) and len(found.locks) == 1:
        title = tr("Ask {contact} again: do they still speak for us?").format(contact=one.contact)
        since = found.locks[0].since or one.valid_from
        yield _need(one, Asked(Ask.AGAIN, one.id, one.contact, None, why), title, one.id, since)


def _need(one: Reference, asked: Asked, title: str, record_id: str, since: date) -> Need:
    return Need(
        NeedKind.REFERENCE,
        record_id,
        one.account_id,
        one.account,
        title,
        0,
        None,
        since,
        reference=asked,
    )
