"""What an import would do, for a person to decide before it is done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sponsor_app.domain.importing import ImportKind, Shape


class DuplicatePolicy(StrEnum):
    """What becomes of rows that may be records here already and of which nobody decided one by one."""

    ASK = "ask"
    """Nothing comes in until each is decided."""
    SKIP = "skip"
    """They are left out."""
    NEW = "new"
    """They come in as new ones."""
    MERGE = "merge"
    """Each is the record it is likeliest to be."""


class RowOutcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DOUBTFUL = "doubtful"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class PreviewedRow:
    """One of the first rows as it would be: a value for each field, or why it is left out; `kind` when it is known."""

    at: str
    outcome: RowOutcome
    values: tuple[str, ...]
    reason: str = ""
    kind: ImportKind | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record here that a row may be, and what speaks for it; `score` is 0 to 100."""

    id: str
    name: str
    because: str
    score: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row that may be a record here already. Undecided it comes in as a new one, unless it `needs_answer`."""

    at: str
    name: str
    candidates: tuple[Candidate, ...]
    needs_answer: bool = False


@dataclass(frozen=True, slots=True)
class ImportLook:
    """How a file was understood, its first rows as they would be, and what has to be decided.

    `answers` are those that were given for all rows at once, by where a row stands.
    """

    shape: Shape
    fields: tuple[str, ...]
    rows: tuple[PreviewedRow, ...]
    doubts: tuple[Doubt, ...]
    doubtful: int
    answers: Mapping[str, str] = field(default_factory=dict[str, str])
