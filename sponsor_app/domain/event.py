"""Events where customers talk: who was invited, who came and who spoke, what they said and what we made of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sponsor_app.domain.ids import (
    AccountId,
    CommitmentId,
    ContactId,
    EventId,
    InteractionId,
    IssueId,
    MemberId,
)
from sponsor_app.domain.interaction import Intent, Place
from sponsor_app.domain.language import later

ALL_OF_IT = 100


class EventKind(StrEnum):
    """What brings customers together."""

    FOCUS_GROUP = "focus-group"
    WEBINAR = "webinar"
    BOARD = "board"
    VISIT_DAY = "visit-day"


EVENT_WORDS: Mapping[EventKind, str] = later(
    {
        EventKind.FOCUS_GROUP: "focus group",
        EventKind.WEBINAR: "webinar",
        EventKind.BOARD: "advisory board",
        EventKind.VISIT_DAY: "visit day",
    }
)
PLACES: Mapping[EventKind, Place] = {
    EventKind.WEBINAR: Place.REMOTE,
    EventKind.VISIT_DAY: Place.OURS,
}
"""Where such an event is held unless somebody says otherwise."""


class Reply(StrEnum):
    """What somebody answered to an invitation."""

    YES = "yes"
    NO = "no"
    MAYBE = "maybe"


@dataclass(frozen=True, slots=True)
class Invitation:
    """One of theirs or of ours, invited; `attended` is None while nobody said whether they came.

    `share` is how much of the talking was theirs, in percent.
    """

    id: str
    event_id: EventId
    contact_id: ContactId | None
    member_id: MemberId | None
    name: str
    title: str | None
    account_id: AccountId | None
    account: str | None
    email: str | None
    reply: Reply | None
    attended: bool | None
    share: int | None

    @property
    def ours(self) -> bool:
        """Whether it is one of us."""
        return self.member_id is not None


@dataclass(frozen=True, slots=True)
class Theme:
    """What they said, in whose words, and what came of it: an issue or a promise, what we did, when they were told."""

    id: str
    event_id: EventId
    event: str
    event_on: date
    text: str
    quote: str | None
    contact_id: ContactId | None
    contact: str | None
    account_id: AccountId | None
    issue_id: IssueId | None
    issue: int | None
    commitment_id: CommitmentId | None
    promise: int | None
    did: str | None
    told_on: date | None
    told_id: ContactId | None = None
    told: str | None = None

    @property
    def owed(self) -> bool:
        """Whether something was done and nobody has told them."""
        return self.did is not None and self.told_on is None


@dataclass(frozen=True, slots=True)
class Attendance:
    """Counts of one event: theirs, unless said."""

    invited: int = 0
    accepted: int = 0
    declined: int = 0
    attended: int = 0
    accounts: int = 0
    ours: int = 0


@dataclass(frozen=True, slots=True)
class Event:
    """One event as lists show it. `owed` are themes that something was done about without telling them."""

    id: EventId
    number: int
    title: str
    kind: EventKind | None
    on: date
    place: Place | None
    note: str | None
    host_id: MemberId | None
    host: str | None
    counts: Attendance = Attendance()
    themes: int = 0
    owed: int = 0


@dataclass(frozen=True, slots=True)
class EventPage:
    """One event whole, as of a day."""

    as_of: date
    event: Event
    invitations: tuple[Invitation, ...]
    themes: tuple[Theme, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """Who did the talking: percent theirs and ours of what was noted, and of how many that came it was noted."""

    theirs: int
    ours: int
    noted: int
    came: int


def intent_of(kind: EventKind | None) -> Intent | None:
    """Where we listen, nothing is asked for; what a webinar was held for, nobody has said."""
    return None if kind in (None, EventKind.WEBINAR) else Intent.CARE


def speaking_share(invitations: Iterable[Invitation]) -> Share | None:
    """How the talking was shared among those who came; None when nobody noted it."""
    came = [one for one in invitations if one.attended]
    noted = [(one.ours, one.share) for one in came if one.share is not None]
    spoken = sum(share for _ours, share in noted)
    if not spoken:
        return None
    theirs = round(ALL_OF_IT * sum(share for ours, share in noted if not ours) / spoken)
    return Share(theirs, ALL_OF_IT - theirs, len(noted), len(came))


def told_whom(theme: Theme, attended: int) -> str:
    """Whom we told: whoever was named, else the one who said it, else everybody who came."""
    return theme.told or theme.contact or f"all {attended} who came"


@dataclass(frozen=True, slots=True)
class AtEvent:
    """An account's part in one event: who of theirs was invited, who came, and the touch it left."""

    event: Event
    invited: tuple[Invitation, ...]
    interaction_id: InteractionId | None = None
