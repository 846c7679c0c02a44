"""The coverage report as a workbook: totals with their denominators, every account, every gap, every sponsor."""

from collections.abc import Iterator, Sequence
from typing import Any

from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.coverage_document import account_line
from sponsor_app.domain.gaps import GapList
from sponsor_app.domain.heat import HeatRow
from sponsor_app.domain.moves import Move
from sponsor_app.domain.people import Member
from sponsor_app.domain.report import CoverageReport
from sponsor_app.domain.wording import STATUS_WORDS
from sponsor_app.exchange.outgoing.columns import Column, Kind, Sheet
from sponsor_app.exchange.outgoing.coverage.lines import ACCOUNTS
from sponsor_app.exchange.outgoing.coverage.words import (
    GAP_WORDS,
    LOAD_TONES,
    LOAD_WORDS,
    SIGNS,
    STATE_TONES,
    as_of_words,
    board_words,
    column_words,
    figures,
    heat_words,
    step_words,
    view_words,
)
from sponsor_app.exchange.outgoing.tables import ID, NARROW, WIDE

TOTALS = (
    Column("what", "What", width=34),
    Column("count", "Count", Kind.WHOLE, NARROW),
    Column("of", "Of", Kind.WHOLE, NARROW),
    Column("note", "Note", width=80),
)
GAPS = (
    Column("gap", "Gap", width=WIDE),
    Column("name", "Account or Member", width=WIDE),
    Column("because", "Because", width=40),
    Column("sponsor", "Sponsor", width=WIDE),
    Column("lead", "Account Lead", width=WIDE),
    Column("tier", "Tier", width=NARROW),
    Column("coverage", "Coverage", Kind.STATE, NARROW),
    Column("days_since", "Days Since", Kind.WHOLE, NARROW),
    Column("next_planned", "Next Planned", Kind.DAY, 13),
    Column("live_contacts", "Live Contacts", Kind.WHOLE, 12),
    Column("accounts", "Accounts Owned", Kind.WHOLE, 15),
    Column("id", "ID", width=ID),
)


MOVED = (
    Column("account", "Account Name", width=WIDE),
    Column("direction", "Went", width=NARROW),
    Column("from", "From", Kind.STATE, NARROW),
    Column("to", "To", Kind.STATE, NARROW),
    Column("why", "Because", width=80),
    Column("id", "Account ID", width=ID),
)


def coverage_sheets(report: CoverageReport) -> Iterator[Sheet]:
    """Totals, Accounts, Gaps, Sponsors, and what moved when the report compares."""
    yield Sheet("Totals", TOTALS, _totals(report))
    yield Sheet("Accounts", ACCOUNTS, map(_account, report.rows), STATE_TONES)
    yield Sheet("Gaps", GAPS, _gaps(report), STATE_TONES)
    yield _sponsors(report)
    if report.moved is not None:
        since = f"Since {report.moved.since}"
        yield Sheet(since, MOVED, map(_move, report.moved.moved), STATE_TONES)


def _move(one: Move) -> dict[str, Any]:
    return {
        "account": one.row.account,
        "direction": one.direction,
        "from": SIGNS[one.before.coverage].word if one.before else None,
        "to": SIGNS[one.after.coverage].word if one.after else None,
        "why": "; ".join(one.why),
        "id": one.row.account_id,
    }


def _totals(report: CoverageReport) -> Iterator[dict[str, Any]]:
    found = report.totals
    yield _total("As of", note=" ".join((as_of_words(report.as_of), view_words(report))).strip())
    yield _total("Accounts", found.accounts)
    yield _total("With a cadence", found.with_cadence, found.accounts)
    if report.seen is not None:
        yield _total(board_words(report).capitalize(), report.seen, found.accounts)
    for one in figures(report):
        yield _total(one.sign.word.capitalize(), one.count, one.of)
    for one in report.left_out:
        yield _total("Left out", one.count, found.accounts, f"{one.what}: {one.reason}")
    for gap in report.gaps:
        yield _total(f"Gap: {GAP_WORDS[gap.gap]}", gap.count, gap.of)
    yield _total("Laptops", len(report.devices), note=step_words(report) or "This one only.")
    for device in report.devices:
        when = f"{device.last_synced:%Y-%m-%d %H:%M} UTC" if device.last_synced else "never"
        said = "this laptop" if device.mine else f"last in step: {when}"
        yield _total(f"Laptop: {device.member or device.name}", note=f"{device.name}, {said}")


def _total(
    what: str, count: int | None = None, of: int | None = None, note: str | None = None
) -> dict[str, Any]:
    return {"what": what, "count": count, "of": of, "note": note}


def _account(row: CoverageRow) -> dict[str, Any]:
    words = {"status": STATUS_WORDS[row.status], "coverage": SIGNS[row.coverage].word}
    return {**account_line(row), **words}


def _gaps(report: CoverageReport) -> Iterator[dict[str, Any]]:
    for one in report.gaps:
        yield from _in_gap(one)


def _in_gap(one: GapList) -> Iterator[dict[str, Any]]:
    gap = GAP_WORDS[one.gap]
    for row in one.accounts:
        because = one.because.get(row.account_id)
        known = {"gap": gap, "name": row.account, "accounts": None, "because": because}
        yield {**_account(row), **known}
    for member in one.members:
        yield _member_in_gap(gap, member)


def _member_in_gap(gap: str, member: Member) -> dict[str, Any]:
    nothing = dict.fromkeys(column.key for column in GAPS)
    known = {"gap": gap, "name": member.name, "accounts": member.accounts, "id": member.id}
    return {**nothing, **known}


def _sponsors(report: CoverageReport) -> Sheet:
    columns = [
        Column("sponsor", "Sponsor", width=WIDE),
        Column("function", "Function"),
        Column("load", "Accounts", Kind.WHOLE, NARROW),
        Column("load_state", "Load", Kind.STATE, NARROW),
    ]
    board = board_words(report).capitalize()
    for number, words in enumerate(column_words(report)):
        columns += [
            Column(f"{number}_number", f"{words}: {board}", Kind.WHOLE, 19),
            Column(f"{number}_all", f"{words}: All", Kind.WHOLE, 15),
            Column(f"{number}_worst", f"{words}: Worst", width=20),
        ]
    keys = [column.key for column in columns]
    lines = [_sponsor(row, report.columns, keys) for row in report.heat]
    return Sheet("Sponsors", columns, lines, LOAD_TONES)


def _sponsor(row: HeatRow, names: Sequence[str], keys: Sequence[str]) -> dict[str, Any]:
    line: dict[str, Any] = dict.fromkeys(keys)
    line |= {"sponsor": row.sponsor, "function": row.function}
    line |= {"load": row.load, "load_state": LOAD_WORDS[row.load_state]}
    for number, name in enumerate(names):
        cell = row.cells.get(name)
        if cell is not None:
            line |= {f"{number}_number": cell.number, f"{number}_all": cell.total}
            line[f"{number}_worst"] = heat_words(cell)
    return line
