"""Days that matter to people at accounts, and of which of them this person wants to be reminded, here alone."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, select

from sponsor_app.domain.ids import ContactId
from sponsor_app.domain.important_dates import ImportantDate, birthday_of
from sponsor_app.domain.moments import Remind
from sponsor_app.store.models import account, contact, fact, setting
from sponsor_app.store.queries import policy
from sponsor_app.store.queries.reminders import as_kept

KIND = "date"
PREFIX = "remind_date."


def of_contact(connection: Connection, contact_id: str) -> list[ImportantDate]:
    """The days of one person, their birthday among them."""
    return _dates(connection, contact.c.id == contact_id)


def at_account(connection: Connection, account_id: str) -> list[ImportantDate]:
    """The days of everybody who is still at an account."""
    return _dates(connection, (contact.c.account_id == account_id) & contact.c.left_on.is_(None))


def reminded(connection: Connection) -> list[ImportantDate]:
    """The days this person wants to be reminded of."""
    kept = _kept(connection)
    ids = {key.rpartition(".")[2] for key in kept}
    if not ids:
        return []
    found = _dates(connection, contact.c.id.in_(ids) | fact.c.id.in_(ids))
    return [one for one in found if one.remind]


def keep(
    connection: Connection, date_id: str, remind: Remind | None, shown_for: datetime | None = None
) -> None:
    """Remind of a day, or no longer; the next time it comes back too."""
    if remind is None:
        connection.execute(setting.delete().where(setting.c.key == PREFIX + date_id))
        return
    seen = f" {shown_for.isoformat()}" if shown_for else ""
    policy.write_setting(connection, PREFIX + date_id, f"{remind}{seen}")


def _dates(connection: Connection, wanted: ColumnElement[bool]) -> list[ImportantDate]:
    kept = _kept(connection)
    query = (
        select(
            contact.c.id,
            contact.c.name,
            contact.c.birthday,
            account.c.name.label("account"),
            fact.c.id.label("fact"),
            fact.c.text,
            fact.c.on_day,
            fact.c.recurs,
        )
        .outerjoin(account, account.c.id == contact.c.account_id)
        .outerjoin(fact, (fact.c.contact_id == contact.c.id) & (fact.c.kind == KIND))
        .where(wanted)
        .order_by(contact.c.name, fact.c.on_day, fact.c.id)
    )
    found: dict[str, ImportantDate] = {}
    for who, name, born, at, date_id, text, on, recurs in connection.execute(query):
        birthday = birthday_of(ContactId(who), name, born)
        if birthday:
            remind, shown = kept.get(birthday.id, (None, None))
            found[birthday.id] = ImportantDate(
                birthday.id,
                birthday.contact_id,
                name,
                birthday.text,
                birthday.on,
                True,
                at,
                remind,
                shown,
            )
        if date_id:
            remind, shown = kept.get(date_id, (None, None))
            found[date_id] = ImportantDate(
                date_id, ContactId(who), name, text, on, recurs is not None, at, remind, shown
            )
    return list(found.values())


def _kept(connection: Connection) -> dict[str, tuple[Remind, datetime | None]]:
    query = select(setting.c.key, setting.c.value).where(
        setting.c.key.startswith(PREFIX, autoescape=True)
    )
    return {row.key.removeprefix(PREFIX): as_kept(row.value) for row in connection.execute(query)}
