"""The coverage report: totals with their denominators, who is without, what is left out."""

from dataclasses import dataclass
from datetime import date

from sponsor_app.domain.coverage import CoverageRow, Totals
from sponsor_app.domain.devices import Device
from sponsor_app.domain.gaps import GapList
from sponsor_app.domain.heat import HeatRow
from sponsor_app.domain.people import Member
from sponsor_app.domain.rules import Rules


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a figure does not include, and why."""

    what: str
    count: int
    reason: str


@dataclass(frozen=True, slots=True)
class CoverageReport:
    """Monday's page."""

    as_of: date
    totals: Totals
    rows: tuple[CoverageRow, ...]
    members_without_account: tuple[Member, ...]
    overloaded: tuple[Member, ...]
    left_out: tuple[LeftOut, ...]
    devices: tuple[Device, ...]
    gaps: tuple[GapList, ...]
    heat: tuple[HeatRow, ...]
    rules: Rules
