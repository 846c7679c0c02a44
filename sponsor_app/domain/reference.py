"""A reference speaks for us where they agreed to, as long as they are happy; else it locks itself and says why."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.ids import AccountId, ContactId, IssueId, MemberId, ReferenceId, RequestId
from sponsor_app.domain.language import later, tr
from sponsor_app.domain.people import Pulse
from sponsor_app.domain.pulse import Trend, Voice, heard, is_stale, trend, voice_of
from sponsor_app.domain.wording import short_day, span


class Use(StrEnum):
    """What they may be asked for."""

    CALL = "call"
    CASE_STUDY = "case-study"
    VISIT = "visit"
    QUOTE = "quote"


USE_WORDS: Mapping[Use, str] = later(
    {
        Use.CALL: "a call",
        Use.CASE_STUDY: "a case study",
        Use.VISIT: "a visit",
        Use.QUOTE: "a quote",
    }
)


class RequestState(StrEnum):
    """What became of a wish to use a reference."""

    IN_SCOPE = "in_scope"
    OUT_OF_SCOPE = "out_of_scope"
    LOCKED = "locked"
    APPROVED = "approved"
    DECLINED = "declined"
    USED = "used"


WAITING = frozenset({RequestState.IN_SCOPE, RequestState.APPROVED})
"""Somebody counts on these: they hear of it when the reference locks."""


class LockKind(StrEnum):
    """Why a reference is locked, the gravest first."""

    LEFT = "left"
    ISSUE = "issue"
    PULSE = "pulse"
    STALE = "stale"
    NOT_YET = "not_yet"
    EXPIRED = "expired"
    APPROVAL = "approval"
    OVER_USED = "over_used"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class UseLimits:
    """How often one reference may be used, and after how many months it is approved anew."""

    quarter: int = 2
    year: int = 6
    approve_months: int = 6


@dataclass(frozen=True, slots=True)
class Lock:
    """One reason, in words that follow `locked:`, since when if that is known, and the issue it comes from."""

    kind: LockKind
    words: str
    since: date | None = None
    issue_id: IssueId | None = None


@dataclass(frozen=True, slots=True)
class SevereIssue:
    """A Sev 1 or 2 at the account; open while `solved_on` is None."""

    id: IssueId
    number: int
    severity: int
    title: str
    opened_on: date
    solved_on: date | None


@dataclass(frozen=True, slots=True)
class ReferenceUse:
    """Once they spoke for us; not `approved` when nobody had agreed to it."""

    id: str
    on: date
    caller: str | None
    outcome: str | None
    approved: bool


@dataclass(frozen=True, slots=True)
class ReferenceRequest:
    """One wish to use a reference; none had been agreed on when `reference_id` is None."""

    id: RequestId
    reference_id: ReferenceId | None
    account_id: AccountId
    account: str
    contact: str | None
    use: Use | None
    requester: str
    deal: str | None
    state: RequestState
    on: date
    outcome: str | None


@dataclass(frozen=True, slots=True)
class Reference:
    """A standing agreement with all that it depends on: `left_on` of the contact, their issues, readings and uses."""

    id: ReferenceId
    account_id: AccountId
    account: str
    contact_id: ContactId
    contact: str
    title: str | None
    left_on: date | None
    scope: tuple[Use, ...]
    approved_by_id: MemberId | None
    approved_by: str | None
    valid_from: date
    valid_until: date | None
    note: str | None
    severe: tuple[SevereIssue, ...] = ()
    pulses: tuple[Pulse, ...] = ()
    uses: tuple[ReferenceUse, ...] = ()
    requests: tuple[ReferenceRequest, ...] = ()
    cared_for: bool = True


class Ask(StrEnum):
    """What a reference asks of whoever looks after it."""

    TELL = "tell"
    DECIDE = "decide"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Asked:
    """One such thing: about whom, which request it comes from, and why."""

    what: Ask
    reference_id: ReferenceId
    contact: str
    request: ReferenceRequest | None
    why: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a reference stands on a day."""

    locks: tuple[Lock, ...]
    this_quarter: int
    this_year: int
    approve_by: date

    @property
    def free(self) -> bool:
        """Whether it may be used."""
        return not self.locks

    @property
    def why(self) -> tuple[str, ...]:
        """Every reason in words."""
        return tuple(lock.words for lock in self.locks)


