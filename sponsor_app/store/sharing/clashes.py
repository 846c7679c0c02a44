"""What two people did to one record without knowing of each other, as the changes tell it now."""

from sqlalchemy import Connection

from sponsor_app.domain.merged import Fold, Merged
from sponsor_app.store.sharing.arrivals import stored


def clashing(connection: Connection, fold: Fold) -> list[Merged]:
    """The records with clashes that nobody has settled; what has ended by itself since is left out."""
    found = connection.exec_driver_sql(
        "SELECT DISTINCT table_name, record_id FROM clash WHERE settled = 0 ORDER BY record_id"
    ).all()
    changes = [one.change for one in stored(connection, [record for _table, record in found])]
    known: list[Merged] = []
    for table, record in found:
        merged = fold(one for one in changes if (one.table, one.record) == (table, record))
        if merged.open:
            known.append(merged)
    return known


def how_many(connection: Connection) -> int:
    """How many records wait for somebody to look at a clash, without looking closely."""
    sql = "SELECT count(DISTINCT record_id) FROM clash WHERE settled = 0"
    return connection.exec_driver_sql(sql).scalar_one()
