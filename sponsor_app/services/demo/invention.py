"""Invent the team, the accounts and their people in memory, before anything is written."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sponsor_app.domain.member import Function
from sponsor_app.domain.people import Member
from sponsor_app.domain.rules import Rules
from sponsor_app.services.demo.accounts import Account, invent_accounts
from sponsor_app.services.demo.chronicle import Chronicle, plans_for
from sponsor_app.services.demo.contacts import People
from sponsor_app.services.demo.dice import Dice, Mint
from sponsor_app.services.demo.gatherings import Meeting, invent_meetings, touches
from sponsor_app.services.demo.goodwill import Goodwill
from sponsor_app.services.demo.hearsay import Hearsay
from sponsor_app.services.demo.issues import Issues
from sponsor_app.services.demo.owners import Owners
from sponsor_app.services.demo.particulars import Particulars
from sponsor_app.services.demo.planted.script import Planted
from sponsor_app.services.demo.promises import Promises
from sponsor_app.services.demo.rhythm import Rhythm, allocate
from sponsor_app.services.demo.stage import BEGUN, SETTLED, Stage
from sponsor_app.services.demo.team import Colleague, Part, Team, invent_team
from sponsor_app.services.demo.visits import Visits

PLANS_A_FIFTH = 5


@dataclass(frozen=True, slots=True)
class Invention:
    """What was invented: everyone, every account with its people, who has a next date."""

    dice: Dice
    stage: Stage
    mint: Mint
    team: Team
    accounts: list[Account]
    people: People
    particulars: Particulars
    plans: dict[str, int]
    interactions: int
    my_title: str | None
    my_function: str | None
    meetings: list[Meeting]


def invent(dice: Dice, me: Member, counts: tuple[int, int, int], today: date) -> Invention:
    """`counts` are accounts, members (me included) and interactions."""
    accounts_wanted, members_wanted, interactions = counts
    mint = Mint(dice.part("ids"), _milliseconds(today, BEGUN))
    team = invent_team(dice.part("team"), mint, _me(me), members_wanted, today)
    stage = Stage(team, today)
    accounts = invent_accounts(dice.part("accounts"), mint, accounts_wanted, today)
    Owners(dice.part("owners"), team, today).assign(accounts)
    people = People(dice.part("people"), mint, team, today)
    for one in accounts:
        one.people = people.invent(one)
    chosen = plans_for(dice.part("plans"), accounts, interactions // PLANS_A_FIFTH)
    written = sum(_scripted(one.planted) for one in accounts if one.planted)
    meetings = invent_meetings(
        dice.part("events"), _mint(dice, today), stage, accounts, interactions
    )
    rest = max(0, interactions - written - len(chosen) - touches(meetings))
    allocate(dice.part("shares"), accounts, rest)
    return Invention(
        dice,
        stage,
        mint,
        team,
        accounts,
        people,
        Particulars(dice.part("particulars"), stage),
        {one.id: ahead for one, ahead in chosen},
        interactions,
        me.title,
        me.function,
        meetings,
    )


def goodwill(made: Invention, seen: dict[str, str]) -> Goodwill:
    """What will write references, events and reach-outs; `seen` is when each account was last touched."""
    dice, stage = made.dice, made.stage
    mint = Mint(dice.part("goodwill ids"), _milliseconds(stage.today, SETTLED))
    return Goodwill(dice.part("goodwill"), mint, stage, made.accounts, made.meetings, seen)


def chronicle(made: Invention, rules: Rules) -> Chronicle:
    """What will write the past of these accounts."""
    dice, stage = made.dice, made.stage
    mint = Mint(dice.part("later ids"), _milliseconds(stage.today, SETTLED))
    rhythm = Rhythm(dice.part("rhythm"), stage.today, rules)
    return Chronicle(
        dice.part("what came of it"),
        mint,
        stage,
        Visits(dice.part("visits"), mint, rhythm, stage.today),
        rhythm,
        Promises(dice.part("promises"), mint, stage),
        Issues(dice.part("issues"), mint, stage),
        Hearsay(dice.part("hearsay"), mint, stage),
    )


def _mint(dice: Dice, today: date) -> Mint:
    return Mint(dice.part("event ids"), _milliseconds(today, SETTLED))


def _me(me: Member) -> Colleague:
    function = me.function or Function.OPERATIONS
    title = me.title or "Chief Operating Officer"
    return Colleague(me.id, "me", me.name, title, function, Part.SPONSOR, None, "", "", me=True)


def _scripted(one: Planted) -> int:
    """How many interactions a planted account brings along."""
    deeds = sum(deed.meet is not None or deed.plan is not None for deed in one.deeds)
    return len(one.meets) + len(one.plans) + deeds


def _milliseconds(today: date, days: int) -> int:
    at = datetime.combine(today, time(8), tzinfo=UTC)
    return int(at.timestamp() * 1000) - days * 86_400_000
