"""Rows of accounts: each is one we know, or a new one."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sponsor_app.domain.account import AccountStatus, AliasKind, TeamRole
from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import link_id
from sponsor_app.domain.importing import ImportedRecord
from sponsor_app.domain.people import PointKind
from sponsor_app.domain.phones import domain_of
from sponsor_app.services.imports.known import Known
from sponsor_app.services.imports.plan import Plan, Values
from sponsor_app.services.points import normal_form

COLUMNS = (
    "name",
    "status",
    "tier",
    "industry",
    "region",
    "country",
    "city",
    "postcode",
    "address",
    "website",
    "email",
    "employees",
    "currency",
    "external_id",
)
ALIASES = {"alias": AliasKind.NAME, "former_name": AliasKind.FORMER_NAME}


class AccountRows:
    """Plans accounts, and what hangs on their names: parent, lead, sponsor, aliases, phone."""

    def __init__(self, plan: Plan, accounts: Known, members: Known, today: date) -> None:
        self.plan, self.accounts, self.members, self.today = plan, accounts, members, today
        self.phones: set[tuple[str, str]] = set()
        self.sponsored: set[str] = set()
        self.led: set[str] = set()
        self._parents: list[tuple[str, str]] = []

    def take(self, record: ImportedRecord) -> None:
        """Plan one row."""
        fields = record.fields
        fresh = record.at in self.plan.fresh
        found, doubtful = (None, []) if fresh else self._match(fields)
        if found is None and doubtful and not domain_of(_text(fields, "website")):
            self._ambiguous(record, doubtful)
            return
        if found is not None and found in self.accounts.origin:
            self._same_as_earlier(record, found)
            return
        values = _columns(fields)
        if found is None:
            self.plan.possible_duplicates += bool(doubtful)
            found = self._create(values, record.at)
        else:
            self._update(found, values, record.at)
        self._attach(found, record)

    def finish(self) -> None:
        """Plan what needs every account to be known: the parents."""
        for child, name in self._parents:
            parent = self.accounts.only_named(name)
            if parent is None or parent == child:
                self.plan.leave_out("parent", "no single account of that name")
            elif self.accounts.rows[child].get("parent_id") != parent:
                self.plan.edit("account", child, {"parent_id": parent})

    def ensure(self, name: str, website: str | None, at: str, whose: str = "contacts") -> str:
        """The account a contact works for, or of what happened there; made when nobody knows it."""
        fields = {"name": name, "website": website}
        found, doubtful = self._match(fields)
        if found is None and doubtful:
            found = doubtful[0]
        if found is None:
            found = self._create(_columns(fields), at)
            self.plan.created -= 1
            self.plan.leave_out(f"accounts made for {whose}", "they were not here yet")
        return found

    def _match(self, fields: Mapping[str, Any]) -> tuple[str | None, list[str]]:
        """The account a row means, or those it may mean."""
        identified = self.accounts.identified(fields)
        if identified:
            return identified, []
        name, domain = str(fields["name"]), domain_of(_text(fields, "website"))
        named = list(dict.fromkeys(self.accounts.named(name)))
        there = self.accounts.at_domain(domain)
        both = [one for one in named if one in there]
        if both:
            return both[0], []
        if domain:
            bare = [one for one in named if not domain_of(self.accounts.rows[one].get("website"))]
            return (bare[0], []) if len(bare) == 1 else (None, [*named, *there])
        return (named[0], []) if len(named) == 1 else (None, named)

    def _ambiguous(self, record: ImportedRecord, doubtful: list[str]) -> None:
        reason = f"{len(doubtful)} accounts are called so, and no web address tells which is meant"
        self.plan.reject(record.at, reason)
        self.plan.unsure.add(record.at)

    def _same_as_earlier(self, record: ImportedRecord, found: str) -> None:
        """A second row of the same account fills what the first left open."""
        known = self.accounts.rows[found]
        gaps = {n: v for n, v in _columns(record.fields).items() if known.get(n) is None}
        if gaps:
            self.plan.edit("account", found, gaps)
            self.accounts.learn(found, gaps, record.at)
        reason = (
            f"the same account as {self.accounts.origin[found]}; its other values were added there"
        )
        self.plan.reject(record.at, reason)

    def _create(self, values: Values, at: str) -> str:
        row = {"status": AccountStatus.CUSTOMER.value, **values}
        new = self.plan.add("account", row)
        self.accounts.add(new, row, at)
        self.plan.created += 1
        return new

    def _update(self, found: str, values: Values, at: str) -> None:
        known = self.accounts.rows[found]
        new = {name: value for name, value in values.items() if known.get(name) != value}
        if "story" in new and known.get("story"):
            del new["story"]
        self._rename(found, str(known["name"]), new)
        self.accounts.learn(found, new, at)
        if new:
            self.plan.edit("account", found, new)
            self.plan.updated += 1
        else:
            self.plan.unchanged += 1

    def _rename(self, found: str, old: str, new: Values) -> None:
        """A file that knows an account by a name it had does not rename it; a new name leaves the old one."""
        name = str(new.get("name", old))
        if fold(name) == fold(old):
            return
        if found in self.accounts.named(name):
            del new["name"]
        else:
            self._add_alias(found, AliasKind.FORMER_NAME, old)
            self.accounts.alias(found, name)

    def _attach(self, account_id: str, record: ImportedRecord) -> None:
        fields = record.fields
        if fields.get("parent"):
            self._parents.append((account_id, str(fields["parent"])))
        for name, kind in ALIASES.items():
            if fields.get(name):
                self._alias(account_id, kind, str(fields[name]))
        for point in record.points:
            if point.kind in (PointKind.PHONE, PointKind.MOBILE):
                self._phone(account_id, point.kind, point.value)
        if fields.get("lead"):
            self._lead(account_id, str(fields["lead"]))
        if fields.get("sponsor"):
            self._sponsor(account_id, str(fields["sponsor"]))

    def _alias(self, account_id: str, kind: AliasKind, value: str) -> None:
        if account_id not in self.accounts.by_name.get(fold(value), []):
            self._add_alias(account_id, kind, value)

    def _add_alias(self, account_id: str, kind: AliasKind, value: str) -> None:
        self.accounts.alias(account_id, value)
        values = {"account_id": account_id, "kind": kind.value, "value": value}
        self.plan.add("account_alias", values)

    def _phone(self, account_id: str, kind: PointKind, raw: str) -> None:
        normal = normal_form(kind, raw)
        if (account_id, normal) in self.phones:
            return
        self.phones.add((account_id, normal))
        self.plan.add(
            "contact_point",
            {"account_id": account_id, "kind": kind.value, "raw": raw, "normal": normal},
        )

    def _member(self, what: str, text: str) -> str | None:
        found = self.members.by_email.get(text.casefold()) or self.members.only_named(text)
        if found is None:
            self.plan.leave_out(what, "no single member of that name or address")
        return found

    def _lead(self, account_id: str, text: str) -> None:
        who = self._member("lead", text)
        if who is None or account_id in self.led:
            return
        self.led.add(account_id)
        link = link_id(account_id, who, TeamRole.LEAD)
        values = {"account_id": account_id, "member_id": who, "role": TeamRole.LEAD.value}
        self.plan.add("team_member", values, link)

    def _sponsor(self, account_id: str, text: str) -> None:
        who = self._member("sponsor", text)
        if who is None or account_id in self.sponsored:
            return
        self.sponsored.add(account_id)
        start = self.today.isoformat()
        values = {"account_id": account_id, "member_id": who, "starts_on": start}
        self.plan.add("sponsorship", values)


def _columns(fields: Mapping[str, Any]) -> Values:
    values = {name: fields[name] for name in COLUMNS if fields.get(name) is not None}
    if fields.get("annual_revenue") is not None:
        values["revenue_minor"] = fields["annual_revenue"]
        values.setdefault("currency", "EUR")
    if fields.get("story"):
        values["story"] = fields["story"]
    return values


def _text(fields: Mapping[str, Any], name: str) -> str | None:
    value = fields.get(name)
    return str(value) if value else None
