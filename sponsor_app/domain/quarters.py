"""Quarters of a year, and what happened in each: touches by kind and intent, who was seen, what was kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sponsor_app.domain.interaction import Intent
from sponsor_app.domain.language import number, tr
from sponsor_app.domain.reach_out import Ratio

SHOWN = 4


@dataclass(frozen=True, slots=True)
class Quarter:
    """Three months, from the first day to the last; the running one ends `today` and is not `whole`."""

    year: int
    number: int
    first: date
    last: date
    whole: bool

    @property
    def words(self) -> str:
        """`Q3 2026`, `Q4 2026 so far`."""
        return f"Q{self.number} {self.year}" + ("" if self.whole else tr(" so far"))


def quarters_until(today: date, count: int = SHOWN) -> tuple[Quarter, ...]:
    """The running quarter and those before it, the oldest first."""
    found: list[Quarter] = []
    year, number, last = today.year, (today.month - 1) // 3 + 1, today
    for _each in range(count):
        first = date(year, number * 3 - 2, 1)
        end = _end_of(year, number)
        found.append(Quarter(year, number, first, min(last, end), end <= today))
        year, number = (year, number - 1) if number > 1 else (year - 1, 4)
        last = first - timedelta(days=1)
    return tuple(reversed(found))


def _end_of(year: int, number: int) -> date:
    following = date(year + number // 4, number % 4 * 3 + 1, 1)
    return following - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Tally:
    """What happened in a quarter with some accounts.

    `seen` of `accounts` had a touch; `covered` of `promised` were within their cadence on its last day; `kept` of
    `due` promises of ours that fell due were kept, `late` of those after their day.
    """

    quarter: Quarter
    accounts: int
    touches: int = 0
    seen: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict[str, int])
    intents: Mapping[str, int] = field(default_factory=dict[str, int])
    covered: int = 0
    promised: int = 0
    due: int = 0
    kept: int = 0
    late: int = 0

    @property
    def ratio(self) -> Ratio:
        """Who started: to help or to repair; what nobody explained and what was to sell is left out."""
        care, fix = self.intents.get(Intent.CARE, 0), self.intents.get(Intent.FIX, 0)
        return Ratio(care, fix, self.touches - care - fix)


def of(part: int, whole: int, what: str = "") -> str:
    """`3 of 4 accounts`; where there is nothing to divide by, it is said: `none of 0 accounts`."""
    said = (
        tr("{part} of {whole}").format(part=number(part), whole=number(whole))
        if whole
        else tr("none of 0")
    )
    return f"{said} {what}".strip()


def tally_words(one: Tally) -> str:
    """What a quarter was, in one line."""
    return tr(
        "{touches} touches, {seen}; covered at its end {covered}; promises kept {kept}"
    ).format(
        touches=number(one.touches),
        seen=of(one.seen, one.accounts, tr("accounts seen")),
        covered=of(one.covered, one.promised),
        kept=of(one.kept, one.due),
    )
