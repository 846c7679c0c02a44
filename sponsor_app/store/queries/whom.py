"""One person at an account, as a step that is about them needs them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from sponsor_app.domain.errors import InvalidError, NotFoundError
from sponsor_app.domain.ids import AccountId, ContactId
from sponsor_app.store.models import account, contact


@dataclass(frozen=True, slots=True)
class Person:
    """A contact who is at an account."""

    id: ContactId
    name: str
    account_id: AccountId
    account: str
    left_on: date | None


def person_of(connection: Connection, contact_id: str) -> Person:
    """The contact; refuses one that is not here, and one that is at no account."""
    query = (
        select(contact.c.id, contact.c.name, contact.c.left_on, account.c.id, account.c.name)
        .outerjoin(account, account.c.id == contact.c.account_id)
        .where(contact.c.id == contact_id)
    )
    found = connection.execute(query).one_or_none()
    if found is None:
        raise _gone()
    who, name, left_on, home, home_name = found
    if home is None:
        msg = f"{name} is at no account. Nothing was changed."
        raise InvalidError(msg, "Say first where they work.")
    return Person(ContactId(who), name, AccountId(home), home_name, left_on)


def called(connection: Connection, contact_id: str) -> str:
    """The name of a contact, wherever they work; refuses one that is not here."""
    name = connection.execute(select(contact.c.name).where(contact.c.id == contact_id)).scalar()
    if name is None:
        raise _gone()
    return name


def _gone() -> NotFoundError:
    msg = "This contact is no longer here. Nothing was changed."
    return NotFoundError(msg, "Activity shows by whom they were deleted.")
