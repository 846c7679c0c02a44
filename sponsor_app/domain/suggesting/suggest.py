"""Suggest who should own what: the best assignment under what everyone can carry, told in words."""

from collections import Counter
from dataclasses import replace

from sponsor_app.domain.ids import MemberId
from sponsor_app.domain.language import how_many, tr
from sponsor_app.domain.people import Member
from sponsor_app.domain.suggesting import eligible
from sponsor_app.domain.suggesting.delta import delta
from sponsor_app.domain.suggesting.facts import Charge, Situation
from sponsor_app.domain.suggesting.fitness import by_name
from sponsor_app.domain.suggesting.flow import LEFT, Watch, cheapest
from sponsor_app.domain.suggesting.plan import (
    Disputed,
    Overfull,
    PassedOver,
    Plan,
    Proposal,
    Unplaced,
)
from sponsor_app.domain.suggesting.problem import Problem, excess, room


def suggest(situation: Situation, watch: Watch | None = None) -> Plan:
    """The plan of least cost. The same situation gives the same plan, in whatever order it is listed.

    `watch` is told how far the work is and may stop it by raising.
    """
    ordered = replace(situation, colleagues=sorted(situation.colleagues, key=by_name))
    problem = Problem(ordered)
    owners = cheapest(problem.costs, watch)
    return _Telling(problem, owners).plan()


class _Telling:
    """Puts an assignment into words."""

    def __init__(self, problem: Problem, owners: list[int]) -> None:
        self.problem, self.owners = problem, owners
        self.situation = problem.situation
        self.members = {one.member.id: one.member for one in self.situation.colleagues}
        self.gives = Counter(
            now for owner, now in zip(owners, problem.now, strict=True) if owner != now
        )
        self.receives = {
            owner for owner, now in zip(owners, problem.now, strict=True) if owner != now
        }

    def plan(self) -> Plan:
        problem, today = self.problem, self.situation.today
        each = list(zip(problem.charges, problem.now, self.owners, strict=True))
        proposals = tuple(
            self._proposal(charge, now, owner)
            for charge, now, owner in each
            if owner not in (now, LEFT)
        )
        moves = [(one.before.id if one.before else None, one.member.id) for one in proposals]
        return Plan(
            today,
            proposals,
            tuple(Unplaced(charge.row, self._why(charge)) for charge, _, to in each if to == LEFT),
            self._disputed(),
            tuple(
                Overfull(self._member(at), by)
                for at, by in sorted(excess(problem, self.owners).items())
            ),
            self._passed_over(),
            need=problem.now.count(LEFT) + excess(problem, problem.now).total(),
            room=room(problem),
            objective=problem.costs.total(problem.now) - problem.costs.total(self.owners),
            delta=delta(moves, self.members, self.situation.limits, today),
        )

    def _member(self, at: int) -> Member:
        return self.situation.colleagues[at].member

    def _proposal(self, charge: Charge, now: int, owner: int) -> Proposal:
        member = self._member(owner)
        before = self.members[charge.owners[0]] if charge.owners else None
        points = self.problem.fitness.scores(charge)
        limits = self.situation.limits
        move = (before.id if before else None, member.id)
        return Proposal(
            charge.row,
            before,
            member,
            (
                self._occasion(
                    charge, before, now, 0 if now == LEFT else points[owner] - points[now]
                ),
                *self.problem.fitness.words(charge, member.id),
                self._load_words(member),
            ),
            points[owner],
            member.accounts,
            delta([move], self.members, limits, self.situation.today),
        )

    def _occasion(self, charge: Charge, before: Member | None, now: int, better: int) -> str:
        """Why anything should change."""
        if before is None:
            return tr("Nobody owns it.")
        if now == LEFT:
            return tr("{name} left on {left_on}.").format(name=before.name, left_on=before.left_on)
        wrong = eligible.against(before, charge, self.problem.managers)
        if wrong:
            return f"{wrong}."
        most = eligible.most(before, self.situation.limits)
        if before.accounts > most:
            return tr("{name} owns {accounts} accounts; {most} are the most.").format(
                name=before.name, accounts=before.accounts, most=most
            )
        if now in self.receives:
            return tr("{name} is needed for another account.").format(name=before.name)
        if better > 0:
            return tr("Fits better than {name}, by {better} points.").format(
                name=before.name, better=better
            )
        return tr("{name} owns {accounts} accounts: this spreads them.").format(
            name=before.name, accounts=before.accounts
        )

    def _load_words(self, member: Member) -> str:
        target = self.situation.limits.target
        if member.accounts == 0:
            return tr("{name} owns no account yet.").format(name=member.name)
        owned = how_many(member.accounts, "account")
        gives = self.gives[self.problem.column[member.id]]
        moved = tr("; the plan moves {gives} of them on").format(gives=gives) if gives else ""
        return tr("{name} owns {owned}{moved}; the aim is {target}.").format(
            name=member.name, owned=owned, moved=moved, target=target
        )

    def _why(self, charge: Charge) -> str:
        if not any(why is None for why in self.problem.reasons_not):
            return tr("Nobody may be given an account.")
        able = [
            at
            for at, why in enumerate(self.problem.reasons_not)
            if why is None and not eligible.against(self._member(at), charge, self.problem.managers)
        ]
        return tr("Everybody who may own it is full.") if able else tr("Nobody may own it.")

    def _disputed(self) -> tuple[Disputed, ...]:
        found = [one for one in self.situation.charges if len(one.owners) > 1]
        found.sort(key=lambda one: (one.row.account.casefold(), one.row.account_id))
        return tuple(Disputed(one.row, tuple(map(self._name, one.owners))) for one in found)

    def _name(self, who: MemberId) -> str:
        known = self.members.get(who)
        return known.name if known else tr("someone who is not here yet")

    def _passed_over(self) -> tuple[PassedOver, ...]:
        found: list[PassedOver] = []
        for at, reason in enumerate(self.problem.reasons_not):
            full = self.problem.owned[at] > self.problem.carries[at]
            why = reason or (tr("already owns more than may be") if full else None)
            if why and not self.problem.has_left(at):
                found.append(PassedOver(self._member(at), why))
        return tuple(found)