def standing(one: Reference, limits: UseLimits, today: date) -> Standing:
    """Everything that locks it now, the gravest first, and how often it was used."""
    locks = list(_locks(one, limits, today))
    released = None if locks else _released(one, limits, today)
    quarter, year = uses_until(one.uses, today)
    approve_by = months_after(one.valid_from, limits.approve_months)
    return Standing(tuple([released] if released else locks), quarter, year, approve_by)


def uses_until(uses: Iterable[ReferenceUse], day: date) -> tuple[int, int]:
    """How often it was used in the calendar quarter and in the year of a day, until that day."""
    days = [one.on for one in uses if one.on.year == day.year and one.on <= day]
    return sum(quarter_of(on) == quarter_of(day) for on in days), len(days)


def quarter_of(day: date) -> tuple[int, int]:
    """The year and the quarter, 0 to 3."""
    return day.year, (day.month - 1) // 3


def months_after(day: date, months: int) -> date:
    """The same day of a later month, its last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def check_dates(start: date, end: date | None) -> None:
    """Refuse an agreement that ends before it begins."""
    if end is not None and end < start:
        msg = f"It would end on {end}, before it begins on {start}. Nothing was changed."
        raise InvalidError(msg, "Give a later end, or an earlier beginning.")


def parse_scope(text: str) -> tuple[Use, ...]:
    """`call,quote` in our order; refuses an empty scope and what nobody can be asked for."""
    words = [part.strip().casefold() for part in text.split(",") if part.strip()]
    unknown = [word for word in words if word not in list(Use)]
    if unknown or not words:
        said = f"“{unknown[0]}” is nothing a reference can agree to." if unknown else "No scope."
        msg = f"{said} Nothing was changed."
        raise InvalidError(msg, f"Give one or more of: {', '.join(Use)}.")
    return tuple(use for use in Use if use in words)


def scope_words(scope: Sequence[Use]) -> str:
    """`call, quote`."""
    return ", ".join(tr(use.value.replace("-", " ")) for use in scope)


def verdict(one: Reference, use: Use, limits: UseLimits, today: date) -> RequestState:
    """What a wish to use it comes to: out of scope before locked, because a lock opens again."""
    if use not in one.scope:
        return RequestState.OUT_OF_SCOPE
    free = standing(one, limits, today).free
    return RequestState.IN_SCOPE if free else RequestState.LOCKED


def best_for(
    references: Iterable[Reference], use: Use, limits: UseLimits, today: date
) -> Reference | None:
    """The one to ask: in scope and free before locked before out of scope; the least used of them."""
    order = (RequestState.IN_SCOPE, RequestState.LOCKED, RequestState.OUT_OF_SCOPE)
    return min(
        references,
        key=lambda one: (
            order.index(verdict(one, use, limits, today)),
            uses_until(one.uses, today)[1],
            one.contact,
        ),
        default=None,
    )


def on_hold(one: Reference, limits: UseLimits, today: date) -> tuple[ReferenceRequest, ...]:
    """Requests that somebody counts on while it is locked: they must be told."""
    if standing(one, limits, today).free:
        return ()
    return tuple(request for request in one.requests if request.state in WAITING)


def beyond_care(references: Iterable[Reference], today: date) -> tuple[Reference, ...]:
    """The laundry list: those whom nobody keeps happy, not seen as promised or unhappy at the last reading."""
    return tuple(one for one in references if not one.cared_for or _unhappy(one, today))


def _unhappy(one: Reference, today: date) -> bool:
    said = heard(one.pulses, today)
    return bool(said) and voice_of(said[0].score) is Voice.DETRACTOR


def _locks(one: Reference, limits: UseLimits, day: date) -> Iterator[Lock]:
    if one.left_on is not None and one.left_on <= day:
        yield Lock(LockKind.LEFT, tr("{contact} has left").format(contact=one.contact), one.left_on)
    yield from _of_trust(one, day)
    yield from _of_time(one, limits, day)
    quarter, year = uses_until(one.uses, day)
    if quarter >= limits.quarter:
        words = tr("used {uses} of {most} times this quarter").format(
            uses=quarter, most=limits.quarter
        )
        yield Lock(LockKind.OVER_USED, words)
    elif year >= limits.year:
        yield Lock(
            LockKind.OVER_USED,
            tr("used {uses} of {most} times this year").format(uses=year, most=limits.year),
        )


def _of_trust(one: Reference, day: date) -> Iterator[Lock]:
    for issue in one.severe:
        if issue.opened_on <= day and (issue.solved_on is None or issue.solved_on > day):
            words = tr("Sev {severity} open: {title}").format(
                severity=issue.severity, title=issue.title
            )
            yield Lock(LockKind.ISSUE, words, issue.opened_on, issue.id)
    lock = _of_pulse(one.pulses, day)
    if lock is not None:
        yield lock


def _of_pulse(pulses: Sequence[Pulse], day: date) -> Lock | None:
    said = heard(pulses, day)
    if not said:
        return Lock(LockKind.STALE, tr("nobody has asked how they feel"))
    last = said[0]
    if voice_of(last.score) is Voice.DETRACTOR:
        return Lock(
            LockKind.PULSE, tr("the last pulse is {score} of 10").format(score=last.score), last.on
        )
    if trend(said, day) is Trend.FALLING:
        return Lock(
            LockKind.PULSE,
            tr("the pulse is falling, {score} of 10").format(score=last.score),
            last.on,
        )
    if is_stale(last.score, last.on, day):
        return Lock(
            LockKind.STALE,
            tr("the last pulse is {span} old").format(span=span((day - last.on).days)),
            last.on,
        )
    return None


def _of_time(one: Reference, limits: UseLimits, day: date) -> Iterator[Lock]:
    if one.valid_from > day:
        yield Lock(
            LockKind.NOT_YET,
            tr("agreed from {day}").format(day=short_day(one.valid_from, day)),
            one.valid_from,
        )
    if one.valid_until is not None and one.valid_until < day:
        yield Lock(
            LockKind.EXPIRED,
            tr("the agreement ended {day}").format(day=short_day(one.valid_until, day)),
            one.valid_until,
        )
    by = months_after(one.valid_from, limits.approve_months)
    if by < day:
        since = short_day(one.valid_from, day)
        words = tr("last approved {since}, {approve_months} months are up").format(
            since=since, approve_months=limits.approve_months
        )
        yield Lock(LockKind.APPROVAL, words, by)


def _released(one: Reference, limits: UseLimits, today: date) -> Lock | None:
    """Whether it was locked since it was last approved: then they are asked anew before it is used."""
    start, ask = one.valid_from, tr("ask them again")
    for issue in one.severe:
        if issue.solved_on is not None and start < issue.solved_on <= today:
            words = tr("Sev {severity} was solved {day}: {ask}").format(
                severity=issue.severity, day=short_day(issue.solved_on, today), ask=ask
            )
            return Lock(LockKind.RELEASED, words, issue.solved_on, issue.id)
    for on in sorted({pulse.on for pulse in one.pulses if start < pulse.on <= today}):
        lock = _of_pulse(one.pulses, on)
        if lock is not None and lock.kind is LockKind.PULSE:
            return Lock(
                LockKind.RELEASED,
                tr("they felt worse {day} and are better: {ask}").format(
                    day=short_day(on, today), ask=ask
                ),
                on,
            )
    counts = Counter(quarter_of(use.on) for use in one.uses if start < use.on <= today)
    if any(count > limits.quarter for count in counts.values()):
        return Lock(
            LockKind.RELEASED, tr("it was used more often than agreed: {ask}").format(ask=ask)
        )
    return None
