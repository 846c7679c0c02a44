"""Which accounts somebody wants to see, how many that leaves, and what it leaves out."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.coverage import WORST_FIRST
from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import MemberId
from sponsor_app.domain.wording import listed
from sponsor_app.ui.accounts.list_line import AccountLine, tier_word
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.states import state

Keeps = Callable[[AccountLine], bool]


class Quick(StrEnum):
    """The filters that are always at hand."""

    MINE = "mine"
    AT_RISK = "at_risk"
    NO_SPONSOR = "no_sponsor"


NO_TIER = "no_tier"
TIERS: tuple[str, ...] = (*Tier, NO_TIER)
FAMILIES: Mapping[str, tuple[str, ...]] = {
    "tier": TIERS,
    "status": tuple(AccountStatus),
    "coverage": tuple(WORST_FIRST),
}
"""What hides behind *More*: within a family any of the chosen will do."""


def quick_word(quick: Quick) -> str:
    """A quick filter as its chip says it."""
    words = {
        Quick.MINE: tr("Mine"),
        Quick.AT_RISK: tr("At risk"),
        Quick.NO_SPONSOR: tr("No sponsor"),
    }
    return words[quick]


def choice_word(family: str, value: str) -> str:
    """A choice of a family as its chip says it."""
    if family == "tier":
        return tier_word(None if value == NO_TIER else Tier(value))
    word = state(value).word
    return word[:1].upper() + word[1:]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Everything must hold: what was typed, each quick filter, and one choice of each family that has any."""

    text: str = ""
    quick: frozenset[str] = frozenset()
    choices: frozenset[tuple[str, str]] = frozenset()

    @property
    def everything(self) -> bool:
        """Whether nothing is left out but by what was typed."""
        return not self.quick and not self.choices

    def typed(self, text: str) -> "Wanted":
        """The same with other words typed."""
        return replace(self, text=text)

    def test(self, me: MemberId) -> Keeps | None:
        """What to ask of each line; None when all are wanted."""
        tests: list[Keeps] = [_quick_test(Quick(quick), me) for quick in sorted(self.quick)]
        for family in FAMILIES:
            values = frozenset(value for name, value in self.choices if name == family)
            if values:
                tests.append(_family_test(family, values))
        tests += [_word_test(word) for word in fold(self.text).split()]
        if not tests:
            return None
        return tests[0] if len(tests) == 1 else lambda line: all(test(line) for test in tests)

    def to_text(self) -> str:
        """What this laptop remembers of it: not what was typed."""
        return json.dumps({"quick": sorted(self.quick), "choices": sorted(self.choices)})


def from_text(text: str | None) -> Wanted:
    """What was remembered; what a newer or a broken memory holds beyond is left out."""
    try:
        kept: Any = json.loads(text or "{}")
        quick = frozenset(str(one) for one in kept.get("quick", ())) & frozenset(Quick)
        pairs = {(str(family), str(value)) for family, value in kept.get("choices", ())}
    except (ValueError, AttributeError, TypeError):
        return Wanted()
    known = {(family, value) for family, values in FAMILIES.items() for value in values}
    return Wanted(quick=quick, choices=frozenset(pairs & known))


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of all accounts each chip stands for."""

    accounts: int
    quick: Mapping[Quick, int]
    choices: Mapping[tuple[str, str], int]


def count(lines: Sequence[AccountLine], me: MemberId) -> Counts:
    """Count every chip once, whatever is chosen."""
    tests = {quick: _quick_test(quick, me) for quick in Quick}
    choices = {(family, value): 0 for family, values in FAMILIES.items() for value in values}
    for line in lines:
        for family in FAMILIES:
            choices[family, _value(family, line)] += 1
    quick = {name: sum(map(test, lines)) for name, test in tests.items()}
    return Counts(len(lines), quick, choices)


def left_out(wanted: Wanted, shown: int, counts: Counts) -> str:
    """`200 of 214 accounts. 14 lost or former are left out by your filter.`"""
    said = tr("{shown} of {all} accounts.").format(shown=number(shown), all=number(counts.accounts))
    missing = counts.accounts - shown
    if not missing:
        return said
    statuses = {value for family, value in wanted.choices if family == "status"}
    only_status = bool(statuses) and wanted == Wanted(choices=_status_choices(statuses))
    if only_status:
        gone = [
            state(value).word.lower()
            for value in AccountStatus
            if value not in statuses and counts.choices["status", value]
        ]
        words = tr("{count} {what} are left out by your filter.")
        what = tr(" or ").join([", ".join(gone[:-1]), gone[-1]] if len(gone) > 1 else gone)
        return f"{said} {words.format(count=number(missing), what=what)}"
    words = tr("{count} are left out by your filter: {filter}.")
    return f"{said} {words.format(count=number(missing), filter=_said(wanted))}"


def _status_choices(values: Iterable[str]) -> frozenset[tuple[str, str]]:
    return frozenset(("status", value) for value in values)


def _said(wanted: Wanted) -> str:
    parts = [quick_word(quick).lower() for quick in Quick if quick in wanted.quick]
    for family, values in FAMILIES.items():
        parts += [
            choice_word(family, value).lower()
            for value in values
            if (family, value) in wanted.choices
        ]
    if wanted.text.strip():
        parts.append(f"“{wanted.text.strip()}”")
    return listed(parts)


def _word_test(word: str) -> Keeps:
    return lambda line: word in line.folded


def _quick_test(quick: Quick, me: MemberId) -> Keeps:
    if quick is Quick.MINE:
        return lambda line: line.row.sponsor_id == me
    if quick is Quick.AT_RISK:
        return lambda line: line.row.status is AccountStatus.AT_RISK
    return lambda line: line.row.sponsor_id is None


def _family_test(family: str, values: frozenset[str]) -> Keeps:
    return lambda line: _value(family, line) in values


def _value(family: str, line: AccountLine) -> str:
    if family == "tier":
        return line.row.tier or NO_TIER
    return line.row.status if family == "status" else line.row.coverage
