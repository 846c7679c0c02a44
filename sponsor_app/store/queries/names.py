"""What a person means by a name: an id, an exact name, or any scrap that fits only one record."""

from collections import Counter

from sqlalchemy import Connection, Table, func, select

from sponsor_app.domain.errors import AmbiguousError, NotFoundError
from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import looks_like_id
from sponsor_app.domain.search import Hit, HitKind
from sponsor_app.store.models import account, contact, member
from sponsor_app.store.search.find import find

TABLES: dict[HitKind, Table] = {
    HitKind.ACCOUNT: account,
    HitKind.CONTACT: contact,
    HitKind.MEMBER: member,
}
PLURALS = {
    HitKind.ACCOUNT: "accounts",
    HitKind.CONTACT: "contacts",
    HitKind.MEMBER: "members",
}
MANY = 50
SHOWN = 80  # characters of what was looked for
SURE = 60.0
"""Below this a hit is a near miss: offered, never taken for what was meant."""


def resolve(connection: Connection, kind: HitKind, text: str, account_id: str | None = None) -> str:
    """The id of the one record that `text` means; refuses none and several, naming the candidates.

    `account_id` narrows contacts to one account.
    """
    table = TABLES[kind]
    if looks_like_id(text.lower()) and _exists(connection, table, text.lower()):
        return text.lower()
    hits = find(connection, text, limit=MANY, kinds=(kind,))
    if account_id is not None:
        hits = [hit for hit in hits if hit.account_id == account_id]
    exact = _exact(connection, table, text, account_id) or [
        hit.id for hit in hits if fold(hit.title) == fold(text)
    ]
    if len(exact) == 1:
        return exact[0]
    sure = [hit for hit in hits if hit.score >= SURE]
    if len(exact) > 1:
        sure = [hit for hit in hits if hit.id in exact] or sure
    if len(sure) == 1:
        return sure[0].id
    raise _refusal(kind, text, sure, hits)


def _refusal(kind: HitKind, text: str, sure: list[Hit], near: list[Hit]) -> Exception:
    if sure:
        return AmbiguousError(PLURALS[kind], text, _told_apart(sure))
    message = f"No {kind} is called “{text}”. Nothing was changed."
    if near:
        shown = ", ".join(_candidate(hit) for hit in near[:3])
        return NotFoundError(message, f"Did you mean {shown}?")
    return NotFoundError(
        message,
        "Look for another part of the name.",
        f"Look for it with: sponsor-app find {text[:SHOWN]!r}",
    )


def _told_apart(hits: list[Hit]) -> list[str]:
    """The candidates as they are called; those called alike with their ids."""
    called = Counter(map(_candidate, hits))
    return [
        f"{name} [{hit.id}]" if called[name] > 1 else name
        for hit in hits
        for name in (_candidate(hit),)
    ]


def _candidate(hit: Hit) -> str:
    where = f" ({hit.account})" if hit.kind is HitKind.CONTACT and hit.account else ""
    return f"{hit.title}{where}"


def _exists(connection: Connection, table: Table, record_id: str) -> bool:
    return connection.execute(select(table.c.id).where(table.c.id == record_id)).first() is not None


def _exact(connection: Connection, table: Table, text: str, account_id: str | None) -> list[str]:
    """Records whose name is `text` but for ASCII case; names without a single letter are found here only."""
    query = select(table.c.id).where(func.lower(table.c.name) == text.strip().lower())
    if account_id is not None:
        query = query.where(table.c.account_id == account_id)
    return list(connection.execute(query.limit(MANY)).scalars())
