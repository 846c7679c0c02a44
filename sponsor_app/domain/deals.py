"""Deals of another system, summed up for one account: what is open, what was won, what was lost."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sponsor_app.domain.folding import words
from sponsor_app.domain.money import decimals

_STAGES_NAMED = 3


class Outcome(StrEnum):
    """How a deal stands."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Deal:
    """One deal; `amount` is in minor units of `currency`, None when nobody said."""

    stage: str
    outcome: Outcome
    amount: int | None = None
    currency: str = "EUR"
    closes_on: date | None = None


_WON = frozenset({"won", "gewonnen", "gagne", "gagnee", "closedwon", "signed"})
_LOST = frozenset(
    {
        *("lost", "verloren", "perdu", "perdue", "closedlost", "abandoned", "disqualified"),
        *("canceled", "cancelled", "abgebrochen", "dropped", "rejected"),
    }
)


def outcome_of(stage: str, *, won: bool | None = None, closed: bool | None = None) -> Outcome:
    """How a deal stands, by what its system says of it or else by the words of its stage."""
    said = set(words(stage))
    if won or said & _WON:
        return Outcome.WON
    if said & _LOST or closed:
        return Outcome.LOST
    return Outcome.OPEN


def summary(deals: Sequence[Deal]) -> str:
    """`2 open, EUR 120,000 (Negotiation 2), next closing 2026-11-30; 1 won, EUR 50,000, last 2025-11-09; 1 lost`."""
    parts = [_part(deals, outcome) for outcome in Outcome]
    return "; ".join(part for part in parts if part)


def _part(deals: Sequence[Deal], outcome: Outcome) -> str:
    chosen = [deal for deal in deals if deal.outcome is outcome]
    if not chosen:
        return ""
    days = sorted(deal.closes_on for deal in chosen if deal.closes_on)
    said = [f"{len(chosen)} {outcome}", *_amounts(chosen)]
    if outcome is Outcome.OPEN:
        said[-1] += _stages(chosen)
        said += [f"next closing {days[0]}"] if days else []
    elif days:
        said.append(f"last {days[-1]}")
    return ", ".join(said)


def _amounts(deals: Iterable[Deal]) -> list[str]:
    """The sum in each currency; amounts nobody named are not guessed."""
    sums: dict[str, int] = {}
    for deal in deals:
        if deal.amount is not None:
            sums[deal.currency] = sums.get(deal.currency, 0) + deal.amount
    return [
        f"{currency} {Decimal(units).scaleb(-decimals(currency)):,.0f}"
        for currency, units in sorted(sums.items())
    ]


def _stages(deals: Iterable[Deal]) -> str:
    named = Counter(deal.stage for deal in deals if deal.stage)
    shown = ", ".join(f"{stage} {count}" for stage, count in named.most_common(_STAGES_NAMED))
    return f" ({shown})" if shown else ""
