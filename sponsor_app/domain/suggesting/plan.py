"""The plan: what is proposed, what it changes, and what does not fit."""

from dataclasses import dataclass, field
from datetime import date

from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.language import number, tr, trn
from sponsor_app.domain.people import Member
from sponsor_app.domain.suggesting.delta import Delta


@dataclass(frozen=True, slots=True)
class Proposal:
    """One account for one member; `before` is who owns it now, `because` whole sentences, what weighs most first.

    `points` is how well they fit (0 is a stranger), `load` how many accounts the member owns today.
    """

    row: CoverageRow
    before: Member | None
    member: Member
    because: tuple[str, ...]
    points: int
    load: int
    delta: Delta


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An account that needs a sponsor and gets none, and why."""

    row: CoverageRow
    why: str


@dataclass(frozen=True, slots=True)
class Disputed:
    """An account with several sponsors at once: somebody must say who it is; nothing is guessed."""

    row: CoverageRow
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overfull:
    """A member who would still own more than may be, and by how many."""

    member: Member
    by: int


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A member to whom nothing new is given, and why."""

    member: Member
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The best assignment there is room for. `objective` is what it gains, in points: 0 when nothing is better.

    `need` accounts want a (new) sponsor and our sponsors have `room` for so many; `short` of them do not fit.
    """

    as_of: date
    proposals: tuple[Proposal, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    disputed: tuple[Disputed, ...] = ()
    overfull: tuple[Overfull, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    need: int = 0
    room: int = 0
    objective: int = 0
    delta: Delta = field(default_factory=Delta)

    @property
    def short(self) -> int:
        """How many places are missing after the plan."""
        return len(self.unplaced) + sum(one.by for one in self.overfull)


@dataclass(frozen=True, slots=True)
class Choice:
    """A proposal as it was read and is wanted: from whom (None: nobody) to whom."""

    account_id: AccountId
    before: MemberId | None
    member_id: MemberId


def choice_of(one: Proposal) -> Choice:
    """What to hand back to accept a proposal."""
    return Choice(one.row.account_id, one.before.id if one.before else None, one.member.id)


def short_words(plan: Plan) -> str:
    """One sentence on what does not fit; empty when everything does."""
    if not plan.short:
        return ""
    what = trn("{count} account needs", "{count} accounts need", plan.need)
    left = trn("{count} does", "{count} do", plan.short)
    words = tr(
        "{accounts} a sponsor who has room; our sponsors have room for {room}: {left} not fit."
        " What is suggested is the best there is room for."
    )
    return words.format(
        accounts=what.format(count=number(plan.need)),
        room=number(plan.room),
        left=left.format(count=number(plan.short)),
    )
