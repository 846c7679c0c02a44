"""Pulses, references, events and reach-outs as the JSON that others script against; apart: most verbs need none."""

from datetime import date

from sponsor_app.cli.documents import Document
from sponsor_app.domain.account_page import AccountPage
from sponsor_app.domain.event import Event, EventPage, Invitation, Theme, speaking_share
from sponsor_app.domain.health import HealthPart, health
from sponsor_app.domain.pasted_list import Rejected
from sponsor_app.domain.people import Pulse
from sponsor_app.domain.pulse import Voice, is_own_feeling, is_stale, voice_of
from sponsor_app.domain.reach_out import Fitting, Progress, Ratio
from sponsor_app.domain.reference import (
    Reference,
    ReferenceRequest,
    Standing,
    standing,
)
from sponsor_app.services.goodwill import Goodwill
from sponsor_app.services.inviting_by_list import ListReport
from sponsor_app.services.references import ReferenceList


def of_reference(one: Reference, found: Standing) -> Document:
    """One reference of `reference list` and `reference set`."""
    return {
        "id": one.id,
        "contact": one.contact,
        "contact_id": one.contact_id,
        "account": one.account,
        "account_id": one.account_id,
        "scope": list(one.scope),
        "approved_by": one.approved_by,
        "valid_from": one.valid_from,
        "valid_until": one.valid_until,
        "approve_by": found.approve_by,
        "state": "free" if found.free else "locked",
        "locked_because": list(found.why),
        "in_scope": None,
        "uses_this_quarter": found.this_quarter,
        "uses_this_year": found.this_year,
        "cared_for": one.cared_for,
        "uses": [
            {
                "id": use.id,
                "on": use.on,
                "caller": use.caller,
                "approved": use.approved,
                "outcome": use.outcome,
            }
            for use in one.uses
        ],
        "requests": [of_request(wish) for wish in one.requests],
    }


def of_list(found: ReferenceList) -> list[Document]:
    """All of `reference list`; `tell` are those who count on a locked reference."""
    return [
        {
            **of_reference(one, found.standing(one)),
            "tell": [wish.requester for wish in found.held(one)],
        }
        for one in found.references
    ]


def of_request(one: ReferenceRequest) -> Document:
    """One wish to use a reference."""
    return {
        "id": one.id,
        "account": one.account,
        "contact": one.contact,
        "use": one.use,
        "requester": one.requester,
        "deal": one.deal,
        "state": one.state,
        "on": one.on,
        "outcome": one.outcome,
    }


def of_answer(wish: ReferenceRequest, known: Reference | None, found: Standing | None) -> Document:
    """The answer to `reference request`."""
    return {
        **of_request(wish),
        "reference_id": known.id if known else None,
        "in_scope": known is not None and wish.use in known.scope,
        "locked_because": list(found.why) if found else [],
        "uses_this_quarter": found.this_quarter if found else 0,
        "uses_this_year": found.this_year if found else 0,
    }


def of_event(one: Event) -> Document:
    """One event of `event list`."""
    return {
        "id": one.id,
        "number": one.number,
        "title": one.title,
        "kind": one.kind,
        "on": one.on,
        "place": one.place,
        "host": one.host,
        "invited": one.counts.invited,
        "accepted": one.counts.accepted,
        "declined": one.counts.declined,
        "attended": one.counts.attended,
        "accounts": one.counts.accounts,
        "ours": one.counts.ours,
        "themes": one.themes,
        "not_told": one.owed,
    }


def of_event_page(page: EventPage) -> Document:
    """One event whole."""
    share = speaking_share(page.invitations)
    return {
        **of_event(page.event),
        "speaking": share
        and {"theirs": share.theirs, "ours": share.ours, "noted": share.noted, "came": share.came},
        "invitations": [of_invitation(one) for one in page.invitations],
        "said": [of_theme(one) for one in page.themes],
    }


