"""Interactions as they leave, latest first, with those who took part."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sponsor_app.store.queries.everything import Reader, Record

DELETED = "someone deleted"


class Present(NamedTuple):
    """Someone who took part."""

    id: str
    name: str
    ours: bool


NOBODY: tuple[Present, ...] = ()


def interaction_rows(reader: Reader) -> Iterator[dict[str, Any]]:
    """Every interaction: held, planned and called off."""
    accounts = reader.names_of("account")
    members = reader.names_of("member")
    present = _present(reader, reader.names_of("contact"), members)
    for one in reader.records("interaction"):
        yield row_of(one, accounts, members, present.get(one["id"], NOBODY))


def row_of(
    one: Record,
    accounts: Mapping[str, str],
    members: Mapping[str, str],
    people: Sequence[Present],
) -> dict[str, Any]:
    """One interaction as it leaves."""
    return {
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
        "contacts": [who.name for who in people if not who.ours],
        "contact_ids": [who.id for who in people if not who.ours],
        "members": [who.name for who in people if who.ours],
        "member_ids": [who.id for who in people if who.ours],
        "by": members.get(one["created_by"]),
        "external_id": one["external_id"],
        "created_at": one["created_at"],
        "updated_at": one["updated_at"],
    }


def zones(reader: Reader) -> set[str]:
    """The names of the time zones in which local times were noted."""
    return {zone for (zone,) in reader.values("interaction", "zone") if zone}


def _present(
    reader: Reader, contacts: Mapping[str, str], members: Mapping[str, str]
) -> Mapping[str, list[Present]]:
    """Who took part in each interaction; people are shared, so that a meeting costs 250 bytes."""
    known: dict[str, Present] = {}
    found: dict[str, list[Present]] = {}
    for meeting, contact, member in reader.values(
        "attendance", "interaction_id", "contact_id", "member_id"
    ):
        who = contact or member
        if meeting is None or who is None:
            continue
        one = known.get(who)
        if one is None:
            name = (contacts if contact else members).get(who, DELETED)
            one = known[who] = Present(who, name, contact is None)
        found.setdefault(meeting, []).append(one)
    return found
