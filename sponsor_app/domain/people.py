"""People as lists and pages show them: our members, their contacts."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sponsor_app.domain.ids import AccountId, ContactId, InteractionId, MemberId
from sponsor_app.domain.member import Function


class Role(StrEnum):
    """What a contact does in a decision about us."""

    DECIDES = "decides"
    CHAMPION = "champion"
    INFLUENCES = "influences"
    USES = "uses"
    BLOCKS = "blocks"


class Support(StrEnum):
    """Where a contact stands towards us."""

    FOR = "for"
    NEUTRAL = "neutral"
    AGAINST = "against"


class PointKind(StrEnum):
    """A way to reach someone."""

    EMAIL = "email"
    PHONE = "phone"
    MOBILE = "mobile"
    WEB = "web"


@dataclass(frozen=True, slots=True)
class Point:
    """One address or number, as written."""

    kind: PointKind
    raw: str


@dataclass(frozen=True, slots=True)
class Member:
    """One of our people."""

    id: MemberId
    name: str
    email: str | None
    title: str | None
    function: Function | None
    manager_id: MemberId | None
    max_accounts: int | None
    left_on: date | None
    accounts: int
    leads: int

    def expected_to_sponsor(self, today: date) -> bool:
        """Whether this member should own an account: here, not excused, and not busy leading accounts."""
        here = self.left_on is None or self.left_on > today
        return here and self.max_accounts != 0 and self.leads == 0


@dataclass(frozen=True, slots=True)
class Contact:
    """A person at an account."""

    id: ContactId
    account_id: AccountId | None
    account: str | None
    name: str
    title: str | None
    function: Function | None
    role: Role | None
    reports_to_id: ContactId | None
    reports_to: str | None
    counterpart_id: MemberId | None
    counterpart: str | None
    birthday: str | None
    left_on: date | None
    note: str | None
    points: tuple[Point, ...]
    last_on: date | None
    last_id: InteractionId | None
    touches: int
    strength: int | None = None
    support: Support | None = None


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A person at an account as the list of all people shows them."""

    id: ContactId
    account_id: AccountId | None
    account: str | None
    name: str
    title: str | None
    role: Role | None
    counterpart_id: MemberId | None
    counterpart: str | None
    last_on: date | None
    left_on: date | None


@dataclass(frozen=True, slots=True)
class Fact:
    """Something worth knowing about a person or an account, dated and sourced."""

    id: str
    contact_id: ContactId | None
    contact: str | None
    text: str
    source: str | None
    on: date


@dataclass(frozen=True, slots=True)
class Pulse:
    """One dated reading of how they feel, 0 to 10."""

    id: str
    contact_id: ContactId | None
    contact: str | None
    score: int
    quote: str | None
    source: str | None
    on: date
