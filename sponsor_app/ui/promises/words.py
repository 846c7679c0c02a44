"""How the book of promises says a promise, its groups and the whole of it."""

from enum import StrEnum

from sponsor_app.domain.commitment import Commitment, Direction
from sponsor_app.domain.promise_book import Pile, PromiseBook, pile_of
from sponsor_app.ui.panels.promise_words import SYMBOLS, verdict_of
from sponsor_app.ui.widgets.day_words import row_day
from sponsor_app.ui.widgets.language import how_many, tr
from sponsor_app.ui.widgets.rows.list_row import ListRow

PILES = {pile: place for place, pile in enumerate(Pile)}


class Narrowing(StrEnum):
    """The filters above the book."""

    ALL = "all"
    MINE = "mine"
    MADE = "made"
    LATE = "late"
    UNOWNED = "unowned"
    THEIRS = "theirs"


def narrowing_word(one: Narrowing) -> str:
    """The word on a filter."""
    words = {
        Narrowing.ALL: tr("All"),
        Narrowing.MINE: tr("Mine"),
        Narrowing.MADE: tr("I promised"),
        Narrowing.LATE: tr("Late"),
        Narrowing.UNOWNED: tr("Unowned"),
        Narrowing.THEIRS: tr("Theirs"),
    }
    return words[one]


def fits(book: PromiseBook, one: Commitment, narrowing: Narrowing) -> bool:
    """Whether a promise passes a filter."""
    match narrowing:
        case Narrowing.ALL:
            return True
        case Narrowing.MINE:
            return one.id in book.mine
        case Narrowing.MADE:
            return one.promised_by_id == book.me
        case Narrowing.LATE:
            return one.days_late(book.as_of) > 0
        case Narrowing.UNOWNED:
            return one.unowned
        case Narrowing.THEIRS:
            return one.direction is Direction.THEIRS


def pile_word(pile: Pile) -> str:
    """The head of a group of days."""
    match pile:
        case Pile.LATE:
            return tr("Late")
        case Pile.THIS_WEEK:
            return tr("This week")
        case Pile.LATER:
            return tr("Later")
        case Pile.NO_DAY:
            return tr("No day given")
        case Pile.THEIRS:
            return tr("Theirs")


def group_of(book: PromiseBook, one: Commitment, *, by_owner: bool) -> str:
    """The group a promise stands in: what is settled apart, the rest by its day or by who keeps it."""
    if not one.is_open():
        return tr("Kept or dropped, the latest first")
    if not by_owner:
        return pile_word(pile_of(one, book.as_of))
    if one.owner_id == book.me:
        return tr("You")
    if one.owner is None and one.direction is Direction.THEIRS:
        return tr("Theirs, and nobody of ours follows them up")
    return one.owner or tr("Nobody yet")


def order_of(book: PromiseBook, one: Commitment, *, by_owner: bool) -> tuple[object, ...]:
    """What comes before what: mine first among owners, nobody's next; within a group by day."""
    day = (one.due_on is None, one.due_on or one.made_on, one.account.casefold(), one.number)
    if not by_owner:
        return (PILES[pile_of(one, book.as_of)], *day)
    nobody = 1 if one.direction is Direction.OURS else 3
    rank = 0 if one.owner_id == book.me else nobody if one.owner is None else 2
    return (rank, (one.owner or "").casefold() if rank else "", one.owner_id or "", *day)


def face_of(book: PromiseBook | None, one: Commitment) -> ListRow:
    """How a promise looks where the account has to be named."""
    if book is None:
        return ListRow(one.text)
    symbol = SYMBOLS[one.direction]
    return ListRow(one.text, _reason(book, one), verdict_of(one, book.as_of), symbol, "text3")


def _reason(book: PromiseBook, one: Commitment) -> str:
    made = tr("promised {day}").format(day=row_day(one.made_on, book.as_of))
    if one.due_on is not None:
        words = tr("{made} for {day}")
        made = words.format(made=made, day=row_day(one.due_on, book.as_of))
    parts = (one.account, _whose(book, one), made)
    return " · ".join(part for part in parts if part)


def _whose(book: PromiseBook, one: Commitment) -> str:
    mine = one.owner_id == book.me
    if one.direction is Direction.THEIRS:
        return (
            tr("theirs · {name}").format(name=one.promised_by) if one.promised_by else tr("theirs")
        )
    if one.unowned:
        return tr("nobody has accepted it")
    return tr("yours") if mine else one.owner or tr("ours")


def book_line(book: PromiseBook) -> str:
    """`31 open, 24 ours and 7 theirs. 5 are late, 2 of ours nobody has accepted.`"""
    theirs = sum(one.direction is Direction.THEIRS for one in book.open)
    late = sum(one.days_late(book.as_of) > 0 for one in book.open)
    unowned = sum(one.unowned for one in book.open)
    words = tr("{open} open, {ours} ours and {theirs} theirs. {late} late, {unowned} unowned.")
    return words.format(
        open=len(book.open),
        ours=len(book.open) - theirs,
        theirs=theirs,
        late=late or tr("None"),
        unowned=unowned or tr("none"),
    )


def record_line(book: PromiseBook) -> str:
    """How many of ours that fell due within a year were kept, with what is left out."""
    record = book.record
    if not record.due:
        return tr("None of ours fell due in the last 365 days.")
    words = tr(
        "Of {promises} of ours due in the last 365 days {kept} kept, {late} of them late; {dropped} dropped."
    )
    return words.format(
        promises=how_many(record.due, "promise"),
        kept=record.kept,
        late=record.kept_late,
        dropped=record.dropped,
    )
