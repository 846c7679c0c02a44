"""Interactions as they leave, latest first, with those who took part."""

from collections.abc import Iterator, Mapping
from typing import Any

from sponsor_app.store.queries.everything import Reader

DELETED = "someone deleted"
NOBODY: tuple[tuple[str, str], ...] = ()

People = Mapping[str, list[tuple[str, str]]]


def interaction_rows(reader: Reader) -> Iterator[dict[str, Any]]:
    """Every interaction: held, planned and called off."""
    accounts = reader.names_of("account")
    members = reader.names_of("member")
    contacts = _present(reader, "contact_id", reader.names_of("contact"))
    ours = _present(reader, "member_id", members)
    for one in reader.records("interaction"):
        there, here = contacts.get(one["id"], NOBODY), ours.get(one["id"], NOBODY)
        yield {
            "id": one["id"],
            "account": accounts.get(one["account_id"]),
            "account_id": one["account_id"],
            "kind": one["kind"],
            "state": one["state"],
            "date": one["happened_on"],
            "starts_at": one["starts_at"],
            "ends_at": one["ends_at"],
            "zone": one["zone"],
            "place": one["place"],
            "city": one["city"],
            "intent": one["intent"],
            "sentiment": one["sentiment"],
            "summary": one["summary"],
            "quote": one["quote"],
            "contacts": [name for _, name in there],
            "contact_ids": [who for who, _ in there],
            "members": [name for _, name in here],
            "member_ids": [who for who, _ in here],
            "by": members.get(one["created_by"]),
            "external_id": one["external_id"],
            "created_at": one["created_at"],
            "updated_at": one["updated_at"],
        }


def zones(reader: Reader) -> set[str]:
    """The names of the time zones in which local times were noted."""
    return {zone for (zone,) in reader.values("interaction", "zone") if zone}


def _present(reader: Reader, column: str, names: Mapping[str, str]) -> People:
    """Who took part in each interaction, (id, name) each; people are shared, so that a meeting costs 200 bytes."""
    known: dict[str, tuple[str, str]] = {}
    found: dict[str, list[tuple[str, str]]] = {}
    for meeting, who in reader.values("attendance", "interaction_id", column):
        if meeting is not None and who is not None:
            one = known.get(who) or known.setdefault(who, (who, names.get(who, DELETED)))
            found.setdefault(meeting, []).append(one)
    return found
