"""Accounts that went and accounts that came back: each turn with its day and its reason."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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
