"""People at accounts."""

from collections.abc import Callable, Mapping, Sequence

from sponsor_app.domain.account_fields import parse_choice, parse_day
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.ids import AccountId, ContactId, MemberId
from sponsor_app.domain.important_dates import parse_birthday
from sponsor_app.domain.member import Function
from sponsor_app.domain.people import Contact, ContactRow, Point, PointKind, Role, Support
from sponsor_app.domain.strength import Strength
from sponsor_app.domain.text import clean_line
from sponsor_app.services import Services
from sponsor_app.services.mail_address import checked_email
from sponsor_app.services.points import add_points
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import contact, contact_point
from sponsor_app.store.queries import accounts, people
from sponsor_app.store.queries.whom import called
from sponsor_app.store.store import changes_of

PARSERS: Mapping[str, Callable[[str], object]] = {
    "name": lambda text: clean_line("name", text),
    "title": lambda text: clean_line("title", text),
    "role": lambda text: parse_choice(Role, "role", text),
    "function": lambda text: parse_choice(Function, "function", text),
    "support": lambda text: parse_choice(Support, "support", text),
    "birthday": parse_birthday,
    "left_on": lambda text: parse_day("day", text),
    "reports_to": str,
    "counterpart": str,
}
COLUMNS = {"reports_to": "reports_to_id", "counterpart": "counterpart_id"}


def add(
    app: Services,
    account_id: AccountId,
    *,
    name: str,
    title: str | None = None,
    emails: Sequence[str] = (),
    phones: Sequence[str] = (),
    role: str | None = None,
    function: str | None = None,
    support: str | None = None,
    reports_to: ContactId | None = None,
    counterpart: MemberId | None = None,
) -> Changes:
    """Add a person to an account."""
    values = {
        "name": clean_line("name", name),
        "title": clean_line("title", title) if title else None,
        "role": parse_choice(Role, "role", role) if role else None,
        "function": parse_choice(Function, "function", function) if function else None,
        "support": parse_choice(Support, "support", support) if support else None,
        "reports_to_id": reports_to,
        "counterpart_id": counterpart,
    }
    points = [(PointKind.EMAIL, checked_email(text)) for text in emails]
    points += [(PointKind.PHONE, clean_line("phone", text)) for text in phones]
    with app.store.write(f"Added {values['name']}") as writer:
        accounts.details(writer.connection, account_id)
        new = writer.insert(contact, record_id=app.store.new_id(), account_id=account_id, **values)
        add_points(writer, app.store.new_id, points, contact_id=new)
    return changes_of(writer)


def add_named(app: Services, writer: Writer, account_id: str, name: str) -> ContactId:
    """Add someone of whom only the name is known, within a step that mentions them."""
    line = clean_line("name", name)
    return ContactId(
        writer.insert(contact, record_id=app.store.new_id(), account_id=account_id, name=line)
    )


def listed(app: Services, account_id: AccountId | None = None) -> list[Contact]:
    """The contacts of one account, or of all, by name."""
    with app.store.read() as connection:
        return people.contacts(connection, app.today(), (account_id,) if account_id else None)


def rows(app: Services) -> list[ContactRow]:
    """Everyone at every account, by name: quick at 30,000, because it leaves out how to reach them."""
    with app.store.read() as connection:
        return people.contact_rows(connection)


def reaches(app: Services) -> dict[str, Point]:
    """The first address or number of every contact that has one."""
    with app.store.read() as connection:
        return people.first_points(connection)


def strength(app: Services, contact_id: ContactId) -> Strength | None:
    """How close we are to a person, with the factors that make it; None when nobody met them in 365 days."""
    with app.store.read() as connection:
        return people.strength_of(connection, app.today(), contact_id)


def add_point(app: Services, contact_id: ContactId, text: str) -> Changes:
    """Add a mail address, or a phone number when there is no `@` in it."""
    mail = "@" in text
    raw = checked_email(text) if mail else clean_line("phone", text)
    with app.store.write(f"Added {raw}") as writer:
        kind = PointKind.EMAIL if mail else PointKind.PHONE
        add_points(writer, app.store.new_id, [(kind, raw)], contact_id=contact_id)
    return changes_of(writer)


def remove_point(app: Services, contact_id: ContactId, point: Point) -> Changes:
    """Remove an address or a number; undo brings it back."""
    with app.store.write(f"Removed {point.raw}") as writer:
        found = people.point_ids(writer.connection, contact_id, point.raw)
        writer.delete_many(contact_point, found)
    return changes_of(writer)


def change(app: Services, contact_id: ContactId, **values: object) -> Changes:
    """Set plain fields of a contact; nobody may report to somebody who reports to them."""
    with app.store.write("Changed a contact") as writer:
        if boss := values.get("reports_to_id"):
            _refuse_ring(writer, contact_id, str(boss))
        writer.update(contact, contact_id, **values)
        known = called(writer.connection, contact_id)
        writer.title = f"Changed {known}"
    return changes_of(writer)


def set_fields(app: Services, contact_id: ContactId, fields: Mapping[str, str]) -> Changes:
    """Set fields from `field -> text`; empty text clears one. `reports_to` and `counterpart` are ids."""
    values: dict[str, object] = {}
    for name, text in fields.items():
        if name not in PARSERS:
            msg = f"A contact has no field “{name}”. Nothing was changed."
            raise InvalidError(msg, f"The fields are: {', '.join(sorted(PARSERS))}.")
        if name == "name" and not text:
            msg = "A contact needs a name. Nothing was changed."
            raise InvalidError(msg)
        values[COLUMNS.get(name, name)] = PARSERS[name](text) if text else None
    return change(app, contact_id, **values)


def _refuse_ring(writer: Writer, contact_id: str, boss: str) -> None:
    chain = people.bosses(writer.connection, boss)
    names = dict(chain)
    if contact_id in names:
        above = next((name for who, name in chain if who == boss), "they")
        whom = names[contact_id]
        msg = f"{above} reports to {whom} already, so {whom} cannot report to {above}. Nothing was changed."
        raise InvalidError(msg, "Change whom the other one reports to first.")


def delete(app: Services, contact_id: ContactId, name: str) -> Changes:
    """Remove a contact; undo or Activity brings them back."""
    with app.store.write(f"Deleted {name}") as writer:
        writer.delete(contact, contact_id)
    return changes_of(writer)
