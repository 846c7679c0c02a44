"""What is on file about an account itself: its fields, other names, team and who owned it when."""

from dataclasses import dataclass
from datetime import date

from sponsor_app.domain.account import AliasKind, TeamRole
from sponsor_app.domain.ids import AccountId, MemberId


@dataclass(frozen=True, slots=True)
class Alias:
    """Another scrap by which the account is known."""

    kind: AliasKind
    value: str


@dataclass(frozen=True, slots=True)
class TeamMember:
    """A member on the account's team."""

    member_id: MemberId
    name: str
    role: TeamRole


@dataclass(frozen=True, slots=True)
class Sponsorship:
    """Who owned the relationship from when to when; open while `ends_on` is None."""

    id: str
    member_id: MemberId
    member: str
    starts_on: date
    ends_on: date | None
    reason: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class AccountDetails:
    """What is on file about the organisation itself."""

    id: AccountId
    name: str
    address: str | None
    city: str | None
    postcode: str | None
    website: str | None
    phone: str | None
    email: str | None
    employees: int | None
    revenue_minor: int | None
    currency: str | None
    parent_id: AccountId | None
    parent: str | None
    customer_since: date | None
    story: str | None
    wants: str | None
    issue_channel: str | None
    lost_because: str | None
    external_id: str | None
    aliases: tuple[Alias, ...]
    team: tuple[TeamMember, ...]
    sponsorships: tuple[Sponsorship, ...]
