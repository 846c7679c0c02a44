"""Who plans which records of a file: one for each kind, made when the first of that kind comes."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Protocol

from sponsor_app.domain.importing import ImportedRecord, ImportKind
from sponsor_app.services import Services
from sponsor_app.services.imports.accounts import AccountRows
from sponsor_app.services.imports.deals import DealRows
from sponsor_app.services.imports.issues import IssueRows
from sponsor_app.services.imports.known import Known
from sponsor_app.services.imports.logged import LoggedRows
from sponsor_app.services.imports.meeting_people import MeetingPeople
from sponsor_app.services.imports.meetings import MeetingRows
from sponsor_app.services.imports.people import ContactRows, MemberRows
from sponsor_app.services.imports.plan import Plan
from sponsor_app.services.imports.wholes import WholeRows
from sponsor_app.services.imports.whom import Whom
from sponsor_app.store.queries import imports

UID = "uid"
"""The field that only what a calendar or a mail tells has: its identity there."""


class Rows(Protocol):
    """Plans the records of one kind."""

    def take(self, record: ImportedRecord) -> None:
        """Plan one record."""
        ...

    def finish(self) -> None:
        """Plan what needs every record to be known."""
        ...


class Desk:
    """Hands every record to whoever plans its kind. `only_at` is the account that all contacts work for."""

    def __init__(self, app: Services, plan: Plan, only_at: str | None) -> None:
        self.app, self.plan, self.only_at = app, plan, only_at
        self._rows: dict[str, Rows] = {}
        self._makers: Mapping[ImportKind, Callable[[], Rows]] = {
            ImportKind.ACCOUNTS: lambda: self.accounts,
            ImportKind.CONTACTS: lambda: self.contacts,
            ImportKind.MEMBERS: lambda: MemberRows(self.plan, self.members),
            ImportKind.INTERACTIONS: lambda: LoggedRows(self.app, self.plan, self.whom),
            ImportKind.ISSUES: lambda: IssueRows(self.app, self.plan, self.whom),
            ImportKind.DEALS: lambda: DealRows(self.app, self.plan, self.whom),
            ImportKind.EVERYTHING: lambda: WholeRows(self.app, self.plan),
        }

    def take(self, record: ImportedRecord) -> None:
        """Plan one record."""
        rows: Rows = self.meetings if UID in record.fields else self._of(record.kind)
        before = self.plan.created
        rows.take(record)
        self.plan.added[record.kind] += self.plan.created - before

    def finish(self) -> None:
        """Plan what needs every record to be known."""
        for rows in self._rows.values():
            rows.finish()

    def _of(self, kind: ImportKind) -> Rows:
        if kind not in self._rows:
            self._rows[kind] = self._makers[kind]()
        return self._rows[kind]

    @cached_property
    def meetings(self) -> MeetingRows:
        """What a calendar or a mail tells."""
        known = (self.accounts.accounts, self.contacts.contacts, self.members)
        people = MeetingPeople(*known, str(self.app.me))
        rows = MeetingRows(self.app, self.plan, people, self.only_at)
        self._rows[UID] = rows
        return rows

    @cached_property
    def members(self) -> Known:
        """Our people."""
        with self.app.store.read() as connection:
            return Known(imports.members(connection))

    @cached_property
    def accounts(self) -> AccountRows:
        """Accounts, with all their names."""
        with self.app.store.read() as connection:
            known = Known(imports.accounts(connection))
            for account_id, name in imports.alias_names(connection):
                known.alias(account_id, name)
            rows = AccountRows(self.plan, known, self.members, self.app.today())
            rows.phones = imports.account_phones(connection)
            rows.led, rows.sponsored = imports.owned(connection, self.app.today())
        return rows

    @cached_property
    def contacts(self) -> ContactRows:
        """People at accounts."""
        accounts = self.accounts
        with self.app.store.read() as connection:
            known = Known(imports.contacts(connection))
            rows = ContactRows(self.plan, known, accounts, self.only_at)
            rows.points = imports.contact_points(connection)
            for email, contact_id in imports.emails(connection):
                known.by_email.setdefault(email, contact_id)
        return rows

    @cached_property
    def whom(self) -> Whom:
        """With whom something happened."""
        return Whom(self.plan, self.accounts, self.contacts, self.members, self.only_at)
