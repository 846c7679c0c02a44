"""The password of a server: in the operating system's key store, or in the encrypted store when somebody said so."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from sponsor_app.domain.errors import InvalidError, KeyStoreError, PasswordPlaceError
from sponsor_app.services import Services
from sponsor_app.store.sharing import outgoing
from sponsor_app.sync.sql_hub.place import is_address, read_place
from sponsor_app.system.keystore import OTHERWISE, KeyStore

OLD, HERE = "password of ", "kept password of "
"""Settings of the encrypted store: what an earlier version kept there unasked, and what a person wants kept there."""
CHOICE = "Keep it in this laptop's encrypted store instead, or share a file."
CHOICE_TYPED = (
    "Keep it in this profile's encrypted store instead: add --password-here. Or share a file."
)


AGAIN = "Choose the server's address again with its password, to be kept in this laptop's encrypted store."
AGAIN_TYPED = "Give it again: sponsor-app share place ADDRESS --password-file FILE --password-here"
GIVE = "Give the server's password with its address."
GIVE_TYPED = (
    "Give it with --password-file FILE; where there is no key store add --password-here, to keep it in this profile's"
    " encrypted store."
)


class Kept(StrEnum):
    """Where the password for a server is."""

    KEY_STORE = "in the key store"
    HERE = "in this encrypted store"
    NOWHERE = "nowhere on this laptop"


@dataclass(frozen=True)
class Keeping:
    """The password that stands in what was typed, for the time being; nothing for a file, or where none was typed.

    `here` keeps it in the encrypted store, for whoever has no key store or wants it so.
    """

    address: str
    password: str | None
    here: bool

    def outside(self) -> None:
        """Keep it in the key store; raises `PasswordPlaceError` with the choice there is, before anything was changed."""
        if self.password is None or self.here:
            return
        try:
            KeyStore().keep_password(self.address, self.password)
        except KeyStoreError as error:
            msg = f"{error.message} So there is no place for the server's password. Nothing was changed."
            raise PasswordPlaceError(msg, CHOICE, CHOICE_TYPED) from error

    def inside(self, app: Services) -> None:
        """Keep it in the encrypted store if that is wanted, and nowhere else; else not there any more."""
        if self.password is None:
            return
        with app.store.write_local() as connection:
            for kind in (OLD, HERE):
                outgoing.drop_setting(connection, kind + self.address)
            if self.here:
                outgoing.set_setting(connection, HERE + self.address, self.password)

    def refuse_none(self, app: Services | None) -> None:
        """Refuse an address whose password was neither typed nor is kept, before anything was changed."""
        if self.password is not None or not self.address:
            return
        why = ""
        try:
            kept = password_of(app, self.address) if app else _outside(self.address)
        except KeyStoreError as error:
            kept, why = None, f" {error.message}"
        if kept is None:
            msg = f"No password was given for this server.{why} Nothing was changed."
            raise InvalidError(msg, GIVE, GIVE_TYPED)

    def read(self) -> str:
        """The password, asked of the key store where none was typed; empty when there is none."""
        if self.password is not None or not self.address:
            return self.password or ""
        return _outside(self.address) or ""


def keeping(typed: str, *, here: bool = False) -> Keeping:
    """What has to be kept of the place that somebody typed."""
    if not is_address(typed):
        return Keeping("", None, here)
    place, password = read_place(typed)
    return Keeping(place.address, password, here)


def with_password(typed: str, password: str) -> str:
    """The address of a server with a password in it that was given beside; refuses two of them, or one for a file."""
    if not password:
        return typed
    if not is_address(typed):
        msg = "A password was given for a file. Nothing was changed."
        raise InvalidError(msg, "Leave it out, or give the address of a server.")
    if read_place(typed)[1] is not None:
        msg = "Two passwords were given. Nothing was changed."
        raise InvalidError(msg, "Leave the one in the address out.")
    return typed.strip().replace("@", f":{quote(password, safe='')}@", 1)


def password_of(app: Services, address: str) -> str | None:
    """The password for an address; None when there is none. May take its time, and raise `KeyStoreError`.

    What an earlier version kept in the encrypted store moves to the key store, as soon as there is one.
    """
    with app.store.read() as connection:
        here = outgoing.setting(connection, HERE + address)
        old = outgoing.setting(connection, OLD + address)
    if here is not None:
        return here
    if old is None:
        return _outside(address)
    with suppress(KeyStoreError):
        KeyStore().keep_password(address, old)
        with app.store.write_local() as connection:
            outgoing.drop_setting(connection, OLD + address)
    return old


def forget(app: Services, addresses: Iterable[str]) -> None:
    """Keep no password for these places any more; a key store that does not answer keeps its own."""
    for address in filter(is_address, addresses):
        with app.store.write_local() as connection:
            for kind in (OLD, HERE):
                outgoing.drop_setting(connection, kind + address)
        with suppress(KeyStoreError):
            KeyStore().forget_password(address)


def whereabouts(app: Services, address: str) -> Kept:
    """Where the password for an address is; raises `KeyStoreError` when the key store cannot be asked."""
    with app.store.read() as connection:
        found = [outgoing.setting(connection, kind + address) for kind in (HERE, OLD)]
    if any(one is not None for one in found):
        return Kept.HERE
    return Kept.NOWHERE if KeyStore().password(address) is None else Kept.KEY_STORE


def _outside(address: str) -> str | None:
    """The password in the key store, None when it has none."""
    try:
        return KeyStore().password(address)
    except KeyStoreError as error:
        if error.next != OTHERWISE:
            raise
        raise KeyStoreError(error.message, AGAIN, AGAIN_TYPED) from error
