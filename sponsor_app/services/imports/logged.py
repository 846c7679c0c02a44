"""Rows of what happened: each is an interaction we know, or a new one, planned or held by its day."""

from datetime import date
from typing import Any

from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import link_id, looks_like_id
from sponsor_app.domain.importing import ImportedRecord
from sponsor_app.domain.interaction import Kind, State
from sponsor_app.domain.text import LONGEST_NOTE
from sponsor_app.services import Services
from sponsor_app.services.imports.plan import Plan, Values
from sponsor_app.services.imports.whom import Whom, differing
from sponsor_app.store.queries import imports, meetings

COLUMNS = ("place", "city", "intent", "sentiment", "quote", "external_id")
NOBODY = "no account here is meant by the row: import the accounts first, or name it in a column"


class LoggedRows:
    """Plans interactions and who took part."""

    def __init__(self, app: Services, plan: Plan, whom: Whom) -> None:
        self.plan, self.whom, self.today = plan, whom, app.today()
        self._rows: dict[str, dict[str, Any]] = {}
        self._by_external: dict[str, str] = {}
        self._alike: dict[tuple[str, str, str, str], str] = {}
        self._origin: dict[str, str] = {}
        with app.store.read() as connection:
            self._deleted = meetings.deleted_interactions(connection)
            for row in imports.interactions(connection):
                self._know(row["id"], row)

    def take(self, record: ImportedRecord) -> None:
        """Plan one row."""
        account_id = self.whom.account(record, "interactions")
        if account_id is None:
            self.plan.reject(record.at, NOBODY)
            return
        values = self._values(record, account_id)
        found = self._found(record, values)
        if found in self._origin:
            self.plan.reject(record.at, f"the same interaction as {self._origin[found]}")
            return
        if found is None:
            found = self.plan.add("interaction", values, self._id(record))
            self.plan.created += 1
        else:
            self._update(found, values)
        self._know(found, {**self._rows.get(found, {}), **values})
        self._origin[found] = record.at
        self._attend(record, found, account_id)

    def finish(self) -> None:
        """Nothing depends on other rows."""

    def _values(self, record: ImportedRecord, account_id: str) -> Values:
        fields = record.fields
        on = date.fromisoformat(str(fields["on"]))
        values: Values = {
            "account_id": account_id,
            "kind": fields.get("kind") or Kind.MEETING.value,
            "state": self._state(str(fields.get("state") or ""), on),
            "happened_on": on.isoformat(),
        }
        texts = [str(fields[name]) for name in ("summary", "notes") if fields.get(name)]
        if texts:
            values["summary"] = "\n\n".join(dict.fromkeys(texts))[:LONGEST_NOTE]
        return values | {name: fields[name] for name in COLUMNS if fields.get(name)}

    def _state(self, said: str, on: date) -> str:
        """What is to come cannot have been held, whatever a file says; what was called off stays so."""
        if said == State.CANCELLED:
            return said
        if on > self.today:
            return State.PLANNED.value
        return said or State.HELD.value

    def _id(self, record: ImportedRecord) -> str | None:
        """The id that it has elsewhere, so that it is known again in whatever form it comes; not of what was deleted."""
        told = str(record.fields.get("id") or "")
        return told if looks_like_id(told) and told not in self._deleted else None

    def _found(self, record: ImportedRecord, values: Values) -> str | None:
        ours = str(record.fields.get("id") or "")
        if ours in self._rows:
            return ours
        external = values.get("external_id")
        if external and str(external) in self._by_external:
            return self._by_external[str(external)]
        alike = self._alike.get(_likeness(values))
        known = self._rows.get(alike, {}).get("external_id") if alike else None
        return None if known and external else alike

    def _update(self, found: str, values: Values) -> None:
        new = differing(self._rows[found], values)
        if new:
            self.plan.edit("interaction", found, new)
            self.plan.updated += 1
        else:
            self.plan.unchanged += 1

    def _know(self, record_id: str, row: dict[str, Any]) -> None:
        self._rows[record_id] = row
        self._alike.setdefault(_likeness(row), record_id)
        if row.get("external_id"):
            self._by_external.setdefault(str(row["external_id"]), record_id)

    def _attend(self, record: ImportedRecord, found: str, account_id: str) -> None:
        if found not in self.plan.inserts["interaction"]:
            return
        for contact_id in self.whom.people(record, account_id):
            values = {"interaction_id": found, "contact_id": contact_id}
            self.plan.add("attendance", values, link_id(found, contact_id))
        for member_id in self.whom.ours(record):
            values = {"interaction_id": found, "member_id": member_id}
            self.plan.add("attendance", values, link_id(found, member_id))


def _likeness(row: Values) -> tuple[str, str, str, str]:
    """Two rows that are alike in this are one interaction."""
    return (
        str(row["account_id"]),
        str(row["happened_on"]),
        str(row["kind"]),
        fold(str(row.get("summary") or "")),
    )
