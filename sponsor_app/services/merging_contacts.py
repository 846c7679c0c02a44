"""Two records of one person become one: everything moves, nothing is lost, one step takes it back."""

from typing import Any

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import ContactId, is_link_id, link_id
from sponsor_app.services import Services
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import SYNCED, attendance, contact, contact_point, fact
from sponsor_app.store.queries import linked, private_notes
from sponsor_app.store.store import changes_of

NAMES_A_PERSON = ("contact_id", "reports_to_id", "raised_by_id", "promised_by_id", "record_id")
VALUES = (
    "name",
    "account_id",
    "title",
    "function",
    "role",
    "support",
    "reports_to_id",
    "counterpart_id",
    "city",
    "country",
    "language",
    "birthday",
    "left_on",
    "external_id",
)
LOST = {"name": "Also called", "title": "Also known as", "external_id": "Elsewhere known as"}
"""What the person was known by, and how it is kept when the other value stays."""


def merge_contacts(app: Services, gone: ContactId, kept: ContactId) -> tuple[Changes, ContactId]:
    """Make one person of two, with the values of `kept` before those of `gone`; returns whose id that person has.

    It is always the older id that stays, so that two laptops which merge a pair in opposite directions do not
    each delete what the other kept. Values that lose are kept as facts.
    """
    if gone == kept:
        msg = "These are the same person. Nothing was changed."
        raise InvalidError(msg)
    stays, goes = min(gone, kept), max(gone, kept)
    with app.store.write("Merged two contacts") as writer:
        loses = linked.row(writer.connection, contact, gone)
        wins = linked.row(writer.connection, contact, kept)
        _move_attendance(writer, goes, stays)
        _drop_double_points(writer, goes, stays)
        _move_rows(writer, goes, stays)
        _write_values(writer, stays, goes, wins, loses)
        _keep_what_lost(app, writer, stays, wins, loses)
        private_notes.join(writer.connection, goes, stays, app.now())
        writer.delete(contact, goes)
        writer.title = f"Merged {loses['name']} into {wins['name']}"
    return changes_of(writer), stays


def _move_attendance(writer: Writer, gone: str, kept: str) -> None:
    """Links have ids made of what they link, so they are made anew."""
    for one in linked.ids_with(writer.connection, attendance, "contact_id", gone):
        row = linked.row(writer.connection, attendance, one)
        if not is_link_id(one):
            continue
        writer.delete(attendance, one)
        where = row["interaction_id"]
        writer.link(attendance, link_id(where, kept), interaction_id=where, contact_id=kept)


def _drop_double_points(writer: Writer, gone: str, kept: str) -> None:
    """A number that both have is kept once."""
    rows = {
        owner: [
            linked.row(writer.connection, contact_point, one)
            for one in linked.ids_with(writer.connection, contact_point, "contact_id", owner)
        ]
        for owner in (gone, kept)
    }
    known = {row["normal"] for row in rows[kept]}
    writer.delete_many(contact_point, [row["id"] for row in rows[gone] if row["normal"] in known])


def _move_rows(writer: Writer, gone: str, kept: str) -> None:
    for table in SYNCED.values():
        for column in NAMES_A_PERSON:
            if column in table.c:
                ids = linked.ids_with(writer.connection, table, column, gone)
                writer.update_many(table, {one: {column: kept} for one in ids if one != kept})


def _write_values(
    writer: Writer, stays: str, goes: str, wins: dict[str, Any], loses: dict[str, Any]
) -> None:
    values = {name: loses[name] if wins[name] is None else wins[name] for name in VALUES}
    if values["reports_to_id"] in (stays, goes):
        other = loses["reports_to_id"]
        values["reports_to_id"] = None if other in (stays, goes) else other
    notes = dict.fromkeys(text for text in (wins["note"], loses["note"]) if text)
    values["note"] = "\n\n".join(notes) or None
    writer.update(contact, stays, **values)


def _keep_what_lost(
    app: Services, writer: Writer, stays: str, wins: dict[str, Any], loses: dict[str, Any]
) -> None:
    for name, said in LOST.items():
        lost, won = loses[name], wins[name]
        if lost and won and fold(str(lost)) != fold(str(won)):
            writer.insert(
                fact,
                record_id=app.store.new_id(),
                contact_id=stays,
                text=f"{said} {lost}",
                source="merged",
                on_day=app.today(),
            )
