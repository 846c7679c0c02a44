"""The coverage report as one HTML file: read on a telephone or printed, with no script and nothing loaded."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from sponsor_app.domain.brief.compose import not_in_step
from sponsor_app.domain.clocks import LastTouch
from sponsor_app.domain.concerns import Because
from sponsor_app.domain.coverage import Coverage, CoverageRow
from sponsor_app.domain.devices import Device
from sponsor_app.domain.gaps import GapList
from sponsor_app.domain.heat import HeatRow
from sponsor_app.domain.language import how_many, number, tr
from sponsor_app.domain.load import LoadState
from sponsor_app.domain.moves import Move
from sponsor_app.domain.report import CoverageReport
from sponsor_app.domain.text import breakable
from sponsor_app.domain.wording import capital, full_day, short_day
from sponsor_app.exchange.outgoing.coverage.words import (
    BYS,
    GAP_WORDS,
    LOAD_WORDS,
    SIGNS,
    as_of_words,
    basis,
    board_words,
    column_words,
    figures,
    heat_words,
    moved_words,
    shown_gaps,
    standing_words,
    step_words,
    view_words,
    worst_first,
)
from sponsor_app.exchange.pages.templates import render

MOST_ROWS = 6000
"""With more accounts than this the page says of the covered ones only how many they are: 2 MB, one second."""
MOST_NAMES = 200
MOST_SPONSORS = 400
MOST_MOVES = 600


class Line(NamedTuple):
    """One account as the page shows it."""

    account: str
    standing: str
    tone: str
    state: str
    sponsor: str
    last: str
    face: str
    next: str
    severe: str


def coverage_page(report: CoverageReport, templates: Path) -> str:
    """The report as a self-contained HTML file."""
    rows, said = _listed(report)
    step = step_words(report)
    return render(
        templates,
        "coverage.html",
        {
            "as_of": as_of_words(report.as_of),
            "basis": " ".join((basis(report), view_words(report))).strip(),
            "step": step,
            "behind": bool(not_in_step(report.devices, report.as_of)),
            "figures": figures(report),
            "bar": state_bar(report),
            "gaps": [_gap(one) for one in shown_gaps(report)],
            "by": tr(BYS[report.view.by]),
            "board": board_words(report),
            "heat_words": column_words(report),
            "heat": [heat_line(row, report.columns) for row in report.heat[:MOST_SPONSORS]],
            "sponsors": len(report.heat),
            "rows": [_line(row, report.as_of) for row in rows],
            "rows_said": said,
            "moved": _moved(report),
            "devices": [_device(one, report.as_of) for one in report.devices],
        },
    )


def heat_line(row: HeatRow, columns: Sequence[str]) -> dict[str, Any]:
    """One sponsor's cells in the order of `columns`, None where there is no account."""
    heavy = row.load_state in (LoadState.HIGH, LoadState.OVER)
    return {
        "sponsor": breakable(row.sponsor),
        "function": row.function,
        "cells": [_cell(row, column) for column in columns],
        "load": row.load,
        "load_word": tr(LOAD_WORDS[row.load_state]) if heavy else "",
    }


def _cell(row: HeatRow, column: str) -> dict[str, Any] | None:
    cell = row.cells.get(column)
    if cell is None:
        return None
    sign = SIGNS[cell.worst]
    return {
        "number": cell.number,
        "all": cell.total,
        "symbol": sign.symbol,
        "tone": sign.tone,
        "words": heat_words(cell),
    }


def _gap(one: GapList) -> dict[str, Any]:
    names = [_named(row, one.because) for row in one.accounts[:MOST_NAMES]]
    names += [member.name for member in one.members[:MOST_NAMES]]
    return {
        "word": tr(GAP_WORDS[one.gap]),
        "number": one.count,
        "of": one.of,
        "names": list(map(breakable, names)),
        "more": one.count - len(names),
    }


