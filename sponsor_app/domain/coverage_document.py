"""Coverage as the one document that `coverage --json` prints and that files hold: stable keys, null for unknown."""

from typing import Any

from sponsor_app.domain.board import NOWHERE, OTHERS, BoardView, Family, to_plain
from sponsor_app.domain.clocks import LastTouch
from sponsor_app.domain.coverage import CoverageRow, Totals
from sponsor_app.domain.gaps import GapList
from sponsor_app.domain.heat import HeatRow
from sponsor_app.domain.moves import Move, Moves
from sponsor_app.domain.report import CoverageReport

Document = dict[str, Any]


def account_line(row: CoverageRow) -> Document:
    """One account, as every list of accounts shows it."""
    return {
        "id": row.account_id,
        "account": row.account,
        "status": row.status,
        "tier": row.tier,
        "industry": row.industry,
        "region": row.region,
        "country": row.country,
        "sponsor": row.sponsor,
        "lead": row.lead,
        "coverage": row.coverage,
        "last_touch": _on(row.clocks.touch),
        "days_since": row.days_since,
        "ideal_days": row.cadence.ideal if row.cadence else None,
        "maximum_days": row.cadence.maximum if row.cadence else None,
        "last_face_to_face": _on(row.clocks.face_to_face),
        "last_non_selling": _on(row.clocks.non_selling),
        "last_their_turf": _on(row.clocks.their_turf),
        "next_planned": row.next_planned,
        "open_sev12": row.open_sev12,
        "live_contacts": row.live_contacts,
    }


def coverage_document(report: CoverageReport) -> Document:
    """The whole report."""
    return {
        "as_of": report.as_of,
        "view": _view(report.view),
        "totals": _totals(report.totals),
        "accounts_in_all": report.whole,
        "seen_in_window": report.seen,
        "members_without_account": [one.name for one in report.members_without_account],
        "overloaded": [{"member": one.name, "accounts": one.accounts} for one in report.overloaded],
        "rows": [account_line(row) for row in report.rows],
        "gaps": {one.gap.value: _gap(one) for one in report.gaps},
        "columns": [column_key(column) for column in report.columns],
        "heat": [_sponsor(row) for row in report.heat],
        "left_out": [
            {"what": one.what, "count": one.count, "reason": one.reason} for one in report.left_out
        ],
        "devices": [
            {"name": one.name, "member": one.member, "last_synced": one.last_synced}
            for one in report.devices
        ],
        "moved": _moves(report.moved) if report.moved else None,
    }


def column_key(column: str) -> str | None:
    """A column as others read it: None for accounts that have no region or industry."""
    return {NOWHERE: None, OTHERS: "other"}.get(column, column)


def _view(view: BoardView) -> Document:
    chosen = {family.value: sorted(view.chosen(family)) for family in Family}
    return {**to_plain(view), "choices": {name: found for name, found in chosen.items() if found}}


def _totals(found: Totals) -> Document:
    return {
        "accounts": found.accounts,
        "with_cadence": found.with_cadence,
        "covered": found.covered,
        "due": found.due,
        "overdue": found.overdue,
        "never_met": found.never_met,
        "no_cadence": found.no_cadence,
        "unsponsored": found.unsponsored,
    }


def _gap(one: GapList) -> Document:
    return {
        "count": one.count,
        "of": one.of,
        "accounts": [
            {
                "account": row.account,
                "id": row.account_id,
                "because": one.because.get(row.account_id),
            }
            for row in one.accounts
        ],
        "members": [
            {"member": member.name, "id": member.id, "accounts": member.accounts}
            for member in one.members
        ],
    }


def _sponsor(row: HeatRow) -> Document:
    return {
        "sponsor": row.sponsor,
        "function": row.function,
        "accounts": row.load,
        "load": row.load_state,
        "cells": [
            {
                "column": column_key(column),
                "accounts": cell.total,
                "covered": cell.covered,
                "seen": cell.seen,
                "worst": cell.worst,
                "worst_count": cell.worst_count,
            }
            for column, cell in row.cells.items()
        ],
    }


def _moves(found: Moves) -> Document:
    return {
        "since": found.since,
        "totals": _totals(found.before),
        "unmoved": found.same,
        "accounts": [_move(one) for one in found.moved],
    }


def _move(one: Move) -> Document:
    before, after = one.before, one.after
    return {
        "account": one.row.account,
        "id": one.row.account_id,
        "direction": one.direction,
        "from": before.coverage if before else None,
        "to": after.coverage if after else None,
        "why": list(one.why),
    }


def _on(last: LastTouch | None) -> Any:
    return last.on if last else None
