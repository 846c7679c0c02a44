"""Who should see whom in the weeks ahead: by cadence, by city and trip, within what a sponsor can do, around what is planned."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from sponsor_app.domain.account import Tier
from sponsor_app.domain.coverage import Coverage, CoverageRow, assess
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.language import how_many, number, tr
from sponsor_app.domain.quarters import of
from sponsor_app.domain.wording import full_day

WEEKS = (4, 8, 12)
PER_WEEK, PER_DAY = 3, 2
TRIP_WAIT_DAYS = 14
"""How long a visit that is due waits for a trip to that city."""
FRIDAY = 4
CLOSED = frozenset({(12, 24), (12, 25), (12, 26), (12, 31), (1, 1)})
"""Month and day on which nobody is visited."""
FULL = tr("their weeks are full")
TIERS = {Tier.STRATEGIC: 0, Tier.KEY: 1, Tier.STANDARD: 2, None: 3}


@dataclass(frozen=True, slots=True)
class Booked:
    """A visit that is planned already: on a day, by one of ours, in a city if that is known."""

    member_id: MemberId
    on: date
    city: str | None


@dataclass(frozen=True, slots=True)
class Ahead:
    """What a plan is made from; `here` are the members who are with us, `per_week` how many visits one can make."""

    today: date
    weeks: int
    rows: Sequence[CoverageRow]
    cities: Mapping[str, str | None]
    booked: Sequence[Booked]
    here: Mapping[MemberId, str]
    per_week: int = PER_WEEK

    @property
    def until(self) -> date:
        """The last day of the plan."""
        return self.today + timedelta(weeks=self.weeks)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A visit of an account by its sponsor, and why on that day."""

    row: CoverageRow
    member_id: MemberId
    member: str
    on: date
    city: str | None
    because: tuple[str, ...]

    def moved(self, on: date) -> "Proposed":
        """The same visit on a day that somebody chose."""
        return replace(self, on=on, because=(*self.because[:1], tr("moved by hand")))


@dataclass(frozen=True, slots=True)
class VisitPlan:
    """The proposals by day, what does not fit and why, what is planned already, and who has no sponsor to go."""

    ahead: Ahead
    proposals: tuple[Proposed, ...]
    left_over: tuple[tuple[CoverageRow, str], ...]
    unowned: int

    def moved(self, account_id: AccountId, on: date) -> "VisitPlan":
        """The plan with the visit of an account on a day that somebody chose; refuses a day outside of the plan."""
        if not self.ahead.today <= on <= self.ahead.until:
            msg = tr("A visit of this plan falls between {first} and {last}, not on {day}.").format(
                first=self.ahead.today, last=self.ahead.until, day=on
            )
            raise InvalidError(msg, tr("Nothing was changed. Give another day."))
        moved = (
            one.moved(on) if one.row.account_id == account_id else one for one in self.proposals
        )
        return replace(self, proposals=tuple(sorted(moved, key=in_order)))


def in_order(one: Proposed) -> tuple[date, str, str, str]:
    """By day, then who goes, then where."""
    return one.on, one.member, one.row.account, one.row.account_id


def check_weeks(weeks: int) -> int:
    """Refuse another horizon than 4, 8 or 12 weeks."""
    if weeks not in WEEKS:
        msg = f"A plan is made for {', '.join(map(str, WEEKS))} weeks, not for {weeks}."
        raise InvalidError(msg, "Nothing was changed. Give one of these.")
    return weeks


def plan_visits(ahead: Ahead) -> VisitPlan:
    """Propose a visit of every account that falls due: the longest overdue first, those of one city together."""
    until = ahead.until
    due = [row for row in ahead.rows if _falls_due(row, ahead.today, until)]
    owned: dict[MemberId, list[CoverageRow]] = defaultdict(list)
    for row in due:
        if row.sponsor_id in ahead.here and row.sponsor_id is not None:
            owned[row.sponsor_id].append(row)
    proposals: list[Proposed] = []
    left: list[tuple[CoverageRow, str]] = []
    booked: dict[MemberId, list[Booked]] = defaultdict(list)
    for one in ahead.booked:
        booked[one.member_id].append(one)
    for who, rows in owned.items():
        weeks = _Weeks(ahead, who, booked[who])
        weeks.place(rows)
        proposals += weeks.proposals
        left += weeks.left
    proposals.sort(key=in_order)
    left.sort(key=lambda pair: _urgency(pair[0], ahead.today))
    unowned = len(due) - sum(map(len, owned.values()))
    return VisitPlan(ahead, tuple(proposals), tuple(left), unowned)


