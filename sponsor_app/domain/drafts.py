"""What is about to be saved, before it has an id."""

from dataclasses import dataclass
from datetime import date, datetime

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.ids import AccountId, ContactId, MemberId
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise to be kept by somebody, perhaps by a day."""

    text: str
    direction: Direction = Direction.OURS
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Learned:
    """Something worth knowing about a contact, or one made in the same step by this name; else about the account."""

    text: str
    contact_id: ContactId | None = None
    new_contact: str | None = None


@dataclass(frozen=True, slots=True)
class InteractionDraft:
    """An interaction with everything that one line may say; a day after today makes it a plan, `planned` one of today.

    `new_account` names an account to be made in the same step; then `account_id` is not read. With `only_facts` nothing
    happened: what was learned is kept, and no clock restarts.
    """

    account_id: AccountId
    kind: Kind
    on: date
    place: Place | None = None
    intent: Intent | None = None
    sentiment: Sentiment | None = None
    summary: str | None = None
    quote: str | None = None
    city: str | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    zone: str | None = None
    contact_ids: tuple[ContactId, ...] = ()
    member_ids: tuple[MemberId, ...] = ()
    new_contacts: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    next_on: date | None = None
    called_off: bool = False
    planned: bool = False
    new_account: str | None = None
    facts: tuple[Learned, ...] = ()
    only_facts: bool = False
