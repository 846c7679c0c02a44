"""One row of coverage, made from what was read of all accounts at once: of today, or of a day gone by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from sys import intern
from typing import Any

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.clocks import Clocks
from sponsor_app.domain.coverage import Cadence, CoverageRow, state_after
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.rules import Rules, cadence_of
from sponsor_app.store.queries.as_stored import day_of, same
from sponsor_app.store.queries.choices import choice, choice_or
from sponsor_app.store.queries.last_touches import NEVER, LastTouches

Promise = tuple[AccountStatus, Tier | None, Cadence | None]


@dataclass(frozen=True, slots=True)
class Said:
    """What no day says of itself, by account: the id of who leads it, and the text of the next planned day."""

    leads: Mapping[str, str]
    planned: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What is known of the accounts on a day: names by member, all else by account.

    `severe` counts open issues of Sev 1 and 2.
    """

    day: date
    rules: Rules
    said: Said
    members: Mapping[str | None, str]
    sponsors: Mapping[str, str]
    touches: LastTouches
    severe: Mapping[str, int]
    _promises: dict[Any, Promise] = field(default_factory=dict[Any, Promise])

    def row(self, found: tuple[Any, ...]) -> CoverageRow:
        """One account: its id, name, status, tier, region, country, industry, ideal and maximum days."""
        # By position, and equal texts once: ten thousand rows cost half the time and the room so.
        record_id, name, status_text, tier_text, region, country, industry, *override = found
        status, tier, cadence = self._promise(status_text, tier_text, *override)
        sponsor, lead = self.sponsors.get(record_id), self.said.leads.get(record_id)
        clocks = self.touches.standings.get(record_id, NEVER)
        touch, faced = clocks.touch, self.touches.faced.get((record_id, sponsor))
        days = (self.day - touch.on).days if touch else None
        planned = self.said.planned.get(record_id)
        return CoverageRow(
            AccountId(intern(record_id)),
            intern(name),
            status,
            tier,
            same(region),
            same(country),
            same(industry),
            same(sponsor),
            self.members.get(sponsor),
            same(lead),
            self.members.get(lead),
            cadence,
            state_after(cadence, days),
            Clocks(touch, faced, clocks.non_selling, clocks.their_turf) if faced else clocks,
            days,
            day_of(planned) if planned else None,
            self.severe.get(record_id, 0),
            self.touches.live.get(record_id, 0),
            touch is not None and touch.interaction_id in self.touches.asking,
        )

    def _promise(self, *texts: Any) -> Promise:
        """The status, the tier and the cadence of an account: of ten thousand accounts a dozen differ."""
        known = self._promises.get(texts)
        if known is None:
            status_text, tier_text, ideal, maximum = texts
            status = choice_or(AccountStatus, status_text, AccountStatus.CUSTOMER)
            tier = choice(Tier, tier_text)
            cadence = cadence_of(self.rules, status, tier, (ideal, maximum))
            known = self._promises[texts] = status, tier, cadence
        return known
