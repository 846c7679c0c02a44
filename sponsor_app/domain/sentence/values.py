"""What a line says: the records it may mean and the fields it fills, each with its place in the text."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment


class NameKind(StrEnum):
    """Which register a known name comes from."""

    ACCOUNT = "account"
    CONTACT = "contact"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class KnownName:
    """One record of the store that might be meant. A higher `rank` is likelier among equals; infinity is chosen."""

    kind: NameKind
    id: str
    name: str
    account_id: str | None = None
    account: str | None = None
    aliases: tuple[str, ...] = ()
    rank: float = 0.0


class Role(StrEnum):
    """What a stretch of the text was taken for."""

    KIND = "kind"
    CONTACT = "contact"
    MEMBER = "member"
    ACCOUNT = "account"
    UNKNOWN_PERSON = "unknown_person"
    UNKNOWN_ACCOUNT = "unknown_account"
    DATE = "date"
    PLACE = "place"
    INTENT = "intent"
    SENTIMENT = "sentiment"
    PROMISE = "promise"
    FACT = "fact"
    DUE = "due"
    NEXT_DATE = "next_date"
    UNPARSED = "unparsed"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the original text, `text[start:end]`, and what it was taken for."""

    start: int
    end: int
    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the line and the records it may be, likeliest first; never empty."""

    text: str
    start: int
    end: int
    candidates: tuple[KnownName, ...]


@dataclass(frozen=True, slots=True)
class PromiseDraft:
    """A promise as it was said. `by` is the person named as promising, as written, if any.

    `number` is its place in the line, from 0, which stays when others are taken away; `due_start` is the
    character where its day begins, -1 without one.
    """

    text: str
    direction: Direction
    due: date | None
    by: str | None = None
    number: int = field(default=0, compare=False)
    due_start: int = field(default=-1, compare=False)


@dataclass(frozen=True, slots=True)
class FactDraft:
    """Something worth knowing as it was said; `about` is the person it names, None for whoever else the line is about.

    `number` is its place in the line, from 0, which stays when others are taken away.
    """

    text: str
    about: Mention | None = None
    number: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A line understood. A field marked guessed was not said. A day to come means a meeting that is planned.

    So does `planned`: the line only looks ahead and says no day, or today. With `only_facts` nothing happened at all.
    """

    text: str
    language: str
    kind: Kind | None
    kind_guessed: bool
    account: Mention | None
    contacts: tuple[Mention, ...]
    members: tuple[Mention, ...]
    unknown_people: tuple[str, ...]
    unknown_account: str | None
    on: date
    on_guessed: bool
    place: Place | None
    place_guessed: bool
    intent: Intent | None
    intent_guessed: bool
    sentiment: Sentiment | None
    promises: tuple[PromiseDraft, ...]
    next_on: date | None
    summary: str
    unparsed: str | None
    spans: tuple[Span, ...]
    cancelled: bool = False
    planned: bool = False
    facts: tuple[FactDraft, ...] = ()
    only_facts: bool = False


@dataclass(frozen=True, slots=True)
class Resolution:
    """The records a line means. What still fits several is in `ambiguous`, and nowhere else.

    `account` is the one named, else the one all contacts belong to; None when the line names an account
    nobody knows, because a contact of another account must not decide that.
    """

    account: KnownName | None
    contacts: tuple[KnownName, ...]
    members: tuple[KnownName, ...]
    ambiguous: tuple[Mention, ...]
