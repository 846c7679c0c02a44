"""Coverage and the brief as the JSON that others script against; apart, because most verbs need neither."""

from sponsor_app.cli.documents import Document, of_row
from sponsor_app.domain.brief import Brief
from sponsor_app.domain.coverage import Totals
from sponsor_app.domain.report import CoverageReport


def of_totals(found: Totals) -> Document:
    """The totals of `coverage`."""
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


def of_report(report: CoverageReport) -> Document:
    """The whole of `coverage`."""
    return {
        "as_of": report.as_of,
        "totals": of_totals(report.totals),
        "members_without_account": [one.name for one in report.members_without_account],
        "overloaded": [{"member": one.name, "accounts": one.accounts} for one in report.overloaded],
        "rows": [of_row(row) for row in report.rows],
        "gaps": {one.gap.value: {"count": one.count, "of": one.of} for one in report.gaps},
        "left_out": [
            {"what": one.what, "count": one.count, "reason": one.reason} for one in report.left_out
        ],
        "devices": [
            {"name": one.name, "member": one.member, "last_synced": one.last_synced}
            for one in report.devices
        ],
    }


def of_brief(brief: Brief) -> Document:
    """The whole of `brief`."""
    return {
        "as_of": brief.as_of,
        "account": brief.account,
        "account_id": brief.account_id,
        "occasion": brief.occasion or None,
        "standing": brief.standing,
        "not_in_step": brief.not_in_step or None,
        "sections": [
            {
                "key": section.key,
                "title": section.title,
                "left_out": section.left_out,
                "lines": [
                    {
                        "text": line.text,
                        "record": line.record.id,
                        "kind": line.record.kind,
                        "citation": line.citation,
                    }
                    for line in section.lines
                ],
            }
            for section in brief.sections
        ],
    }
