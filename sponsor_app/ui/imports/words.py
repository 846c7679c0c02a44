"""What the import calls kinds, fields, policies and outcomes."""

from collections.abc import Sequence

from sponsor_app.domain.import_look import DuplicatePolicy, RowOutcome
from sponsor_app.domain.importing import ImportKind, Shape, UpdatePolicy
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.states import State

DELIMITERS = (",", ";", "\t", "|")
ENCODINGS = (
    "utf-8",
    "cp1252",
    "iso8859-1",
    "utf-16",
    "mac_roman",
    "cp1250",
    "cp1251",
    "shift_jis",
    "gb18030",
)
UNUSED = "-"


def kind_word(kind: ImportKind | None) -> str:
    """A kind of rows."""
    words = {
        ImportKind.ACCOUNTS: tr("Accounts"),
        ImportKind.CONTACTS: tr("Contacts"),
        ImportKind.MEMBERS: tr("Our people"),
        ImportKind.INTERACTIONS: tr("Interactions"),
        ImportKind.ISSUES: tr("Issues"),
        ImportKind.DEALS: tr("Deals"),
        ImportKind.EVERYTHING: tr("Everything"),
    }
    return words[kind] if kind else tr("choose")


def one_word(kind: ImportKind | None) -> str:
    """What one row of a file that mixes accounts and contacts is."""
    words = {ImportKind.ACCOUNTS: tr("Account"), ImportKind.CONTACTS: tr("Contact")}
    return words.get(kind, "") if kind else ""


def kinds_word(kinds: Sequence[ImportKind]) -> str:
    """The kinds that the rows of a file may be of: `Accounts, Contacts`."""
    return ", ".join(map(kind_word, kinds))


def policy_words() -> list[tuple[str, str]]:
    """What may happen to records that are here already."""
    return [
        (UpdatePolicy.OVERWRITE, tr("The file counts")),
        (UpdatePolicy.GAPS, tr("Fill gaps only")),
        (UpdatePolicy.NEW, tr("Only new ones")),
    ]


def for_all_words() -> list[tuple[str, str]]:
    """What all rows may be that may be here already."""
    return [
        (DuplicatePolicy.MERGE, tr("the likeliest one each")),
        (DuplicatePolicy.NEW, tr("new ones")),
        (DuplicatePolicy.SKIP, tr("left out")),
    ]


def delimiter_word(delimiter: str) -> str:
    """What stands between cells."""
    words = {
        ",": tr("comma"),
        ";": tr("semicolon"),
        "\t": tr("tab"),
        "|": tr("bar"),
        "": tr("nothing"),
    }
    return words.get(delimiter, delimiter)


def header_word(shape: Shape) -> str:
    """Where the headings stand."""
    if shape.header_line is None:
        return tr("none")
    unit = tr("row") if shape.sheet else tr("line")
    return f"{unit} {shape.header_line}"


def field_word(name: str) -> str:
    """A field, as a person says it: `phone_work` is Phone, work."""
    special = {
        UNUSED: tr("not used"),
        "id": tr("Id"),
        "external_id": tr("Id elsewhere"),
        "on": tr("Day"),
        "lead": tr("Account lead"),
        "name": tr("Name"),
        "account": tr("Account"),
        "story": tr("Story"),
    }
    if name in special:
        return special[name]
    first, _, rest = name.partition("_")
    if first in ("email", "phone") and rest:
        return f"{first.capitalize()}, {rest}"
    return name.replace("_", " ").capitalize()


def outcome_state(outcome: RowOutcome) -> State:
    """What becomes of a row, in three signs."""
    states = {
        RowOutcome.NEW: State("plus", tr("new"), "ok", quiet=True),
        RowOutcome.CHANGED: State("pencil-line", tr("changes"), "idle", quiet=True),
        RowOutcome.SAME: State("check", tr("as it is"), "idle", quiet=True),
        RowOutcome.DOUBTFUL: State("circle-help", tr("to decide"), "warn"),
        RowOutcome.REJECTED: State("x", tr("left out"), "bad"),
    }
    return states[outcome]
