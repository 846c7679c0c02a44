"""The names that a typed line may mean, likeliest first: my own accounts, then those met lately."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, select

from sponsor_app.domain.account import AliasKind
from sponsor_app.domain.sentence import KnownName, NameKind
from sponsor_app.store.models import account, account_alias, contact, member, met, standing
from sponsor_app.store.queries.coverage import current_sponsors
from sponsor_app.store.search.documents import ACCOUNT, CONTACT, MEMBER, Document

MOST = 200
MINE = 2.0
MONTH = 30.0
SHORTEST_PREFIX = 2


def known_names(
    connection: Connection, words: Sequence[str], me: str, today: date
) -> list[KnownName]:
    """Accounts, contacts and members with a word that begins like one of `words` (folded)."""
    asked = [word for word in words if word]
    if not asked:
        return []
    mine = {i for i, who in current_sponsors(connection, today).items() if who == me}
    return [
        *_accounts(connection, _rows(connection, ACCOUNT, asked), mine, today),
        *_contacts(connection, _rows(connection, CONTACT, asked), mine, today),
        *_members(connection, _rows(connection, MEMBER, asked), me),
    ]


def _rows(connection: Connection, document: Document, words: Sequence[str]) -> list[int]:
    match = " OR ".join(
        f'"{word}"*' if len(word) >= SHORTEST_PREFIX else f'"{word}"' for word in words
    )
    sql = (
        f"SELECT rowid FROM {document.index} WHERE {document.index} MATCH ?"
        f" AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT {MOST}"
    )
    last = document.first + (1 << 40) - 1
    found = connection.exec_driver_sql(sql, (match, document.first, last)).scalars()
    return [row - document.first for row in found]


def _accounts(
    connection: Connection, rows: Sequence[int], mine: set[str], today: date
) -> list[KnownName]:
    query = (
        select(account.c.id, account.c.name, standing.c.touch_on)
        .outerjoin(standing, standing.c.account_id == account.c.id)
        .where(account.c.seq.in_(rows))
    )
    found = connection.execute(query).all()
    aliases = _aliases(connection, [row.id for row in found])
    return [
        KnownName(
            NameKind.ACCOUNT,
            row.id,
            row.name,
            aliases=tuple(aliases.get(row.id, ())),
            rank=_rank(row.id in mine, row.touch_on, today),
        )
        for row in found
    ]


def _contacts(
    connection: Connection, rows: Sequence[int], mine: set[str], today: date
) -> list[KnownName]:
    query = (
        select(
            contact.c.id,
            contact.c.name,
            contact.c.account_id,
            account.c.name.label("account"),
            met.c.last_on,
        )
        .outerjoin(account, account.c.id == contact.c.account_id)
        .outerjoin(met, met.c.contact_id == contact.c.id)
        .where(contact.c.seq.in_(rows), contact.c.left_on.is_(None))
    )
    return [
        KnownName(
            NameKind.CONTACT,
            row.id,
            row.name,
            account_id=row.account_id,
            account=row.account,
            rank=_rank(row.account_id in mine, row.last_on, today),
        )
        for row in connection.execute(query)
    ]


def _members(connection: Connection, rows: Sequence[int], me: str) -> list[KnownName]:
    query = select(member.c.id, member.c.name).where(
        member.c.seq.in_(rows), member.c.left_on.is_(None)
    )
    return [
        KnownName(NameKind.MEMBER, row.id, row.name)
        for row in connection.execute(query)
        if row.id != me
    ]


def _aliases(connection: Connection, account_ids: Sequence[str]) -> dict[str, list[str]]:
    query = select(account_alias.c.account_id, account_alias.c.value).where(
        account_alias.c.account_id.in_(account_ids),
        account_alias.c.kind.in_([AliasKind.NAME, AliasKind.FORMER_NAME]),
    )
    found: dict[str, list[str]] = defaultdict(list)
    for owner, value in connection.execute(query):
        found[owner].append(value)
    return found


def _rank(mine: bool, last: date | None, today: date) -> float:
    recent = 1.0 / (1.0 + max(0, (today - last).days) / MONTH) if last else 0.0
    return (MINE if mine else 0.0) + recent
