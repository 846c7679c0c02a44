"""Notes for nobody else: kept beside the synced tables, so that no change, share or export ever holds one."""

from datetime import datetime

from sqlalchemy import Connection, select

from sponsor_app.store.models import private_note
from sponsor_app.store.models.columns import moment_text
from sponsor_app.store.queries.made_of import made_of


def text_of(connection: Connection, record_id: str) -> str:
    """What stands about a record and those that became part of it; empty when nothing does."""
    said = ""
    for one in made_of(connection, record_id):
        query = select(private_note.c.text).where(private_note.c.record_id == one)
        text = connection.execute(query).scalar() or ""
        if text not in said:
            said = f"{said}\n\n{text}" if said else text
    return said


def keep(connection: Connection, record_id: str, text: str, at: datetime) -> None:
    """Let `text` stand about a record, in place of all that was read there; an empty one forgets the note."""
    read = made_of(connection, record_id)
    connection.execute(private_note.delete().where(private_note.c.record_id.in_(read)))
    if not text:
        return
    sql = "INSERT INTO private_note (record_id, text, updated_at) VALUES (?, ?, ?)"
    connection.exec_driver_sql(sql, (record_id, text, moment_text(at)))
