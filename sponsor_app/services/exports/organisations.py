"""Accounts as they leave: with the names behind their ids, their sponsor and lead, aliases and numbers."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sponsor_app.domain.account import TeamRole
from sponsor_app.domain.money import amount
from sponsor_app.exchange.outgoing.tables import spoken_label
from sponsor_app.store.queries.everything import Reader
from sponsor_app.store.queries.owning import current_sponsors

AS_KEPT = (
    "id",
    "name",
    "status",
    "tier",
    "industry",
    "region",
    "country",
    "city",
    "postcode",
    "address",
    "website",
    "email",
    "employees",
    "ideal_days",
    "maximum_days",
    "customer_since",
    "story",
    "wants",
    "issue_channel",
    "lost_because",
    "external_id",
)
"""What leaves under the name it has in the store."""


def account_rows(reader: Reader, today: date) -> Iterator[dict[str, Any]]:
    """Every account with who owns and leads it on a day."""
    members = reader.names_of("member")
    names = reader.names_of("account")
    sponsors = current_sponsors(reader.connection, today)
    leads = account_leads(reader)
    aliases = reader.grouped("account_alias", "account_id", "kind", "value")
    points = reader.grouped("contact_point", "account_id", "kind", "label", "raw")
    for one in reader.records("account"):
        own = [("email", "", one["email"])] if one["email"] else []
        revenue, currency = one["revenue_minor"], one["currency"]
        yield {
            **{name: one[name] for name in AS_KEPT},
            "annual_revenue": None if revenue is None else amount(revenue, currency),
            "currency": currency or (None if revenue is None else "EUR"),
            "sponsor": members.get(sponsors.get(one["id"], "")),
            "lead": members.get(leads.get(one["id"], "")),
            "parent": names.get(one["parent_id"]),
            "points": points_of([*own, *points.get(one["id"], ())]),
            "aliases": [{"kind": kind, "value": v} for kind, v in aliases.get(one["id"], ())],
        }


def account_leads(reader: Reader) -> dict[str, str]:
    """The member who leads each account."""
    team = reader.values("team_member", "account_id", "member_id", "role")
    return {account_id: member_id for account_id, member_id, role in team if role == TeamRole.LEAD}


def points_of(found: Any) -> list[dict[str, str]]:
    """Addresses and numbers under the kinds and labels that have a heading."""
    spoken = [(*spoken_label(kind, label), value) for kind, label, value in found]
    return [{"kind": kind, "label": label, "value": value} for kind, label, value in spoken]


def point_kinds(reader: Reader, owner: str) -> set[tuple[str, str]]:
    """The kinds and labels of the addresses and numbers that belong to an `owner`."""
    found = set(reader.values("contact_point", owner, "kind", "label"))
    return {spoken_label(kind, label) for key, kind, label in found if key is not None}
