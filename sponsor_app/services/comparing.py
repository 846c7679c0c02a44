"""Two records that may be one, beside each other."""

from collections.abc import Callable, Mapping

from sponsor_app.domain.account import TeamRole
from sponsor_app.domain.account_fields import field_texts
from sponsor_app.domain.duplicates import likeness
from sponsor_app.domain.twins import Comparison, Twin, TwinKind
from sponsor_app.services import Services, apart
from sponsor_app.services.duplicates import READ
from sponsor_app.store.models import SYNCED, account, contact
from sponsor_app.store.queries import accounts, linked
from sponsor_app.store.queries.everything import Reader

HOLDS: Mapping[TwinKind, Mapping[str, str]] = {
    TwinKind.ACCOUNT: {
        "contact": "account_id",
        "interaction": "account_id",
        "issue": "account_id",
        "commitment": "account_id",
        "fact": "account_id",
    },
    TwinKind.CONTACT: {
        "attendance": "contact_id",
        "issue": "raised_by_id",
        "commitment": "promised_by_id",
        "fact": "contact_id",
    },
}
"""The tables whose records hang on one, and the column that says so."""


def compare(app: Services, kind: TwinKind, one: str, other: str) -> Comparison:
    """Two records with what differs, the better known one first; refuses one that is not here any more."""
    read: Callable[[Reader, str], dict[str, str]] = (
        _account_texts if kind is TwinKind.ACCOUNT else _person_texts
    )
    with app.store.read() as connection:
        reader = Reader(connection)
        first, second = sorted(
            (_twin(reader, kind, each, read(reader, each)) for each in (one, other)),
            key=lambda twin: (-twin.weight, twin.id),
        )
        told = {each.id: each for each in READ[kind](reader, (one, other))}
        like = likeness(told[one], told[other])
        two = (min(one, other), max(one, other)) in apart.known(reader)
    reasons, score = (like.reasons, like.score) if like else ((), 0)
    return Comparison(kind, first, second, reasons, score, two)


def _twin(reader: Reader, kind: TwinKind, record_id: str, texts: dict[str, str]) -> Twin:
    holds = {
        table: len(linked.ids_with(reader.connection, SYNCED[table], column, record_id))
        for table, column in HOLDS[kind].items()
    }
    told = {name: text for name, text in texts.items() if text}
    return Twin(record_id, texts["name"], told, {name: n for name, n in holds.items() if n})


def _account_texts(reader: Reader, account_id: str) -> dict[str, str]:
    known = accounts.details(reader.connection, account_id)
    row = linked.row(reader.connection, account, account_id)
    leads = [one.name for one in known.team if one.role is TeamRole.LEAD]
    sponsors = [one.member for one in known.sponsorships if one.ends_on is None]
    return {
        **field_texts(row),
        "phone": known.phone or "",
        "parent": known.parent or "",
        "sponsor": ", ".join(sponsors),
        "lead": ", ".join(leads),
        "alias": ", ".join(one.value for one in known.aliases),
    }


def _person_texts(reader: Reader, contact_id: str) -> dict[str, str]:
    row = linked.row(reader.connection, contact, contact_id)
    plain = ("name", "title", "function", "role", "city", "country", "language", "birthday")
    texts = {name: str(row[name] or "") for name in plain}
    names = {"account": ("account", row["account_id"]), "boss": ("contact", row["reports_to_id"])}
    names["counterpart"] = ("member", row["counterpart_id"])
    said = {word: _name(reader, table, record_id) for word, (table, record_id) in names.items()}
    points = reader.some("contact_point", "contact_id", (contact_id,))
    reach = ", ".join(point["raw"] for point in points)
    left = {"left_on": str(row["left_on"] or ""), "note": row["note"] or ""}
    return {**texts, **said, "reach": reach, **left, "external_id": row["external_id"] or ""}


def _name(reader: Reader, table: str, record_id: str | None) -> str:
    found = reader.some(table, "id", (record_id,)) if record_id else iter(())
    return next((row["name"] for row in found), "")