def _named(row: CoverageRow, because: Because) -> str:
    why = because.get(row.account_id)
    return f"{row.account} ({why})" if why else row.account


def state_bar(report: CoverageReport) -> list[dict[str, Any]]:
    """The states of all accounts side by side, each with its share in percent; nothing when there is no account."""
    found = report.totals
    counts = {
        Coverage.COVERED: found.covered,
        Coverage.DUE: found.due,
        Coverage.OVERDUE: found.overdue,
        Coverage.NEVER_MET: found.never_met,
        Coverage.NO_CADENCE: found.no_cadence,
    }
    parts: list[dict[str, Any]] = []
    left = 0.0
    for state, count in counts.items():
        if count:
            share = 100 * count / found.accounts
            words = f"{number(count)} {SIGNS[state].word}"
            parts.append({"state": state, "left": left, "share": share, "words": words})
            left += share
    return parts


def _moved(report: CoverageReport) -> dict[str, Any] | None:
    found = report.moved
    if found is None:
        return None
    shown = found.moved[:MOST_MOVES]
    return {
        "since": as_of_words(found.since),
        "said": capital(moved_words(found)),
        "more": len(found.moved) - len(shown),
        "rows": [
            {
                "account": breakable(one.row.account),
                "way": tr(one.direction.value),
                "state": _went(one),
                "why": breakable("; ".join(one.why)),
            }
            for one in shown
        ],
    }


def _went(one: Move) -> str:
    both = [
        f"{SIGNS[row.coverage].symbol} {SIGNS[row.coverage].word}"
        for row in (one.before, one.after)
        if row
    ]
    return " → ".join(dict.fromkeys(both))


def _listed(report: CoverageReport) -> tuple[list[CoverageRow], str]:
    """The rows that the page shows, worst first, and what it says of those it leaves out."""
    rows = worst_first(report.rows)
    if len(rows) <= MOST_ROWS:
        return rows, _all_words(rows)
    wanting = [row for row in rows if row.coverage is not Coverage.COVERED]
    shown = wanting[:MOST_ROWS]
    words = tr("The {shown} of {all} accounts that are not covered, worst first.")
    said = words.format(shown=number(len(shown)), all=number(len(rows)))
    covered, others = len(rows) - len(wanting), len(wanting) - len(shown)
    words = tr("{covered} covered accounts are not listed here")
    if others:
        words = tr("{covered} covered accounts are not listed here, nor are {others} others")
    left = words.format(covered=number(covered), others=number(others))
    every = tr("the workbook (.xlsx) and the table (.csv) have every one.")
    return shown, f"{said} {left}; {every}"


def _all_words(rows: Sequence[CoverageRow]) -> str:
    if not rows:
        return tr("None yet.")
    return tr("All {accounts}, worst first.").format(accounts=how_many(len(rows), "account"))


def _line(row: CoverageRow, today: date) -> Line:
    sign = SIGNS[row.coverage]
    days = "" if row.days_since is None else ", " + how_many(row.days_since, "day")
    return Line(
        breakable(row.account),
        standing_words(row),
        sign.tone,
        f"{sign.symbol} {sign.word}",
        breakable(row.sponsor or tr("no sponsor")),
        _day(row.clocks.touch, today, tr("never")) + days,
        _day(row.clocks.face_to_face, today, tr("never")),
        short_day(row.next_planned, today) if row.next_planned else tr("no date"),
        str(row.open_sev12) if row.open_sev12 else tr("none"),
    )


def _day(last: LastTouch | None, today: date, otherwise: str) -> str:
    return short_day(last.on, today) if last else otherwise


def _device(one: Device, today: date) -> dict[str, str]:
    if one.mine:
        said = tr("this one")
    elif one.last_synced is None:
        said = tr("never in step with this one")
    else:
        day = full_day(one.last_synced.date(), today)
        said = tr("last in step {day}").format(day=day)
    owner = f"{one.member}: " if one.member else ""
    return {"name": breakable(f"{owner}{one.name}"), "said": said}
