"""Days that matter to people, kept for the team; of which of them to be reminded is everybody's own business."""

from collections.abc import Iterable
from datetime import date, datetime

from sponsor_app.domain.changes import Changes, Topic
from sponsor_app.domain.errors import InvalidError, NotFoundError
from sponsor_app.domain.fact_guard import refuse_private
from sponsor_app.domain.ids import AccountId, ContactId
from sponsor_app.domain.important_dates import BIRTHDAY, ImportantDate, Recurs, due_dates
from sponsor_app.domain.moments import DateReminder, Remind
from sponsor_app.domain.text import clean_line
from sponsor_app.services import Services
from sponsor_app.store.models import fact
from sponsor_app.store.queries import important_dates as queries
from sponsor_app.store.queries.whom import person_of
from sponsor_app.store.store import changes_of

HERE = Changes(frozenset({Topic.HERE}))


def add(
    app: Services, contact_id: ContactId, text: str, on: date, *, yearly: bool = True
) -> Changes:
    """Keep a day of somebody, and remind me of it a week before; refuses one that is over and never comes back."""
    line = clean_line("date", text)
    refuse_private(line)
    if not yearly and on < app.today():
        msg = f"{on} is over and does not come back. Nothing was saved."
        raise InvalidError(msg, "Give a day to come, or let it come back every year.")
    with app.store.write("Noted a date") as writer:
        who = person_of(writer.connection, contact_id)
        writer.title = f"Noted a date of {who.name}"
        writer.insert(
            fact,
            record_id=app.store.new_id(),
            contact_id=contact_id,
            text=line,
            kind=queries.KIND,
            on_day=on,
            recurs=Recurs.YEARLY if yearly else None,
        )
    changes = changes_of(writer)
    remind(app, changes.created[0], Remind.WEEK)
    return changes


def of_contact(app: Services, contact_id: ContactId) -> list[ImportantDate]:
    """The days of one person, their birthday among them."""
    with app.store.read() as connection:
        return queries.of_contact(connection, contact_id)


def at_account(app: Services, account_id: AccountId) -> list[ImportantDate]:
    """The days of everybody who is still at an account."""
    with app.store.read() as connection:
        return queries.at_account(connection, account_id)


def remind(app: Services, date_id: str, how: Remind | None) -> Changes:
    """Remind me of a day on this laptop, or no longer; nobody else hears of it."""
    if how is Remind.HOUR:
        msg = "A day has no hour to be reminded before. Nothing was changed."
        raise InvalidError(msg, "Choose the morning, the evening before, or a week before.")
    with app.store.write_local() as connection:
        queries.keep(connection, date_id, how)
    return HERE


def due(app: Services, now: datetime) -> tuple[DateReminder, ...]:
    """What is to be said now of days to come."""
    with app.store.read() as connection:
        return due_dates(queries.reminded(connection), now)


def seen(app: Services, shown: Iterable[DateReminder]) -> None:
    """These were seen: each speaks up again when its day comes back."""
    told = {one.id: one.at for one in shown}
    if not told:
        return
    with app.store.write_local() as connection:
        for one in queries.reminded(connection):
            if one.id in told:
                queries.keep(connection, one.id, one.remind, told[one.id])


def one(app: Services, contact_id: ContactId, text: str) -> ImportantDate:
    """A person's day by its text, or `birthday`; refuses an unknown one."""
    for known in of_contact(app, contact_id):
        if text.casefold() in (known.text.casefold(), known.id):
            return known
    msg = f"No date “{text}” of theirs is on file. Nothing was changed."
    what = "Add the birthday to the person first." if text.casefold() == BIRTHDAY else ""
    raise NotFoundError(msg, what or "Add it first.")
