"""When an account was lost and when it came back."""

from sqlalchemy import Connection, select

from sponsor_app.domain.won_and_lost import Turn, Turning
from sponsor_app.store.models import fact


def turns(connection: Connection, account_id: str) -> list[Turn]:
    """The turns of an account, the latest first."""
    query = (
        select(fact.c.id, fact.c.kind, fact.c.on_day, fact.c.text, fact.c.source)
        .where(fact.c.account_id == account_id, fact.c.kind.in_(Turning))
        .order_by(fact.c.on_day.desc(), fact.c.id.desc())
    )
    return [
        Turn(turn_id, Turning(kind), on, text, source)
        for turn_id, kind, on, text, source in connection.execute(query)
    ]
