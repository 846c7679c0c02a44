"""Which records one was made of: what only this laptop keeps of them is read as one, and parts again with them."""

from sqlalchemy import Connection

PART_OF_IT = "made also of "
"""Such a tag of the record that stays names the one that became part of it."""

_EVERY = (
    "WITH RECURSIVE part(id) AS (VALUES (?) UNION"
    " SELECT substr(tag.name, ?) FROM tag JOIN part ON tag.record_id = part.id"
    " WHERE tag.name GLOB ? AND substr(tag.name, ?) IN (SELECT record_id FROM tombstone))"
    " SELECT id FROM part"
)


def made_of(connection: Connection, record_id: str) -> list[str]:
    """The id of a record, and then of all that became part of it and are gone."""
    start = len(PART_OF_IT) + 1
    found = connection.exec_driver_sql(_EVERY, (record_id, start, f"{PART_OF_IT}*", start))
    return list(found.scalars())
