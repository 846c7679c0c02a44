"""A report of any size, made from values: every state, tier, status and gap occurs."""

from datetime import date, timedelta
from typing import NamedTuple

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.clocks import Clocks, LastTouch
from sponsor_app.domain.coverage import CoverageRow, assess
from sponsor_app.domain.ids import AccountId, InteractionId, MemberId
from sponsor_app.domain.interaction import Kind
from sponsor_app.domain.member import Function
from sponsor_app.domain.people import Member
from sponsor_app.domain.report import CoverageReport, Known, compose
from sponsor_app.domain.rules import Rules, cadence_of

STATUSES, TIERS, FUNCTIONS = tuple(AccountStatus), (*Tier, None), tuple(Function)
WORDS = ("Halvorsen", "Bramblewood", "Ørsund", "Calderwick", "Lanternmere", "Daewon", "Quill")


class Sizes(NamedTuple):
    accounts: int = 10_000
    members: int = 200


USUAL = Sizes()


def large_report(today: date, sizes: Sizes = USUAL) -> CoverageReport:
    """`sizes.accounts` accounts; one in eleven without a sponsor, one in nine never met."""
    rules = Rules()
    rows = [_row(number, sizes, rules, today) for number in range(sizes.accounts)]
    owned: dict[str, int] = {}
    for row in rows:
        if row.sponsor_id:
            owned[row.sponsor_id] = owned.get(row.sponsor_id, 0) + 1
    everyone = tuple(_member(number, owned) for number in range(sizes.members))
    return compose(Known(today, tuple(rows), everyone, rules))


def _member(number: int, owned: dict[str, int]) -> Member:
    who = MemberId(f"m{number}")
    function = FUNCTIONS[number % len(FUNCTIONS)]
    return Member(
        who, f"Member {number:03}", None, None, function, None, None, None, owned.get(who, 0), 0
    )


def _row(number: int, sizes: Sizes, rules: Rules, today: date) -> CoverageRow:
    status, tier = STATUSES[number % len(STATUSES)], TIERS[number % len(TIERS)]
    cadence = cadence_of(rules, status, tier)
    sponsor = number * 7 % (sizes.members - 3) if number % 11 else None
    days = number * 13 % 500
    last = LastTouch(today - timedelta(days=days), InteractionId(f"i{number}"), Kind.VISIT)
    met = number % 9 != 0
    clocks = Clocks(last, last if number % 3 else None, last, None) if met else Clocks()
    return CoverageRow(
        AccountId(f"a{number:05}"),
        f"{WORDS[number % len(WORDS)]} {number:05}",
        status,
        tier,
        None,
        None,
        None,
        None if sponsor is None else MemberId(f"m{sponsor}"),
        None if sponsor is None else f"Member {sponsor:03}",
        None,
        None,
        cadence,
        assess(cadence, last.on if met else None, today),
        clocks,
        days if met else None,
        today + timedelta(days=number % 40) if number % 5 == 0 else None,
        number % 50 == 0,
        number % 4,
    )
