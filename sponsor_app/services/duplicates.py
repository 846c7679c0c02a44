"""Accounts and contacts that may be one, with what speaks for it; never merged by themselves."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from sponsor_app.domain.duplicates import Traits, likeness
from sponsor_app.domain.folding import fold
from sponsor_app.domain.people import PointKind
from sponsor_app.domain.phones import domain_of
from sponsor_app.services import Services
from sponsor_app.store.queries import imports
from sponsor_app.store.queries.everything import Reader

CROWD = 20
"""So many records that share a trait say nothing about each other: a switchboard, a web host."""
_PHONES = (PointKind.PHONE, PointKind.MOBILE)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be one; `score` is 1 to 100."""

    first_id: str
    first: str
    second_id: str
    second: str
    score: int
    reasons: tuple[str, ...]


def accounts(app: Services) -> list[Pair]:
    """Pairs of accounts, the likeliest first."""
    with app.store.read() as connection:
        names: dict[str, set[str]] = defaultdict(set)
        for account_id, name in imports.alias_names(connection):
            names[account_id].add(fold(name))
        numbers = _points(Reader(connection), "account_id")
        found = [
            Traits(
                id=row["id"],
                name=row["name"],
                others=frozenset(names[row["id"]]),
                domain=domain_of(row["website"]) or "",
                phones=numbers[row["id"]][0],
                place=fold(row["city"] or ""),
            )
            for row in imports.accounts(connection)
        ]
    return _pairs(found)


def contacts(app: Services) -> list[Pair]:
    """Pairs of contacts at one account, or with one mail address, the likeliest first."""
    with app.store.read() as connection:
        numbers = _points(Reader(connection), "contact_id")
        found = [
            Traits(
                id=row["id"],
                name=row["name"],
                phones=numbers[row["id"]][0],
                emails=numbers[row["id"]][1],
                place=row["account_id"] or "",
            )
            for row in imports.contacts(connection)
        ]
    places = {one.id: one.place for one in found}
    mails = {one.id: one.emails for one in found}
    return [
        pair
        for pair in _pairs(found)
        if places[pair.first_id] == places[pair.second_id]
        or mails[pair.first_id] & mails[pair.second_id]
    ]


def _pairs(found: Iterable[Traits]) -> list[Pair]:
    by_key: dict[tuple[str, str], list[Traits]] = defaultdict(list)
    for one in found:
        for key in one.keys:
            by_key[key].append(one)
    pairs: dict[tuple[str, str], Pair] = {}
    for alike in by_key.values():
        for one, other in combinations(alike, 2) if len(alike) <= CROWD else ():
            ids = (one.id, other.id)
            like = likeness(one, other) if ids not in pairs else None
            if like is not None:
                pairs[ids] = Pair(one.id, one.name, other.id, other.name, like.score, like.reasons)
    return sorted(pairs.values(), key=lambda pair: (-pair.score, fold(pair.first)))


def _points(reader: Reader, owner: str) -> defaultdict[str, tuple[frozenset[str], frozenset[str]]]:
    """Phone numbers and mail addresses of each owner, as they are compared."""
    found: defaultdict[str, tuple[frozenset[str], frozenset[str]]] = defaultdict(
        lambda: (frozenset(), frozenset())
    )
    for owner_id, rows in reader.grouped("contact_point", owner, "kind", "normal").items():
        phones = frozenset(normal for kind, normal in rows if kind in _PHONES)
        found[owner_id] = (phones, frozenset(n for k, n in rows if k == PointKind.EMAIL))
    return found
