"""What a brief is made of, and what it is made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sponsor_app.domain.account_page import AccountPage
from sponsor_app.domain.devices import Device
from sponsor_app.domain.exposure import Exposure
from sponsor_app.domain.ids import AccountId, ContactId, IssueId, MemberId
from sponsor_app.domain.important_dates import ImportantDate
from sponsor_app.domain.language import later, tr
from sponsor_app.domain.timeline import Interaction


class SectionKey(StrEnum):
    """The sections, in their order on the page."""

    BAD_NEWS = "bad_news"
    IN_THE_ROOM = "in_the_room"
    SINCE_YOU_MET = "since_you_met"
    ALSO_OPEN = "also_open"
    PROMISES = "promises"
    SAY = "say"
    ASK = "ask"
    NOT_KNOWN = "not_known"


TITLES: dict[SectionKey, str] = later(
    {
        SectionKey.BAD_NEWS: "Bad news",
        SectionKey.IN_THE_ROOM: "In the room",
        SectionKey.SINCE_YOU_MET: "Since you met",
        SectionKey.ALSO_OPEN: "Also open",
        SectionKey.PROMISES: "Promises",
        SectionKey.SAY: "Say",
        SectionKey.ASK: "Ask",
        SectionKey.NOT_KNOWN: "Not known",
    }
)
ADVICE = frozenset({SectionKey.SAY, SectionKey.ASK, SectionKey.NOT_KNOWN})
"""Sections whose lines were thought up for this page and stand nowhere else."""


@dataclass(frozen=True, slots=True)
class Ref:
    """The record a line rests on: its kind (the table's word) and id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Line:
    """One statement: its leading words, the rest, why it is there, and where it comes from."""

    lead: str
    rest: str
    because: str
    citation: str
    record: Ref

    @property
    def text(self) -> str:
        """The whole statement as one string."""
        return " ".join(part for part in (self.lead, self.rest, self.because) if part)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines; `left_out` counts what did not fit on the page, `note` says since when."""

    key: SectionKey
    lines: tuple[Line, ...]
    left_out: int = 0
    heading: str = ""
    note: str = ""

    @property
    def title(self) -> str:
        """The heading."""
        return self.heading or tr(TITLES[self.key])

    @property
    def more(self) -> str:
        """What was left out, in words; empty when nothing was."""
        if not self.left_out:
            return ""
        if self.key is SectionKey.IN_THE_ROOM:
            return tr("and {left_out} more in the room").format(left_out=self.left_out)
        if self.key in ADVICE:
            return tr("and {left_out} more, left out to keep this one page").format(
                left_out=self.left_out
            )
        return tr("and {left_out} more on the account’s page").format(left_out=self.left_out)


@dataclass(frozen=True, slots=True)
class Brief:
    """One page about one account as of a moment. `not_in_step` says whose laptops have not synced."""

    as_of: datetime
    account_id: AccountId
    account: str
    occasion: str
    standing: str
    not_in_step: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """How far bad news has travelled: who has probably heard, and how many of them we have called."""

    heard: int
    called: int


@dataclass(frozen=True, slots=True)
class BriefSource:
    """What a brief is composed from: the account's page, who reads, who will be there, and when (local time).

    `spread` is known for the worst open issue at least. `meeting` is the plan it is for, unless the next one.
    """

    page: AccountPage
    now: datetime
    reader: MemberId
    attendees: Sequence[ContactId]
    devices: Sequence[Device]
    spread: Mapping[IssueId, Spread] = field(default_factory=dict[IssueId, Spread])
    meeting: Interaction | None = None
    exposure: Exposure | None = None
    dates: Sequence[ImportantDate] = ()

    @property
    def plans(self) -> Sequence[Interaction]:
        """What is planned, the meeting that it is for first."""
        return (self.meeting,) if self.meeting is not None else self.page.planned


@dataclass(frozen=True, slots=True)
class Prepared:
    """A brief with what it cites. `room` are those it counts on; `guessed` when nobody named them."""

    brief: Brief
    page: AccountPage
    room: tuple[ContactId, ...]
    guessed: bool
