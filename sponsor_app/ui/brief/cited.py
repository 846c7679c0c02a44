"""What a line of the brief rests on, from the page that the brief was made of."""

from datetime import date

from sponsor_app.domain.account_page import AccountPage
from sponsor_app.domain.brief import Ref
from sponsor_app.domain.commitment import Commitment, CommitmentState, Direction
from sponsor_app.domain.interaction import Kind
from sponsor_app.domain.issue import Issue
from sponsor_app.domain.people import Contact, Fact, Pulse
from sponsor_app.domain.timeline import Interaction
from sponsor_app.domain.wording import (
    INTENT_WORDS,
    KIND_WORDS,
    PLACE_WORDS,
    ROLE_WORDS,
    capital,
    full_day,
    listed,
    span,
)
from sponsor_app.ui.brief.cited_practices import cited_practice
from sponsor_app.ui.brief.cited_record import Cited
from sponsor_app.ui.widgets.day_words import late
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.states import state

SYMBOLS = {
    Kind.VISIT: "house",
    Kind.COFFEE: "coffee",
    Kind.MEAL: "utensils",
    Kind.MEETING: "users-round",
    Kind.CALL: "phone",
    Kind.VIDEO: "video",
    Kind.MESSAGE: "message-square",
    Kind.EVENT: "calendar-days",
    Kind.REVIEW: "presentation",
}


def cited(page: AccountPage, ref: Ref) -> Cited | None:
    """The record that `ref` names; None when the page does not hold it, or it is the account itself."""
    today = page.as_of
    for one in (*page.timeline, *page.planned):
        if ref.id == one.id:
            return _interaction(ref, one, today)
    for issue in page.issues:
        if ref.id == issue.id:
            return _issue(ref, issue, today)
    for promise in page.commitments:
        if ref.id == promise.id:
            return _promise(ref, promise, today)
    return _of_people(page, ref) or cited_practice(page, ref)


def of_account(page: AccountPage, ref: Ref) -> Cited:
    """What stands for a record that is the account itself, or is not on its page."""
    return Cited(ref, "building-2", tr("Account"), page.row.account)


def _of_people(page: AccountPage, ref: Ref) -> Cited | None:
    today = page.as_of
    for pulse in page.pulses:
        if ref.id == pulse.id:
            return _pulse(ref, pulse, today)
    for fact in page.facts:
        if ref.id == fact.id:
            return _fact(ref, fact, today)
    for contact in page.contacts:
        if ref.id == contact.id:
            return _contact(ref, contact, today)
    return None


def _named(*pairs: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
    """Those that are known."""
    return tuple((name, value) for name, value in pairs if value)


def _interaction(ref: Ref, one: Interaction, today: date) -> Cited:
    kind = capital(tr(KIND_WORDS[one.kind]))
    names = [person.name for person in one.contacts]
    title = tr("{kind} with {names}").format(kind=kind, names=listed(names)) if names else kind
    place = tr(PLACE_WORDS[one.place]) if one.place else ""
    intent = tr(INTENT_WORDS[one.intent]) if one.intent else ""
    meta = " · ".join(part for part in (full_day(one.on, today), place, intent) if part)
    quote = f"“{one.quote}”" if one.quote else ""
    said = "\n\n".join(part for part in (quote, one.summary or "") if part)
    ours = listed([person.name for person in one.members], 3) if one.members else ""
    logged = full_day(one.logged_at.astimezone().date(), today)
    facts = _named((tr("From us"), ours), (tr("Logged by"), one.by), (tr("Arrived here"), logged))
    return Cited(ref, SYMBOLS[one.kind], kind, title, meta, said, facts)


def _issue(ref: Ref, one: Issue, today: date) -> Cited:
    signs = state(one.severity)
    days = one.days_late(today)
    due = full_day(one.next_update_due, today) if one.next_update_due else ""
    update = tr("{late}, was due {day}").format(late=late(days), day=due) if days else due
    meta = tr("{severity} · open {span}").format(
        severity=signs.word, span=span(one.days_open(today))
    )
    facts = _named(
        (tr("Owner"), one.owner or tr("nobody")),
        (tr("Opened"), full_day(one.opened_on, today)),
        (tr("Last told"), full_day(one.last_update_on, today) if one.last_update_on else None),
        (tr("Next update"), update),
    )
    said = "\n\n".join(part for part in (one.detail, one.last_update, one.resolution) if part)
    return Cited(ref, signs.symbol, tr("Issue"), one.title, meta, said, facts)


def _promise(ref: Ref, one: Commitment, today: date) -> Cited:
    ours = one.direction is Direction.OURS
    found = one.state(today)
    said = state(found).word
    if found is CommitmentState.LATE:
        said = late(one.days_late(today))
    facts = _named(
        (tr("Promised by"), one.promised_by),
        (tr("Promised on"), full_day(one.made_on, today)),
        (tr("Due"), full_day(one.due_on, today) if one.due_on else tr("no day")),
        (tr("Who will keep it"), one.owner or (tr("nobody accepted it") if ours else None)),
    )
    meta = f"{tr('ours') if ours else tr('theirs')} · {said}"
    return Cited(ref, "handshake", tr("Promise"), one.text, meta, one.drop_reason or "", facts)


def _pulse(ref: Ref, one: Pulse, today: date) -> Cited:
    title = tr("Pulse {score} of 10").format(score=one.score)
    facts = _named((tr("From"), one.contact), (tr("Source"), one.source))
    quote = f"“{one.quote}”" if one.quote else ""
    return Cited(ref, "smile", tr("Pulse"), title, full_day(one.on, today), quote, facts)


def _fact(ref: Ref, one: Fact, today: date) -> Cited:
    facts = _named((tr("About"), one.contact), (tr("Source"), one.source))
    return Cited(ref, "info", tr("Fact"), one.text, full_day(one.on, today), "", facts)


def _contact(ref: Ref, one: Contact, today: date) -> Cited:
    met = full_day(one.last_on, today) if one.last_on else tr("never")
    strength = None if one.strength is None else tr("{n} of 100").format(n=one.strength)
    facts = _named(
        (tr("Role"), tr(ROLE_WORDS[one.role]) if one.role else None),
        (tr("Last met"), met),
        (tr("Strength"), strength),
        (tr("Counterpart"), one.counterpart),
    )
    return Cited(ref, "user-round", tr("Person"), one.name, one.title or "", one.note or "", facts)
