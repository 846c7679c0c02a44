"""Calendars of a server: which there are for somebody, and watching one of them from now on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sponsor_app.domain.errors import InvalidError, NotFoundError, RefusedError
from sponsor_app.exchange.servers.addresses import ServerCalendar, read_address
from sponsor_app.services import Services
from sponsor_app.services.calendars import passwords
from sponsor_app.services.calendars.keeping import Watched, add
from sponsor_app.system.keystore import KeyStore

if TYPE_CHECKING:
    from sponsor_app.exchange.servers.calendars import CalendarServer

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Login:
    """Where a server is, and who asks; the password is never shown and never kept in a file."""

    address: str
    user: str
    password: str = field(repr=False)


def offered(login: Login) -> tuple[ServerCalendar, ...]:
    """The calendars with meetings that a server has for somebody. Raises `FileProblemError` and `InvalidError`."""
    address = read_address(login.address)
    if not login.user.strip() or not login.password:
        msg = "A server wants a name and a password. Nothing was changed."
        raise InvalidError(msg, "Type both.", "Give --user NAME, and the password when asked.")
    with server_at(address, login.user, login.password) as server:
        return server.calendars()


def connect(
    app: Services,
    login: Login,
    names: Sequence[str] = (),
    *,
    key_store: KeyStore | None = None,
) -> tuple[Watched, ...]:
    """Watch calendars of a server by their names or addresses; without any the only one there is.

    The password goes to the key store once the server has accepted it. Raises what `offered` raises, `NotFoundError`
    for a name that none has, and `InvalidError` when there are several to choose from.
    """
    there = offered(login)
    chosen = [_named(there, name) for name in names] or list(there)
    if len(chosen) > 1 and not names:
        msg = f"There are {len(there)} calendars: {_list(there)}. Nothing was changed."
        raise InvalidError(msg, "Choose those to read.", "Name those to read: --calendar NAME")
    for one in chosen:
        passwords.keep(one.address, login.user, login.password, key_store)
    return tuple(add(app, Watched(one.address, user=login.user, name=one.name)) for one in chosen)


def server_at(address: str, user: str, password: str) -> "CalendarServer":
    """A server to ask. Raises `RefusedError` where the part that speaks with servers is not installed."""
    try:
        from sponsor_app.exchange.servers.calendars import (  # noqa: PLC0415 - optional, and only then
            CalendarServer,
        )
    except ImportError as error:
        msg = "The part of this program that reads calendars of servers is not installed. Nothing was changed."
        raise RefusedError(
            msg, "Install it, or watch a calendar file.", "Install sponsor-app[calendar]."
        ) from error
    return CalendarServer(address, user, password)


def _named(there: Sequence[ServerCalendar], name: str) -> ServerCalendar:
    for one in there:
        if name in (one.name, one.address) or name.casefold() == one.name.casefold():
            return one
    msg = f"The server has no calendar “{name}”; it has {_list(there)}. Nothing was changed."
    raise NotFoundError(msg, "Name one of those.")


def _list(there: Sequence[ServerCalendar]) -> str:
    return ", ".join(f"“{one.name}”" for one in there[:_SHOWN])
