"""Small teams to suggest for."""

from dataclasses import replace
from datetime import date, timedelta

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.clocks import Clocks
from sponsor_app.domain.coverage import CoverageRow, assess
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.load import LoadLimits
from sponsor_app.domain.member import Function
from sponsor_app.domain.people import Member
from sponsor_app.domain.rules import Rules, cadence_of
from sponsor_app.domain.suggesting.facts import Charge, Colleague, Situation, Ties

TODAY = date(2026, 11, 18)


def who(
    name: str,
    *,
    function: Function | None = Function.ENGINEERING,
    title: str | None = None,
    most: int | None = None,
    left: date | None = None,
    manager: str | None = None,
    leads: int = 0,
    city: str | None = None,
    country: str | None = None,
    language: str | None = None,
) -> Colleague:
    boss = MemberId(manager) if manager else None
    member = Member(
        MemberId(name), name, None, title, function, boss, most, left, accounts=0, leads=leads
    )
    return Colleague(member, city, country, language)


def account(
    name: str,
    *owners: str,
    tier: Tier | None = Tier.KEY,
    status: AccountStatus = AccountStatus.CUSTOMER,
    days: int | None = 10,
    lead: str | None = None,
    country: str | None = None,
    region: str | None = None,
    city: str | None = None,
    industry: str | None = None,
    languages: frozenset[str] = frozenset(),
    level: int | None = None,
    counterparts: dict[MemberId, str] | None = None,
) -> Charge:
    cadence = cadence_of(Rules(), status, tier)
    last = None if days is None else TODAY - timedelta(days=days)
    sponsor = MemberId(owners[-1]) if owners else None
    row = CoverageRow(
        AccountId(name),
        name,
        status,
        tier,
        region,
        country,
        industry,
        sponsor,
        sponsor,
        MemberId(lead) if lead else None,
        lead,
        cadence,
        assess(cadence, last, TODAY),
        Clocks(),
        days,
        None,
        0,
        2,
    )
    held = tuple(MemberId(one) for one in owners)
    return Charge(row, held, (), city, languages, level, counterparts or {})


def situation(
    colleagues: list[Colleague],
    charges: list[Charge],
    ties: Ties | None = None,
    limits: LoadLimits | None = None,
) -> Situation:
    """The same with everybody's portfolio counted."""
    owners = [one.row.sponsor_id for one in charges]
    counted = [
        replace(one, member=replace(one.member, accounts=owners.count(one.member.id)))
        for one in colleagues
    ]
    return Situation(TODAY, limits or LoadLimits(), counted, charges, ties or {})
