"""Rows that would come in as new and may be records here already: by name, address and number."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sponsor_app.domain.duplicates import Traits, address_key, likeness, name_core
from sponsor_app.domain.folding import fold
from sponsor_app.domain.import_look import Candidate, Doubt
from sponsor_app.domain.importing import ImportedRecord, ImportKind
from sponsor_app.domain.people import PointKind
from sponsor_app.domain.phones import normal_email
from sponsor_app.services import traits
from sponsor_app.services.imports.desk import Desk
from sponsor_app.services.points import normal_form
from sponsor_app.store.queries.everything import Reader

MOST, NEAREST = 5, 100
"""How many are shown for a row, and with how many of one trait it is compared."""


class Twins:
    """Knows the accounts or contacts that were here before the file, and finds those a row may be."""

    def __init__(self, desk: Desk, kind: ImportKind) -> None:
        self._traits: dict[str, Traits] = {}
        self._ids: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._places, self._only_at = desk.accounts.accounts, desk.only_at
        with desk.app.store.read() as connection:
            reader = Reader(connection)
            if kind is ImportKind.ACCOUNTS:
                self._know(traits.of_accounts(reader))
            elif kind is ImportKind.CONTACTS:
                self._know(traits.of_contacts(reader))

    def doubt(self, record: ImportedRecord, *, rejected: bool) -> Doubt | None:
        """Whom here a row may be; None when nobody. A `rejected` row comes in only when that is answered."""
        if not self._traits:
            return None
        row = self._row(record)
        near = dict.fromkeys(one for key in row.keys for one in self._ids.get(key, ())[:NEAREST])
        found = [
            Candidate(one, self._traits[one].name, ", ".join(like.reasons), like.score)
            for one in near
            if (like := likeness(row, self._traits[one])) is not None
        ]
        if not found:
            return None
        found.sort(key=lambda candidate: -candidate.score)
        return Doubt(record.at, row.name, tuple(found[:MOST]), needs_answer=rejected)

    def _know(self, found: Iterable[Traits]) -> None:
        for one in found:
            self._traits[one.id] = one
            for key in one.keys:
                self._ids[key].append(one.id)

    def _row(self, record: ImportedRecord) -> Traits:
        fields, points = record.fields, record.points
        person = record.kind is ImportKind.CONTACTS
        numbers = (normal_form(p.kind, p.value) for p in points if p.kind in traits.PHONES)
        mails = [normal_email(p.value) for p in points if p.kind is PointKind.EMAIL]
        street = (_text(fields, name) for name in ("address", "postcode", "city"))
        return Traits(
            id="",
            name=_text(fields, "name") or name_core(_text(fields, "email")),
            domains=traits.domains(*(_text(fields, name) for name in ("website", "domain"))),
            phones=traits.phones(numbers),
            emails=frozenset(mails if person else ()),
            address="" if person else address_key(*street),
            place=self._account(fields) if person else fold(_text(fields, "city")),
            person=person,
        )

    def _account(self, fields: Mapping[str, Any]) -> str:
        """The account where a row says that somebody works: its id, or its name where it is not here."""
        name = _text(fields, "account")
        return self._only_at or self._places.only_named(name) or fold(name)


def _text(fields: Mapping[str, Any], name: str) -> str:
    return str(fields.get(name) or "")
