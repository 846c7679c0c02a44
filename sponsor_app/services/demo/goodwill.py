"""References, events and reach-outs of the example, brought in once everything else is on record."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sponsor_app.domain.account import AccountStatus
from sponsor_app.domain.ids import link_id
from sponsor_app.domain.reference import RequestState
from sponsor_app.services.demo.accounts import Account, Habit, Person
from sponsor_app.services.demo.dice import Dice, Mint
from sponsor_app.services.demo.gatherings import Meeting, Row, meeting_rows
from sponsor_app.services.demo.hearsay import PULSE_FIELDS
from sponsor_app.services.demo.stage import Stage
from sponsor_app.services.demo.tales.goodwill import ASKED, CALLERS, OUTCOMES, REACH_OUTS, SPOKEN

ONE_IN = 9
"""One account in so many has somebody who speaks for us."""
PLANTED = {
    "brennauer": ("roswitha", "call,quote", 100),
    "tellvik": ("lars", "call,visit", 150),
    "maipen": ("mafe", "case-study,call", 130),
    "calderwick": ("philippa", "quote", 205),
}
SCOPES = ("call", "call,quote", "quote", "call,visit", "case-study,quote")
HELPED_SHARE = 0.4
CALLED_UNASKED = 3


@dataclass(slots=True)
class Goodwill:
    """Invents the rows; `seen` says when each account was last touched, for what was told there."""

    dice: Dice
    mint: Mint
    stage: Stage
    accounts: Sequence[Account]
    meetings: Sequence[Meeting]
    seen: dict[str, str] = field(default_factory=dict[str, str])

    def rows(self) -> Iterator[Row]:
        """Everything, a table, an id and values each."""
        for one in self.meetings:
            yield from meeting_rows(one, self.mint)
        for place, (account, person, scope, ago) in enumerate(self._chosen()):
            yield from self._reference(place, account, person, (scope, ago))
        yield from self._reach_outs()

    def _chosen(self) -> Iterator[tuple[Account, Person, str, int]]:
        """Those who speak for us: the planted ones, then some of those who are well looked after."""
        dice = self.dice
        for one in self.accounts:
            if one.planted and one.planted.key in PLANTED:
                key, scope, ago = PLANTED[one.planted.key]
                yield one, one.person(key), scope, ago
        happy = [one for one in self.accounts if _is_happy(one)]
        for one in dice.some(happy, max(2, len(self.accounts) // ONE_IN)):
            here = [person for person in one.people if person.left_on is None]
            if here:
                yield one, here[0], dice.pick(SCOPES), dice.whole(20, 210)

    def _reference(
        self, place: int, account: Account, person: Person, agreed: tuple[str, int]
    ) -> Iterator[Row]:
        scope, ago = agreed
        reference_id = link_id("reference", person.id)
        start = self.stage.back(ago)
        by = account.sponsor or self.stage.team.me
        until = start + timedelta(days=365) if place % 3 else None
        values: dict[str, str | int | None] = {
            "account_id": account.id,
            "contact_id": person.id,
            "scope": scope,
            "approved_by_id": by.id,
            "valid_from": start.isoformat(),
            "valid_until": until.isoformat() if until else None,
            "note": None,
        }
        yield "reference", reference_id, values
        if account.planted is None:
            yield self._pulse(account, person)
        yield from self._asked(place, account, person, (reference_id, scope, start))

    def _pulse(self, account: Account, person: Person) -> Row:
        on = self.stage.back(self.dice.whole(7, 28)).isoformat()
        by = account.sponsor or self.stage.team.me
        score = self.dice.whole(7, 10)
        said = self.dice.pick(SPOKEN)
        values = (account.id, person.id, None, score, said, "asked for a reference", on, by.id)
        return "pulse", self.mint.new(), dict(zip(PULSE_FIELDS, values, strict=True))

    def _asked(
        self, place: int, account: Account, person: Person, known: tuple[str, str, date]
    ) -> Iterator[Row]:
        """What was asked of a reference: the first three wait, some were used, the fourth called unasked."""
        reference_id, scope, start = known
        if place in (0, 1, 4):
            state = RequestState.IN_SCOPE if place else RequestState.APPROVED
            kind = scope.split(",")[0]
            yield self._request(account, reference_id, (ASKED[place % 4], kind, state), 8, None)
        if place % 3 == 0:
            on = max(start, self.stage.back(self.dice.whole(30, 80)))
            outcome = self.dice.pick(OUTCOMES)
            asked = (ASKED[place % 4], scope.split(",")[0], RequestState.USED)
            wish = self._request(
                account, reference_id, asked, (self.stage.today - on).days, outcome
            )
            yield wish
            caller = ASKED[place % 4][0]
            yield self._use((reference_id, wish[1], person.id), caller, on, outcome, approved=1)
        if place == CALLED_UNASKED:
            on = self.stage.back(16)
            yield self._use((reference_id, None, person.id), CALLERS[0], on, None, approved=0)

    def _request(
        self,
        account: Account,
        reference_id: str,
        asked: tuple[tuple[str, str, str], str, RequestState],
        ago: int,
        outcome: str | None,
    ) -> Row:
        (who, _use, deal), kind, state = asked
        values: dict[str, str | int | None] = {
            "reference_id": reference_id,
            "account_id": account.id,
            "kind": kind,
            "requester": who,
            "deal": deal,
            "state": state.value,
            "on_day": self.stage.back(ago).isoformat(),
            "outcome": outcome,
        }
        return "reference_request", self.mint.new(), values

    def _use(
        self,
        links: tuple[str, str | None, str],
        caller: str,
        on: date,
        outcome: str | None,
        *,
        approved: int,
    ) -> Row:
        reference_id, request_id, contact_id = links
        record_id = link_id(request_id, "use") if request_id else self.mint.new()
        values: dict[str, str | int | None] = {
            "reference_id": reference_id,
            "request_id": request_id,
            "contact_id": contact_id,
            "caller": caller,
            "on_day": on.isoformat(),
            "outcome": outcome,
            "approved": approved,
        }
        return "reference_use", record_id, values

    def _reach_outs(self) -> Iterator[Row]:
        for title, because, criteria in REACH_OUTS:
            reach_out_id = self.mint.new()
            values: dict[str, str | int | None] = {
                "title": title,
                "because": because,
                "criteria": criteria.to_text(),
                "template": None,
            }
            yield "reach_out", reach_out_id, values
            for one in self._told(self.accounts):
                tiers = criteria.tiers
                if not tiers or one.tier in tiers:
                    yield self._target(reach_out_id, one)

    def _told(self, accounts: Iterable[Account]) -> Iterator[Account]:
        """Those whose last touch was lately, and told of it."""
        lately = self.stage.back(30).isoformat()
        for one in accounts:
            fresh = self.seen.get(one.id, "") >= lately
            if fresh and one.status is AccountStatus.CUSTOMER and self.dice.chance(HELPED_SHARE):
                yield one

    def _target(self, reach_out_id: str, one: Account) -> Row:
        by = one.sponsor or self.stage.team.me
        values: dict[str, str | int | None] = {
            "reach_out_id": reach_out_id,
            "account_id": one.id,
            "done_on": self.seen[one.id],
            "skipped_on": None,
            "outcome": None,
            "member_id": by.id,
        }
        return "reach_out_target", link_id(reach_out_id, one.id), values


def _is_happy(one: Account) -> bool:
    cared = one.habit is Habit.WELL and one.status is AccountStatus.CUSTOMER
    return cared and one.planted is None
