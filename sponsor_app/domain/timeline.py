"""What happened with an account, newest first."""

from dataclasses import dataclass
from datetime import date, datetime

from sponsor_app.domain.ids import AccountId, ContactId, InteractionId, MemberId
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment, State


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who took part: exactly one of the ids is set."""

    name: str
    contact_id: ContactId | None = None
    member_id: MemberId | None = None


@dataclass(frozen=True, slots=True)
class Interaction:
    """An interaction with those who took part; `by` is the member who logged it."""

    id: InteractionId
    account_id: AccountId | None
    account: str | None
    kind: Kind
    state: State
    on: date
    starts_at: datetime | None
    ends_at: datetime | None
    place: Place | None
    city: str | None
    intent: Intent | None
    sentiment: Sentiment | None
    summary: str | None
    quote: str | None
    contacts: tuple[Person, ...]
    members: tuple[Person, ...]
    by: str | None
    logged_at: datetime