def of_invitation(one: Invitation) -> Document:
    """One invitation."""
    return {
        "id": one.id,
        "name": one.name,
        "contact_id": one.contact_id,
        "member_id": one.member_id,
        "title": one.title,
        "account": one.account,
        "email": one.email,
        "reply": one.reply,
        "attended": one.attended,
        "speaking_share": one.share,
    }


def of_theme(one: Theme) -> Document:
    """What was said, and what came of it."""
    return {
        "id": one.id,
        "text": one.text,
        "quote": one.quote,
        "contact": one.contact,
        "issue": one.issue,
        "promise": one.promise,
        "did": one.did,
        "told_on": one.told_on,
        "told": one.told,
    }


def of_report(report: ListReport) -> Document:
    """What a pasted list came to: `new` were invited by it."""
    return {
        "new": report.invited,
        "already": report.already,
        "duplicates": [_rejected(one) for one in report.repeated],
        "bad": [_rejected(one) for one in report.bad],
        "unknown": [_rejected(one) for one in report.unknown],
    }


def of_progress(one: Progress) -> Document:
    """One reach-out with its accounts."""
    known = one.reach_out
    return {
        "id": known.id,
        "title": known.title,
        "because": known.because,
        "for": known.criteria.words,
        "fits": one.fits,
        "done": one.done,
        "skipped": one.skipped,
        "open": one.open,
        "accounts": [_fitting(fitting) for fitting in one.fitting],
    }


def of_ratio(one: Ratio) -> Document:
    """Who starts."""
    return {"proactive": one.proactive, "reactive": one.reactive, "left_out": one.left_out}


def of_goodwill(found: Goodwill) -> Document:
    """What `coverage` says of the practices."""
    return {
        "pulse": {
            "asked": found.asked,
            "promoters": found.voices[Voice.PROMOTER],
            "passives": found.voices[Voice.PASSIVE],
            "detractors": found.voices[Voice.DETRACTOR],
            "stale": found.stale,
        },
        "references": {
            "agreed": found.agreed,
            "locked": found.locked,
            "not_kept_happy": found.unhappy,
        },
        "events": {"held": found.held, "came": found.came, "not_told": found.untold},
        "touches": of_ratio(found.ratio),
    }


def of_part(one: HealthPart) -> Document:
    """One part of an account's health."""
    return {"part": one.key, "state": one.state, "words": one.words, "on": one.on}


def of_reading(one: Pulse, today: date) -> Document:
    """One reading of `pulse list`."""
    return {
        "id": one.id,
        "on": one.on,
        "score": one.score,
        "voice": voice_of(one.score),
        "stale": is_stale(one.score, one.on, today),
        "own_feeling": is_own_feeling(one),
        "contact": one.contact,
        "source": one.source,
        "quote": one.quote,
    }


def of_practice(page: AccountPage) -> Document:
    """What `account show` says of the practices."""
    practice, today = page.practice, page.as_of
    return {
        "health": [of_part(one) for one in health(page)],
        "references": [
            of_reference(one, standing(one, practice.limits, today)) for one in practice.references
        ],
        "unapproved_calls": [
            {"contact": name, "on": use.on, "caller": use.caller} for name, use in practice.unasked
        ],
        "events": [
            {**of_event(one.event), "people": [of_invitation(who) for who in one.invited]}
            for one in practice.events
        ],
        "said": [of_theme(one) for one in practice.themes],
        "reach_outs": [
            {
                "id": one.id,
                "title": one.title,
                "done": target.done_on if target else None,
                "skipped": target.skipped_on if target else None,
            }
            for one, target in practice.reach_outs
        ],
        "ratio": of_ratio(practice.ratio),
    }


def _fitting(one: Fitting) -> Document:
    target = one.target
    return {
        "account": one.row.account,
        "account_id": one.row.account_id,
        "sponsor": one.row.sponsor,
        "done": target.done_on if target else None,
        "skipped": target.skipped_on if target else None,
        "outcome": target.outcome if target else None,
        "by": target.member if target else None,
    }


def _rejected(one: Rejected) -> Document:
    return {"line": one.line, "text": one.text, "reason": one.why}
