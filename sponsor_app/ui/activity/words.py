"""How a step, a change within it and a deleted record are said."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sponsor_app.domain.activity import SETUP, UNDO, Author, Deleted, StepDetails, Tally
from sponsor_app.domain.history import Entry, Op, Step
from sponsor_app.domain.wording import capital, near_day, short_day
from sponsor_app.ui.activity.entry_row import EntryRow
from sponsor_app.ui.panels.history_face import SYMBOLS, said_of
from sponsor_app.ui.widgets.language import how_many, later, number, tr, understood
from sponsor_app.ui.widgets.rows.list_row import ListRow
from sponsor_app.ui.widgets.typography import one_line

KIND_SYMBOLS = {
    SETUP: "flag",
    UNDO: "undo-2",
    "redo": "refresh-cw",
    "import": "upload",
    "refresh": "upload",
}
NAMES = later(
    {
        "account_alias": "other name",
        "attendance": "who took part",
        "commitment": "promise",
        "contact": "person",
        "contact_point": "way to reach them",
        "issue_update": "update of an issue",
        "policy": "rule",
        "tag": "note on duplicates",
        "team_member": "place on the team",
    }
)
"""Tables that people call by another name than ours."""
DONE = later(
    {
        Op.INSERT: "added",
        Op.UPDATE: "changed",
        Op.DELETE: "deleted",
        Op.RESTORE: "brought back",
        Op.SETTLE: "settled",
        Op.REOPEN: "opened again",
    }
)
HIDDEN = ("account_id", "interaction_id", "contact_id", "issue_id", "normal")
MOST_FIELDS = 8


def kind_word(table: str) -> str:
    """A kind of record as people call it."""
    return tr(NAMES.get(table, table.replace("_", " ")))


def day_of(at: datetime, today: date) -> str:
    """The heading of a day: `Today`, `Yesterday`, `Fri 13 Nov`."""
    words = near_day(at.astimezone().date(), today)
    return words[:1].upper() + words[1:]


def clock_of(at: datetime) -> str:
    """`08:48`, in the zone of this laptop."""
    return f"{at.astimezone():%H:%M}"


def who_did(step: Step) -> str:
    """`Mia Andersson on mia-laptop`."""
    name = step.member or tr("somebody")
    return tr("{name} on {laptop}").format(name=name, laptop=step.device)


def step_face(step: Step) -> ListRow:
    """How a step looks in the list."""
    parts = [who_did(step), how_many(step.changes, "change")]
    undone = step.undone_by is not None
    if undone:
        parts.append(tr("taken back"))
    symbol = "undo-2" if undone else KIND_SYMBOLS.get(step.kind, "")
    symbol = symbol or ("pencil-line" if step.mine else "laptop")
    return ListRow(
        one_line(understood(step.title)),
        " · ".join(parts),
        clock_of(step.at),
        symbol,
        "text3",
        "text3",
    )


def deleted_face(one: Deleted, today: date) -> ListRow:
    """How something looks that can be brought back."""
    by = one.member or tr("somebody")
    at = tr("at {account}").format(account=one.account) if one.account else ""
    kind = kind_word(one.kind)
    reason = " · ".join(part for part in (kind, at, tr("by {name}").format(name=by)) if part)
    day = short_day(one.at.astimezone().date(), today)
    return ListRow(one_line(one.name) or tr("without a name"), reason, day, "x", "text3", "text3")


def tally_words(tallies: Sequence[Tally]) -> str:
    """`12 people added, 3 accounts changed`."""
    said = [f"{number(one.count)} × {kind_word(one.kind)} {tr(DONE[one.op])}" for one in tallies]
    return ", ".join(said)


def entry_face(one: Entry, names: Mapping[str, str]) -> EntryRow:
    """One change of a step: which record, and what of it."""
    what = tr("{kind} {done}").format(kind=kind_word(one.record_kind), done=tr(DONE[one.op]))
    if one.record_kind == "tag":  # it names a record by its id, which tells a person nothing
        return EntryRow(capital(what), "", (), SYMBOLS[one.op])
    fields = [field for field in one.fields if field.name not in HIDDEN]
    said = [one_line(said_of(field, names)) for field in fields[:MOST_FIELDS]]
    if len(fields) > MOST_FIELDS:
        said.append(tr("and {count} more").format(count=len(fields) - MOST_FIELDS))
    return EntryRow(one_line(one.record) or what, what, tuple(said), SYMBOLS[one.op])


def what_goes_back(details: StepDetails, *, possible: bool) -> str:
    """What taking a step back means."""
    step = details.step
    if step.undone_by is not None:
        return tr("It was taken back.")
    if not possible:
        return tr("The step that made this store stays.")
    if step.changes == 1:
        return tr("What was edited since stays as it is.")
    words = tr("It goes back as a whole, {changes}; what was edited since stays as it is.")
    return words.format(changes=how_many(step.changes, "change"))


def author_row(one: Author) -> ListRow:
    """Somebody who did something, with how much."""
    return ListRow(one.name, how_many(one.steps, "step"), symbol="user-round")
