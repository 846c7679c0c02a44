"""Where accounts are, and what of ours is planned already."""

from datetime import date

from sqlalchemy import Connection

from sponsor_app.domain.ids import MemberId
from sponsor_app.domain.planning import Booked
from sponsor_app.store.queries.as_stored import as_stored, day_of


def cities(connection: Connection) -> dict[str, str | None]:
    """The city of every account."""
    return dict(as_stored(connection.exec_driver_sql("SELECT id, city FROM account")))


def booked(connection: Connection, since: date, until: date) -> list[Booked]:
    """Every planned interaction from a day to another, with each of ours who shall be there."""
    sql = (
        "SELECT t.member_id, i.happened_on, coalesce(i.city, a.city) FROM interaction i"
        " JOIN attendance t ON t.interaction_id = i.id LEFT JOIN account a ON a.id = i.account_id"
        " WHERE i.state = 'planned' AND i.happened_on BETWEEN ? AND ?"
        " AND t.member_id IS NOT NULL ORDER BY i.happened_on, i.id"
    )
    found = connection.exec_driver_sql(sql, (since.isoformat(), until.isoformat()))
    return [Booked(MemberId(who), day_of(on), city) for who, on, city in as_stored(found)]
