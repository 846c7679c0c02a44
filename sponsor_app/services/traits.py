"""What accounts and contacts here are recognised by, of all of them or of a few."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sponsor_app.domain.account import AliasKind
from sponsor_app.domain.duplicates import Traits, address_key, number_key, telling_domain
from sponsor_app.domain.folding import fold
from sponsor_app.domain.people import PointKind
from sponsor_app.store.queries.everything import Reader

PHONES = (PointKind.PHONE, PointKind.MOBILE)
NAMES = (AliasKind.NAME, AliasKind.FORMER_NAME)
Rows = Mapping[str, list[tuple[Any, ...]]]


def of_accounts(reader: Reader, ids: Collection[str] | None = None) -> list[Traits]:
    """The traits of accounts, of all or of those with these ids."""
    names = ("id", "name", "website", "city", "postcode", "address", "parent_id")
    aliases = _grouped(reader, "account_alias", "account_id", ids, "kind", "value")
    points = _grouped(reader, "contact_point", "account_id", ids, "kind", "normal")
    return [
        Traits(
            id=record_id,
            name=name,
            others=frozenset(fold(v) for kind, v in aliases.get(record_id, ()) if kind in NAMES),
            domains=domains(website, *_of_kind(aliases, record_id, AliasKind.DOMAIN)),
            phones=phones(n for kind, n in points.get(record_id, ()) if kind in PHONES),
            address=address_key(address, postcode, city),
            place=fold(city or ""),
            above=parent or "",
        )
        for record_id, name, website, city, postcode, address, parent in _rows(
            reader, "account", "id", ids, *names
        )
    ]


def of_contacts(reader: Reader, ids: Collection[str] | None = None) -> list[Traits]:
    """The traits of people, of all or of those with these ids; their place is the id of their account."""
    points = _grouped(reader, "contact_point", "contact_id", ids, "kind", "normal")
    return [
        Traits(
            id=record_id,
            name=name,
            phones=phones(n for kind, n in points.get(record_id, ()) if kind in PHONES),
            emails=frozenset(_of_kind(points, record_id, PointKind.EMAIL)),
            place=account_id or "",
            person=True,
        )
        for record_id, name, account_id in _rows(
            reader, "contact", "id", ids, "id", "name", "account_id"
        )
    ]


def phones(normals: Iterable[str]) -> frozenset[str]:
    """Numbers as they are compared."""
    return frozenset(key for normal in normals if (key := number_key(normal)))


def domains(*webs: str | None) -> frozenset[str]:
    """Web addresses as they are compared."""
    return frozenset(domain for web in webs if (domain := telling_domain(web)))


def _of_kind(rows: Rows, owner: str, wanted: str) -> list[str]:
    return [value for kind, value in rows.get(owner, ()) if kind == wanted]


def _grouped(
    reader: Reader, table: str, owner: str, ids: Collection[str] | None, *names: str
) -> Rows:
    if ids is None:
        return reader.grouped(table, owner, *names)
    found: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for key, *values in _rows(reader, table, owner, ids, owner, *names):
        found[key].append(tuple(values))
    return found


def _rows(
    reader: Reader, table: str, field: str, ids: Collection[str] | None, *names: str
) -> Iterable[tuple[Any, ...]]:
    if ids is None:
        return reader.values(table, *names)
    return (tuple(row[name] for name in names) for row in reader.some(table, field, ids))
