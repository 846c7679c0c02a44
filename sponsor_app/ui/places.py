"""Where a person can go: what one screen asks the window to show, without knowing the other screens."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sponsor_app.domain.gaps import Gap
    from sponsor_app.domain.ids import AccountId, ContactId, InteractionId, MemberId
    from sponsor_app.domain.twins import TwinKind


class ScreenName(StrEnum):
    """The screens of the left rail, in its order."""

    TODAY = "today"
    ACCOUNTS = "accounts"
    PEOPLE = "people"
    ISSUES = "issues"
    PROMISES = "promises"
    EVENTS = "events"
    REFERENCES = "references"
    REACH_OUTS = "reach_outs"
    COVERAGE = "coverage"
    ACTIVITY = "activity"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class ToScreen:
    """A screen of the rail; `gap` opens coverage on one of its lists, `record_id` one row of a list beside it."""

    screen: ScreenName
    gap: "Gap | None" = None
    record_id: str = ""


@dataclass(frozen=True, slots=True)
class ToAccount:
    """One account's page, at a section if named (`people`, `timeline`, `issues`, `promises`, `history`)."""

    account_id: "AccountId"
    section: str = ""


@dataclass(frozen=True, slots=True)
class ToBrief:
    """The brief of an account, for those who will be there."""

    account_id: "AccountId"
    attendees: Sequence["ContactId"] = ()


@dataclass(frozen=True, slots=True)
class ToRecord:
    """Any record, wherever it is shown best: `kind` is the table's word."""

    kind: str
    record_id: str
    account_id: "AccountId | None" = None


@dataclass(frozen=True, slots=True)
class ToLog:
    """The log line with some words in it already."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class ToDebrief:
    """The questions about a visit that is over, or the minutes of what was held; the oldest that waits when none is named."""

    plan_id: "InteractionId | None" = None


@dataclass(frozen=True, slots=True)
class ToDuplicates:
    """What may be here twice: accounts unless a kind is named; with `pair`, these two, of which the second stays."""

    kind: "TwinKind | None" = None
    pair: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class ToReview:
    """The page for a one-to-one with a sponsor; with me when nobody is named."""

    member_id: "MemberId | None" = None


@dataclass(frozen=True, slots=True)
class ToAssign:
    """Give accounts a sponsor: this member, or one who is chosen then."""

    account_ids: Sequence["AccountId"]
    member_id: "MemberId | None" = None


@dataclass(frozen=True, slots=True)
class ToAct:
    """An action of the action table by its id, on an account if it needs one."""

    action: str
    account_id: "AccountId | None" = None


@dataclass(frozen=True, slots=True)
class Back:
    """Where we came from."""


Place = (
    ToScreen
    | ToAccount
    | ToBrief
    | ToRecord
    | ToLog
    | ToDebrief
    | ToDuplicates
    | ToReview
    | ToAssign
    | ToAct
    | Back
)
