"""Accounts that went and accounts that came back: each turn with its day and its reason."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sponsor_app.domain.account import AccountStatus


class Turning(StrEnum):
    """Which way it went."""

    LOST = "lost"
    WON_BACK = "won_back"


@dataclass(frozen=True, slots=True)
class Turn:
    """The day an account was lost or came back, why, and by whose word."""

    id: str
    turning: Turning
    on: date
    because: str
    source: str | None = None


def turning(before: AccountStatus, after: AccountStatus) -> Turning | None:
    """Which way a new status turns an account; None when it stays with us, or stays gone."""
    if before.gone == after.gone:
        return None
    return Turning.LOST if after.gone else Turning.WON_BACK
