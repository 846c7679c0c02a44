"""The one-to-one with a sponsor: what they own, how it stands, what to talk about and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sponsor_app.domain.commitment import Commitment
from sponsor_app.domain.concerns import Because
from sponsor_app.domain.coverage import Coverage, CoverageRow, Totals
from sponsor_app.domain.issue import Issue
from sponsor_app.domain.language import how_many, number, tr, trn
from sponsor_app.domain.load import LoadLimits, LoadState, assess_load
from sponsor_app.domain.people import Member
from sponsor_app.domain.quarters import Tally
from sponsor_app.domain.review_action import ReviewAction
from sponsor_app.domain.wording import short_day

MOST_POINTS, MOST_ALIKE = 8, 2
FELL_BY_HALF = 2


@dataclass(frozen=True, slots=True)
class Review:
    """Everything the page is made of; `rows` are the sponsor's accounts, the worst first.

    `promises` are ours that are open there; `bosses` says where the sponsor is the account lead's boss; `actions`
    are what was agreed, the oldest first.
    """

    as_of: date
    member: Member
    rows: tuple[CoverageRow, ...]
    totals: Totals
    limits: LoadLimits
    promises: tuple[Commitment, ...]
    issues: tuple[Issue, ...]
    quarters: tuple[Tally, ...]
    actions: tuple[ReviewAction, ...]
    bosses: Because

    @property
    def late(self) -> tuple[Commitment, ...]:
        """Promises past their day, the longest first."""
        found = [one for one in self.promises if one.days_late(self.as_of)]
        return tuple(sorted(found, key=lambda one: (-one.days_late(self.as_of), one.id)))

    @property
    def load(self) -> LoadState:
        """How heavy the portfolio is."""
        return assess_load(len(self.rows), self.limits, self.member.max_accounts)

    @property
    def coming(self) -> tuple[CoverageRow, ...]:
        """The accounts with a date to come, the soonest first."""
        dated = [row for row in self.rows if row.next_planned is not None]
        return tuple(sorted(dated, key=lambda row: (str(row.next_planned), row.account)))

    def kept(self) -> tuple[int, int, int]:
        """Of our promises that fell due in these quarters: how many, kept, of those late."""
        found = self.quarters
        return (
            sum(one.due for one in found),
            sum(one.kept for one in found),
            sum(one.late for one in found),
        )


@dataclass(frozen=True, slots=True)
class Point:
    """Something to talk about, and the figure that says so."""

    text: str
    because: str
    ref: str = ""


def talking_points(one: Review) -> tuple[Point, ...]:
    """What to talk about, the gravest first; never more than fit into one talk."""
    return tuple(_points(one))[:MOST_POINTS]


def _points(one: Review) -> Iterator[Point]:
    yield from _of_the_person(one)
    yield from _of_what_was_agreed(one)
    yield from _of_trust(one)
    yield from _of_accounts(one)
    yield from _of_the_trend(one)


def _of_the_person(one: Review) -> Iterator[Point]:
    who, count = one.member, len(one.rows)
    left = who.left_on
    if left is not None and left <= one.as_of:
        accounts = how_many(count, "account")
        text = (
            tr("Hand over {accounts}.").format(accounts=accounts)
            if count
            else tr("Nothing is left to own.")
        )
        yield Point(
            text, tr("{name} left on {day}").format(name=who.name, day=short_day(left, one.as_of))
        )
    elif not count:
        yield Point(tr("Agree on an account to own."), tr("{name} owns none").format(name=who.name))
    if one.load is LoadState.OVER and count:
        most = who.max_accounts
        limit = (
            tr("may own {most}").format(most=most)
            if most is not None
            else tr("we flag at {flag}").format(flag=one.limits.flag)
        )
        yield Point(
            tr("Which accounts could somebody else own?"),
            tr("owns {count}; {limit}").format(count=number(count), limit=limit),
        )
    for row in one.rows:
        if row.account_id in one.bosses:
            why = one.bosses[row.account_id]
            yield Point(
                tr("Who else could stand beside {account}?").format(account=row.account),
                why,
                _ref(row),
            )
            break


def _of_what_was_agreed(one: Review) -> Iterator[Point]:
    waiting = [action for action in one.actions if action.is_late(one.as_of)]
    for action in waiting[:MOST_ALIKE]:
        due = short_day(action.due, one.as_of) if action.due else ""
        agreed = short_day(action.on, one.as_of)
        yield Point(
            tr("What became of “{text}”?").format(text=action.text),
            tr("agreed on {agreed}, due {due}").format(agreed=agreed, due=due),
        )


def _of_trust(one: Review) -> Iterator[Point]:
    for promise in one.late[:MOST_ALIKE]:
        days = how_many(promise.days_late(one.as_of), "day")
        text = tr("When will {account} have “{text}”?").format(
            account=promise.account, text=promise.text
        )
        yield Point(text, tr("promised, {days} late").format(days=days), f"commitment/{promise.id}")
    severe = [issue for issue in one.issues if issue.severity.severe]
    for issue in severe[:MOST_ALIKE]:
        days = how_many((one.as_of - issue.opened_on).days, "day")
        text = tr("Has {account} heard from you about “{title}”?").format(
            account=issue.account, title=issue.title
        )
        yield Point(
            text,
            tr("Sev {severity}, open for {days}").format(severity=issue.severity.value, days=days),
            f"issue/{issue.id}",
        )


def _of_accounts(one: Review) -> Iterator[Point]:
    behind = [row for row in one.rows if row.coverage in (Coverage.OVERDUE, Coverage.NEVER_MET)]
    undated = [row for row in behind if row.next_planned is None]
    for row in undated[:MOST_ALIKE]:
        yield Point(
            tr("When do you see {account}?").format(account=row.account), _unseen(row), _ref(row)
        )
    selling = [row for row in one.rows if row.selling_only(one.as_of)]
    for row in selling[:1]:
        yield Point(
            tr("See {account} without an ask.").format(account=row.account),
            tr("the last touch was to sell"),
            _ref(row),
        )
    away = [row for row in one.rows if row.clocks.touch and not row.clocks.their_turf]
    for row in away[:1]:
        why = tr("seen, but never on their turf")
        yield Point(
            tr("Visit {account} where they work.").format(account=row.account), why, _ref(row)
        )


def _of_the_trend(one: Review) -> Iterator[Point]:
    whole = [tally for tally in one.quarters if tally.quarter.whole]
    if len(whole) > 1 and whole[-1].touches * FELL_BY_HALF < whole[-2].touches:
        before, after = whole[-2], whole[-1]
        why = tr("{count} touches in {quarter} after {before}").format(
            count=after.touches, quarter=after.quarter.words, before=before.touches
        )
        yield Point(tr("What keeps you from seeing them?"), why)
    promised = one.totals.with_cadence
    if promised and one.totals.covered == promised and not one.late:
        why = tr("{promised} of {promised} covered, nothing late").format(promised=promised)
        yield Point(tr("Say thank you, and ask what would make it easier."), why)


def _unseen(row: CoverageRow) -> str:
    if row.days_since is None:
        return tr("never met, and no next date")
    most = (
        tr(", at most {maximum} promised").format(maximum=row.cadence.maximum)
        if row.cadence
        else ""
    )
    words = trn(
        "{days} day ago{most}, and no next date",
        "{days} days ago{most}, and no next date",
        row.days_since,
    )
    return words.format(days=number(row.days_since), most=most)


def _ref(row: CoverageRow) -> str:
    return f"account/{row.account_id}"
