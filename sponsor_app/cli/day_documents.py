"""A sponsor's day as the JSON that others script against."""

from sponsor_app.cli.documents import Document, of_interaction
from sponsor_app.domain.today import GoingCold, Need, TodayPage, Visit


def of_today(page: TodayPage) -> Document:
    """The answer of `today`."""
    return {
        "as_of": page.today,
        "visits": [_visit(one) for one in page.visits],
        "needs": [of_need(one) for one in page.needs],
        "cold": [_cold(one) for one in page.cold],
        "accounts": page.my_accounts,
    }


def of_need(one: Need) -> Document:
    """One thing that waits for me; `waited`: working days that an escalated promise was not accepted."""
    return {
        "kind": one.kind,
        "id": one.record_id,
        "account": one.account,
        "title": one.title,
        "due": one.due_on,
        "days_late": one.days_late,
        "waited": one.waited,
        "severity": one.issue.severity.value if one.issue else None,
    }


def _visit(one: Visit) -> Document:
    worst = one.worst_issue
    return {**of_interaction(one.plan), "worst_issue": worst.title if worst else None}


def _cold(one: GoingCold) -> Document:
    return {
        "account": one.row.account,
        "clock": one.clock,
        "coverage": one.state,
        "days": one.days,
    }
