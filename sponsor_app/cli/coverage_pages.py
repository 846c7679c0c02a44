"""Coverage as a person reads it in a terminal."""

from collections.abc import Iterable, Sequence

from sponsor_app.cli.output import bold, table
from sponsor_app.domain.board import NOWHERE, OTHERS, filter_words, window_words
from sponsor_app.domain.clocks import ClockName
from sponsor_app.domain.coverage import Coverage
from sponsor_app.domain.gaps import Gap
from sponsor_app.domain.heat import HeatCell
from sponsor_app.domain.moves import Direction, Moves
from sponsor_app.domain.report import UNRECORDED, CoverageReport
from sponsor_app.domain.saved_view import SavedView
from sponsor_app.domain.text import counted

HEADINGS = (
    "Account",
    "Tier",
    "Sponsor",
    "Coverage",
    "Days",
    "Last touch",
    "Face to face",
    "No ask",
    "Their turf",
    "Next",
    "Sev 1-2",
)
MOVES_SHOWN = 40


def report_text(report: CoverageReport, *, board: bool) -> str:
    """Totals, gaps, what moved, the board when it was asked for, and every account."""
    parts = ["\n".join(_head(report)), _gaps(report)]
    if report.moved is not None:
        parts.append("\n".join(_moved(report.moved)))
    if board:
        parts.append(_board(report))
    lines = [
        (
            row.account,
            row.tier,
            row.sponsor,
            row.coverage,
            row.days_since,
            *(last.on if (last := row.clocks.last(name)) else None for name in ClockName),
            row.next_planned,
            row.open_sev12,
        )
        for row in report.rows
    ]
    return "\n\n".join([*parts, table(HEADINGS, lines)])


def gap_text(report: CoverageReport, gap: Gap) -> str:
    """Who or what is in one gap, and why."""
    found = report.gap(gap)
    head = bold(f"{gap.value.replace('_', ' ')}: {found.count:,} of {found.of:,}")
    if found.members:
        who = [(one.name, one.function, one.accounts) for one in found.members]
        return f"{head}\n{table(('Member', 'Function', 'Accounts'), who)}"
    lines = [
        (row.account, row.tier, row.sponsor, row.coverage, found.because.get(row.account_id))
        for row in found.accounts
    ]
    headings = ("Account", "Tier", "Sponsor", "Coverage", "Because")
    return f"{head}\n{table(headings, lines)}" if lines else head


def views_table(views: Sequence[SavedView]) -> str:
    """The saved views."""
    if not views:
        return "No view is saved yet: sponsor-app coverage --tier strategic --save NAME."
    lines = [
        (
            one.name,
            "the team's" if one.shared else "mine",
            one.view.by,
            window_words(one.view.window),
            ", ".join(sorted(f"{family}={value}" for family, value in one.view.choices)) or None,
        )
        for one in views
    ]
    return table(("View", "Whose", "By", "Counts", "Only"), lines)


def _head(report: CoverageReport) -> Iterable[str]:
    counts = report.totals
    of = counts.with_cadence
    yield bold(f"Coverage as of {report.as_of}")
    yield (
        f"covered {counts.covered} of {of}, due {counts.due} of {of}, overdue {counts.overdue} of {of},"
        f" never met {counts.never_met} of {of}, no sponsor {counts.unsponsored} of {counts.accounts}"
    )
    if report.seen is not None:
        yield f"{window_words(report.view.window)}: {report.seen} of {counts.accounts}"
    if report.view.choices:
        yield f"only: {filter_words(report.view, report.leads)}"
    for one in report.left_out:
        yield f"left out: {counted(one.count, 'account')} ({one.reason})"
    if report.unrecorded:
        yield UNRECORDED
    if report.disputed:
        yield f"{counted(report.disputed, 'account')} with several sponsors: say who it is"
    if report.members_without_account:
        names = ", ".join(one.name for one in report.members_without_account[:6])
        yield f"without an account: {names}"


def _gaps(report: CoverageReport) -> str:
    lines = [(one.gap.value, one.count, f"of {one.of}") for one in report.gaps if one.count]
    return table(("Gap", "Count", ""), lines) if lines else "No gap."


def _moved(found: Moves) -> Iterable[str]:
    before = found.before
    yield bold(f"Since {found.since}")
    yield (
        f"then covered {before.covered}, due {before.due}, overdue {before.overdue}, never met"
        f" {before.never_met} of {before.with_cadence}, no sponsor {before.unsponsored} of {before.accounts}"
    )
    counts = ", ".join(f"{len(found.of(way)):,} {way}" for way in Direction if found.of(way))
    yield f"{counts or 'nothing moved'}; {found.same:,} as they were"
    lines = [
        (
            one.row.account,
            one.direction,
            one.before.coverage if one.before else None,
            one.after.coverage if one.after else None,
            "; ".join(one.why),
        )
        for one in found.moved[:MOVES_SHOWN]
    ]
    if lines:
        yield table(("Account", "Went", "From", "To", "Because"), lines)
    if len(found.moved) > MOVES_SHOWN:
        yield f"and {len(found.moved) - MOVES_SHOWN:,} more: --json has them all"


def _board(report: CoverageReport) -> str:
    words = {NOWHERE: f"no {report.view.by}", OTHERS: "others"}
    heads = [words.get(column, column.replace("_", " ")) for column in report.columns]
    lines = [
        (row.sponsor, *(_cell(row.cells.get(column)) for column in report.columns), row.load)
        for row in report.heat
    ]
    return table(("Sponsor", *heads, "Accounts"), lines) if lines else "Nobody owns an account."


def _cell(cell: HeatCell | None) -> str | None:
    if cell is None:
        return None
    fine = cell.worst is Coverage.COVERED
    word = cell.worst.replace("_", " ")
    return f"{cell.number}/{cell.total} {word if fine else f'{cell.worst_count} {word}'}"
