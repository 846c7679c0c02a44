"""The health of the whole program, from coverage, touches, promises, references and how accounts fare."""

from datetime import timedelta

from sponsor_app.domain.program import Program, outcomes
from sponsor_app.domain.pulse import LOOK_BACK_DAYS
from sponsor_app.domain.quarters import quarters_until
from sponsor_app.services import Services, coverage, references
from sponsor_app.store.queries import quarters, readings


def compose_program(app: Services) -> Program:
    """Everything as of today, over the running quarter and the three before it."""
    with app.store.read() as connection:
        return app.store.kept(connection, "program", app.today(), lambda: _compose(app))


def _compose(app: Services) -> Program:
    report, today = coverage.report(app), app.today()
    rows, pool = report.rows, references.listed(app)
    promised = {row.account_id: row.cadence for row in rows}
    with app.store.read() as connection:
        found = quarters.tallies(connection, quarters_until(today), promised)
        pulses = readings.last_readings(connection, today - timedelta(days=LOOK_BACK_DAYS), today)
    return Program(
        today,
        report.totals,
        found,
        len(pool.references),
        sum(pool.standing(one).free for one in pool.references),
        outcomes((row for row in rows if row.sponsor_id), pulses),
        outcomes((row for row in rows if not row.sponsor_id), pulses),
    )
