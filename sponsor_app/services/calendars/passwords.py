"""Passwords of calendar servers: in the operating system's key store, and nowhere else."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress

from sponsor_app.domain.errors import KeyStoreError, RefusedError
from sponsor_app.exchange.servers.addresses import host_of, origin_of
from sponsor_app.system.keystore import KeyStore

_INSTEAD = (
    "Without a key store a calendar can be watched as a file: let your calendar program save one."
)


def keep(address: str, user: str, password: str, key_store: KeyStore | None) -> None:
    """Keep the password of somebody on a server. Raises `KeyStoreError`."""
    try:
        (key_store or KeyStore()).keep_password(_name(address, user), password)
    except KeyStoreError as error:
        msg = f"{error.message} Nothing was changed."
        raise KeyStoreError(msg, _INSTEAD) from error


def read(address: str, user: str, key_store: KeyStore | None) -> str:
    """The password of somebody on a server. Raises `KeyStoreError` and `RefusedError`."""
    found = (key_store or KeyStore()).password(_name(address, user))
    if found is None:
        msg = f"The key store has no password of {user} for “{host_of(address)}”."
        raise RefusedError(msg, "Connect the calendar again, with its password.")
    return found


def forget(
    gone: AbstractSet[tuple[str, str]],
    left: AbstractSet[tuple[str, str]],
    key_store: KeyStore | None,
) -> Mapping[str, str]:
    """Remove the passwords for addresses and users that are `gone`, where nothing that is `left` needs them; those."""
    needed = {_name(*one) for one in left}
    removed: dict[str, str] = {}
    for name in {_name(*one) for one in gone} - needed:
        with suppress(KeyStoreError):  # it is of no use to anybody any more
            keys = key_store or KeyStore()
            removed[name] = keys.password(name) or ""
            keys.forget_password(name)
    return removed


def put_back(removed: Mapping[str, str], key_store: KeyStore | None) -> None:
    """Keep again what was removed. Raises `KeyStoreError`."""
    for name, password in removed.items():
        if password:
            (key_store or KeyStore()).keep_password(name, password)


def _name(address: str, user: str) -> str:
    return f"{user} at {origin_of(address)}"
