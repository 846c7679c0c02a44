"""Who has been seen, who owns nobody, who is drowning."""

from sponsor_app.domain.coverage import totals
from sponsor_app.domain.gaps import Gap, gap_lists
from sponsor_app.domain.heat import heat_map
from sponsor_app.domain.report import CoverageReport, LeftOut
from sponsor_app.services import Services
from sponsor_app.store.queries import coverage, people, policy


def report(app: Services) -> CoverageReport:
    """Everything the coverage board shows, as of today."""
    today = app.today()
    with app.store.read() as connection:
        rules = policy.rules(connection)
        rows = coverage.coverage_rows(connection, today, rules)
        members = people.members(connection, today)
        devices = coverage.devices(connection)
    gaps = gap_lists(rows, members, rules.load, today)
    by_gap = {one.gap: one for one in gaps}
    counted = totals(rows)
    left_out = [LeftOut("accounts", counted.no_cadence, "no tier and no cadence of their own")]
    return CoverageReport(
        as_of=today,
        totals=counted,
        rows=tuple(rows),
        members_without_account=by_gap[Gap.NO_ACCOUNT].members,
        overloaded=by_gap[Gap.OVERLOADED].members,
        left_out=tuple(one for one in left_out if one.count),
        devices=tuple(devices),
        gaps=gaps,
        heat=tuple(heat_map(rows, members, rules.load)),
        rules=rules,
    )
