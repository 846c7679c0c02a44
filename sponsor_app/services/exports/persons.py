"""Contacts and members as they leave."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sponsor_app.services.exports.organisations import account_leads, points_of
from sponsor_app.store.queries.everything import Reader
from sponsor_app.store.queries.owning import current_sponsors

PUBLIC = "public"
"""The kind of a fact that anybody may know; only such facts stand on an address card."""


def contact_rows(reader: Reader) -> Iterator[dict[str, Any]]:
    """Every contact with account, superior and counterpart by name."""
    accounts = reader.names_of("account")
    names = reader.names_of("contact")
    members = reader.names_of("member")
    points = reader.grouped("contact_point", "contact_id", "kind", "label", "raw")
    for one in reader.records("contact"):
        mine = points_of(points.get(one["id"], ()))
        yield {
            "id": one["id"],
            "name": one["name"],
            "account": accounts.get(one["account_id"]),
            "account_id": one["account_id"],
            "title": one["title"],
            "function": one["function"],
            "role": one["role"],
            "support": one["support"],
            "reports_to": names.get(one["reports_to_id"]),
            "counterpart": members.get(one["counterpart_id"]),
            "emails": [point["value"] for point in mine if point["kind"] == "email"],
            "phones": [point["value"] for point in mine if point["kind"] == "phone"],
            "points": mine,
            "city": one["city"],
            "country": one["country"],
            "language": one["language"],
            "birthday": one["birthday"],
            "left_on": one["left_on"],
            "note": one["note"],
            "external_id": one["external_id"],
        }


def member_rows(reader: Reader, today: date) -> Iterator[dict[str, Any]]:
    """Every member with the number of accounts they own and lead on a day."""
    names = reader.names_of("member")
    owned = Counter(current_sponsors(reader.connection, today).values())
    led = Counter(account_leads(reader).values())
    for one in reader.records("member"):
        yield {
            "id": one["id"],
            "name": one["name"],
            "email": one["email"],
            "title": one["title"],
            "function": one["function"],
            "manager": names.get(one["manager_id"]),
            "accounts": owned[one["id"]],
            "leads": led[one["id"]],
            "max_accounts": one["max_accounts"],
            "city": one["city"],
            "country": one["country"],
            "language": one["language"],
            "left_on": one["left_on"],
        }


def public_facts(reader: Reader) -> Mapping[str, Sequence[str]]:
    """What anybody may know about each contact, by id."""
    found = reader.grouped("fact", "contact_id", "kind", "text")
    return {
        contact_id: [text for kind, text in facts if kind == PUBLIC]
        for contact_id, facts in found.items()
    }


def mail_addresses(reader: Reader) -> dict[str, str]:
    """The first mail address of every contact and member, by id."""
    found: dict[str, str] = {}
    for contact_id, kind, raw in reader.values("contact_point", "contact_id", "kind", "raw"):
        if contact_id is not None and kind == "email":
            found.setdefault(contact_id, raw)
    members = reader.values("member", "id", "email")
    return found | {member_id: email for member_id, email in members if email}
