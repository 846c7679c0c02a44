"""The names that a typed line may mean, likeliest first: my own accounts, then those met lately.

Asked on every key stroke: each word is looked up once in the index, and what it gave is kept until something is written.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from sponsor_app.domain.account import AliasKind, TeamRole
from sponsor_app.domain.folding import words as words_of
from sponsor_app.domain.sentence import KnownName, NameKind
from sponsor_app.store.queries.owning import current_sponsors, sponsored_by
from sponsor_app.store.search.documents import ACCOUNT, CONTACT, MEMBER, NAMES, Document

if TYPE_CHECKING:
    from sponsor_app.store.store import Store

MOST = 60
"""So many records of a kind a word may mean, those seen last first; beside them mine, and those of the accounts in the line."""
HOMES = 30
"""So many accounts a line may name."""
WORDS_KEPT = 2_000
SHORTEST_BEGUN = 2
MINE = 2.0
MONTH = 30.0
ACCOUNTS = """SELECT r.id, r.name, NULL, NULL, standing.touch_on FROM {index} JOIN account r ON r.seq = {index}.rowid - {first}
    LEFT JOIN standing ON standing.account_id = r.id"""
CONTACTS = """SELECT r.id, r.name, r.account_id, account.name, met.last_on FROM {index}
    JOIN contact r ON r.seq = {index}.rowid - {first} AND r.left_on IS NULL
    LEFT JOIN account ON account.id = r.account_id LEFT JOIN met ON met.contact_id = r.id"""
MEMBERS = """SELECT r.id, r.name, NULL, NULL, NULL FROM {index}
    JOIN member r ON r.seq = {index}.rowid - {first} AND r.left_on IS NULL"""
MATCHING = " WHERE {index} MATCH ? AND {index}.rowid BETWEEN {first} AND {last} ORDER BY 5 DESC LIMIT {most}"
PEOPLE_OF = """SELECT r.id, r.name, r.account_id, account.name, met.last_on FROM contact r
    JOIN account ON account.id = r.account_id LEFT JOIN met ON met.contact_id = r.id
    WHERE r.left_on IS NULL AND r.account_id = ?"""
ACCOUNTS_BY_ID = """SELECT r.id, r.name, NULL, NULL, standing.touch_on FROM account r
    LEFT JOIN standing ON standing.account_id = r.id WHERE r.id IN ({marks})"""
SOURCES = (
    (NameKind.ACCOUNT, ACCOUNT, ACCOUNTS),
    (NameKind.CONTACT, CONTACT, CONTACTS),
    (NameKind.MEMBER, MEMBER, MEMBERS),
)


@dataclass(slots=True)
class _Kept:
    """What was read since the last write: my accounts, and the names that a word gave."""

    mine: frozenset[str] = frozenset()
    by_word: dict[str, tuple[KnownName, ...]] = field(
        default_factory=dict[str, tuple[KnownName, ...]]
    )
    by_home: dict[str, tuple[KnownName, ...]] = field(
        default_factory=dict[str, tuple[KnownName, ...]]
    )


def known_names(
    store: "Store", connection: Connection, words: Sequence[str], me: str, today: date
) -> list[KnownName]:
    """Accounts, contacts and members that hold one of `words` (folded) whole.

    Of thousands with the same name those of my accounts and of the accounts in the line, and those met last.
    """
    asked = [word for word in words if word]
    if not asked:
        return []
    reader = _Reader(store, connection, me, today)
    found = {one.id: one for word in asked for one in reader.named(word)}
    homes = [one.id for one in found.values() if one.kind is NameKind.ACCOUNT][:HOMES]
    here = (one for home in homes for one in reader.people_of(home))
    for one in (*reader.my_names(), *here):
        if not set(words_of(one.name)).isdisjoint(asked):
            found[one.id] = one
    return list(found.values())


def names_begun(
    store: "Store", connection: Connection, begun: str, me: str, today: date
) -> list[KnownName]:
    """The names of which a word begins with `begun` (folded, two letters or more), likeliest first."""
    if len(begun) < SHORTEST_BEGUN:
        return []
    reader = _Reader(store, connection, me, today)
    found = {one.id: one for one in (*reader.my_names(), *reader.named(begun, begun=True))}
    fitting = (n for n in found.values() if any(w.startswith(begun) for w in words_of(n.name)))
    return sorted(fitting, key=lambda n: (-n.rank, n.kind is NameKind.CONTACT, n.name, n.id))


def my_accounts(store: "Store", connection: Connection, me: str, today: date) -> list[KnownName]:
    """The accounts of my portfolio, those touched lately first."""
    reader = _Reader(store, connection, me, today)
    mine = (one for one in reader.my_names() if one.kind is NameKind.ACCOUNT)
    return sorted(mine, key=lambda n: (-n.rank, n.name, n.id))


def lead_and_sponsor(
    connection: Connection, account_id: str, today: date
) -> tuple[str | None, str | None]:
    """The name of the account lead and the id of the sponsor, where there are any."""
    lead = connection.exec_driver_sql(
        "SELECT member.name FROM team_member JOIN member ON member.id = team_member.member_id"
        " WHERE team_member.account_id = ? AND team_member.role = ?",
        (account_id, TeamRole.LEAD.value),
    ).scalar()
    return lead, current_sponsors(connection, today, (account_id,)).get(account_id)


class _Reader:
    """Looks names up, and keeps what it found until the next write."""

    def __init__(self, store: "Store", connection: Connection, me: str, today: date) -> None:
        self.connection, self.me, self.today = connection, me, today
        self.kept: _Kept = store.kept(connection, "known names", today, self._new)

    def _new(self) -> _Kept:
        return _Kept(frozenset(sponsored_by(self.connection, self.me, self.today)))

    def named(self, word: str, *, begun: bool = False) -> tuple[KnownName, ...]:
        """The names with this word, or one that begins so."""
        key = f"{word}*" if begun else word
        if key not in self.kept.by_word:
            if len(self.kept.by_word) > WORDS_KEPT:
                self.kept.by_word.clear()
                self.kept.by_home.clear()
            asked = f'"{word}"*' if begun else f'"{word}"'
            self.kept.by_word[key] = tuple(
                name
                for kind, document, sql in SOURCES
                for name in self._found(kind, document, sql, asked)
            )
        return self.kept.by_word[key]

    def my_names(self) -> tuple[KnownName, ...]:
        """My accounts and their people."""
        if "" not in self.kept.by_word:
            ids = tuple(self.kept.mine)
            sql = ACCOUNTS_BY_ID.format(marks=",".join("?" * len(ids)))
            mine = self._names(NameKind.ACCOUNT, self._rows(sql, ids))
            self.kept.by_word[""] = (*mine, *(p for home in ids for p in self.people_of(home)))
        return self.kept.by_word[""]

    def people_of(self, account_id: str) -> tuple[KnownName, ...]:
        """Everyone at an account."""
        if account_id not in self.kept.by_home:
            rows = self._rows(PEOPLE_OF, (account_id,))
            self.kept.by_home[account_id] = tuple(self._names(NameKind.CONTACT, rows))
        return self.kept.by_home[account_id]

    def _found(self, kind: NameKind, document: Document, sql: str, asked: str) -> list[KnownName]:
        first = document.first
        places = {"index": NAMES, "first": first, "last": first + (1 << 40) - 1, "most": MOST}
        return self._names(kind, self._rows((sql + MATCHING).format(**places), (asked,)))

    def _rows(self, sql: str, values: tuple[Any, ...]) -> Sequence[Any]:
        return self.connection.exec_driver_sql(sql, values).all()

    def _names(self, kind: NameKind, rows: Sequence[Any]) -> list[KnownName]:
        aliases = self._aliases([row[0] for row in rows]) if kind is NameKind.ACCOUNT else {}
        return [
            KnownName(kind, i, name, home, account, aliases.get(i, ()), self._rank(home or i, last))
            for i, name, home, account, last in rows
            if i != self.me
        ]

    def _rank(self, account_id: str, last: str | None) -> float:
        days = (self.today - date.fromisoformat(last)).days if last else None
        recent = 1.0 / (1.0 + max(0, days) / MONTH) if days is not None else 0.0
        return (MINE if account_id in self.kept.mine else 0.0) + recent

    def _aliases(self, account_ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        if not account_ids:
            return {}
        found: dict[str, tuple[str, ...]] = {}
        rows = self._rows(
            "SELECT account_id, value FROM account_alias"
            f" WHERE account_id IN ({','.join('?' * len(account_ids))}) AND kind IN (?, ?)",
            (*account_ids, AliasKind.NAME.value, AliasKind.FORMER_NAME.value),
        )
        for owner, value in rows:
            found[owner] = (*found.get(owner, ()), value)
        return found
