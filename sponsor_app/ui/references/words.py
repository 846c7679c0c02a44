"""How references, requests and uses are said."""

from sponsor_app.domain.reference import (
    LockKind,
    Reference,
    ReferenceRequest,
    ReferenceUse,
    RequestState,
    Standing,
    scope_words,
)
from sponsor_app.domain.wording import short_day
from sponsor_app.services.references import ReferenceList
from sponsor_app.ui.widgets.day_words import row_day
from sponsor_app.ui.widgets.language import how_many, tr
from sponsor_app.ui.widgets.rows.list_row import ListRow
from sponsor_app.ui.widgets.states import State
from sponsor_app.ui.widgets.tokens import ToneName

FREE, LOCKED, WAITING, BEYOND = "free", "locked", "waiting", "beyond"
FILTERS = ("all", FREE, LOCKED, WAITING, BEYOND)
GRAVE = frozenset({LockKind.LEFT, LockKind.ISSUE, LockKind.PULSE})
OPEN = frozenset({RequestState.IN_SCOPE, RequestState.APPROVED, RequestState.LOCKED})


def filter_word(key: str) -> str:
    """The word on a filter."""
    words = {
        "all": tr("All"),
        FREE: tr("Free to ask"),
        LOCKED: tr("Locked"),
        WAITING: tr("Requests"),
        BEYOND: tr("Nobody keeps happy"),
    }
    return words[key]


def fits(found: ReferenceList, one: Reference, key: str) -> bool:
    """Whether a reference passes a filter."""
    if key == BEYOND:
        return one.id in found.uncared
    if key == WAITING:
        return any(wish.state in OPEN for wish in one.requests)
    return key not in (FREE, LOCKED) or found.standing(one).free == (key == FREE)


def group_of(found: ReferenceList | None, one: Reference) -> str:
    """The head it stands under: whoever can be asked first."""
    if found is None or found.standing(one).free:
        return tr("Free to ask")
    return tr("Locked")


def face_of(found: ReferenceList | None, one: Reference) -> ListRow:
    """A reference in the list."""
    title = f"{one.contact}, {one.account}"
    if found is None:
        return ListRow(title)
    state = found.standing(one)
    if state.free:
        limits = found.limits
        used = tr("{quarter} of {most} this quarter, {year} of {year_most} this year").format(
            quarter=state.this_quarter,
            most=limits.quarter,
            year=state.this_year,
            year_most=limits.year,
        )
        reason = f"{scope_words(one.scope)} · {used}"
        return ListRow(title, reason, state_of(state, len(found.held(one))), "lock-open", "ok")
    ink = "bad" if state.locks[0].kind in GRAVE else "warn"
    reason = "; ".join(state.why)
    return ListRow(title, reason, state_of(state, len(found.held(one))), "lock", ink)


def state_of(state: Standing, tell: int = 0) -> State:
    """Free or locked, and how many must be told."""
    if state.free:
        return State("circle-check", tr("free"), "ok", quiet=True)
    tone: ToneName = "bad" if state.locks[0].kind in GRAVE else "warn"
    words = tr("locked, tell {count}").format(count=tell) if tell else tr("locked")
    return State("lock", words, tone)


def list_line(found: ReferenceList) -> str:
    """`9 agreed, 5 free and 4 locked. 2 requests wait, 1 requester must be told.`"""
    every = len(found.references)
    free = sum(found.standing(one).free for one in found.references)
    wait = sum(wish.state in OPEN for one in found.references for wish in one.requests)
    tell = sum(len(found.held(one)) for one in found.references)
    words = tr("{every} agreed, {free} free and {locked} locked. {requests}, {tell} to be told.")
    return words.format(
        every=every,
        free=free,
        locked=every - free,
        requests=how_many(wait, "request waits", "requests wait"),
        tell=how_many(tell, "requester", "requesters"),
    )


def laundry_line(found: ReferenceList) -> str:
    """The warning about more references than are looked after; empty when there is none."""
    if not found.beyond:
        return ""
    words = tr(
        "A long list is a liability: nobody keeps {count} of {every} happy. See them or let them go."
    )
    every = how_many(len(found.references), "reference", "references")
    return words.format(count=len(found.beyond), every=every)


def agreed_line(one: Reference, state: Standing, found: ReferenceList) -> str:
    """`call, quote · approved by Tom 3 May · until 3 Nov`."""
    today = found.as_of
    by = tr("approved by {name} {day}").format(
        name=one.approved_by or tr("somebody"), day=short_day(one.valid_from, today)
    )
    ends = min(one.valid_until or state.approve_by, state.approve_by)
    until = tr("until {day}").format(day=short_day(ends, today))
    return f"{scope_words(one.scope)} · {by} · {until}"


def request_face(one: ReferenceRequest, found: ReferenceList | None) -> ListRow:
    """A request at the side."""
    use = one.use.value.replace("-", " ") if one.use else tr("something")
    title = tr("{who} asks for a {use}").format(who=one.requester, use=use)
    states: dict[RequestState, State] = {
        RequestState.IN_SCOPE: State("clock", tr("decide"), "warn"),
        RequestState.OUT_OF_SCOPE: State("x", tr("out of scope"), "idle"),
        RequestState.LOCKED: State("lock", tr("on hold"), "warn"),
        RequestState.APPROVED: State("check", tr("approved"), "ok", quiet=True),
        RequestState.DECLINED: State("x", tr("declined"), "idle", quiet=True),
        RequestState.USED: State("check", tr("used"), "ok", quiet=True),
    }
    day = row_day(one.on, found.as_of) if found else ""
    reason = " · ".join(part for part in (one.deal, one.outcome, day) if part)
    return ListRow(title, reason, states[one.state], "quote", "text3")


def use_face(one: ReferenceUse, found: ReferenceList | None) -> ListRow:
    """One use at the side; a call that nobody approved says so."""
    day = row_day(one.on, found.as_of) if found else ""
    title = one.caller or tr("Somebody")
    if one.approved:
        return ListRow(title, one.outcome or tr("as approved"), day, "check", "text3")
    said = tr("nobody approved it")
    reason = f"{said} · {one.outcome}" if one.outcome else said
    return ListRow(title, reason, day, "phone", "warn")
