"""Who may own an account at all, and how many."""

from sponsor_app.domain.language import tr
from sponsor_app.domain.load import LoadLimits
from sponsor_app.domain.member import Function
from sponsor_app.domain.people import Member
from sponsor_app.domain.suggesting.facts import Charge, Situation

FIRST, SECOND, MORE, FULL = 0, 15, 30, 60
"""What the first account of a member costs, those up to the target, above it, and from the warning on."""


def most(member: Member, limits: LoadLimits) -> int:
    """How many accounts a member may own: below the flag, and no more than their own maximum."""
    top = max(0, limits.flag - 1)
    return top if member.max_accounts is None else min(top, member.max_accounts)


def place_costs(member: Member, limits: LoadLimits) -> list[int]:
    """What each further account of a member costs, rising: this spreads the load."""
    return [_place_cost(number, limits) for number in range(1, most(member, limits) + 1)]


def _place_cost(number: int, limits: LoadLimits) -> int:
    if number >= limits.warn:
        return FULL
    if number > limits.target:
        return MORE
    return FIRST if number == 1 else SECOND


def why_not(member: Member, situation: Situation) -> str | None:
    """Why no new account is given to a member; None when one may be."""
    if member.left_on is not None:
        gone = member.left_on <= situation.today
        return (
            tr("left on {left_on}").format(left_on=member.left_on)
            if gone
            else tr("leaves on {left_on}").format(left_on=member.left_on)
        )
    if member.max_accounts == 0:
        return tr("is no sponsor")
    if member.function is Function.SALES:
        return tr("is in sales; a sponsor stands beside the sales team")
    if member.leads:
        return tr("leads accounts day to day")
    return None


def against(member: Member, charge: Charge, managers: dict[str, str | None]) -> str | None:
    """Why a member should not own this very account; `managers` says who leads whom."""
    lead = charge.row.lead_id
    if lead is None:
        return None
    if lead == member.id:
        return tr("{name} is the account lead").format(name=member.name)
    if managers.get(lead) == member.id:
        return tr("{name} is the boss of the account lead, {lead}").format(
            name=member.name, lead=charge.row.lead
        )
    return None
