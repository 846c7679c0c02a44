"""How well a member fits an account, in points, and in words."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable
from functools import cached_property

from sponsor_app.domain.ids import MemberId
from sponsor_app.domain.language import tr
from sponsor_app.domain.strength import SATURATION_POINTS
from sponsor_app.domain.suggesting.facts import Charge, Colleague, Situation
from sponsor_app.domain.suggesting.seniority import NAMES, level_of
from sponsor_app.domain.wording import full_day

CITY, COUNTRY, REGION = 20, 15, 8
INDUSTRY_EACH, INDUSTRY_MOST = 4, 12
LANGUAGE = 10
LEVEL, NEXT_LEVEL = 10, 5
TIE_MOST, COUNTERPART = 40, 25


class Fitness:
    """Scores every member against an account; what depends on few values is worked out once for each of them."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self.colleagues = situation.colleagues
        self._column = {one.member.id: at for at, one in enumerate(self.colleagues)}
        self._rows: dict[tuple[str, Hashable], list[int]] = {}
        self._levels = [level_of(one.member.title) for one in self.colleagues]
        self._tied: dict[str, list[tuple[MemberId, int]]] = defaultdict(list)
        for (account, who), tie in situation.ties.items():
            part = min(tie.points, SATURATION_POINTS) / SATURATION_POINTS
            self._tied[account].append((who, round(part * TIE_MOST)))

    def scores(self, charge: Charge) -> list[int]:
        """The points of every member for one account, in the order of the colleagues."""
        parts = (
            self._kept("place", _where(charge), lambda at: self._place(at, charge)),
            self._kept(
                "industry", fold(charge.row.industry), lambda at: self._industry(at, charge)
            ),
            self._kept("language", charge.languages, lambda at: self._language(at, charge)),
            self._kept("level", charge.level, lambda at: self._level(at, charge)),
        )
        found = [sum(points) for points in zip(*parts, strict=True)]
        for who, points in self._tied.get(charge.row.account_id, ()):
            if who in self._column:
                found[self._column[who]] += points
        for who in charge.counterparts:
            if who in self._column:
                found[self._column[who]] += COUNTERPART
        return found

    def words(self, charge: Charge, member_id: MemberId) -> list[str]:
        """Why a member fits an account, what weighs most first."""
        at = self._column[member_id]
        one, row = self.colleagues[at], charge.row
        said: list[str] = []
        if member_id in charge.counterparts:
            said.append(
                tr("Counterpart of {counterparts}.").format(
                    counterparts=charge.counterparts[member_id]
                )
            )
        tie = self._situation.ties.get((row.account_id, member_id))
        if tie is not None:
            said.append(
                tr("They know each other: last together on {last}.").format(
                    last=full_day(tie.last, self._situation.today)
                )
            )
        said.extend(filter(None, (self._place_words(at, charge), self._industry_words(at, charge))))
        if self._language(at, charge):
            said.append(tr("Speaks their language: {language}.").format(language=one.language))
        level = self._levels[at]
        if level is not None and level == charge.level:
            said.append(
                tr("Same rank as their most senior contact: {rank}.").format(rank=tr(NAMES[level]))
            )
        return said

    def _kept(self, part: str, key: Hashable, points: Callable[[int], int]) -> list[int]:
        row = self._rows.get((part, key))
        if row is None:
            row = self._rows[part, key] = [points(at) for at in range(len(self.colleagues))]
        return row

    @cached_property
    def _regions(self) -> dict[str, str]:
        """The region of each country, as the accounts say it."""
        said = defaultdict[str, Counter[str]](Counter)
        for charge in self._situation.charges:
            country, region = fold(charge.row.country), fold(charge.row.region)
            if country and region:
                said[country][region] += 1
        return {
            country: min(regions, key=lambda name: (-regions[name], name))
            for country, regions in said.items()
        }

    @cached_property
    def _experience(self) -> Counter[tuple[str, str]]:
        """How many accounts of an industry each member owns."""
        return Counter(
            (owner, fold(charge.row.industry))
            for charge in self._situation.charges
            for owner in charge.owners
        )

    def _place(self, at: int, charge: Charge) -> int:
        one = self.colleagues[at]
        city, country, region = _where(charge)
        mine = fold(one.country)
        if city and city == fold(one.city):
            return CITY
        if country and country == mine:
            return COUNTRY
        return REGION if region and region == self._regions.get(mine) else 0

    def _place_words(self, at: int, charge: Charge) -> str | None:
        row = charge.row
        near = {CITY: charge.city, COUNTRY: row.country, REGION: row.region}
        name = near.get(self._place(at, charge))
        return tr("Near them: {name}.").format(name=name) if name else None

    def _owned_alike(self, at: int, charge: Charge) -> int:
        industry = fold(charge.row.industry)
        return self._experience[self.colleagues[at].member.id, industry] if industry else 0

    def _industry(self, at: int, charge: Charge) -> int:
        return min(INDUSTRY_MOST, INDUSTRY_EACH * self._owned_alike(at, charge))

    def _industry_words(self, at: int, charge: Charge) -> str | None:
        owned = self._owned_alike(at, charge)
        what = tr("one account") if owned == 1 else tr("{owned} accounts").format(owned=owned)
        return (
            tr("Owns {what} in the same industry: {industry}.").format(
                what=what, industry=charge.row.industry
            )
            if owned
            else None
        )

    def _language(self, at: int, charge: Charge) -> int:
        mine = fold(self.colleagues[at].language)
        return LANGUAGE if mine and mine in charge.languages else 0

    def _level(self, at: int, charge: Charge) -> int:
        mine = self._levels[at]
        if mine is None or charge.level is None:
            return 0
        apart = abs(mine - charge.level)
        return LEVEL if apart == 0 else NEXT_LEVEL if apart == 1 else 0


def fold(text: str | None) -> str:
    """Text to compare: nothing is the empty text."""
    return " ".join((text or "").casefold().split())


def _where(charge: Charge) -> tuple[str, str, str]:
    return fold(charge.city), fold(charge.row.country), fold(charge.row.region)


def by_name(one: Colleague) -> tuple[str, str]:
    """The order of members that no laptop disagrees about."""
    return one.member.name.casefold(), one.member.id
