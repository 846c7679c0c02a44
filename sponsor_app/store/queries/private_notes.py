"""Notes for nobody else: kept beside the synced tables, so that no change, share or export ever holds one."""

from datetime import datetime

from sqlalchemy import Connection, select

from sponsor_app.store.models import private_note
from sponsor_app.store.models.columns import moment_text


def text_of(connection: Connection, record_id: str) -> str:
    """What stands about a record; empty when nothing does."""
    query = select(private_note.c.text).where(private_note.c.record_id == record_id)
    return connection.execute(query).scalar() or ""


def keep(connection: Connection, record_id: str, text: str, at: datetime) -> None:
    """Let `text` stand about a record; an empty one forgets the note."""
    if not text:
        connection.execute(private_note.delete().where(private_note.c.record_id == record_id))
        return
    sql = "INSERT OR REPLACE INTO private_note (record_id, text, updated_at) VALUES (?, ?, ?)"
    connection.exec_driver_sql(sql, (record_id, text, moment_text(at)))


def join(connection: Connection, gone: str, kept: str, at: datetime) -> None:
    """Let what stood about a record stand also about the one it became part of."""
    ours, theirs = text_of(connection, kept), text_of(connection, gone)
    if theirs and theirs not in ours:
        keep(connection, kept, "\n\n".join(text for text in (ours, theirs) if text), at)
