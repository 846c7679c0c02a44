"""What the practices say about one account, in one read."""

from datetime import date

from sqlalchemy import Connection

from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.practice import Practice
from sponsor_app.domain.reach_out import Ratio
from sponsor_app.domain.rules import Rules
from sponsor_app.store.queries import events, reach_outs, references


def practice_at(connection: Connection, today: date, rules: Rules, row: CoverageRow) -> Practice:
    """Everything that the account's page and the brief say of references, events and reach-outs."""
    here = row.account_id
    only = (here,)
    told = reach_outs.targets(connection, account_id=here)
    fitting = [
        (one, told.get(one.id, {}).get(here))
        for one in reach_outs.reach_outs(connection)
        if one.criteria.fits(row) or one.id in told
    ]
    return Practice(
        rules.references,
        tuple(references.references(connection, today, rules, account_ids=only)),
        tuple(references.unasked_uses(connection, only)),
        tuple(events.at_account(connection, here)),
        tuple(events.themes(connection, account_id=here)),
        tuple(fitting),
        reach_outs.ratios(connection, today, only).get(here, Ratio()),
    )
