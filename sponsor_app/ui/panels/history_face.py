"""How a change of an account is said on a row, and field by field."""

from collections.abc import Mapping
from datetime import date

from sponsor_app.domain.activity import Deleted
from sponsor_app.domain.history import Entry, FieldChange, Op
from sponsor_app.ui.widgets.day_words import row_day
from sponsor_app.ui.widgets.language import how_many, tr
from sponsor_app.ui.widgets.rows.list_row import ListRow
from sponsor_app.ui.widgets.typography import one_line

SYMBOLS = {
    Op.INSERT: "plus",
    Op.UPDATE: "pencil-line",
    Op.DELETE: "x",
    Op.RESTORE: "undo-2",
    Op.SETTLE: "check",
    Op.REOPEN: "undo-2",
}
KINDS = {
    "contact": "users-round",
    "interaction": "pencil-line",
    "issue": "circle-alert",
    "commitment": "handshake",
    "pulse": "activity",
}


def field_word(name: str) -> str:
    """A field as people call it."""
    return tr(name.removesuffix("_id").replace("_", " "))


def said_of(change: FieldChange, names: Mapping[str, str] | None = None) -> str:
    """`tier: standard → strategic`; `names` says which record an id means, or else it only changed."""
    word, known = field_word(change.name), names or {}
    if change.name.endswith("_id") and not any(v in known for v in (change.before, change.after)):
        return tr("{field} changed").format(field=word)
    before, after = (
        one_line(known.get(str(v), str(v))) if v is not None else ""
        for v in (change.before, change.after)
    )
    if before and after:
        return f"{word}: {before} → {after}"
    if after:
        return f"{word}: {after}"
    return tr("{field} cleared").format(field=word)


def face_of(one: Entry, today: date) -> ListRow:
    """How an entry looks."""
    by = one.member or tr("somebody")
    who = tr("{name} on {laptop}").format(name=by, laptop=one.device)
    at = one.at.astimezone()
    when = f"{row_day(at.date(), today)} {at:%H:%M}"
    return ListRow(one.step_title, f"{_what(one)} · {who}", when, SYMBOLS[one.op], "text3")


def deleted_face(one: Deleted, today: date) -> ListRow:
    """How something looks that can be brought back."""
    kind = tr("promise") if one.kind == "commitment" else tr(one.kind.replace("_", " "))
    at = one.at.astimezone()
    who = tr("{kind}, deleted by {name}").format(kind=kind, name=one.member or tr("somebody"))
    title = one_line(one.name) or tr("without a name")
    return ListRow(title, who, row_day(at.date(), today), KINDS.get(one.kind, "x"), "text3")


def _what(one: Entry) -> str:
    if one.op is not Op.UPDATE:
        words = {
            Op.INSERT: tr("added"),
            Op.DELETE: tr("deleted"),
            Op.RESTORE: tr("brought back"),
            Op.SETTLE: tr("settled"),
            Op.REOPEN: tr("opened again"),
        }
        return words[one.op]
    if len(one.fields) == 1:
        return said_of(one.fields[0])
    return how_many(len(one.fields), "field")
