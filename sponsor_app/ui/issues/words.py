"""How the board says an issue, a rung and the whole of it."""

from collections.abc import Sequence
from datetime import date

from sponsor_app.domain.issue_board import BoardCard, IssueBoard, Rung
from sponsor_app.domain.issue_states import IssueState, StateSpan, totals
from sponsor_app.domain.wording import span
from sponsor_app.ui.widgets.day_words import due_day, late
from sponsor_app.ui.widgets.language import how_many, number, tr, trn
from sponsor_app.ui.widgets.rows.issue_card import IssueCard, Urgency

ALL, SEVERE, MINE = "all", "severe", "mine"


def rung_word(rung: Rung) -> str:
    """The head of a column."""
    words = {
        Rung.ACCOUNT_LEAD: tr("With the account lead"),
        Rung.SPONSOR: tr("With the sponsor"),
        Rung.EXECUTIVE_TEAM: tr("With the executive team"),
        Rung.FIXED: tr("Fixed, not yet told"),
    }
    return words[rung]


def state_word(state: IssueState) -> str:
    """A state as a line says it."""
    words = {
        IssueState.ACCOUNT_LEAD: tr("account lead"),
        IssueState.SPONSOR: tr("sponsor"),
        IssueState.EXECUTIVE_TEAM: tr("executive team"),
        IssueState.FIXED: tr("fixed, not told"),
        IssueState.CLOSED: tr("closed"),
    }
    return words[state]


def times_line(found: Sequence[StateSpan]) -> str:
    """`account lead 2 days, sponsor 4 days`: how long it stood where."""
    days = totals(found)
    return ", ".join(f"{state_word(state)} {span(count)}" for state, count in days.items())


def card_of(card: BoardCard, today: date) -> IssueCard:
    """How an issue looks on the board."""
    one = card.issue
    words, urgency = due_of(card, today)
    return IssueCard(
        one.severity,
        one.title,
        one.account,
        words,
        urgency,
        card.heard,
        card.called,
        one.owner or "",
    )


def due_of(card: BoardCard, today: date) -> tuple[str, Urgency]:
    """What is owed to them next, and how pressing that is."""
    one = card.issue
    if not one.is_open:
        people = how_many(card.to_tell, "person", "people")
        return (tr("tell {people}").format(people=people) if card.to_tell else tr("tell them")), ""
    days = one.days_late(today)
    if days:
        return late(days), "late"
    if one.next_update_due is None:
        return "", ""
    return due_day(one.next_update_due, today), "today" if one.next_update_due == today else ""


def board_line(board: IssueBoard) -> str:
    """`10 open at 7 of 214 accounts, 3 fixed but not told. 2 updates are late, 3 are due today.`"""
    words = tr("{open} open at {here} of {accounts}, {fixed} fixed but not told.")
    said = words.format(
        open=number(board.how_many_open),
        here=number(board.accounts_with_open),
        accounts=how_many(board.accounts, "account"),
        fixed=number(board.fixed),
    )
    return f"{said} {_clock_line(board)} {_left_out(board)}".strip()


def _left_out(board: IssueBoard) -> str:
    if not board.left_out:
        return ""
    words = tr("The {shown} most pressing are shown, {left} are not.")
    return words.format(shown=len(board.cards), left=number(board.left_out))


def passing(board: IssueBoard, what: str) -> int:
    """How many issues pass a filter, those without a card counted too."""
    tally = board.tally
    if tally is None:
        return sum(wanted(card, what) for card in board.cards)
    return {ALL: tally.open + tally.fixed, SEVERE: tally.severe, MINE: tally.mine}[what]


def _clock_line(board: IssueBoard) -> str:
    if not board.how_many_open:
        return ""
    if not board.late and not board.due_today:
        return tr("No update is late, none is due today.")
    late, due = board.late, board.due_today
    first = trn("{count} update is late", "{count} updates are late", late)
    then = trn("{count} is due today", "{count} are due today", due)
    return tr("{late}, {due}.").format(
        late=first.format(count=number(late)) if late else tr("No update is late"),
        due=then.format(count=number(due)) if due else tr("none is due today"),
    )


def wanted(card: BoardCard, what: str) -> bool:
    """Whether a card fits a filter."""
    if what == SEVERE:
        return card.issue.severity.severe
    return card.mine if what == MINE else True


def history_line(card: BoardCard, raised_by: str | None, today: date) -> str:
    """`Raised by Dana Hill · open for 6 days · with Tomás Iglesias`."""
    one = card.issue
    days = one.days_open(today)
    lasting = tr("open for {days}") if one.is_open else tr("was open for {days}")
    opened = lasting.format(days=span(days)) if days else tr("opened today")
    parts = (
        tr("raised by {name}").format(name=raised_by) if raised_by else "",
        opened,
        tr("with {name}").format(name=one.owner) if one.owner else tr("nobody owns it"),
    )
    return " · ".join(part for part in parts if part)
