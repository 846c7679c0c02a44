"""Rows of people: contacts at accounts, members of ours."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from sponsor_app.domain.folding import fold
from sponsor_app.domain.importing import ImportedRecord
from sponsor_app.domain.people import PointKind
from sponsor_app.domain.phones import normal_email
from sponsor_app.services.imports.accounts import AccountRows
from sponsor_app.services.imports.known import Known
from sponsor_app.services.imports.plan import Plan, Values
from sponsor_app.services.points import normal_form

CONTACT_COLUMNS = {
    "name": "name",
    "title": "title",
    "function": "function",
    "role": "role",
    "city": "city",
    "country": "country",
    "birthday": "birthday",
    "notes": "note",
    "external_id": "external_id",
}
MEMBER_COLUMNS = {
    name: name for name in ("name", "email", "title", "function", "max_accounts", "city", "country")
}
PHONES = (PointKind.PHONE, PointKind.MOBILE)
GAPS_ONLY = frozenset({"note"})
"""What people write by hand here is not replaced by a file."""


class ContactRows:
    """Plans contacts with their accounts and ways to reach them."""

    def __init__(
        self, plan: Plan, contacts: Known, accounts: AccountRows, only_at: str | None
    ) -> None:
        self.plan, self.contacts, self.accounts, self.only_at = plan, contacts, accounts, only_at
        self.points: set[tuple[str, str]] = set()
        self._bosses: list[tuple[str, str]] = []

    def take(self, record: ImportedRecord) -> None:
        """Plan one row."""
        fields = record.fields
        emails = [normal_email(p.value) for p in record.points if p.kind is PointKind.EMAIL]
        account_id = self._account(record, emails)
        fresh = record.at in self.plan.fresh
        found = None if fresh else self._match(fields, emails, account_id) or self._by_phone(record)
        if found is not None and found in self.contacts.origin:
            self.plan.reject(record.at, f"the same person as {self.contacts.origin[found]}")
            self._reach(found, record)
            return
        values = renamed(fields, CONTACT_COLUMNS)
        if account_id is not None:
            values["account_id"] = account_id
        before = len(self.plan.inserts["contact_point"])
        if found is None:
            found = self.plan.add("contact", values)
            self.contacts.add(found, {**values, "email": next(iter(emails), None)}, record.at)
            self.plan.created += 1
            self._reach(found, record)
        else:
            self._reach(found, record)
            more = len(self.plan.inserts["contact_point"]) > before
            update(self.plan, "contact", self.contacts, found, values, also=more)
            self.contacts.learn(found, {}, record.at)
        for email in emails:
            self.contacts.by_email.setdefault(email, found)
        if fields.get("reports_to"):
            self._bosses.append((found, str(fields["reports_to"])))

    def finish(self) -> None:
        """Plan who reports to whom, now that everybody is known."""
        for who, name in self._bosses:
            at = self.contacts.rows[who].get("account_id")
            same = [
                one
                for one in dict.fromkeys(self.contacts.named(name))
                if self.contacts.rows[one].get("account_id") == at and one != who
            ]
            if len(same) != 1:
                self.plan.leave_out("reports to", "no single contact of that name at the account")
            elif self.contacts.rows[who].get("reports_to_id") != same[0]:
                self.plan.edit("contact", who, {"reports_to_id": same[0]})

    def _account(self, record: ImportedRecord, emails: list[str]) -> str | None:
        """Where a person works: as told, else as named, else as the mail address says."""
        if self.only_at:
            return self.only_at
        fields, known = record.fields, self.accounts.accounts
        given = fields.get("account_id")
        if given is not None:
            found = known.identified({"id": given, "external_id": given})
            if found:
                return found
        website = str(fields["account_domain"]) if fields.get("account_domain") else None
        if fields.get("account"):
            return self.accounts.ensure(str(fields["account"]), website, record.at)
        domains = [website, *(known.work_domain(email) for email in emails)]
        there = [one for domain in domains for one in known.at_domain(domain)]
        if len(set(there)) == 1:
            return there[0]
        self.plan.leave_out("account", "the row does not say where this person works")
        return None

    def _match(
        self, fields: Mapping[str, Any], emails: list[str], account_id: str | None
    ) -> str | None:
        identified = self.contacts.identified(fields)
        if identified:
            return identified
        by_mail = next((m for e in emails if (m := self.contacts.by_email.get(e))), None)
        if by_mail is not None:
            same_name = fold(str(self.contacts.rows[by_mail]["name"])) == fold(str(fields["name"]))
            if same_name or len(emails) == 1:
                return by_mail
        same = [
            one
            for one in dict.fromkeys(self.contacts.named(str(fields["name"])))
            if self.contacts.rows[one].get("account_id") in (account_id, None)
        ]
        if len(same) > 1 or (same and emails and self._has_other_mail(same[0])):
            self.plan.possible_duplicates += 1
            return None
        return same[0] if same else None

    def _by_phone(self, record: ImportedRecord) -> str | None:
        """The one contact of that name with one of the numbers: a switchboard has many people."""
        numbers = (normal_form(p.kind, p.value) for p in record.points if p.kind in PHONES)
        named = self.contacts.named(str(record.fields["name"]))
        same = {one for n in numbers for one in self._by_number.get(n, ()) if one in named}
        return same.pop() if len(same) == 1 else None

    @cached_property
    def _by_number(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for contact_id, normal in self.points:
            found[normal].append(contact_id)
        return found

    def _has_other_mail(self, contact_id: str) -> bool:
        return bool(self.contacts.rows[contact_id].get("email"))

    def _reach(self, contact_id: str, record: ImportedRecord) -> None:
        for point in record.points:
            normal = normal_form(point.kind, point.value)
            if (contact_id, normal) in self.points:
                continue
            self._by_number[normal].append(contact_id)
            self.points.add((contact_id, normal))
            self.plan.add(
                "contact_point",
                {
                    "contact_id": contact_id,
                    "kind": point.kind.value,
                    "raw": point.value,
                    "normal": normal,
                    "label": point.label or None,
                },
            )


class MemberRows:
    """Plans our people."""

    def __init__(self, plan: Plan, members: Known) -> None:
        self.plan, self.members = plan, members
        self._bosses: list[tuple[str, str]] = []

    def take(self, record: ImportedRecord) -> None:
        """Plan one row."""
        fields = record.fields
        email = normal_email(str(fields["email"])) if fields.get("email") else ""
        found = (
            self.members.identified(fields)
            or self.members.by_email.get(email)
            or self.members.only_named(str(fields["name"]))
        )
        if found is not None and found in self.members.origin:
            self.plan.reject(record.at, f"the same member as {self.members.origin[found]}")
            return
        values = renamed(fields, MEMBER_COLUMNS)
        if email:
            values["email"] = email
        if found is None:
            found = self.plan.add("member", values)
            self.members.add(found, values, record.at)
            self.plan.created += 1
        else:
            update(self.plan, "member", self.members, found, values)
            self.members.learn(found, {}, record.at)
        if fields.get("manager"):
            self._bosses.append((found, str(fields["manager"])))

    def finish(self) -> None:
        """Plan who manages whom."""
        for who, text in self._bosses:
            boss = self.members.by_email.get(normal_email(text)) or self.members.only_named(text)
            if boss is None or boss == who:
                self.plan.leave_out("manager", "no single member of that name or address")
            elif self.members.rows[who].get("manager_id") != boss:
                self.plan.edit("member", who, {"manager_id": boss})


def renamed(fields: Mapping[str, Any], columns: Mapping[str, str]) -> Values:
    """The row's fields under the names of our columns."""
    return {
        column: fields[name] for name, column in columns.items() if fields.get(name) is not None
    }


def update(
    plan: Plan, table: str, known: Known, found: str, values: Values, *, also: bool = False
) -> None:
    """Plan the fields that differ; `also` when something beside the record was added."""
    row = known.rows[found]
    new = {
        name: value
        for name, value in values.items()
        if row.get(name) != value and not (name in GAPS_ONLY and row.get(name))
    }
    if new:
        plan.edit(table, found, new)
    if new or also:
        plan.updated += 1
    else:
        plan.unchanged += 1
