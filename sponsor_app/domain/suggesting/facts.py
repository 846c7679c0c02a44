"""What is known when assignments are suggested: our people, the accounts, and who has met whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.load import LoadLimits
from sponsor_app.domain.people import Member


@dataclass(frozen=True, slots=True)
class Colleague:
    """One of ours, with where they are and what they speak."""

    member: Member
    city: str | None = None
    country: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Charge:
    """An account that somebody should own.

    `owners` are the sponsorships in force, more than one after two laptops decided apart; `coming` those that
    begin later: somebody has decided already, and nothing is suggested. `languages` are those of
    its people; `level` the rank of the most senior of them (see `seniority`); `counterparts` who of ours is
    named beside one of them, with that person's name.
    """

    row: CoverageRow
    owners: tuple[MemberId, ...] = ()
    coming: tuple[MemberId, ...] = ()
    city: str | None = None
    languages: frozenset[str] = frozenset()
    level: int | None = None
    counterparts: Mapping[MemberId, str] = field(default_factory=dict[MemberId, str])


@dataclass(frozen=True, slots=True)
class Tie:
    """What a member and an account share: points of strength in the last 365 days, and the last day."""

    points: float
    last: date


Ties = Mapping[tuple[AccountId, MemberId], Tie]


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything a suggestion is made from."""

    today: date
    limits: LoadLimits
    colleagues: Sequence[Colleague]
    charges: Sequence[Charge]
    ties: Ties = field(default_factory=dict[tuple[AccountId, MemberId], Tie])
