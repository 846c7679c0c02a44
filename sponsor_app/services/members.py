"""Our people."""

from sponsor_app.domain.account_fields import parse_choice
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.member import Function
from sponsor_app.domain.people import Member
from sponsor_app.domain.phones import normal_email
from sponsor_app.domain.text import clean_line
from sponsor_app.services import Services
from sponsor_app.store.models import member
from sponsor_app.store.queries import people
from sponsor_app.store.store import changes_of


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
        raise InvalidError(msg, "Give 0 for somebody who is no sponsor, or leave it out.")
    values = {
        "name": clean_line("name", name),
        "email": normal_email(email) if email else None,
        "title": clean_line("title", title) if title else None,
        "function": parse_choice(Function, "function", function) if function else None,
        "max_accounts": max_accounts,
    }
    with app.store.write(f"Added {values['name']}") as writer:
        for other in people.members(writer.connection, app.today()):
            if values["email"] and other.email == values["email"]:
                msg = f"{other.name} already has the address {other.email}. Nothing was added."
                raise InvalidError(msg, "Leave the address out, or change the other one first.")
        writer.insert(member, record_id=app.store.new_id(), **values)
    return changes_of(writer)


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
