"""Two records of one person become one: everything moves, nothing is lost, one step takes it back."""

from typing import Any

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import ContactId
from sponsor_app.services import Services, apart
from sponsor_app.services.merging_parts import SOURCE, lost_words
from sponsor_app.store.capture import Writer
from sponsor_app.store.joining import (
    NAMES_PERSON,
    above,
    drop_doubles,
    move_attendance,
    move_invitations,
    move_rows,
    remember,
)
from sponsor_app.store.models import account, contact, contact_point, fact
from sponsor_app.store.queries import linked
from sponsor_app.store.store import changes_of

VALUES = (
    "name",
    "account_id",
    "title",
    "function",
    "role",
    "support",
    "counterpart_id",
    "city",
    "country",
    "language",
    "birthday",
    "external_id",
)
LOST = {"name": "Also called", "title": "Also known as", "external_id": "Elsewhere known as"}
"""What the person was known by, and how it is kept when the other value stays."""
TOLD = ("account", "function", "role", "support", "city", "country", "language", "birthday")
"""What is kept as one fact where the other value stays."""


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
        move_attendance(writer, goes, stays)
        move_invitations(writer, goes, stays)
        apart.carry(writer, goes, stays)
        drop_doubles(writer, contact_point, "contact_id", ("normal",), goes, stays)
        move_rows(writer, goes, stays, NAMES_PERSON)
        _write_values(writer, stays, wins, loses)
        _keep_what_lost(app, writer, stays, wins, loses)
        writer.delete(contact, goes)
        remember(writer, goes, stays)
        writer.title = f"Merged {loses['name']} into {wins['name']}"
    return changes_of(writer), stays


def _write_values(writer: Writer, stays: str, wins: dict[str, Any], loses: dict[str, Any]) -> None:
    values = {name: loses[name] if wins[name] is None else wins[name] for name in VALUES}
    values["reports_to_id"] = above(writer, contact, "reports_to_id", (wins, loses))
    values["left_on"] = wins["left_on"]  # whoever left one account may be at the other
    notes = dict.fromkeys(text for text in (wins["note"], loses["note"]) if text)
    values["note"] = "\n\n".join(notes) or None
    writer.update(contact, stays, **values)


def _keep_what_lost(
    app: Services, writer: Writer, stays: str, wins: dict[str, Any], loses: dict[str, Any]
) -> None:
    texts = [
        f"{said} {loses[name]}"
        for name, said in LOST.items()
        if loses[name] and wins[name] and fold(str(loses[name])) != fold(str(wins[name]))
    ]
    lost, won = ({**row, "account": _account(writer, row)} for row in (loses, wins))
    for text in (*texts, lost_words(lost, won, TOLD)):
        if text:
            new = app.store.new_id()
            values = {"contact_id": stays, "text": text, "source": SOURCE, "on_day": app.today()}
            writer.insert(fact, record_id=new, **values)


def _account(writer: Writer, row: dict[str, Any]) -> str | None:
    at = row["account_id"]
    return linked.value(writer.connection, account, "name", at) if at else None
