"""Rows that would come in as new and may be records here already: by name, address and number."""

from collections import defaultdict
from typing import Any

from sponsor_app.domain.duplicates import Traits, likeness, name_core
from sponsor_app.domain.folding import fold
from sponsor_app.domain.import_look import Candidate, Doubt
from sponsor_app.domain.importing import ImportedRecord, ImportKind
from sponsor_app.domain.people import PointKind
from sponsor_app.domain.phones import domain_of, normal_email
from sponsor_app.services.imports.desk import Desk
from sponsor_app.services.imports.known import Known
from sponsor_app.services.points import normal_form

MOST = 5
_PHONES = (PointKind.PHONE, PointKind.MOBILE)


class Twins:
    """Knows the accounts or contacts that were here before the file, and finds those a row may be."""

    def __init__(self, desk: Desk, kind: ImportKind) -> None:
        self._traits: dict[str, Traits] = {}
        self._ids: dict[tuple[str, str], list[str]] = defaultdict(list)
        if kind is ImportKind.ACCOUNTS:
            self._know(desk.accounts.accounts, desk.accounts.phones)
        elif kind is ImportKind.CONTACTS:
            self._know(desk.contacts.contacts, desk.contacts.points)

    def doubt(self, record: ImportedRecord, *, rejected: bool) -> Doubt | None:
        """Whom here a row may be; None when nobody. A `rejected` row comes in only when that is answered."""
        if not self._traits:
            return None
        row = _traits_of(record)
        near = dict.fromkeys(one for key in row.keys for one in self._ids.get(key, ()))
        found = [
            Candidate(one, self._traits[one].name, ", ".join(like.reasons), like.score)
            for one in near
            if (like := likeness(row, self._traits[one])) is not None
        ]
        if not found:
            return None
        found.sort(key=lambda candidate: -candidate.score)
        return Doubt(record.at, row.name, tuple(found[:MOST]), needs_answer=rejected)

    def _know(self, known: Known, points: set[tuple[str, str]]) -> None:
        numbers: dict[str, set[str]] = defaultdict(set)
        for owner, normal in points:
            numbers[owner].add(normal)
        names: dict[str, set[str]] = defaultdict(set)
        for folded, owners in known.by_name.items():
            for owner in owners:
                names[owner].add(folded)
        for record_id, row in known.rows.items():
            traits = _traits(record_id, row, names[record_id], numbers[record_id])
            self._traits[record_id] = traits
            for key in traits.keys:
                self._ids[key].append(record_id)


def _traits(record_id: str, row: Any, names: set[str], numbers: set[str]) -> Traits:
    name = str(row["name"])
    return Traits(
        id=record_id,
        name=name,
        others=frozenset(names - {fold(name)}),
        domain=domain_of(row.get("website")) or "",
        phones=frozenset(n for n in numbers if "@" not in n),
        emails=frozenset(n for n in numbers if "@" in n),
        place=fold(str(row.get("city") or "")),
    )


def _traits_of(record: ImportedRecord) -> Traits:
    fields, points = record.fields, record.points
    return Traits(
        id="",
        name=str(fields.get("name") or name_core(str(fields.get("email") or ""))),
        domain=str(fields.get("domain") or ""),
        phones=frozenset(normal_form(p.kind, p.value) for p in points if p.kind in _PHONES),
        emails=frozenset(normal_email(p.value) for p in points if p.kind is PointKind.EMAIL),
        place=fold(str(fields.get("city") or "")),
    )
