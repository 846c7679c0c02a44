"""Files at records: kept beside the synced tables, so that no change, share or export ever holds one."""

from datetime import datetime

from sqlalchemy import Connection, select

from sponsor_app.domain.attachments import Attachment
from sponsor_app.store.models import attached, attached_file, member
from sponsor_app.store.queries.made_of import made_of

_SHOWN = (
    attached_file.c.id,
    attached_file.c.name,
    attached_file.c.size,
    attached_file.c.added_at,
    member.c.name.label("by"),
)
"""Everything but the content, which may have 10 MB."""


def of_record(connection: Connection, record_id: str) -> list[Attachment]:
    """What stands at a record and those that became part of it, the latest first."""
    query = (
        select(*_SHOWN)
        .distinct()
        .join(attached, attached.c.file_id == attached_file.c.id)
        .outerjoin(member, member.c.id == attached_file.c.added_by)
        .where(attached.c.record_id.in_(made_of(connection, record_id)))
        .where(attached_file.c.removed_at.is_(None))
        .order_by(attached_file.c.added_at.desc(), attached_file.c.id.desc())
    )
    return [
        Attachment(row.id, row.name, row.size, row.added_at, row.by or "")
        for row in connection.execute(query)
    ]


def same(connection: Connection, record_id: str, sha256: str) -> str | None:
    """What a file of the same content is called at a record, None when there is none."""
    query = (
        select(attached_file.c.name)
        .join(attached, attached.c.file_id == attached_file.c.id)
        .where(attached.c.record_id.in_(made_of(connection, record_id)))
        .where(attached_file.c.sha256 == sha256)
        .where(attached_file.c.removed_at.is_(None))
    )
    return connection.execute(query).scalar()


def keep(
    connection: Connection, record_id: str, one: Attachment, sha256: str, content: bytes
) -> None:
    """Let a file stand at a record; `one.by` is the id of who attached it."""
    connection.execute(
        attached_file.insert().values(
            id=one.id,
            name=one.name,
            size=one.size,
            sha256=sha256,
            added_at=one.added_at,
            added_by=one.by,
            content=content,
        )
    )
    connection.execute(attached.insert().values(record_id=record_id, file_id=one.id))


def content_of(connection: Connection, file_id: str) -> tuple[str, str, bytes] | None:
    """A file's name, checksum and content; None when it is not here."""
    query = select(attached_file.c.name, attached_file.c.sha256, attached_file.c.content).where(
        attached_file.c.id == file_id, attached_file.c.removed_at.is_(None)
    )
    found = connection.execute(query).one_or_none()
    return (found.name, found.sha256, found.content) if found else None


def mark(connection: Connection, file_id: str, removed_at: datetime | None) -> str | None:
    """Remove a file, or bring it back; returns its name, None when it is not here."""
    connection.execute(
        attached_file.update().where(attached_file.c.id == file_id).values(removed_at=removed_at)
    )
    query = select(attached_file.c.name).where(attached_file.c.id == file_id)
    return connection.execute(query).scalar()


def sweep(connection: Connection, before: datetime) -> int:
    """Forget for good what was removed before a moment; returns how many."""
    old = attached_file.delete().where(attached_file.c.removed_at < before)
    return connection.execute(old).rowcount
