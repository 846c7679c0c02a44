"""The coverage report as a table and as the document that `coverage --json` prints."""

from collections.abc import Iterator
from typing import Any

from sponsor_app.domain.clocks import LastTouch
from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.report import CoverageReport
from sponsor_app.exchange.outgoing.columns import Column, Kind, Sheet
from sponsor_app.exchange.outgoing.tables import ID, NARROW, WIDE

ACCOUNTS = (
    Column("account", "Account Name", width=WIDE),
    Column("status", "Status", width=NARROW),
    Column("tier", "Tier", width=NARROW),
    Column("industry", "Industry"),
    Column("region", "Region", width=NARROW),
    Column("country", "Country"),
    Column("sponsor", "Sponsor", width=WIDE),
    Column("lead", "Account Lead", width=WIDE),
    Column("coverage", "Coverage", Kind.STATE, NARROW),
    Column("last_touch", "Last Touch", Kind.DAY, 12),
    Column("days_since", "Days Since", Kind.WHOLE, NARROW),
    Column("ideal_days", "Ideal Days", Kind.WHOLE, NARROW),
    Column("maximum_days", "Maximum Days", Kind.WHOLE, NARROW),
    Column("last_face_to_face", "Last Face to Face", Kind.DAY, 16),
    Column("last_non_selling", "Last Without an Ask", Kind.DAY, 18),
    Column("last_their_turf", "Last on Their Turf", Kind.DAY, 17),
    Column("next_planned", "Next Planned", Kind.DAY, 13),
    Column("open_sev12", "Open Sev 1-2", Kind.WHOLE, 12),
    Column("live_contacts", "Live Contacts", Kind.WHOLE, 12),
    Column("id", "Account ID", width=ID),
)


def account_line(row: CoverageRow) -> dict[str, Any]:
    """One account under the keys of `coverage --json`."""
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


def account_sheet(report: CoverageReport) -> Sheet:
    """Every account, as a table of text holds it."""
    return Sheet("Coverage", ACCOUNTS, map(account_line, report.rows))


def coverage_document(report: CoverageReport) -> dict[str, Any]:
    """The whole report."""
    found = report.totals
    return {
        "as_of": report.as_of,
        "totals": {
            "accounts": found.accounts,
            "with_cadence": found.with_cadence,
            "covered": found.covered,
            "due": found.due,
            "overdue": found.overdue,
            "never_met": found.never_met,
            "no_cadence": found.no_cadence,
            "unsponsored": found.unsponsored,
        },
        "members_without_account": [one.name for one in report.members_without_account],
        "overloaded": [{"member": one.name, "accounts": one.accounts} for one in report.overloaded],
        "rows": [account_line(row) for row in report.rows],
        "gaps": {one.gap.value: {"count": one.count, "of": one.of} for one in report.gaps},
        "left_out": list(_left_out(report)),
        "devices": [
            {"name": one.name, "member": one.member, "last_synced": one.last_synced}
            for one in report.devices
        ],
    }


def _left_out(report: CoverageReport) -> Iterator[dict[str, Any]]:
    for one in report.left_out:
        yield {"what": one.what, "count": one.count, "reason": one.reason}


def _on(last: LastTouch | None) -> Any:
    return last.on if last else None
