"""What two people changed without knowing of each other, as it is said: who, which field, and which of them counts."""

from collections.abc import Mapping
from datetime import datetime

from sponsor_app.domain.conflict import DELETED, MINE, Conflict
from sponsor_app.domain.merged import ClashKind, Value
from sponsor_app.domain.sync_status import moment
from sponsor_app.ui.activity.words import kind_word
from sponsor_app.ui.panels.history_face import field_word
from sponsor_app.ui.widgets.language import tr, understood
from sponsor_app.ui.widgets.rows.list_row import ListRow
from sponsor_app.ui.widgets.typography import one_line


def clash_face(one: Conflict, now: datetime) -> ListRow:
    """How a conflict looks in the list."""
    title = one_line(one.record) or kind_word(one.table)
    return ListRow(
        title, what_happened(one), moment(one.when, now), "triangle-alert", "warn", "text3"
    )


def what_happened(one: Conflict) -> str:
    """In one line: who did what, and how it stands."""
    if one.message:
        return understood(one.message)
    if one.kind is ClashKind.EDITED:
        words = tr("{field}: you and {who} gave it different values")
        return words.format(field=field_word(one.field).capitalize(), who=one.who)
    mine = tr("you deleted it, {who} edited it") if one.mine == DELETED else ""
    did = mine or tr("you edited it, {who} deleted it")
    stands = tr("it is there") if one.kind is ClashKind.REVIVED else tr("it is gone")
    return f"{did.format(who=one.who)}; {stands}"


def side_caption(one: Conflict, side: str) -> str:
    """Above a value: whose it is, and whether it counts now."""
    whose = tr("Yours") if side == MINE else tr("What {who} wrote").format(who=one.who)
    return f"{whose} · {tr('counts now')}" if one.stands == side else whose


def value_words(value: Value, names: Mapping[str, str]) -> str:
    """A value as a person reads it; an id as the record it names."""
    if value is None or value == "":
        return tr("nothing")
    text = str(value)
    return names.get(text, text)


def both_in_one(one: Conflict) -> str | None:
    """Both texts in one; where both rewrote the same words they stand side by side in brackets. None for no text."""
    if one.merged is not None:
        return one.merged
    if not one.pieces:
        return None
    parts = [
        piece if isinstance(piece, str) else f"[{piece[1]} | {piece[2]}]" for piece in one.pieces
    ]
    return "".join(parts)


def explanation(one: Conflict) -> str:
    """What settling means."""
    if one.kind is not ClashKind.EDITED:
        return tr("Choose what shall be: it holds for the whole team, and can be undone.")
    if one.merged is not None:
        return tr(
            "Both fit into one text. What you choose holds for the whole team, and can be undone."
        )
    if one.pieces:
        return tr(
            "Both of you rewrote the same words: they stand in brackets. Write below what shall stand; it holds for"
            " the whole team, and can be undone."
        )
    return tr(
        "What you choose holds for the whole team, and can be undone. The other stays in the history."
    )
