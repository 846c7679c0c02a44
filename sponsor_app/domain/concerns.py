"""What worries about accounts beside how they are seen: whose they are, who left, what was promised, who speaks for us."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date

from sponsor_app.domain.account import Tier
from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.language import how_many, tr
from sponsor_app.domain.people import Member
from sponsor_app.domain.wording import listed, short_day


@dataclass(frozen=True, slots=True)
class Concerns:
    """Read beside the rows, by account.

    `claimed` everybody who stands as sponsor where that is not one; `gone` the contacts who mattered and left within
    a year; `promised` our open promises, `late` those of them past their day; `vouching` how many references there
    are and `shaky` why some may not be used; `matched` the accounts where a customer executive has a counterpart.
    """

    claimed: Mapping[AccountId, tuple[MemberId, ...]] = field(
        default_factory=dict[AccountId, tuple[MemberId, ...]]
    )
    gone: Mapping[AccountId, tuple[str, ...]] = field(
        default_factory=dict[AccountId, tuple[str, ...]]
    )
    promised: Mapping[AccountId, int] = field(default_factory=dict[AccountId, int])
    late: Mapping[AccountId, int] = field(default_factory=dict[AccountId, int])
    vouching: AbstractSet[AccountId] = frozenset()
    shaky: Mapping[AccountId, tuple[str, ...]] = field(
        default_factory=dict[AccountId, tuple[str, ...]]
    )
    matched: AbstractSet[AccountId] = frozenset()


NOTHING_ELSE = Concerns()
Because = Mapping[AccountId, str]


def several_sponsors(
    rows: Sequence[CoverageRow], concerns: Concerns, names: Mapping[MemberId, str]
) -> Because:
    """Accounts that two laptops gave to different members: nobody guesses whose they are."""
    here = {row.account_id for row in rows} & concerns.claimed.keys()
    return {
        at: tr("{names} both own it").format(
            names=listed([names.get(who, who) for who in concerns.claimed[at]])
        )
        for at in here
    }


def sponsor_left(
    rows: Sequence[CoverageRow], members: Mapping[MemberId, Member], today: date
) -> Because:
    """Accounts whose sponsor is no longer with us."""
    left = {
        who: tr("{name} left on {day}").format(name=one.name, day=short_day(one.left_on, today))
        for who, one in members.items()
        if one.left_on is not None and one.left_on <= today
    }
    return {
        row.account_id: left[row.sponsor_id]
        for row in rows
        if row.sponsor_id is not None and row.sponsor_id in left
    }


def boss_of_lead(rows: Sequence[CoverageRow], members: Mapping[MemberId, Member]) -> Because:
    """Accounts whose sponsor leads the account lead, or is the account lead: nobody is left to stand beside."""
    found: dict[AccountId, str] = {}
    for row in rows:
        lead = members.get(row.lead_id) if row.lead_id else None
        if lead is None or row.sponsor_id is None:
            continue
        if lead.id == row.sponsor_id:
            found[row.account_id] = tr("{name} is sponsor and account lead").format(name=lead.name)
        elif lead.manager_id == row.sponsor_id:
            found[row.account_id] = tr("{sponsor} leads {name}").format(
                sponsor=row.sponsor, name=lead.name
            )
    return found


def off_their_turf(rows: Sequence[CoverageRow], today: date) -> Because:
    """Accounts that are seen, but where nobody has been on their turf within the maximum."""
    never, long_ago = tr("never on their turf"), tr("their turf {days} days ago")
    found: dict[AccountId, str] = {}
    for row in rows:
        cadence, clocks = row.cadence, row.clocks
        if cadence is None or clocks.touch is None:
            continue
        last = clocks.their_turf
        if last is None:
            found[row.account_id] = never
        elif (days := (today - last.on).days) > cadence.maximum:
            found[row.account_id] = long_ago.format(days=days)
    return found


def gone_contacts(here: AbstractSet[AccountId], concerns: Concerns) -> Because:
    """Accounts where somebody who decides, speaks for us or was matched with one of ours has left."""
    return {
        at: tr("{gone} left").format(gone=listed(list(concerns.gone[at])))
        for at in concerns.gone.keys() & here
    }


def late_promises(here: AbstractSet[AccountId], concerns: Concerns) -> Because:
    """Accounts that wait for something we promised."""
    late = concerns.late
    said = {at: how_many(late[at], "promise") for at in late.keys() & here}
    return {
        at: tr("{promises} of ours late").format(promises=promises) for at, promises in said.items()
    }


def shaky_references(here: AbstractSet[AccountId], concerns: Concerns) -> Because:
    """Accounts whose reference is locked or about to end."""
    return {at: listed(list(concerns.shaky[at]), 2) for at in concerns.shaky.keys() & here}


def should_be_matched(row: CoverageRow) -> bool:
    """Whether one of their executives should be matched with the sponsor."""
    return row.tier is Tier.STRATEGIC and not row.status.gone
