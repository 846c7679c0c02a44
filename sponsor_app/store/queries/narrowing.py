"""The steps that fit a filter: by whom, at which account, of which kind of record, with which words."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select, true

from sponsor_app.domain.activity import KINDS, Author, Narrowing, Whose
from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import MemberId
from sponsor_app.store.models import SYNCED, change, device, member, shape, step, tombstone
from sponsor_app.store.queries import history

CHUNK = 500
VIA = ("contact_id", "issue_id")
"""By these a record without an account of its own belongs to one."""


def condition(connection: Connection, wanted: Narrowing) -> ColumnElement[bool]:
    """What a step must satisfy."""
    parts: list[ColumnElement[bool]] = []
    if wanted.whose is not Whose.ALL:
        parts.append(history.mine(wanted.whose is Whose.MINE))
    if wanted.member_id is not None:
        parts.append(device.c.member_id == wanted.member_id)
    if wanted.kind is not None:
        parts.append(step.c.step.in_(_touching(connection, KINDS[wanted.kind])))
    if wanted.account_id is not None:
        parts.append(step.c.step.in_(_at_account(connection, wanted.account_id)))
    if wanted.text.strip():
        parts.append(step.c.step.in_(_named(connection, fold(wanted.text).split())))
    return and_(true(), *parts)


def count(connection: Connection, wanted: ColumnElement[bool]) -> int:
    """How many steps satisfy a condition."""
    query = select(func.count()).select_from(step).join(device, device.c.id == step.c.device)
    return connection.execute(query.where(wanted)).scalar_one()


def authors(connection: Connection) -> list[Author]:
    """Everyone who did anything, whoever did most first."""
    query = (
        select(member.c.id, member.c.name, func.count())
        .select_from(step)
        .join(device, device.c.id == step.c.device)
        .join(member, member.c.id == device.c.member_id)
        .group_by(member.c.id)
        .order_by(func.count().desc(), member.c.name)
    )
    return [Author(MemberId(who), name, steps) for who, name, steps in connection.execute(query)]


def _touching(connection: Connection, tables: Sequence[str]) -> list[int]:
    """The steps that touched one of these tables: looked for once, for the rows and for their number."""
    shapes = select(shape.c.id).where(shape.c.table_name.in_(tables))
    touched = (
        select(change.c.seq)
        .where(change.c.seq.between(step.c.first_change, step.c.last_change))
        .where(change.c.shape.in_(list(connection.execute(shapes).scalars())))
        .exists()
    )
    return list(connection.execute(select(step.c.step).where(touched)).scalars())


def _named(connection: Connection, words: Sequence[str]) -> list[int]:
    """The steps whose titles hold every word, whatever their case and accents."""
    found: Any = connection.execute(select(step.c.step, step.c.title))
    folded = ((number, fold(title)) for number, title in found)
    return [number for number, title in folded if all(word in title for word in words)]


def _at_account(connection: Connection, account_id: str) -> set[int]:
    """The steps that touched an account or anything that belongs to it."""
    ids = sorted(_records_of(connection, account_id))
    spans = connection.execute(
        select(step.c.first_change, step.c.step).order_by(step.c.first_change)
    ).all()
    firsts = [first for first, _number in spans]
    found: set[int] = set()
    for part in _chunks(ids):
        seqs = connection.execute(select(change.c.seq).where(change.c.record_id.in_(part)))
        found.update(spans[bisect_right(firsts, seq) - 1][1] for seq in seqs.scalars())
    return found


def _records_of(connection: Connection, account_id: str) -> set[str]:
    own: set[str] = {account_id}
    for table in SYNCED.values():
        if "account_id" in table.c:
            query = select(table.c.id).where(table.c.account_id == account_id)
            own.update(connection.execute(query).scalars())
    # The packed record holds the id as it is written; unpacking them all would take longer.
    gone = func.instr(tombstone.c.record, account_id.encode()) > 0
    own.update(connection.execute(select(tombstone.c.record_id).where(gone)).scalars())
    found = set(own)
    for table in SYNCED.values():
        for column in VIA:
            if column in table.c and table.name != "attendance":  # those come with interactions
                for part in _chunks(sorted(own)):
                    query = select(table.c.id).where(table.c[column].in_(part))
                    found.update(connection.execute(query).scalars())
    return found


def _chunks(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))
