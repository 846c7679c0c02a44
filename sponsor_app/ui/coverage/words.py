"""What coverage says in words: gaps, columns, and why an account is in a list."""

from collections.abc import Mapping
from datetime import date

from sponsor_app.domain.board import NOWHERE, OTHERS, By
from sponsor_app.domain.clocks import ClockName
from sponsor_app.domain.coverage import WORST_FIRST, Coverage, CoverageRow
from sponsor_app.domain.gaps import Gap
from sponsor_app.domain.heat import HeatColumn
from sponsor_app.domain.ids import MemberId
from sponsor_app.domain.moves import Direction
from sponsor_app.domain.people import Member
from sponsor_app.domain.report import CoverageReport
from sponsor_app.domain.wording import TIER_WORDS, ago, full_day, near_day
from sponsor_app.ui.widgets.language import how_many, later, number, tr, trn

Spot = tuple[MemberId, str | None]
"""A sponsor and a column of theirs on the board; None is all they own."""

GAPS: Mapping[Gap, tuple[str, str]] = {
    Gap.NO_SPONSOR: (later("No sponsor"), "user-x"),
    Gap.NO_ACCOUNT: (later("Executive, no account"), "user-round"),
    Gap.OVERDUE: (later("Overdue"), "triangle-alert"),
    Gap.NEVER_MET: (later("Never met"), "circle-dashed"),
    Gap.NO_NEXT_DATE: (later("No next date"), "calendar-clock"),
    Gap.SINGLE_THREADED: (later("Single-threaded"), "network"),
    Gap.OVERLOADED: (later("Overloaded"), "trending-up"),
    Gap.SELLING_ONLY: (later("Selling only"), "tag"),
    Gap.NO_CADENCE: (later("No cadence"), "minus"),
    Gap.SEVERAL_SPONSORS: (later("Several sponsors"), "users-round"),
    Gap.SPONSOR_LEFT: (later("Sponsor has left"), "user-x"),
    Gap.BOSS_OF_LEAD: (later("Sponsor is lead’s boss"), "network"),
    Gap.NOT_ON_THEIR_TURF: (later("Not on their turf"), "house"),
    Gap.NO_COUNTERPART: (later("No counterpart"), "handshake"),
    Gap.CONTACT_LEFT: (later("Contact has left"), "user-x"),
    Gap.PROMISES_LATE: (later("Promises late"), "clock-alert"),
    Gap.REFERENCE_AT_RISK: (later("Reference at risk"), "quote"),
}
MEANINGS: Mapping[Gap, str] = later(
    {
        Gap.NO_SPONSOR: "Accounts nobody owns, those that weigh most first",
        Gap.NO_ACCOUNT: "Executives who could own one",
        Gap.OVERDUE: "Not seen within what we promised, the longest first",
        Gap.NEVER_MET: "Promised to be seen, and nobody has been there",
        Gap.NO_NEXT_DATE: "Nothing planned from today on",
        Gap.SINGLE_THREADED: "Only one person there has heard from us in a year",
        Gap.SELLING_ONLY: "Last seen to sell, and too long since anyone came without an ask",
        Gap.OVERLOADED: "More than one person can truly own",
        Gap.NO_CADENCE: "Nobody said how often they shall be seen",
        Gap.SEVERAL_SPONSORS: "Two laptops gave them to different members: say who it is",
        Gap.SPONSOR_LEFT: "Their sponsor is no longer with us",
        Gap.BOSS_OF_LEAD: "A sponsor should not be the account lead’s boss",
        Gap.NOT_ON_THEIR_TURF: "Seen, but nobody has been there within what we promised",
        Gap.NO_COUNTERPART: "Strategic, and no executive of theirs is matched with one of ours",
        Gap.CONTACT_LEFT: "Somebody who decides, speaks for us or was matched left within a year",
        Gap.PROMISES_LATE: "They wait for something we promised",
        Gap.REFERENCE_AT_RISK: "They spoke for us, and may not be asked now",
    }
)
EMPTY: Mapping[Gap, str] = later(
    {
        Gap.NO_SPONSOR: "Every account has a sponsor.",
        Gap.NO_ACCOUNT: "Every executive owns an account.",
        Gap.OVERDUE: "Nothing is overdue.",
        Gap.NEVER_MET: "Every account has been met.",
        Gap.NO_NEXT_DATE: "Every account has a date to come.",
        Gap.SINGLE_THREADED: "No account hangs on one person.",
        Gap.SELLING_ONLY: "No account is seen only to sell.",
        Gap.OVERLOADED: "Nobody owns too many.",
        Gap.NO_CADENCE: "Every account has a cadence.",
        Gap.SEVERAL_SPONSORS: "No account has several sponsors.",
        Gap.SPONSOR_LEFT: "Every sponsor is with us.",
        Gap.BOSS_OF_LEAD: "No sponsor is the account lead’s boss.",
        Gap.NOT_ON_THEIR_TURF: "Every account that is seen was visited.",
        Gap.NO_COUNTERPART: "Every strategic account has a counterpart.",
        Gap.CONTACT_LEFT: "Nobody who matters has left.",
        Gap.PROMISES_LATE: "No promise of ours is late.",
        Gap.REFERENCE_AT_RISK: "Every reference may be asked.",
    }
)
COLUMNS: Mapping[str, str] = later(
    {
        HeatColumn.STRATEGIC: "Strategic",
        HeatColumn.KEY: "Key",
        HeatColumn.STANDARD: "Standard",
        HeatColumn.GONE: "Lost, former",
        HeatColumn.NO_TIER: "No tier",
    }
)
CLOCKS: Mapping[ClockName, str] = later(
    {
        ClockName.TOUCH: "any touch",
        ClockName.FACE_TO_FACE: "face to face",
        ClockName.NON_SELLING: "no ask",
        ClockName.THEIR_TURF: "their turf",
    }
)


