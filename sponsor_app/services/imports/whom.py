"""With whom something happened: the account, the people there and ours, as far as the rows of a file tell."""

import re
from collections.abc import Mapping
from typing import Any

from sponsor_app.domain.importing import ImportedRecord
from sponsor_app.domain.people import PointKind
from sponsor_app.domain.phones import normal_email
from sponsor_app.services.imports.accounts import AccountRows
from sponsor_app.services.imports.known import Known
from sponsor_app.services.imports.people import ContactRows
from sponsor_app.services.imports.plan import Plan

_BETWEEN = re.compile(r"\s*[;,|\n]\s*")


class Whom:
    """Finds accounts and people by what a row says of them; only an account that a row names is made."""

    def __init__(
        self,
        plan: Plan,
        accounts: AccountRows,
        contacts: ContactRows,
        members: Known,
        only_at: str | None,
    ) -> None:
        self.plan, self.accounts, self.members, self.only_at = plan, accounts, members, only_at
        self.contacts = contacts.contacts

    def account(self, record: ImportedRecord, whose: str) -> str | None:
        """The account: as told, by its id, its name, or where the person in the row works."""
        if self.only_at:
            return self.only_at
        fields, known = record.fields, self.accounts.accounts
        given = fields.get("account_id")
        if given is not None:
            found = known.identified({"id": given, "external_id": given})
            if found:
                return found
        if fields.get("account"):
            return self.accounts.ensure(str(fields["account"]), None, record.at, whose)
        about = str(fields.get("about") or "")
        named = known.only_named(about) if about else None
        return named or self._where_they_work(record)

    def people(self, record: ImportedRecord, account_id: str) -> list[str]:
        """The contacts at the account whom the row names, by mail address or by name."""
        found = [one for mail in _mails(record) if (one := self.contacts.by_email.get(mail))]
        for name in _names(record.fields.get("contact")):
            same = [one for one in self.contacts.named(name) if self._at(one) == account_id]
            mailed = self.contacts.by_email.get(name.casefold())
            if len(set(same)) == 1 or mailed:
                found.append(mailed or same[0])
            elif not found:
                self.plan.leave_out("contacts", "no single contact of that name at the account")
        return list(dict.fromkeys(found))

    def ours(self, record: ImportedRecord) -> list[str]:
        """The members whom the row names."""
        found: list[str] = []
        for name in _names(record.fields.get("member")):
            one = self.members.by_email.get(name.casefold()) or self.members.only_named(name)
            if one is None:
                self.plan.leave_out("members", "no single member of that name or address")
            else:
                found.append(one)
        return list(dict.fromkeys(found))

    def _where_they_work(self, record: ImportedRecord) -> str | None:
        mails = _mails(record)
        by_mail = [self.contacts.by_email.get(mail) for mail in mails]
        names = [*_names(record.fields.get("contact")), *_names(record.fields.get("about"))]
        by_name = [self.contacts.only_named(name) for name in names]
        works = [self._at(one) for one in (*by_mail, *by_name) if one]
        known = self.accounts.accounts
        domains = [known.work_domain(mail) for mail in mails]
        there = [one for domain in domains for one in known.at_domain(domain)]
        told = [one for one in works if one] or list(dict.fromkeys(there))
        return told[0] if len(set(told)) == 1 else None

    def _at(self, contact_id: str) -> str | None:
        return self.contacts.rows[contact_id].get("account_id")


def _mails(record: ImportedRecord) -> list[str]:
    return [normal_email(p.value) for p in record.points if p.kind is PointKind.EMAIL]


def _names(text: Any) -> list[str]:
    return [name for name in _BETWEEN.split(str(text)) if name] if text else []


def differing(known: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that a record does not have already."""
    return {name: value for name, value in values.items() if known.get(name) != value}
