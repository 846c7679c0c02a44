"""Who changed what, when, on which laptop; and the steps that can be taken back."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sponsor_app.domain.ids import StepId


class Op(StrEnum):
    """What a change does to a record."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"
    RESTORE = "restore"
    SETTLE = "settle"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field, before and after; `before` is None for a new record."""

    name: str
    before: str | int | float | None
    after: str | int | float | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of one record."""

    at: datetime
    member: str | None
    device: str
    step: StepId
    step_title: str
    op: Op
    record_kind: str
    record_id: str
    record: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """Something a person did, as a whole."""

    step: StepId
    at: datetime
    member: str | None
    device: str
    mine: bool
    kind: str
    title: str
    changes: int
    undoes: StepId | None
    undone_by: StepId | None


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking a step back did: how many edits, and which were kept because they were edited since."""

    step: StepId
    title: str
    reversed: int
    kept: tuple[str, ...]
