"""What moved between two days, account by account, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sponsor_app.domain.clocks import LastTouch
from sponsor_app.domain.coverage import Coverage, CoverageRow, Totals
from sponsor_app.domain.language import tr
from sponsor_app.domain.wording import KIND_WORDS, STATUS_WORDS, TIER_WORDS, short_day

GOOD_FIRST = (Coverage.COVERED, Coverage.DUE, Coverage.OVERDUE, Coverage.NEVER_MET)


class Direction(StrEnum):
    """Where an account went; `other` are moves that are neither better nor worse, as to another sponsor."""

    WORSE = "worse"
    BETTER = "better"
    NEW = "new"
    GONE = "gone"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Move:
    """One account on both days; `before` is None when it was not on file, `after` when it no longer is."""

    before: CoverageRow | None
    after: CoverageRow | None
    direction: Direction
    why: tuple[str, ...]

    @property
    def row(self) -> CoverageRow:
        """The account as it stands last."""
        found = self.after or self.before
        if found is None:
            msg = "a move of no account"
            raise LookupError(msg)
        return found


@dataclass(frozen=True, slots=True)
class Moves:
    """What moved since a day; `same` accounts did not."""

    since: date
    before: Totals
    moved: tuple[Move, ...]
    same: int

    def of(self, direction: Direction) -> tuple[Move, ...]:
        """The moves in one direction."""
        return tuple(one for one in self.moved if one.direction is direction)


def moves(
    before: Iterable[CoverageRow],
    after: Sequence[CoverageRow],
    totals: Totals,
    days: tuple[date, date],
) -> Moves:
    """Compare two days; `totals` are those of the first. Worse moves first, then by name."""
    earlier = {row.account_id: row for row in before}
    found: list[Move] = []
    for row in after:
        then = earlier.pop(row.account_id, None)
        if then is None:
            found.append(
                Move(
                    None, row, Direction.NEW, (tr("new since {day}").format(day=short_day(*days)),)
                )
            )
        elif _differs(then, row):
            found.append(Move(then, row, _direction(then, row), tuple(_why(then, row, days))))
    found += [
        Move(row, None, Direction.GONE, (tr("no longer on file"),)) for row in earlier.values()
    ]
    order = tuple(Direction)
    found.sort(key=lambda one: (order.index(one.direction), one.row.account.casefold()))
    new = sum(one.before is None for one in found)
    gone = sum(one.after is None for one in found)
    return Moves(days[0], totals, tuple(found), len(after) - new - (len(found) - new - gone))


def _differs(then: CoverageRow, now: CoverageRow) -> bool:
    return (
        then.coverage is not now.coverage
        or then.sponsor_id != now.sponsor_id
        or then.tier is not now.tier
        or then.status is not now.status
    )


def _direction(then: CoverageRow, now: CoverageRow) -> Direction:
    states = then.coverage, now.coverage
    if then.coverage is now.coverage or Coverage.NO_CADENCE in states:
        return Direction.OTHER
    better = GOOD_FIRST.index(now.coverage) < GOOD_FIRST.index(then.coverage)
    return Direction.BETTER if better else Direction.WORSE


def _why(then: CoverageRow, now: CoverageRow, days: tuple[date, date]) -> Iterable[str]:
    today = days[1]
    if then.status is not now.status:
        yield tr("status {before} → {after}").format(
            before=tr(STATUS_WORDS[then.status]), after=tr(STATUS_WORDS[now.status])
        )
    if then.tier is not now.tier:
        yield tr("tier {before} → {after}").format(before=_tier(then), after=_tier(now))
    if then.cadence != now.cadence:
        yield tr("promise {before} → {after}").format(before=_promise(then), after=_promise(now))
    if then.coverage is not now.coverage:
        yield from _clock(then, now, today)
    if then.sponsor_id != now.sponsor_id:
        yield tr("sponsor {before} → {after}").format(
            before=then.sponsor or tr("nobody"), after=now.sponsor or tr("nobody")
        )


def _clock(then: CoverageRow, now: CoverageRow, today: date) -> Iterable[str]:
    """The touch that came in between, or the limit that time has passed."""
    last = now.clocks.touch
    if last is not None and _on(last) != _on(then.clocks.touch):
        yield tr("{kind} on {day}").format(
            kind=tr(KIND_WORDS[last.kind]), day=short_day(last.on, today)
        )
    if now.cadence is None or last is None:
        return
    if now.coverage is Coverage.OVERDUE:
        yield _passed(tr("maximum"), last.on, now.cadence.maximum, today)
    elif now.coverage is Coverage.DUE:
        yield _passed(tr("ideal"), last.on, now.cadence.ideal, today)


def _passed(limit: str, last: date, days: int, today: date) -> str:
    return tr("{limit} of {days} days passed on {day}").format(
        limit=limit, days=days, day=short_day(last + timedelta(days=days + 1), today)
    )


def _on(touch: LastTouch | None) -> date | None:
    return touch.on if touch else None


def _tier(row: CoverageRow) -> str:
    return tr(TIER_WORDS[row.tier]) if row.tier else tr("none")


def _promise(row: CoverageRow) -> str:
    return (
        tr("{ideal}/{maximum} days").format(ideal=row.cadence.ideal, maximum=row.cadence.maximum)
        if row.cadence
        else "none"
    )
