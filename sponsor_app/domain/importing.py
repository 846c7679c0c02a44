"""What other people's files turn into: records in our words, and an honest account of the rest."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sponsor_app.domain.errors import FileProblemError
from sponsor_app.domain.people import PointKind

FieldValue = str | int | None
SUFFIXES = (
    ".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods", ".vcf", ".ics", ".eml", ".msg"
)  # fmt: skip
"""What the files are called that can be imported."""
SHEETS = "sheets"
"""What is left out of a workbook of which a person named no sheet."""
TABLE_FIELD = "of_table"
"""The field of a record of everything that says which table it is of."""


class ImportKind(StrEnum):
    """What the rows of a file are."""

    ACCOUNTS = "accounts"
    CONTACTS = "contacts"
    MEMBERS = "members"
    INTERACTIONS = "interactions"
    ISSUES = "issues"
    DEALS = "deals"
    EVERYTHING = "everything"

    @property
    def one(self) -> str:
        """What one of its rows is called."""
        return "record" if self is ImportKind.EVERYTHING else self.value.removesuffix("s")


MIXED = (ImportKind.ACCOUNTS, ImportKind.CONTACTS)
"""The kinds that one list may mix: the accounts come first, as people work there."""


class UpdatePolicy(StrEnum):
    """What an import may do to records that are here already."""

    OVERWRITE = "overwrite"
    """What the file says takes the place of what stood there."""
    GAPS = "gaps"
    """Only what is empty is filled."""
    NEW = "new"
    """Nothing here is changed; only new records come in."""


class FieldType(StrEnum):
    """What a column may hold, and so how its cells are read."""

    TEXT = "text"
    NOTES = "notes"
    ID = "id"
    CHOICE = "choice"
    WEB = "web"
    EMAIL = "email"
    PHONE = "phone"
    WHOLE = "whole"
    MONEY = "money"
    CURRENCY = "currency"
    DAY = "day"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class ImportField:
    """A field a column can be mapped to; `labels` names the kinds of a repeated e-mail or phone."""

    name: str
    type: FieldType = FieldType.TEXT
    labels: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name a column may be mapped to: `phone`, `phone_work`, `phone_mobile`, ..."""
        return (self.name, *(f"{self.name}_{label}" for label in self.labels))


KIND_OF_ROW = (
    ImportField("is_company", FieldType.YES_NO),
    ImportField("is_person", FieldType.YES_NO),
)
"""What a column of a list that mixes companies and people says of each row, in words or with yes and no."""
_EMAIL = ImportField("email", FieldType.EMAIL, ("work", "home", "other"))
_PHONE = ImportField("phone", FieldType.PHONE, ("work", "mobile", "home", "main", "fax", "other"))
_PERSON = (
    ImportField("id", FieldType.ID),
    ImportField("name"),
    ImportField("first_name"),
    ImportField("middle_name"),
    ImportField("last_name"),
    ImportField("display_name"),
    ImportField("title"),
    ImportField("function", FieldType.CHOICE),
    _EMAIL,
    _PHONE,
    ImportField("deleted", FieldType.YES_NO),
)

_HAPPENED = (
    ImportField("id", FieldType.ID),
    ImportField("external_id"),
    ImportField("account"),
    ImportField("account_id"),
    ImportField("about"),
    ImportField("contact"),
    _EMAIL,
    _PHONE,
    ImportField("member"),
    ImportField("deleted", FieldType.YES_NO),
)

