"""Issues and promises as they leave, with their state as of a day."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sponsor_app.store.queries import open_items, policy
from sponsor_app.store.queries.everything import Reader


def issue_rows(reader: Reader, today: date) -> Iterator[dict[str, Any]]:
    """Every issue, open ones first."""
    contacts = reader.names_of("contact")
    lessons = dict(reader.values("issue", "id", "lesson"))
    rules = policy.rules(reader.connection)
    for one in open_items.issues(reader.connection, rules, today):
        yield {
            "id": one.id,
            "number": one.number,
            "account": one.account,
            "account_id": one.account_id,
            "title": one.title,
            "detail": one.detail,
            "severity": one.severity.value,
            "status": one.status,
            "level": one.level,
            "owner": one.owner,
            "raised_by": contacts.get(one.raised_by_id or ""),
            "opened": one.opened_on,
            "last_update": one.last_update_on,
            "last_word": one.last_update,
            "next_update_due": one.next_update_due,
            "resolved": one.resolved_on,
            "resolution": one.resolution,
            "lesson": lessons.get(one.id),
            "told": one.told_on,
        }


def promise_rows(reader: Reader, today: date) -> Iterator[dict[str, Any]]:
    """Every promise, soonest due first."""
    for one in open_items.commitments(reader.connection):
        yield {
            "id": one.id,
            "number": one.number,
            "account": one.account,
            "account_id": one.account_id,
            "text": one.text,
            "direction": one.direction,
            "state": one.state(today),
            "unowned": one.unowned,
            "promised_by": one.promised_by,
            "owner": one.owner,
            "made": one.made_on,
            "due": one.due_on,
            "accepted": one.accepted_on,
            "kept": one.kept_on,
            "dropped": one.dropped_on,
            "reason": one.drop_reason,
            "interaction_id": one.interaction_id,
        }
