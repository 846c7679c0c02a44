"""Two records become one: what hangs on the one that goes hangs on the one that stays, now and later."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table

from sponsor_app.domain.account import TeamRole
from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import is_link_id, link_id
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import (
    SYNCED,
    account,
    attendance,
    contact,
    invitation,
    tag,
    team_member,
)
from sponsor_app.store.queries import linked
from sponsor_app.store.queries.everything import Reader
from sponsor_app.store.queries.made_of import PART_OF_IT

NAMES_ACCOUNT = ("account_id", "parent_id", "record_id")
NAMES_PERSON = (
    "contact_id",
    "reports_to_id",
    "raised_by_id",
    "promised_by_id",
    "told_id",
    "record_id",
)


def remember(writer: Writer, gone: str, kept: str) -> None:
    """Keep which record became part of which, so that what comes later finds its way."""
    made = link_id("made also of", kept, gone)
    writer.link_many(tag, {made: {"record_id": kept, "name": f"{PART_OF_IT}{gone}"}})


def move_rows(writer: Writer, gone: str, kept: str, columns: Collection[str]) -> dict[str, int]:
    """Let everything that names one record name the other; returns how many records of each table did.

    Links between records are not among it: their ids are made of what they link.
    """
    moved: dict[str, int] = {}
    for table, column in _naming(columns):
        ids = linked.ids_with(writer.connection, table, column, gone)
        if table is tag:
            ids = [one for one in ids if not _is_trace(writer.connection, one)]
        ids = [one for one in ids if one != kept]
        writer.update_many(table, {one: {column: kept} for one in ids})
        if ids:
            moved[table.name] = moved.get(table.name, 0) + len(ids)
    return moved


def move_team(writer: Writer, gone: str, kept: str) -> None:
    """Make the places on one account's team anew on the other's, which keeps its own lead."""
    lead = {"role": TeamRole.LEAD}
    led = any(
        linked.value(writer.connection, team_member, "role", one) == lead["role"]
        for one in linked.ids_with(writer.connection, team_member, "account_id", kept)
    )
    for one in linked.ids_with(writer.connection, team_member, "account_id", gone):
        row = linked.row(writer.connection, team_member, one)
        writer.delete(team_member, one)
        if row["role"] == TeamRole.LEAD and led:
            continue
        values = {"account_id": kept, "member_id": row["member_id"], "role": row["role"]}
        writer.link(team_member, link_id(*map(str, values.values())), **values)


def move_attendance(writer: Writer, gone: str, kept: str) -> None:
    """Let who took part be the other person."""
    for one in linked.ids_with(writer.connection, attendance, "contact_id", gone):
        row = linked.row(writer.connection, attendance, one)
        if not is_link_id(one):
            continue
        writer.delete(attendance, one)
        where = row["interaction_id"]
        writer.link(attendance, link_id(where, kept), interaction_id=where, contact_id=kept)


def move_invitations(writer: Writer, gone: str, kept: str) -> None:
    """Let who was invited be the other person; two invitations to one event become one."""
    for one in linked.ids_with(writer.connection, invitation, "contact_id", gone):
        row = linked.row(writer.connection, invitation, one)
        to = row["event_id"]
        made = link_id(to, kept)
        rows = [row]
        if linked.value(writer.connection, invitation, "id", made) is not None:
            rows.append(linked.row(writer.connection, invitation, made))
        writer.delete(invitation, one)
        said = _one_invitation(rows)
        writer.link_many(invitation, {made: {"event_id": to, "contact_id": kept, **said}})


def _one_invitation(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What was answered last, whether they came by either, how much they spoke by whichever says so."""
    latest = sorted(rows, key=lambda row: row["updated_at"] or row["created_at"], reverse=True)

    def last(name: str) -> Any:
        return next((row[name] for row in latest if row[name] is not None), None)

    came = [row["attended"] for row in rows if row["attended"] is not None]
    return {
        "reply": last("reply"),
        "attended": max(came, default=None),
        "speaking_share": last("speaking_share"),
    }


def above(
    writer: Writer, table: Table, column: str, rows: Sequence[Mapping[str, Any]]
) -> str | None:
    """Who stands above one record made of two: the first of those above them that is not below it."""
    pair = [row["id"] for row in rows]
    return next(
        (
            row[column]
            for row in rows
            if row[column] and not _is_below(writer, table, column, row[column], pair)
        ),
        None,
    )


def drop_doubles(
    writer: Writer, table: Table, owner: str, same: Sequence[str], gone: str, kept: str
) -> None:
    """Remove what hangs on both, as `same` columns tell, from the record that goes."""

    def key(row: Mapping[str, Any]) -> tuple[str, ...]:
        return tuple(fold(str(row[name])) for name in same)

    theirs, ours = (
        [linked.row(writer.connection, table, one) for one in found]
        for found in (
            linked.ids_with(writer.connection, table, owner, gone),
            linked.ids_with(writer.connection, table, owner, kept),
        )
    )
    known = {key(row) for row in ours}
    writer.delete_many(table, [row["id"] for row in theirs if key(row) in known])


def heirs(connection: Connection) -> Mapping[str, str]:
    """By the id of each record that is gone and part of another: the one that is here at the end of that way."""
    parents: dict[str, str] = {}
    for record_id, name in Reader(connection).values("tag", "record_id", "name"):
        gone = name.removeprefix(PART_OF_IT)
        if record_id < gone != name:
            parents[gone] = min(record_id, parents.get(gone, record_id))
    found: dict[str, str] = {}
    for gone, parent in parents.items():
        if _is_here(connection, gone):
            continue
        heir = parent
        while heir in parents and not _is_here(connection, heir):
            heir = parents[heir]  # always an older id, so that the way ends
        if _is_here(connection, heir):
            found[gone] = heir
    return found


def _is_here(connection: Connection, record_id: str) -> bool:
    tables = (account, contact)
    return any(linked.value(connection, one, "id", record_id) is not None for one in tables)


def is_named(connection: Connection, record_id: str) -> bool:
    """Whether anything refers to a record, but for what says that it is part of another."""
    for table, column in (*_naming((*NAMES_ACCOUNT, *NAMES_PERSON)), *_LINKS):
        ids = linked.ids_with(connection, table, column, record_id)
        if any(table is not tag or not _is_trace(connection, one) for one in ids):
            return True
    return False


_LINKS = ((team_member, "account_id"), (attendance, "contact_id"), (invitation, "contact_id"))


def _naming(columns: Collection[str]) -> Iterable[tuple[Table, str]]:
    for table in SYNCED.values():
        for column in dict.fromkeys(columns):
            if column in table.c and (table, column) not in _LINKS:
                yield table, column


def _is_trace(connection: Connection, tag_id: str) -> bool:
    name = linked.value(connection, tag, "name", tag_id) or ""
    return name.startswith(PART_OF_IT)


def _is_below(writer: Writer, table: Table, column: str, start: str, pair: Collection[str]) -> bool:
    """Whether a record is one of a pair, or stands below one of them; a ring that was there ends the way."""
    passed: set[str] = set()
    at: str | None = start
    while at is not None and at not in passed:
        if at in pair:
            return True
        passed.add(at)
        at = linked.value(writer.connection, table, column, at)
    return False
