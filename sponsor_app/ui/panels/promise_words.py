"""What became of a promise, in the few words that fit at the end of its row."""

from datetime import date

from sponsor_app.domain.commitment import Commitment, CommitmentState, Direction
from sponsor_app.domain.promise_book import KeptRecord
from sponsor_app.domain.wording import full_day, short_day
from sponsor_app.ui.widgets.day_words import due_day, late
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.states import UNOWNED, State, state

SYMBOLS = {Direction.OURS: "arrow-up-right", Direction.THEIRS: "corner-down-left"}


def verdict_of(one: Commitment, today: date) -> str | State:
    """`5 days late`, `due tomorrow`, `unowned, Fri 20 Nov`, `kept 13 Nov`."""
    match one.state(today):
        case CommitmentState.LATE:
            return state(CommitmentState.LATE, late(one.days_late(today)))
        case CommitmentState.KEPT:
            return tr("kept {day}").format(day=short_day(one.kept_on or today, today))
        case CommitmentState.DROPPED:
            return tr("dropped {day}").format(day=short_day(one.dropped_on or today, today))
        case CommitmentState.OPEN:
            return _still_open(one, today)


def record_words(record: KeptRecord) -> str:
    """`7 of 9 kept within a year`; empty when none fell due."""
    words = tr("{kept} of {due} kept within a year")
    return words.format(kept=record.kept, due=record.due) if record.due else ""


def _still_open(one: Commitment, today: date) -> str | State:
    if one.unowned:
        day = f", {full_day(one.due_on, today)}" if one.due_on else ""
        return state(UNOWNED, tr("unowned") + day)
    return due_day(one.due_on, today) if one.due_on else tr("no day")
