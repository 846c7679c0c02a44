"""What was done, step by step, what each step changed, and what was deleted and can come back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sponsor_app.domain.history import Entry, Op, Step
from sponsor_app.domain.ids import AccountId, MemberId

SETUP = "setup"
UNDO = "undo"
MOST_ENTRIES = 60


class Whose(StrEnum):
    """Whose steps are wanted: everybody's, those of this laptop, those of the others."""

    ALL = "all"
    MINE = "mine"
    OTHERS = "others"


KINDS: Mapping[str, tuple[str, ...]] = {
    "account": ("account", "account_alias"),
    "person": ("contact", "contact_point"),
    "interaction": ("interaction", "attendance"),
    "issue": ("issue", "issue_update", "escalation"),
    "promise": ("commitment",),
    "pulse": ("pulse",),
    "fact": ("fact",),
    "sponsor and team": ("sponsorship", "team_member"),
    "member": ("member",),
    "rule": ("policy",),
}
"""The kinds of record a person would look for, and the tables that hold them."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which steps are wanted: `kind` is one of `KINDS`, `text` is looked for in their titles."""

    whose: Whose = Whose.ALL
    member_id: MemberId | None = None
    account_id: AccountId | None = None
    kind: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Author:
    """Someone whose steps are here, and how many they are."""

    member_id: MemberId
    name: str
    steps: int


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """The newest steps as of a day, with how many there are of each kind; `found` counts all that fit."""

    as_of: date
    steps: tuple[Step, ...]
    counts: Mapping[Whose, int]
    deleted: int
    found: int
    authors: tuple[Author, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """So many records of one kind were added, changed, removed or brought back."""

    kind: str
    op: Op
    count: int


@dataclass(frozen=True, slots=True)
class StepDetails:
    """What one step did.

    `tallies` count everything; `entries` are there only for a step of at most 60 changes. `names` says which record
    an id in a field means.
    """

    step: Step
    tallies: tuple[Tally, ...]
    entries: tuple[Entry, ...]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Deleted:
    """A record that was deleted, by whom and when; `account` is where it belonged."""

    record_id: str
    kind: str
    name: str
    account: str | None
    at: datetime
    member: str | None
    device: str | None


def can_be_taken_back(step: Step) -> bool:
    """Whether a step still stands and is not the one that made the store."""
    return step.undone_by is None and step.kind != SETUP
