"""Reach-outs: a reason that only helps them, the accounts it fits, and who has been told."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import AccountId, MemberId, ReachOutId
from sponsor_app.domain.interaction import Intent
from sponsor_app.domain.language import number, tr

RATIO_DAYS = 365
TEMPLATE = "Dear {contact},\n\n{because}\n\nI thought of you because it helps {account}. There is nothing to decide.\n\n{me}\n"
"""The note when nobody wrote another: what is in braces is filled in."""


class Place(NamedTuple):
    """An account as a reach-out looks at it; made by the ten thousand, hence a tuple."""

    account_id: AccountId
    account: str
    tier: str | None
    status: str
    industry: str | None
    country: str | None
    sponsor_id: MemberId | None
    sponsor: str | None


@dataclass(frozen=True, slots=True)
class Criteria:
    """Which accounts it fits: any value of each family that has any; text is compared folded."""

    tiers: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    industries: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()

    def fits(self, row: Place | CoverageRow) -> bool:
        """Whether an account passes every family."""
        if self.tiers and row.tier not in self.tiers:
            return False
        if self.statuses and row.status not in self.statuses:
            return False
        if self.industries and fold(row.industry or "") not in self.industries:
            return False
        return not self.countries or fold(row.country or "") in self.countries

    def to_text(self) -> str:
        """As it is stored: the same choice is the same text on every laptop."""
        named = {name: sorted(getattr(self, name)) for name in Criteria.__slots__}
        return json.dumps({name: values for name, values in named.items() if values})

    @property
    def words(self) -> str:
        """`tier key or strategic, country germany`."""
        said = [
            f"{tr(word)} {tr(' or ').join(sorted(values)).replace('_', ' ')}"
            for word, values in (
                ("tier", self.tiers),
                ("status", self.statuses),
                ("industry", self.industries),
                ("country", self.countries),
            )
            if values
        ]
        return ", ".join(said) or tr("every account")


def criteria_of(
    *,
    tiers: Iterable[str] = (),
    statuses: Iterable[str] = (),
    industries: Iterable[str] = (),
    countries: Iterable[str] = (),
) -> Criteria:
    """Criteria from words as people type them."""
    return Criteria(
        frozenset(tiers),
        frozenset(statuses),
        frozenset(filter(None, map(fold, industries))),
        frozenset(filter(None, map(fold, countries))),
    )


def criteria_from(text: str | None) -> Criteria:
    """What was stored; what a newer version or a broken text says beyond is not read."""
    try:
        kept: Any = json.loads(text or "{}")
        values = {name: frozenset(map(str, kept.get(name, ()))) for name in Criteria.__slots__}
    except (ValueError, AttributeError, TypeError):
        return Criteria()
    return Criteria(**values)


@dataclass(frozen=True, slots=True)
class Target:
    """What became of a reach-out at one account."""

    account_id: AccountId
    done_on: date | None
    skipped_on: date | None
    outcome: str | None
    member_id: MemberId | None
    member: str | None

    @property
    def settled(self) -> bool:
        """Whether it was done or skipped."""
        return self.done_on is not None or self.skipped_on is not None


@dataclass(frozen=True, slots=True)
class ReachOut:
    """A reason to write that only helps them."""

    id: ReachOutId
    title: str
    because: str
    criteria: Criteria
    template: str | None
    made_on: date


class Fitting(NamedTuple):
    """An account that a reach-out fits, and what became of it there."""

    row: Place
    target: Target | None

    @property
    def open(self) -> bool:
        """Whether nobody has told them yet."""
        return self.target is None or not self.target.settled


@dataclass(frozen=True, slots=True)
class Progress:
    """A reach-out with the accounts it fits, by name, and what became of it there; `mine` are still open and mine."""

    reach_out: ReachOut
    places: Sequence[Place]
    targets: Mapping[AccountId, Target]
    mine: int

    @property
    def fits(self) -> int:
        """How many accounts it fits."""
        return len(self.places)

    @property
    def fitting(self) -> tuple[Fitting, ...]:
        """Each account with what became of it there."""
        return tuple(Fitting(one, self.targets.get(one.account_id)) for one in self.places)

    @property
    def done(self) -> int:
        """At how many they were told."""
        return sum(one.done_on is not None for one in self.targets.values())

    @property
    def skipped(self) -> int:
        """At how many it was skipped."""
        return sum(one.skipped_on is not None for one in self.targets.values())

    @property
    def open(self) -> int:
        """At how many nobody was told."""
        return self.fits - sum(one.settled for one in self.targets.values())


def progress_of(
    one: ReachOut,
    places: Sequence[Place],
    targets: Mapping[AccountId, Target],
    me: MemberId,
) -> Progress:
    """Whom of all `places` it fits; where something became of it already, it fits whatever its filter says now."""
    every = one.criteria == Criteria()
    found = (
        places if every else [p for p in places if one.criteria.fits(p) or p.account_id in targets]
    )
    here = {place.account_id for place in found if place.account_id in targets}
    known = {at: target for at, target in targets.items() if at in here}
    mine = [place.account_id for place in found if place.sponsor_id == me]
    settled = sum(at in known and known[at].settled for at in mine)
    return Progress(one, found, known, len(mine) - settled)


@dataclass(frozen=True, slots=True)
class Ratio:
    """Touches of a year by who had a reason: to help, to repair; those to sell and those nobody explained left out."""

    proactive: int = 0
    reactive: int = 0
    left_out: int = 0

    def __add__(self, other: "Ratio") -> "Ratio":
        return Ratio(
            self.proactive + other.proactive,
            self.reactive + other.reactive,
            self.left_out + other.left_out,
        )

    @property
    def words(self) -> str:
        """`7 proactive : 3 reactive; 4 of 14 left out, selling or unexplained`."""
        every = self.proactive + self.reactive + self.left_out
        if not every:
            return tr("no touch in {ratio_days} days").format(ratio_days=RATIO_DAYS)
        said = tr("{proactive} proactive : {reactive} reactive").format(
            proactive=number(self.proactive), reactive=number(self.reactive)
        )
        return tr("{said}; {left_out} of {every} left out, selling or unexplained").format(
            said=said, left_out=number(self.left_out), every=number(every)
        )


def ratio_of(counts: Mapping[str | None, int]) -> Ratio:
    """From how many touches had which intent."""
    proactive, reactive = counts.get(Intent.CARE, 0), counts.get(Intent.FIX, 0)
    return Ratio(proactive, reactive, sum(counts.values()) - proactive - reactive)


def note_for(one: ReachOut, *, account: str, contact: str | None, me: str) -> str:
    """The note to one account; what is in other braces stays as it was written."""
    text = one.template or TEMPLATE
    values = {"account": account, "contact": contact or account, "because": one.because, "me": me}
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text
