"""What can be found: one document a record, made of the fields that people remember."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sponsor_app.domain.account import AliasKind
from sponsor_app.domain.folding import digits, words
from sponsor_app.domain.search import HitKind

NAMES, TEXTS = "name_search", "text_search"
FOLDED = "folded_line"
SHORTEST_IN_TEXT = 3
"""One or two letters begin half of everything people wrote."""


@dataclass(frozen=True, slots=True)
class Part:
    """Child rows that belong to a record's document: their table, the column that names the record, their lines.

    A line is kind TAB value; a child's change makes the document stale.
    """

    table: str
    owner: str
    line: str

    @property
    def column(self) -> str:
        """The lines of record `r`, one a child."""
        return (
            f"(SELECT group_concat({self.line}, char(10)) FROM {self.table}"
            f" WHERE {self.table}.{self.owner} = r.id)"
        )


@dataclass(frozen=True, slots=True)
class Document:
    """How one kind of record is indexed and shown.

    `head` gives seq, id, title, account_id, day of a row `r`; `columns` what is found by, one for each of `fields`;
    each of `parts` adds a column of lines. `after` names records whose words stand in it too, each with the column that
    refers to them: a new name there makes the document stale.
    """

    kind: HitKind
    code: int
    index: str
    table: str
    head: str
    columns: tuple[str, ...]
    fields: tuple[str, ...]
    parts: tuple[Part, ...] = ()
    after: tuple[tuple[str, str], ...] = ()

    @property
    def first(self) -> int:
        """The lowest row number of this kind in its index."""
        return self.code << 40


PHONE = "phone"
ALIAS_LINE = "kind || char(9) || value"
POINT_LINE = "kind || char(9) || raw || char(9) || normal"

FIELD_OF_KIND: dict[str, str] = {
    AliasKind.FORMER_NAME: "former name",
    AliasKind.NAME: "alias",
    AliasKind.ORDER_NUMBER: "order number",
    AliasKind.EXTERNAL_ID: "external id",
    AliasKind.DOMAIN: "domain",
    "mobile": PHONE,
}
"""What a kind of alias or contact point is called when it is the field that matched; others by their kind."""

ACCOUNT = Document(
    HitKind.ACCOUNT,
    1,
    NAMES,
    "account",
    "r.seq, r.id, r.name, r.id, NULL",
    ("r.name", "r.website", "r.email", "r.external_id"),
    ("name", "domain", "email", "external id"),
    (
        Part("account_alias", "account_id", ALIAS_LINE),
        Part("contact_point", "account_id", POINT_LINE),
    ),
)

CONTACT = Document(
    HitKind.CONTACT,
    2,
    NAMES,
    "contact",
    "r.seq, r.id, r.name, r.account_id, NULL",
    ("r.name", "r.title", "r.external_id"),
    ("name", "title", "external id"),
    (Part("contact_point", "contact_id", POINT_LINE),),
)

MEMBER = Document(
    HitKind.MEMBER,
    3,
    NAMES,
    "member",
    "r.seq, r.id, r.name, NULL, NULL",
    ("r.name", "r.email", "r.title"),
    ("name", "email", "title"),
)

INTERACTION = Document(
    HitKind.INTERACTION,
    4,
    TEXTS,
    "interaction",
    "r.seq, r.id, r.kind, r.account_id, r.happened_on",
    ("r.summary", "r.quote"),
    ("summary", "quote"),
)

ISSUE = Document(
    HitKind.ISSUE,
    5,
    TEXTS,
    "issue",
    "r.seq, r.id, r.title, r.account_id, r.opened_on",
    ("r.title", "r.detail", "r.resolution"),
    ("title", "detail", "detail"),
)

COMMITMENT = Document(
    HitKind.COMMITMENT,
    6,
    TEXTS,
    "commitment",
    "r.seq, r.id, r.text, r.account_id, r.made_on",
    ("r.text",),
    ("text",),
)

FACT = Document(
    HitKind.FACT,
    7,
    TEXTS,
    "fact",
    "r.seq, r.id, r.text, coalesce(r.account_id, (SELECT account_id FROM contact"
    " WHERE contact.id = r.contact_id)), r.on_day",
    ("r.text",),
    ("text",),
)

PULSE = Document(
    HitKind.PULSE,
    8,
    TEXTS,
    "pulse",
    "r.seq, r.id, r.score, r.account_id, r.on_day",
    ("r.quote",),
    ("quote",),
)

THEME = Document(
    HitKind.THEME,
    9,
    TEXTS,
    "theme",
    "r.seq, r.id, r.text, NULL, NULL",
    ("r.text", "r.quote"),
    ("text", "quote"),
)

EVENT = Document(
    HitKind.EVENT,
    10,
    TEXTS,
    "event",
    "r.seq, r.id, r.title, NULL, r.on_day",
    ("r.title", "r.place", "r.note"),
    ("title", "place", "note"),
)

SPEAKER = "(SELECT name FROM contact WHERE contact.id = r.contact_id)"

REFERENCE = Document(
    HitKind.REFERENCE,
    11,
    TEXTS,
    "reference",
    f"r.seq, r.id, coalesce({SPEAKER}, ''), coalesce((SELECT account_id FROM contact"
    " WHERE contact.id = r.contact_id), r.account_id), r.valid_from",
    (SPEAKER, "r.note"),
    ("contact", "note"),
    (Part("reference_request", "reference_id", "'deal' || char(9) || coalesce(deal, '')"),),
    (("contact", "contact_id"),),
)

REACH_OUT = Document(
    HitKind.REACH_OUT,
    12,
    TEXTS,
    "reach_out",
    "r.seq, r.id, r.title, NULL, NULL",
    ("r.title", "r.because"),
    ("title", "because"),
)

DOCUMENTS = (
    ACCOUNT,
    CONTACT,
    MEMBER,
    INTERACTION,
    ISSUE,
    COMMITMENT,
    FACT,
    PULSE,
    THEME,
    EVENT,
    REFERENCE,
    REACH_OUT,
)


def query(document: Document, where: str) -> str:
    """The statement that reads documents."""
    columns = ", ".join([document.head, *document.columns, *(p.column for p in document.parts)])
    return f"SELECT {columns} FROM {document.table} r WHERE {where}"


def field_values(document: Document, values: Sequence[str | None]) -> Iterator[tuple[str, str]]:
    """The (field, text) pairs of a record; phones keep `as written TAB normal`."""
    for name, value in zip(document.fields, values, strict=False):
        if value:
            yield name, value
    for lines in values[len(document.fields) :]:
        for line in lines.split("\n") if lines else ():
            kind, _, text = line.partition("\t")
            yield FIELD_OF_KIND.get(kind, kind), text


def indexed_text(document: Document, values: Sequence[str | None]) -> str:
    """The folded words of a record's fields."""
    found: list[str] = []
    for name, text in field_values(document, values):
        if name == PHONE:
            found.extend(phone_words(text))
        else:
            found.append(text)
    return folded_line(" ".join(found))


def folded_line(text: str) -> str:
    """What the index holds of a text: its folded words. SQLite calls it too, as the function `FOLDED`."""
    return " ".join(words(text))


def phone_words(text: str) -> set[str]:
    """`06 28.. TAB +33 628..` gives both the international and the national run of digits."""
    raw, _, normal = text.partition("\t")
    country, _, national = normal.partition(" ")
    runs = {digits(raw).lstrip("0"), digits(national), digits(country) + digits(national)}
    return runs - {""}
