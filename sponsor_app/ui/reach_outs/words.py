"""How reach-outs and the accounts they fit are said."""

from datetime import date

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.ids import MemberId
from sponsor_app.domain.reach_out import Fitting, Progress
from sponsor_app.domain.wording import STATUS_WORDS, TIER_WORDS, capital, short_day
from sponsor_app.services.reach_outs import ReachOutList
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.rows.list_row import ListRow
from sponsor_app.ui.widgets.states import State

OPEN, MINE, FINISHED = "open", "mine", "finished"
FILTERS = (OPEN, MINE, FINISHED, "all")


def filter_word(key: str) -> str:
    """The word on a filter."""
    words = {
        "all": tr("All"),
        OPEN: tr("Somebody to tell"),
        MINE: tr("At my accounts"),
        FINISHED: tr("Everybody told"),
    }
    return words[key]


def fits(one: Progress, key: str) -> bool:
    """Whether a reach-out passes a filter."""
    tests = {OPEN: one.open > 0, MINE: one.mine > 0, FINISHED: one.open == 0}
    return tests.get(key, True)


def face_of(one: Progress) -> ListRow:
    """A reach-out in the list."""
    known = one.reach_out
    told = tr("{done} of {all} told").format(done=number(one.done), all=number(one.fits))
    skipped = tr("{count} skipped").format(count=one.skipped) if one.skipped else ""
    reason = " · ".join(part for part in (told, skipped, known.because) if part)
    verdict: str | State = ""
    if one.mine:
        verdict = State("send", tr("{count} of yours").format(count=one.mine), "warn")
    elif not one.open:
        verdict = State("check", tr("everybody told"), "ok", quiet=True)
    else:
        verdict = tr("{count} to tell").format(count=number(one.open))
    return ListRow(known.title, reason, verdict, "send", "text2")


def list_line(found: ReachOutList) -> str:
    """Who starts at my accounts, they or we."""
    return tr("Your accounts in a year: {ratio}.").format(ratio=found.mine.words)


def place_face(one: Fitting, today: date | None) -> ListRow:
    """An account that it fits, and what became of it there."""
    row, target = one.row, one.target
    sponsor = row.sponsor or tr("no sponsor")
    outcome = target.outcome if target and target.outcome else ""
    reason = " · ".join(part for part in (sponsor, outcome) if part)
    return ListRow(row.account, reason, _verdict(one, today), "building-2", "text3")


def _verdict(one: Fitting, today: date | None) -> str | State:
    target = one.target
    if target is None or today is None or not target.settled:
        return tr("to tell")
    if target.done_on is not None:
        words = tr("told {day}").format(day=short_day(target.done_on, today))
        return State("check", words, "ok", quiet=True)
    return State("minus", tr("skipped"), "idle", quiet=True)


def order_of(one: Fitting, me: MemberId) -> tuple[object, ...]:
    """What is still open first, mine before others'."""
    return (not one.open, one.row.sponsor_id != me, one.row.account.casefold())


def tier_choices() -> list[tuple[str, str]]:
    """The tiers as chips."""
    return [(tier.value, capital(tr(TIER_WORDS[tier]))) for tier in Tier]


def status_choices() -> list[tuple[str, str]]:
    """The statuses as chips."""
    return [(status.value, capital(tr(STATUS_WORDS[status]))) for status in AccountStatus]
