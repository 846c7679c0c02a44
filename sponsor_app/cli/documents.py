"""Records as the JSON that others script against: stable keys, null for unknown, ISO dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sponsor_app.domain.money import amount

if TYPE_CHECKING:
    from sponsor_app.domain.account_details import AccountDetails
    from sponsor_app.domain.account_page import AccountPage
    from sponsor_app.domain.commitment import Commitment
    from sponsor_app.domain.history import Entry, Step
    from sponsor_app.domain.issue import Issue
    from sponsor_app.domain.people import Contact, Fact, Member, Pulse
    from sponsor_app.domain.promise_book import KeptBy
    from sponsor_app.domain.radius import Heard
    from sponsor_app.domain.search import Hit
    from sponsor_app.domain.strength import Strength
    from sponsor_app.domain.timeline import Interaction

Document = dict[str, object]


def of_page(page: AccountPage) -> Document:
    """The whole record of `account show`."""
    from sponsor_app.domain.coverage_document import account_line  # noqa: PLC0415 - all of coverage

    return {
        **account_line(page.row),
        **of_details(page.details),
        "strength": of_strength(page.strength),
        "selling_only": page.row.selling_only(page.as_of),
        "contacts": [of_contact(one) for one in page.contacts],
        "interactions": [of_interaction(one) for one in page.timeline],
        "interactions_total": page.timeline_total,
        "planned": [of_interaction(one) for one in page.planned],
        "issues": [of_issue(one) for one in page.issues],
        "promises": [of_promise(one, one.state(page.as_of)) for one in page.commitments],
        "pulses": [of_pulse(one) for one in page.pulses],
        "facts": [of_fact(one) for one in page.facts],
        "turns": [
            {"id": one.id, "turn": one.turning, "on": one.on, "because": one.because}
            for one in page.turns
        ],
    }


def of_details(details: AccountDetails) -> Document:
    """What is on file about the organisation."""
    revenue = details.revenue_minor
    return {
        "name": details.name,
        "address": details.address,
        "city": details.city,
        "postcode": details.postcode,
        "website": details.website,
        "phone": details.phone,
        "email": details.email,
        "employees": details.employees,
        "annual_revenue": None if revenue is None else amount(revenue, details.currency),
        "currency": details.currency,
        "parent": details.parent,
        "customer_since": details.customer_since,
        "story": details.story,
        "wants": details.wants,
        "issue_channel": details.issue_channel,
        "lost_because": details.lost_because,
        "external_id": details.external_id,
        "aliases": [{"kind": one.kind, "value": one.value} for one in details.aliases],
        "team": [{"member": one.name, "role": one.role} for one in details.team],
        "sponsorships": [
            {
                "member": one.member,
                "from": one.starts_on,
                "to": one.ends_on,
                "reason": one.reason,
                "note": one.note,
            }
            for one in details.sponsorships
        ],
    }


def of_strength(strength: Strength | None) -> Document | None:
    """The score with its factors."""
    if strength is None:
        return None
    factors = [{"name": one.name, "points": one.points} for one in strength.factors]
    return {"score": strength.score, "factors": factors}


def of_pulse(one: Pulse) -> Document:
    """One reading."""
    return {
        "id": one.id,
        "on": one.on,
        "score": one.score,
        "contact": one.contact,
        "quote": one.quote,
        "source": one.source,
    }


def of_fact(one: Fact) -> Document:
    """One thing worth knowing."""
    return {
        "id": one.id,
        "on": one.on,
        "contact": one.contact,
        "text": one.text,
        "source": one.source,
    }


def of_member(one: Member) -> Document:
    """A line of `member list`."""
    return {
        "id": one.id,
        "name": one.name,
        "email": one.email,
        "title": one.title,
        "function": one.function,
        "max_accounts": one.max_accounts,
        "accounts": one.accounts,
        "left_on": one.left_on,
    }


def of_contact(one: Contact) -> Document:
    """A line of `contact list`."""
    return {
        "id": one.id,
        "name": one.name,
        "account": one.account,
        "title": one.title,
        "function": one.function,
        "role": one.role,
        "support": one.support,
        "reports_to": one.reports_to,
        "counterpart": one.counterpart,
        "emails": [point.raw for point in one.points if point.kind == "email"],
        "phones": [point.raw for point in one.points if point.kind in ("phone", "mobile")],
        "last_touch": one.last_on,
        "touches": one.touches,
        "strength": one.strength,
        "left_on": one.left_on,
    }


def of_interaction(one: Interaction) -> Document:
    """An interaction with who took part."""
    return {
        "id": one.id,
        "account": one.account,
        "kind": one.kind,
        "state": one.state,
        "date": one.on,
        "starts_at": one.starts_at,
        "place": one.place,
        "intent": one.intent,
        "sentiment": one.sentiment,
        "summary": one.summary,
        "quote": one.quote,
        "contacts": [person.name for person in one.contacts],
        "members": [person.name for person in one.members],
        "by": one.by,
    }


def of_issue(one: Issue) -> Document:
    """An issue."""
    return {
        "id": one.id,
        "number": one.number,
        "account": one.account,
        "title": one.title,
        "detail": one.detail,
        "severity": one.severity.value,
        "status": one.status,
        "level": one.level,
        "owner": one.owner,
        "opened": one.opened_on,
        "last_update": one.last_update_on,
        "next_update_due": one.next_update_due,
        "resolved": one.resolved_on,
        "resolution": one.resolution,
        "lesson": one.lesson,
        "told": one.told_on,
    }


def of_promise(one: Commitment, state: str) -> Document:
    """A promise."""
    return {
        "id": one.id,
        "number": one.number,
        "account": one.account,
        "text": one.text,
        "direction": one.direction,
        "state": state,
        "unowned": one.unowned,
        "owner": one.owner,
        "made": one.made_on,
        "due": one.due_on,
        "promised_by": one.promised_by,
        "accepted": one.accepted_on,
        "accepted_by": one.accepted_by,
        "kept": one.kept_on,
        "dropped": one.dropped_on,
        "reason": one.drop_reason,
    }


def of_kept(one: KeptBy) -> Document:
    """One line of `promise record`: of how many due within a year how many were kept."""
    record = one.record
    return {
        "id": one.id,
        "name": one.name,
        "due": record.due,
        "kept": record.kept,
        "kept_late": record.kept_late,
        "dropped": record.dropped,
    }


def of_hit(hit: Hit) -> Document:
    """One answer of `find`."""
    return {
        "kind": hit.kind,
        "id": hit.id,
        "title": hit.title,
        "account": hit.account,
        "field": hit.field,
        "snippet": hit.snippet,
        "score": hit.score,
    }


def of_entry(one: Entry) -> Document:
    """One change of `history`."""
    return {
        "at": one.at,
        "member": one.member,
        "device": one.device,
        "step": one.step,
        "step_title": one.step_title,
        "op": one.op,
        "kind": one.record_kind,
        "id": one.record_id,
        "record": one.record,
        "fields": [
            {"field": change.name, "before": change.before, "after": change.after}
            for change in one.fields
        ],
    }


def of_step(one: Step) -> Document:
    """One step of `undo --list`."""
    return {
        "step": one.step,
        "at": one.at,
        "member": one.member,
        "device": one.device,
        "kind": one.kind,
        "title": one.title,
        "changes": one.changes,
        "undoes": one.undoes,
        "undone_by": one.undone_by,
    }


def of_heard(one: Heard) -> Document:
    """One row of `issue radius`."""
    return {
        "contact_id": one.contact_id,
        "contact": one.name,
        "title": one.title,
        "account": one.account,
        "weight": one.weight,
        "because": list(one.because),
        "called": one.called_on,
        "called_by": one.called_by,
        "said": one.said,
        "likelihood": one.likelihood,
    }