def _falls_due(row: CoverageRow, today: date, until: date) -> bool:
    planned = row.next_planned is not None and row.next_planned <= until
    return row.cadence is not None and not planned and _due_on(row, today) <= until


def _due_on(row: CoverageRow, today: date) -> date:
    """The day from which a visit is due; it never lies behind us."""
    last = row.clocks.touch
    if row.cadence is None or last is None:
        return today
    return max(today, last.on + timedelta(days=row.cadence.ideal))


def _urgency(row: CoverageRow, today: date) -> tuple[int, int, str, str]:
    """Lower is sooner: days until the maximum, then the tier, then the name."""
    last, most = row.clocks.touch, row.cadence.maximum if row.cadence else 0
    days = (last.on - today).days + most if last else -most - 10_000
    return days, TIERS[row.tier], row.account.casefold(), row.account_id


@dataclass(slots=True)
class _Weeks:
    """One sponsor's weeks while they fill."""

    ahead: Ahead
    who: MemberId
    booked: Sequence[Booked]
    days: dict[date, list[str]] = field(default_factory=dict[date, list[str]])
    cities: dict[str, list[date]] = field(default_factory=dict[str, list[date]])
    load: Counter[int] = field(default_factory=Counter[int])
    proposals: list[Proposed] = field(default_factory=list[Proposed])
    left: list[tuple[CoverageRow, str]] = field(default_factory=list[tuple[CoverageRow, str]])

    def place(self, rows: Iterable[CoverageRow]) -> None:
        """Give each account a day, the most urgent first; those of its city come along on the way."""
        for one in self.booked:
            self._take(one.on, one.city)
        waiting = sorted(rows, key=lambda row: _urgency(row, self.ahead.today))
        by_city: dict[str, list[CoverageRow]] = defaultdict(list)
        for row in waiting:
            by_city[fold(self._city(row) or "")].append(row)
        done: set[AccountId] = set()
        for row in waiting:
            if row.account_id in done:
                continue
            if not self._propose(row):
                self.left.append((row, FULL))
                continue
            city = fold(self._city(row) or "")
            for other in by_city[city][: PER_DAY + 1] if city else ():
                if other.account_id not in done and other is not row and self._join(other):
                    done.add(other.account_id)
            done.add(row.account_id)
            by_city[city] = [one for one in by_city[city] if one.account_id not in done]

    def _propose(self, row: CoverageRow) -> bool:
        if self._join(row):
            return True
        for day in self._free(self._first(row)):
            self._add(row, day, ())
            return True
        return False

    def _first(self, row: CoverageRow) -> date:
        """The day from which a visit is wanted."""
        return max(_due_on(row, self.ahead.today), self.ahead.today + timedelta(days=1))

    def _free(self, first: date) -> Iterator[date]:
        """The working days without anything planned, in weeks that have room."""
        last = self.ahead.until.toordinal()
        number = first.toordinal()
        while number <= last:
            if self.load[(number - 1) // 7] >= self.ahead.per_week:
                number += 7 - (number - 1) % 7  # on to the next Monday
                continue
            day = date.fromordinal(number)
            if day not in self.days and is_workday(day):
                yield day
            number += 1

    def _join(self, row: CoverageRow) -> bool:
        """Visit on a day on which the sponsor is in that city anyway."""
        city = fold(self._city(row) or "")
        latest = self._first(row) + timedelta(days=TRIP_WAIT_DAYS)
        for day in sorted(self.cities.get(city, ())) if city else ():
            soon = self.ahead.today < day <= min(self.ahead.until, latest)
            free = soon and is_workday(day) and len(self.days[day]) < PER_DAY
            if free and self._has_room(day):
                self._add(row, day, (tr("in {city} that day anyway").format(city=self._city(row)),))
                return True
        return False

    def _add(self, row: CoverageRow, day: date, why: tuple[str, ...]) -> None:
        city = self._city(row)
        self._take(day, city)
        because = (_why(row), *why)
        name = self.ahead.here[self.who]
        self.proposals.append(Proposed(row, self.who, name, day, city, because))

    def _take(self, day: date, city: str | None) -> None:
        self.days.setdefault(day, []).append(fold(city or ""))
        self.cities.setdefault(fold(city or ""), []).append(day)
        self.load[_week(day)] += 1

    def _has_room(self, day: date) -> bool:
        return self.load[_week(day)] < self.ahead.per_week

    def _city(self, row: CoverageRow) -> str | None:
        return self.ahead.cities.get(row.account_id)


def _week(day: date) -> int:
    return (day.toordinal() - 1) // 7


def _why(row: CoverageRow) -> str:
    if row.days_since is None:
        return tr("never met")
    ideal, most = (row.cadence.ideal, row.cadence.maximum) if row.cadence else (0, 0)
    days = how_many(row.days_since, "day")
    return tr("{days} ago, ideal {ideal}, at most {most}").format(days=days, ideal=ideal, most=most)


def effect(plan: VisitPlan, chosen: Iterable[Proposed]) -> tuple[int, int, int]:
    """(covered without, covered with, promised) on the last day, if nothing else happened until then."""
    end, days = plan.ahead.until, {one.row.account_id: one.on for one in chosen}
    without = with_plan = promised = 0
    for row in plan.ahead.rows:
        if row.cadence is None:
            continue
        last = row.clocks.touch.on if row.clocks.touch else None
        planned = row.next_planned if row.next_planned and row.next_planned <= end else None
        before = max(filter(None, (last, planned)), default=None)
        after = max(filter(None, (before, days.get(row.account_id))), default=None)
        promised += 1
        without += assess(row.cadence, before, end) is Coverage.COVERED
        with_plan += assess(row.cadence, after, end) is Coverage.COVERED
    return without, with_plan, promised


def plan_words(plan: VisitPlan, chosen: Sequence[Proposed]) -> tuple[str, ...]:
    """What the plan would do, what does not fit, and whom nobody can see."""
    if not (plan.proposals or plan.left_over or plan.unowned):
        return (tr("Nobody needs to be seen in that time."),)
    without, with_plan, promised = effect(plan, chosen)
    end = full_day(plan.ahead.until, plan.ahead.today)
    visits, seen = how_many(len(chosen), "visit"), of(with_plan, promised)
    instead = tr("instead of {without}, if nothing else happened").format(without=number(without))
    said = [
        tr("{visits}: on {end} covered {seen} {instead}.").format(
            visits=visits, end=end, seen=seen, instead=instead
        )
    ]
    if plan.left_over:
        out = how_many(len(plan.left_over), "account")
        said.append(
            tr("{out} not fitted in, at {per_week} visits a week.").format(
                out=out, per_week=plan.ahead.per_week
            )
        )
    if plan.unowned:
        unowned = how_many(plan.unowned, "account")
        said.append(tr("{unowned} due without a sponsor who is here.").format(unowned=unowned))
    return tuple(said)


def is_workday(day: date) -> bool:
    """From Monday to Friday, and not at the turn of the year."""
    return day.weekday() <= FRIDAY and (day.month, day.day) not in CLOSED


def next_workday(day: date, by: int) -> date:
    """A working day later or earlier."""
    step = timedelta(days=1 if by > 0 else -1)
    day += step
    while not is_workday(day):
        day += step
    return day


def next_week(day: date, by: int) -> date:
    """The same weekday so many weeks later or earlier; the working day beyond it when nobody is visited then."""
    on = day + timedelta(weeks=by)
    return on if is_workday(on) else next_workday(on, by)
