"""Who takes part in a meeting: contacts and members by their addresses, and the account they speak for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sponsor_app.domain.importing import ImportedPerson
from sponsor_app.domain.phones import normal_email
from sponsor_app.services.imports.known import Known

DECLINED = "declined"
CONTACT, MEMBER = "contact_id", "member_id"


class Somebody(NamedTuple):
    """A contact or a member, and the column that names one."""

    id: str
    column: str


@dataclass(frozen=True, slots=True)
class Party:
    """Who comes, the ids of who does not, and the account most of them are from.

    `declined` when none of ours comes; `unknown` counts who is named and not here.
    """

    coming: tuple[Somebody, ...]
    gone: tuple[str, ...]
    account_id: str | None
    declined: bool = False
    unknown: int = 0


class MeetingPeople:
    """Finds people by address. `me` is the member whose calendar it is."""

    def __init__(self, accounts: Known, contacts: Known, members: Known, me: str) -> None:
        self.accounts, self.contacts, self.members, self.me = accounts, contacts, members, me

    def party(self, people: Sequence[ImportedPerson], *, answering: bool = False) -> Party:
        """Sort those whom a calendar names; I am there unless it says otherwise, or only tells an answer."""
        coming: dict[Somebody, None] = {}
        gone: list[str] = []
        votes: Counter[str] = Counter()
        for one in people:
            email = normal_email(one.email)
            somebody = self._somebody(email)
            account_id = self._account(somebody, email)
            if account_id is not None:
                votes[account_id] += 1
            if somebody is None:
                continue
            if one.reply == DECLINED:
                gone.append(somebody.id)
            elif not answering or one.reply:
                coming[somebody] = None
        me = Somebody(self.me, MEMBER)
        if not answering and self.me not in gone and self._is_mine(people):
            coming[me] = None
        declined = self.me in gone and not any(one.column == MEMBER for one in coming)
        best = votes.most_common(1)
        return Party(tuple(coming), tuple(gone), best[0][0] if best else None, declined)

    def told(self, people: Sequence[ImportedPerson], account_id: str | None) -> Party:
        """Those whom a calendar of ours names, by address, else by name; I am there only when I am named."""
        found = [
            self._somebody(normal_email(one.email)) or self._by_name(one.name, account_id)
            for one in people
        ]
        coming = tuple(dict.fromkeys(one for one in found if one is not None))
        return Party(coming, (), account_id, unknown=found.count(None))

    def _by_name(self, name: str, account_id: str | None) -> Somebody | None:
        there = [
            one
            for one in self.contacts.named(name)
            if self.contacts.rows[one].get("account_id") == account_id
        ]
        if len(set(there)) == 1:
            return Somebody(there[0], CONTACT)
        member = self.members.only_named(name)
        return Somebody(member, MEMBER) if member is not None else None

    def _somebody(self, email: str) -> Somebody | None:
        if not email:
            return None
        member = self.members.by_email.get(email)
        if member is not None:
            return Somebody(member, MEMBER)
        contact = self.contacts.by_email.get(email)
        return Somebody(contact, CONTACT) if contact is not None else None

    def _account(self, somebody: Somebody | None, email: str) -> str | None:
        """The account of a contact, or the one whose web address a mail address shares."""
        if somebody is not None and somebody.column == MEMBER:
            return None
        if somebody is not None:
            found = self.contacts.rows[somebody.id].get("account_id")
            if found:
                return str(found)
        there = dict.fromkeys(self.accounts.at_domain(self.accounts.work_domain(email)))
        return next(iter(there)) if len(there) == 1 else None

    def _is_mine(self, people: Sequence[ImportedPerson]) -> bool:
        """Whether I take part: nobody is named, I am, or nobody knows my address or one of ours is named instead."""
        mine = normal_email(str(self.members.rows[self.me].get("email") or ""))
        named = {normal_email(one.email) for one in people}
        if not named or not mine or mine in named:
            return True
        return not any(email in self.members.by_email for email in named)