# A column mapped to `id` yields `id` when it holds one of our own ids, else `external_id`; one mapped to
# `website` also yields `domain`; `address_more` is added to `address`; `display_name` is the name of a person
# whom nothing else names; beside what happened, `email` is that of the `contact`, and `about` may name an account
# or a person; rows that `deleted` marks, or `active` does not, are left out.
FIELDS: Mapping[ImportKind, tuple[ImportField, ...]] = {
    ImportKind.ACCOUNTS: (
        ImportField("id", FieldType.ID),
        ImportField("external_id"),
        ImportField("name"),
        ImportField("status", FieldType.CHOICE),
        ImportField("tier", FieldType.CHOICE),
        ImportField("industry"),
        ImportField("region"),
        ImportField("country"),
        ImportField("city"),
        ImportField("postcode"),
        ImportField("address"),
        ImportField("address_more"),
        ImportField("website", FieldType.WEB),
        _PHONE,
        _EMAIL,
        ImportField("employees", FieldType.WHOLE),
        ImportField("annual_revenue", FieldType.MONEY),
        ImportField("currency", FieldType.CURRENCY),
        ImportField("parent"),
        ImportField("alias"),
        ImportField("former_name"),
        ImportField("sponsor"),
        ImportField("lead"),
        ImportField("story", FieldType.NOTES),
        ImportField("deleted", FieldType.YES_NO),
        *KIND_OF_ROW,
    ),
    ImportKind.CONTACTS: (
        *_PERSON,
        ImportField("external_id"),
        ImportField("account"),
        ImportField("account_id"),
        ImportField("account_domain", FieldType.WEB),
        ImportField("role", FieldType.CHOICE),
        ImportField("reports_to"),
        ImportField("city"),
        ImportField("country"),
        ImportField("birthday", FieldType.DAY),
        ImportField("notes", FieldType.NOTES),
        *KIND_OF_ROW,
    ),
    ImportKind.MEMBERS: (
        *_PERSON,
        ImportField("external_id"),
        ImportField("manager"),
        ImportField("max_accounts", FieldType.WHOLE),
        ImportField("city"),
        ImportField("country"),
        ImportField("active", FieldType.YES_NO),
    ),
    ImportKind.INTERACTIONS: (
        *_HAPPENED,
        ImportField("on", FieldType.DAY),
        ImportField("kind", FieldType.CHOICE),
        ImportField("state", FieldType.CHOICE),
        ImportField("place", FieldType.CHOICE),
        ImportField("city"),
        ImportField("intent", FieldType.CHOICE),
        ImportField("sentiment", FieldType.CHOICE),
        ImportField("summary", FieldType.NOTES),
        ImportField("notes", FieldType.NOTES),
        ImportField("quote", FieldType.NOTES),
    ),
    ImportKind.ISSUES: (
        *_HAPPENED,
        ImportField("subject"),
        ImportField("detail", FieldType.NOTES),
        ImportField("severity", FieldType.CHOICE),
        ImportField("progress", FieldType.CHOICE),
        ImportField("opened_on", FieldType.DAY),
        ImportField("resolved_on", FieldType.DAY),
        ImportField("resolution", FieldType.NOTES),
    ),
    ImportKind.DEALS: (
        *_HAPPENED,
        ImportField("subject"),
        ImportField("stage"),
        ImportField("outcome"),
        ImportField("won", FieldType.YES_NO),
        ImportField("closed", FieldType.YES_NO),
        ImportField("amount", FieldType.MONEY),
        ImportField("currency", FieldType.CURRENCY),
        ImportField("closes_on", FieldType.DAY),
    ),
    ImportKind.EVERYTHING: (),
}


def field_names(kind: ImportKind) -> tuple[str, ...]:
    """Every name a column of `kind` may be mapped to, in the order people look for them."""
    return tuple(name for one in FIELDS[kind] for name in one.names)


@dataclass(frozen=True, slots=True)
class ImportedPoint:
    """One e-mail address or phone number of a row; `label` is work, home, mobile, main, fax, other or empty."""

    kind: PointKind
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class ImportedPerson:
    """Somebody who took part in a meeting or wrote a message, as the file names them.

    `email` is in lower case, or empty; `reply` is accepted, declined, tentative or empty; an `organizer` asked
    the others.
    """

    email: str
    name: str = ""
    reply: str = ""
    organizer: bool = False


