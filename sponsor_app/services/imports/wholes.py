"""Records of an export of everything: each goes back where it was, under its own id."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import is_link_id, link_id, looks_like_id
from sponsor_app.domain.importing import TABLE_FIELD, ImportedRecord
from sponsor_app.services import Services
from sponsor_app.services.imports.plan import Plan, Values
from sponsor_app.services.imports.whom import differing
from sponsor_app.store.queries import everything, imports

STAMPS = frozenset({"created_at", "created_by", "updated_at", "updated_by"})
LINKED = {
    "attendance": ("interaction_id", ("contact_id", "member_id")),
    "team_member": ("account_id", ("member_id", "role")),
}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class WholeRows:
    """Plans every record of a document. Whoever is me there and here by the same name is one member."""

    def __init__(self, app: Services, plan: Plan) -> None:
        self.app, self.plan = app, plan
        self._known: dict[str, dict[str, dict[str, Any]]] = {}
        self._fields = {
            table: {one.name: one.kind for one in everything.fields(table)}
            for table in everything.tables()
        }
        self._same: dict[str, str] = {}

    def take(self, record: ImportedRecord) -> None:
        """Plan one record."""
        table = str(record.fields[TABLE_FIELD])
        if table not in self._fields:
            self.plan.leave_out(table, "this version knows no such records")
            return
        given = {name: value for name, value in record.fields.items() if value is not None}
        record_id = str(given.pop("id", ""))
        values = self._values(table, given, record)
        if values is None or not looks_like_id(record_id):
            self.plan.reject(record.at, "it has no id, or a value of the wrong kind")
            return
        if table == "member" and self._is_me(record_id, values):
            self._same[record_id] = self.app.me
        self._place(table, self._id(table, record_id, values), values)

    def finish(self) -> None:
        """Nothing depends on other records."""

    def _place(self, table: str, record_id: str, values: Values) -> None:
        known = self._here(table).get(record_id)
        if known is None:
            self.plan.add(table, {**dict.fromkeys(self._columns(table)), **values}, record_id)
            self.plan.created += 1
        elif new := differing(known, values):
            self.plan.edit(table, record_id, new)
            self.plan.updated += 1
        else:
            self.plan.unchanged += 1

    def _values(
        self, table: str, given: Mapping[str, Any], record: ImportedRecord
    ) -> Values | None:
        """The values that have a column here; None when one is of the wrong kind."""
        kinds = self._fields[table]
        values: Values = {}
        for name, value in given.items():
            if name in STAMPS or name == TABLE_FIELD:
                continue
            if name not in kinds:
                self.plan.leave_out(f"{table}: {name}", "this version has no such field")
                continue
            if not _fits(value, kinds[name]):
                return None
            values[name] = self._same.get(str(value), value) if name.endswith("_id") else value
        return values

    def _id(self, table: str, record_id: str, values: Values) -> str:
        """The id here: that of me for me, and that of what it links for a link."""
        if table not in LINKED or not is_link_id(record_id):
            return self._same.get(record_id, record_id)
        owner, others = LINKED[table]
        parts = [str(values[name]) for name in (owner, *others) if values.get(name)]
        return link_id(*parts)

    def _is_me(self, record_id: str, values: Values) -> bool:
        here = self._here("member")
        me = here.get(str(self.app.me))
        if me is None or record_id in here:
            return False
        return fold(str(me["name"])) == fold(str(values.get("name") or ""))

    def _here(self, table: str) -> dict[str, dict[str, Any]]:
        if table not in self._known:
            with self.app.store.read() as connection:
                self._known[table] = imports.rows_named(connection, table)
        return self._known[table]

    def _columns(self, table: str) -> list[str]:
        return [name for name in self._fields[table] if name != "id" and name not in STAMPS]


def _fits(value: Any, kind: str) -> bool:
    """Whether a value may stand in a column of that kind."""
    if kind == "whole":
        return isinstance(value, int) and not isinstance(value, bool)
    if not isinstance(value, str):
        return False
    if kind == "day":
        return _DAY.fullmatch(value) is not None and _is_day(value)
    return kind != "moment" or _is_moment(value)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False
