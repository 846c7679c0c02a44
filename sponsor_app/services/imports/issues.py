"""Rows of cases and tickets: each is an issue we know, or a new one, open or over."""

from typing import Any

from sponsor_app.domain.folding import fold
from sponsor_app.domain.importing import ImportedRecord
from sponsor_app.domain.issue import IssueStatus, Level, Severity
from sponsor_app.services import Services
from sponsor_app.services.imports.logged import NOBODY
from sponsor_app.services.imports.plan import Plan, Values
from sponsor_app.services.imports.whom import Whom, differing
from sponsor_app.store.queries import imports

USUAL = Severity.SEV3


class IssueRows:
    """Plans issues with who raised and who holds them."""

    def __init__(self, app: Services, plan: Plan, whom: Whom) -> None:
        self.plan, self.whom, self.today = plan, whom, app.today().isoformat()
        self._rows: dict[str, dict[str, Any]] = {}
        self._alike: dict[tuple[str, str], list[str]] = {}
        self._origin: dict[str, str] = {}
        with app.store.read() as connection:
            self._number = imports.highest_issue(connection)
            for row in imports.issues(connection):
                self._know(row["id"], row)

    def take(self, record: ImportedRecord) -> None:
        """Plan one row."""
        account_id = self.whom.account(record, "issues")
        if account_id is None:
            self.plan.reject(record.at, NOBODY)
            return
        values = self._values(record, account_id)
        found = self._found(record, values)
        if found in self._origin:
            self.plan.reject(record.at, f"the same issue as {self._origin[found]}")
            return
        if found is None:
            found = self._create(values)
        else:
            self._update(found, values)
        self._know(found, {**self._rows.get(found, {}), **values})
        self._origin[found] = record.at

    def finish(self) -> None:
        """Nothing depends on other rows."""

    def _values(self, record: ImportedRecord, account_id: str) -> Values:
        fields = record.fields
        values: Values = {"account_id": account_id, "title": fields["subject"]}
        if fields.get("severity"):
            values["severity"] = int(str(fields["severity"]))
        for name in ("detail", "opened_on", "resolution"):
            if fields.get(name):
                values[name] = fields[name]
        owners, people = self.whom.ours(record), self.whom.people(record, account_id)
        if owners:
            values["owner_id"] = owners[0]
        if people:
            values["raised_by_id"] = people[0]
        return values | self._standing(record)

    def _standing(self, record: ImportedRecord) -> Values:
        """Open, or over since a day; a closed one the customer knows to be solved."""
        fields = record.fields
        over = str(fields.get("resolved_on") or "")
        status = str(fields.get("progress") or (IssueStatus.RESOLVED if over else ""))
        if not status or status == IssueStatus.OPEN:
            return {"status": status} if status else {}
        day = over or str(fields.get("opened_on") or self.today)
        told = {"told_on": day} if status == IssueStatus.CLOSED else {}
        return {"status": status, "resolved_on": day, **told}

    def _found(self, record: ImportedRecord, values: Values) -> str | None:
        ours = str(record.fields.get("id") or "")
        if ours in self._rows:
            return ours
        alike = self._alike.get(_likeness(values), [])
        opened = values.get("opened_on")
        same = [one for one in alike if not opened or self._rows[one]["opened_on"] == opened]
        return same[0] if same else None

    def _create(self, values: Values) -> str:
        self._number += 1
        if "severity" not in values:
            self.plan.leave_out("severity", f"the file does not say; taken as {USUAL.value}")
        usual: Values = {
            "severity": USUAL.value,
            "status": IssueStatus.OPEN.value,
            "level": Level.ACCOUNT_LEAD.value,
            "opened_on": values.get("resolved_on") or self.today,
            "number": self._number,
        }
        self.plan.created += 1
        values.update({name: value for name, value in usual.items() if name not in values})
        return self.plan.add("issue", values)

    def _update(self, found: str, values: Values) -> None:
        new = differing(self._rows[found], values)
        if new:
            self.plan.edit("issue", found, new)
            self.plan.updated += 1
        else:
            self.plan.unchanged += 1

    def _know(self, record_id: str, row: dict[str, Any]) -> None:
        self._rows[record_id] = row
        alike = self._alike.setdefault(_likeness(row), [])
        if record_id not in alike:
            alike.append(record_id)


def _likeness(row: Values) -> tuple[str, str]:
    return str(row["account_id"]), fold(str(row["title"]))
