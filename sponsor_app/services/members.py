"""Our people."""

from collections.abc import Callable, Mapping

from sponsor_app.domain.account_fields import parse_choice, parse_day
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.ids import MemberId
from sponsor_app.domain.member import Function
from sponsor_app.domain.people import Member
from sponsor_app.domain.phones import normal_email
from sponsor_app.domain.text import clean_line
from sponsor_app.services import Services
from sponsor_app.services.mail_address import checked_email
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import member
from sponsor_app.store.queries import people
from sponsor_app.store.store import changes_of

NO_SPONSOR = "Give 0 for somebody who is no sponsor, or leave it out."


def _parse_most(text: str) -> int:
    if not text.isdecimal():
        msg = f"“{text}” accounts are what nobody owns. Nothing was changed."
        raise InvalidError(msg, NO_SPONSOR)
    return int(text)


PARSERS: Mapping[str, Callable[[str], object]] = {
    "name": lambda text: clean_line("name", text),
    "email": checked_email,
    "title": lambda text: clean_line("title", text),
    "function": lambda text: parse_choice(Function, "function", text),
    "max_accounts": _parse_most,
    "left_on": lambda text: parse_day("day", text),
    "manager": str,
    "city": lambda text: clean_line("city", text),
    "country": lambda text: clean_line("country", text),
    "language": lambda text: clean_line("language", text),
}
COLUMNS = {"manager": "manager_id"}


def add(
    app: Services,
    *,
    name: str,
    email: str | None = None,
    title: str | None = None,
    function: str | None = None,
    max_accounts: int | None = None,
) -> Changes:
    """Add one of our people; refuses a mail address that another member has, and fewer than no accounts."""
    if max_accounts is not None and max_accounts < 0:
        msg = f"Nobody owns {max_accounts} accounts. Nothing was added."
        raise InvalidError(msg, NO_SPONSOR)
    values = {
        "name": clean_line("name", name),
        "email": normal_email(email) if email else None,
        "title": clean_line("title", title) if title else None,
        "function": parse_choice(Function, "function", function) if function else None,
        "max_accounts": max_accounts,
    }
    with app.store.write(f"Added {values['name']}") as writer:
        _refuse_taken(app, writer, values["email"])
        writer.insert(member, record_id=app.store.new_id(), **values)
    return changes_of(writer)


def change(app: Services, member_id: MemberId, fields: Mapping[str, str]) -> Changes:
    """Set fields from `field -> text`; empty text clears one. `manager` is an id, `left_on` the first day without them."""
    values: dict[str, object] = {}
    for name, text in fields.items():
        if name not in PARSERS:
            msg = f"A member has no field “{name}”. Nothing was changed."
            raise InvalidError(msg, f"The fields are: {', '.join(sorted(PARSERS))}.")
        values[COLUMNS.get(name, name)] = PARSERS[name](text) if text or name == "name" else None
    with app.store.write("Changed a member") as writer:
        known = {one.id: one.name for one in people.members(writer.connection, app.today())}
        _refuse_taken(app, writer, values.get("email"), member_id)
        writer.update(member, member_id, **values)
        writer.title = f"Changed {values.get('name') or known.get(member_id, 'a member')}"
    return changes_of(writer)


def _refuse_taken(
    app: Services, writer: Writer, email: object, but: MemberId | None = None
) -> None:
    """No two of us have one mail address."""
    for other in people.members(writer.connection, app.today()):
        if email and other.email == email and other.id != but:
            msg = f"{other.name} already has the address {other.email}. Nothing was changed."
            raise InvalidError(msg, "Leave the address out, or change the other one first.")


def listed(app: Services) -> list[Member]:
    """Everyone of ours, by name."""
    with app.store.read() as connection:
        return people.members(connection, app.today())


def mine(app: Services) -> Member:
    """The member whose laptop this is."""
    return next(one for one in listed(app) if one.id == app.me)


def rename_me(app: Services, name: str) -> Changes:
    """Correct my own name."""
    line = clean_line("name", name)
    with app.store.write(f"You are {line}") as writer:
        writer.update(member, app.me, name=line)
    return changes_of(writer)
