"""References, events and reach-outs that a line of the brief rests on."""

from datetime import date

from sponsor_app.domain.account_page import AccountPage
from sponsor_app.domain.brief import Ref
from sponsor_app.domain.event import EVENT_WORDS, AtEvent, Theme
from sponsor_app.domain.reach_out import ReachOut
from sponsor_app.domain.reference import Reference, UseLimits, scope_words, standing
from sponsor_app.domain.wording import capital, full_day, listed
from sponsor_app.ui.brief.cited_record import Cited
from sponsor_app.ui.widgets.language import tr


def cited_practice(page: AccountPage, ref: Ref) -> Cited | None:
    """The reference, event or reach-out that `ref` names; None when it is none of the account's."""
    practice, today = page.practice, page.as_of
    for known in practice.references:
        if known.id == ref.id:
            return _reference(ref, known, practice.limits, today)
    for place in practice.events:
        if place.event.id == ref.id:
            return _event(ref, place, practice.themes, today)
    for one, _target in practice.reach_outs:
        if one.id == ref.id:
            return _reach_out(ref, one, today)
    return None


def _reference(ref: Ref, one: Reference, limits: UseLimits, today: date) -> Cited:
    found = standing(one, limits, today)
    meta = tr("free") if found.free else tr("locked")
    facts = (
        (tr("Agreed to"), scope_words(one.scope)),
        (tr("Approved by"), one.approved_by or tr("nobody")),
        (tr("Since"), full_day(one.valid_from, today)),
        (tr("This quarter"), f"{found.this_quarter} / {limits.quarter}"),
        (tr("This year"), f"{found.this_year} / {limits.year}"),
    )
    words = "\n".join(f"{why[:1].upper()}{why[1:]}." for why in found.why)
    symbol = "lock-open" if found.free else "lock"
    return Cited(ref, symbol, tr("Reference"), one.contact, meta, words, facts)


def _event(ref: Ref, one: AtEvent, themes: tuple[Theme, ...], today: date) -> Cited:
    event = one.event
    kind = capital(tr(EVENT_WORDS[event.kind])) if event.kind else tr("Event")
    said = [f"“{theme.quote or theme.text}”" for theme in themes if theme.event_id == event.id]
    facts = [(tr("Invited"), listed([who.name for who in one.invited], 4))]
    came = [who.name for who in one.invited if who.attended]
    if came:
        facts.append((tr("Came"), listed(came, 4)))
    if event.host:
        facts.append((tr("Held by"), event.host))
    day = full_day(event.on, today)
    return Cited(ref, "calendar-days", kind, event.title, day, "\n\n".join(said), tuple(facts))


def _reach_out(ref: Ref, one: ReachOut, today: date) -> Cited:
    facts = ((tr("For"), one.criteria.words), (tr("Since"), full_day(one.made_on, today)))
    return Cited(ref, "send", tr("Reach-out"), one.title, "", one.because, facts)
