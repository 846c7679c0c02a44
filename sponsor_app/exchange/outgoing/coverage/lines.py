"""The coverage report as a table: every account under the keys of `coverage --json`."""

from sponsor_app.domain.coverage_document import account_line
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


def account_sheet(report: CoverageReport) -> Sheet:
    """Every account, as a table of text holds it."""
    return Sheet("Coverage", ACCOUNTS, map(account_line, report.rows))