@dataclass(frozen=True, slots=True)
class ImportedRecord:
    """One row in our words. A field is there only when its cell held a value.

    `at` is where it came from (`line 17`). Values: text; `status`, `tier`, `function` and `role` one of our own
    words; `employees` and `max_accounts` whole numbers; `annual_revenue` in minor units of `currency`, of EUR
    when the file names none; `birthday` as `1980-05-17`, or `--05-17` when nobody wrote the year. `points` are
    all e-mails and phones of the row; `email` and `phone` the foremost of them; `people` took part in an
    interaction.
    """

    kind: ImportKind
    at: str
    fields: Mapping[str, FieldValue]
    points: tuple[ImportedPoint, ...] = ()
    people: tuple[ImportedPerson, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that is no record, with its cells; or one value, when `column` says of which column."""

    at: str
    reason: str
    column: str = ""
    cells: tuple[str, ...] = ()

    @property
    def whole_row(self) -> bool:
        """Whether the row is missing, not only one of its values."""
        return not self.column


@dataclass(frozen=True, slots=True)
class Offer:
    """A meeting that was not imported because nobody of an account we know takes part; a series once.

    `on` is its first day as ISO text; `people` are addresses, or names where there are none.
    """

    at: str
    title: str
    on: str
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something the file holds and we did not take, how often, and why."""

    what: str
    count: int
    reason: str
    whole_rows: bool = False


@dataclass(frozen=True, slots=True)
class ExtraCells:
    """The cells of a row beyond its last heading."""

    at: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """The first rows as they stand in the file, cut to a readable length; secrets are masked."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """A sheet of a workbook and how many rows it has."""

    name: str
    rows: int
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """How a file was understood, known before its rows are read; `kind` is None when nothing tells.

    `delimiter` is empty for a file of one column; `header_line` is None when there are no headings; `unit` is what
    the numbers of its rows count; `sheets` are all of a workbook, `sheet` the one that is read. A `mixed` file holds
    accounts and contacts, and says of each which it is; `kind` is then what is taken where it does not.
    """

    format: str
    kind: ImportKind | None
    kind_reason: str
    encoding: str
    delimiter: str
    header_line: int | None
    columns: tuple[str, ...]
    mapped: Mapping[str, str]
    unmapped: tuple[str, ...]
    preview: Preview
    notes: tuple[str, ...] = ()
    unit: str = "line"
    sheet: str = ""
    sheets: tuple[SheetChoice, ...] = ()
    mixed: bool = False

    @property
    def kinds(self) -> tuple[ImportKind, ...]:
        """The kinds its rows may be of."""
        if self.mixed:
            return MIXED
        return (self.kind,) if self.kind else ()


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What became of a file: every row is a record, rejected, or left out."""

    file: str
    format: str
    kind: ImportKind | None
    encoding: str
    delimiter: str
    header_line: int | None
    records: int
    rejected: tuple[Rejected, ...]
    left_out: tuple[LeftOut, ...]
    mapped: Mapping[str, str]
    unmapped: tuple[str, ...]
    preview: Preview
    rows: int = 0
    kind_reason: str = ""
    columns: tuple[str, ...] = ()
    extra_cells: tuple[ExtraCells, ...] = ()
    notes: tuple[str, ...] = ()
    sheet: str = ""
    sheets: tuple[SheetChoice, ...] = ()
    mixed: bool = False
    by_kind: Mapping[ImportKind, int] = field(default_factory=dict["ImportKind", int])
    """How many records there are of each kind."""

    @property
    def rejected_rows(self) -> tuple[Rejected, ...]:
        """The rows that are missing altogether, without the single values."""
        return tuple(one for one in self.rejected if one.whole_row)


@dataclass(frozen=True, slots=True)
class ReadResult:
    """All records of a file at once, for files that are known to be small."""

    records: tuple[ImportedRecord, ...]
    report: ReadReport


class ReadCancelledError(FileProblemError):
    """The person changed their mind while the file was being read."""

    code = "cancelled"
