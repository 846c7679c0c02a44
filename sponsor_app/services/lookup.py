"""Which record a person means, when they give a name, a scrap, a short number or an id."""

from contextlib import suppress
from typing import Any

from sponsor_app.domain.errors import AmbiguousError, NotFoundError
from sponsor_app.domain.ids import AccountId, ContactId, MemberId, looks_like_id
from sponsor_app.domain.search import HitKind
from sponsor_app.services import Services
from sponsor_app.store.models import SYNCED, account, commitment, contact, event, issue
from sponsor_app.store.queries import history, linked, open_items
from sponsor_app.store.queries.names import SHOWN, resolve

NUMBERED = {"issue": issue, "promise": commitment, "event": event}
PART_OF = {
    "theme": "event",
    "invitation": "event",
    "reference_request": "reference",
    "reference_use": "reference",
    "reach_out_target": "reach_out",
}
"""The kinds of records that stand within another, and its kind."""


def account_id(app: Services, text: str) -> AccountId:
    """The account meant by `text`."""
    with app.store.read() as connection:
        return AccountId(resolve(connection, HitKind.ACCOUNT, text))


def member_id(app: Services, text: str) -> MemberId:
    """The member meant by `text`; `me` is the one whose laptop this is."""
    if text.strip().casefold() == "me":
        return app.me
    with app.store.read() as connection:
        return MemberId(resolve(connection, HitKind.MEMBER, text))


def contact_id(app: Services, text: str, account: AccountId | None = None) -> ContactId:
    """The contact meant by `text`, at one account if given."""
    with app.store.read() as connection:
        return ContactId(resolve(connection, HitKind.CONTACT, text, account))


def numbered_id(app: Services, kind: str, text: str) -> str:
    """The id of an issue, promise or event given by id or by its short number (`12` or `#12`)."""
    table: Any = NUMBERED[kind]
    with app.store.read() as connection:
        if looks_like_id(text.lower()):
            found = [text.lower()] if history.is_here(connection, table, text.lower()) else []
        else:
            number = text.strip().removeprefix("#")
            found = (
                open_items.by_number(connection, table, int(number)) if number.isdecimal() else []
            )
    if not found:
        msg = f"There is no {kind} “{text}”. Nothing was changed."
        raise NotFoundError(msg, "Look at the list.", f"List them: sponsor-app {kind} list")
    if len(found) > 1:
        raise AmbiguousError(kind + "s", text, found)
    return found[0]


def record_id(app: Services, text: str) -> str:
    """The id of any record given by id, short number of an issue, or name of an account, contact or member."""
    with app.store.read() as connection:
        if looks_like_id(text.lower()) and history.record_exists(connection, text.lower()):
            return text.lower()
    if text.startswith("#"):
        return numbered_id(app, "issue", text)
    for find in (account_id, contact_id, member_id):
        with suppress(NotFoundError):
            return find(app, text)
    msg = f"Nothing is called “{text}”."
    raise NotFoundError(
        msg, "Look for a part of it.", f"Look for it: sponsor-app find {text[:SHOWN]!r}"
    )


def noted_id(app: Services, text: str) -> str:
    """The account or contact that a private note is about, by id or name."""
    with app.store.read() as connection:
        if looks_like_id(text.lower()):
            for table in (account, contact):
                if history.is_here(connection, table, text.lower()):
                    return text.lower()
        for kind in (HitKind.ACCOUNT, HitKind.CONTACT):
            with suppress(NotFoundError):
                return resolve(connection, kind, text)
    msg = f"Neither an account nor a person there is called “{text[:SHOWN]}”. Nothing was changed."
    raise NotFoundError(
        msg, "Look for a part of it.", f"Look for it: sponsor-app find {text[:SHOWN]!r}"
    )


def account_of(app: Services, kind: str, record_id: str) -> AccountId | None:
    """The account that a record belongs to, by the kind's word; None for one that belongs to none."""
    if kind == "account":
        return AccountId(record_id)
    name = "commitment" if kind == "promise" else kind
    table = SYNCED.get(name)
    if table is None:
        return None
    with app.store.read() as connection:
        found = linked.account_of(connection, table, record_id)
    return AccountId(found) if found else None


def whole_of(app: Services, kind: str, record_id: str) -> tuple[str, str] | None:
    """The kind and id of the record that this one stands within; None when it stands within none, or is gone."""
    whole = PART_OF[kind]
    with app.store.read() as connection:
        found = linked.value(connection, SYNCED[kind], f"{whole}_id", record_id)
    return (whole, found) if found else None
