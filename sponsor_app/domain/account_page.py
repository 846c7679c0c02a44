"""Everything on one account's page."""

from dataclasses import dataclass, field
from datetime import date

from sponsor_app.domain.account_details import AccountDetails
from sponsor_app.domain.commitment import Commitment
from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.issue import Issue
from sponsor_app.domain.people import Contact, Fact, Pulse
from sponsor_app.domain.practice import Practice
from sponsor_app.domain.strength import Strength
from sponsor_app.domain.timeline import Interaction
from sponsor_app.domain.won_and_lost import Turn


@dataclass(frozen=True, slots=True)
class AccountPage:
    """One account, whole, as of a day."""

    as_of: date
    row: CoverageRow
    details: AccountDetails
    strength: Strength | None
    contacts: tuple[Contact, ...]
    timeline: tuple[Interaction, ...]
    timeline_total: int
    planned: tuple[Interaction, ...]
    issues: tuple[Issue, ...]
    commitments: tuple[Commitment, ...]
    pulses: tuple[Pulse, ...]
    facts: tuple[Fact, ...]
    practice: Practice = field(default_factory=Practice)
    turns: tuple[Turn, ...] = ()
