"""Load: how many accounts a sponsor can truly own."""

from dataclasses import dataclass
from enum import StrEnum

from sponsor_app.domain.people import Member


class LoadState(StrEnum):
    """How heavy a portfolio is."""

    NONE = "none"
    FITS = "fits"
    HIGH = "high"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class LoadLimits:
    """Accounts per sponsor: what to aim for, when to warn, when to flag."""

    target: int = 2
    warn: int = 4
    flag: int = 6


def assess_load(accounts: int, limits: LoadLimits, maximum: int | None = None) -> LoadState:
    """Compare a portfolio with the limits; a member's own `maximum` is over when exceeded."""
    if accounts == 0:
        return LoadState.NONE
    if accounts >= limits.flag or (maximum is not None and accounts > maximum):
        return LoadState.OVER
    return LoadState.HIGH if accounts >= limits.warn else LoadState.FITS


@dataclass(frozen=True, slots=True)
class Candidate:
    """A member who could own another account, and how heavy the portfolio is now."""

    member: Member
    load: LoadState