def column_word(column: str, by: By) -> str:
    """The head of a column of the board."""
    if by is By.TIER:
        return tr(COLUMNS[column])
    if column == OTHERS:
        return tr("Others")
    if column == NOWHERE:
        return tr("No region") if by is By.REGION else tr("No industry")
    return column


def counted_line(report: CoverageReport) -> str:
    """`198 of 214 accounts count; 16 without a cadence are left out.`"""
    found = report.totals
    if report.view.choices:
        said = tr("{accounts} of {whole} accounts fit; {counting} of them count.")
        counting = number(found.with_cadence)
        accounts, whole = number(found.accounts), number(report.whole)
        return said.format(accounts=accounts, whole=whole, counting=counting)
    if not found.no_cadence and found.accounts == 1:
        return tr("The one account counts.")
    if not found.no_cadence:
        return tr("All {accounts} count.").format(accounts=how_many(found.accounts, "account"))
    said = trn(
        "{counting} of {accounts} count; {left} without a cadence is left out.",
        "{counting} of {accounts} count; {left} without a cadence are left out.",
        found.no_cadence,
    )
    return said.format(
        counting=number(found.with_cadence),
        accounts=how_many(found.accounts, "account"),
        left=number(found.no_cadence),
    )


def clock_words(row: CoverageRow, today: date) -> str:
    """How far the clock ran that is worst, or any touch when none is worse than that."""
    if row.cadence is None:
        return _without_promise(row)
    name, found, days = row.worst_clock(today)
    if WORST_FIRST.index(found) >= WORST_FIRST.index(row.coverage):
        name, found, days = ClockName.TOUCH, row.coverage, row.days_since
    clock = tr(CLOCKS[name])
    if days is None:
        said = tr("{clock} never, ideal {ideal}")
    elif found is Coverage.OVERDUE:
        said = tr("{clock} {days} of {maximum} days")
    else:
        said = tr("{clock} {days}, ideal {ideal}")
    return said.format(clock=clock, days=days, ideal=row.cadence.ideal, maximum=row.cadence.maximum)


def no_ask_words(row: CoverageRow, today: date) -> str:
    """`no ask 11 months ago`, `never without an ask`."""
    days = row.days_of(ClockName.NON_SELLING, today)
    return tr("never without an ask") if days is None else tr("no ask {ago}").format(ago=ago(days))


def next_words(row: CoverageRow, today: date) -> str:
    """`next today`, `next Thu 19 Nov`, `no next date`."""
    if row.next_planned is None:
        return tr("no next date")
    return tr("next {day}").format(day=near_day(row.next_planned, today))


def owner_words(row: CoverageRow) -> str:
    """The sponsor's name, or that there is none."""
    if row.sponsor_id is None:
        return tr("no sponsor")
    return row.sponsor or tr("someone who is not here yet")


def reason(row: CoverageRow, today: date, gap: Gap | None, because: str = "") -> str:
    """Why an account is in a list, and what else matters there; `because` is what the list itself says of it."""
    tier = tr(TIER_WORDS[row.tier]) if row.tier else tr("no tier")
    clock = clock_words(row, today)
    if because:
        owned = gap in (Gap.SEVERAL_SPONSORS, Gap.SPONSOR_LEFT, Gap.BOSS_OF_LEAD)
        return because if owned else f"{because} · {owner_words(row)}"
    match gap:
        case None:
            parts = (clock, next_words(row, today))
        case Gap.NO_SPONSOR:
            parts = (tier, clock)
        case Gap.SINGLE_THREADED:
            parts = (tr("one live contact"), owner_words(row))
        case Gap.SELLING_ONLY:
            parts = (no_ask_words(row, today), owner_words(row))
        case Gap.OVERDUE | Gap.NEVER_MET:
            parts = (clock, owner_words(row), next_words(row, today))
        case _:
            parts = (clock, owner_words(row))
    return " · ".join(parts)


def member_reason(one: Member) -> str:
    """What a member does, and how many accounts they own and may own at most."""
    owns = tr("owns {accounts}").format(accounts=how_many(one.accounts, "account"))
    if one.max_accounts is not None:
        owns = tr("{owns}, at most {most}").format(owns=owns, most=one.max_accounts)
    work = one.title or (tr(one.function.value) if one.function else "")
    return " · ".join(part for part in (work, owns) if part)


def _without_promise(row: CoverageRow) -> str:
    if row.days_since is None:
        return tr("never seen, nothing promised")
    return tr("any touch {days} days ago, nothing promised").format(days=row.days_since)


def moved_words(report: CoverageReport) -> str:
    """`Since Thu 20 Aug: 9 worse, 3 better; 45 as they were.` Empty when nothing is compared."""
    moved = report.moved
    if moved is None:
        return ""
    ways = [f"{number(len(moved.of(way)))} {tr(way.value)}" for way in Direction if moved.of(way)]
    said = tr("Since {day}: {ways}; {same} as they were.")
    day = full_day(moved.since, report.as_of)
    return said.format(
        day=day, ways=", ".join(ways) or tr("nothing moved"), same=number(moved.same)
    )
