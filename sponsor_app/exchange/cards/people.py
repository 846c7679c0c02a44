"""A card as a contact, a member or an account in our words, or the reason why it is none."""

from dataclasses import dataclass, field

from sponsor_app.domain.importing import FieldValue, ImportedPoint, ImportedRecord, ImportKind
from sponsor_app.domain.people import PointKind
from sponsor_app.exchange.cards.cards import Card
from sponsor_app.exchange.cards.days import birthday
from sponsor_app.exchange.cards.names import is_organisation, organisation_of, person_of
from sponsor_app.exchange.cards.points import foremost, points_of
from sponsor_app.exchange.properties.reading import Property
from sponsor_app.exchange.tabular.refusals import Refused

OWN = "sponsor-app"
_IDENTITY = "urn:uuid:"
_PHONES = (PointKind.PHONE, PointKind.MOBILE)
_MANAGERS = ("X-MS-MANAGER", "X-EVOLUTION-MANAGER", "X-MANAGER")
_LONGEST = 500
_ADDRESS_PARTS = 7


@dataclass(slots=True)
class Taken:
    """A record of a card, None when nobody is named; the values of it that are none, with why."""

    record: ImportedRecord | None
    problems: list[tuple[Property, Refused]] = field(default_factory=list[tuple[Property, Refused]])


def take(card: Card, *, members: bool = False) -> Taken:
    """What a card is: an account when it is that of a company, else a person, one of ours if `members`."""
    points, problems = points_of(card)
    if is_organisation(card) and not members:
        return Taken(_account(card, points), problems)
    fields = _person(card, points)
    day = next((birthday(one) for one in card.all("BDAY")), None)
    if isinstance(day, Refused):
        problems.append((card.all("BDAY")[0], day))
    elif day:
        fields["birthday"] = day
    if not fields.get("name"):
        return Taken(None, problems)
    kind = ImportKind.MEMBERS if members else ImportKind.CONTACTS
    return Taken(_record(kind, card, fields, points), problems)


def _person(card: Card, points: list[ImportedPoint]) -> dict[str, FieldValue]:
    boss = card.boss
    email = foremost(points, PointKind.EMAIL)
    city, country, *_ = _address(card)
    fields: dict[str, FieldValue] = {
        "name": person_of(card) or email,
        "title": (card.first("TITLE") or card.first("ROLE"))[:_LONGEST],
        "account": organisation_of(card) or (organisation_of(boss) if boss else ""),
        "email": email,
        "phone": foremost(points, *_PHONES),
        "city": city,
        "country": country,
        "reports_to": person_of(boss) if boss else _manager(card),
        **_identity(card),
    }
    if "id" not in fields:
        fields["notes"] = "\n\n".join(one.notes for one in card.all("NOTE")).strip()
    return fields


def _manager(card: Card) -> str:
    return next((found for name in _MANAGERS if (found := card.first(name))), "")[:_LONGEST]


def _account(card: Card, points: list[ImportedPoint]) -> ImportedRecord:
    city, country, postcode, address = _address(card)
    fields: dict[str, FieldValue] = {
        "name": organisation_of(card) or person_of(card),
        "website": foremost(points, PointKind.WEB),
        "email": foremost(points, PointKind.EMAIL),
        "phone": foremost(points, *_PHONES),
        "city": city,
        "country": country,
        "postcode": postcode,
        "address": address,
        "story": "\n\n".join(one.notes for one in card.all("NOTE")).strip(),
        **_identity(card),
    }
    return _record(ImportKind.ACCOUNTS, card, fields, points)


def _record(
    kind: ImportKind, card: Card, fields: dict[str, FieldValue], points: list[ImportedPoint]
) -> ImportedRecord:
    given = {name: value for name, value in fields.items() if value}
    return ImportedRecord(kind, f"line {card.line}", given, tuple(points))


def identity_of(card: Card) -> str:
    """The identity that its program gave a card, or nothing."""
    said = card.first("UID")
    plain = said[len(_IDENTITY) :] if said.lower().startswith(_IDENTITY) else said
    return plain if len(plain) <= _LONGEST else ""


def _identity(card: Card) -> dict[str, FieldValue]:
    """Our own id on a card that we wrote, else the one its program gave it."""
    plain = identity_of(card)
    return {"id" if OWN in card.first("PRODID") else "external_id": plain} if plain else {}


def _address(card: Card) -> tuple[str, str, str, str]:
    """City, country, postcode and the rest of the address at work, else of the first that says something."""
    ranked = sorted(card.all("ADR"), key=lambda one: "work" not in one.types())
    for one in ranked:
        parts = [*one.parts(), *[""] * _ADDRESS_PARTS][:_ADDRESS_PARTS]
        if any(parts):
            box, more, street, city, region, postcode, country = parts
            lines = ", ".join(part for part in (more, street, box, region) if part)
            return (
                city[:_LONGEST],
                country[:_LONGEST],
                postcode[:_LONGEST],
                lines[:_LONGEST],
            )
    return "", "", "", ""
