"""Make, open and restore the store of a profile."""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from sponsor_app.domain.account_fields import parse_choice
from sponsor_app.domain.errors import NoStoreError, StoreDamagedError, StoreError, StoreLockedError
from sponsor_app.domain.ids import Identity
from sponsor_app.domain.member import Function
from sponsor_app.domain.phones import normal_email
from sponsor_app.domain.text import clean_line
from sponsor_app.services import Services, backups
from sponsor_app.services.backups import Backup, before_upgrade, finish_restore
from sponsor_app.services.profiles import Clocks, Me, Unlocking, device_name
from sponsor_app.services.sharing import token
from sponsor_app.store.queries import policy
from sponsor_app.store.sharing import outgoing, understood
from sponsor_app.store.store import Store
from sponsor_app.system import folders, key_file
from sponsor_app.system.folders import Profile
from sponsor_app.system.key_file import KeyFile
from sponsor_app.system.keystore import KeyStore

TEAM = "team"
Unwrap = Callable[[KeyFile], bytes | None]


def create(
    profile: Profile,
    me: Me,
    unlocking: Unlocking,
    clocks: Clocks,
    *,
    who: Identity | None = None,
) -> Services:
    """Make a new store in a profile and open it.

    The key is protected before the store exists: by the passphrase if one is given, else by the key store;
    in plain text only when that was asked for in so many words. `who` is for a laptop that joins a team as somebody
    it knows already.
    """
    folders.make_profile(profile)
    if profile.store.exists():
        msg = f"There is already a store in {profile.root}. Nothing was changed."
        raise StoreError(
            msg,
            "Use it as it is, or choose another folder.",
            "Use it as it is, or choose another folder: --profile DIR.",
        )
    values = _me(me)
    if backups.set_aside(profile, clocks.now()):
        profile.key_file.unlink()
    key, protected = _new_key(unlocking)
    key_file.write(profile.key_file, protected)
    try:
        store = Store.create(
            profile.store, key, clocks.now, me=values, device=device_name(), who=who
        )
    except BaseException:
        profile.key_file.unlink()
        raise
    if me.team:
        with store.write_local() as connection:
            policy.write_setting(connection, TEAM, clean_line("team", me.team))
    app = Services(store, profile, clocks.now, clocks.today)
    return app if who else _minted(app)


def _minted(app: Services) -> Services:
    from sponsor_app.services.sharing import minting  # noqa: PLC0415 - only when a store is made

    minting.mint(app)
    return app


def open_profile(profile: Profile, unlocking: Unlocking, clocks: Clocks) -> Services:
    """Open the store of a profile, bringing it up to date (with a backup first)."""
    return _open(profile, partial(_unwrap, unlocking=unlocking), clocks)


def _open(profile: Profile, unwrap: Unwrap, clocks: Clocks) -> Services:
    finish_restore(profile)
    if not profile.store.exists():
        msg = f"There is no store in {profile.root} yet."
        raise NoStoreError(msg, "Make one.", 'Make one: sponsor-app init --me "Your Name".')
    key = unwrap(key_file.read(profile.key_file))
    folders.refuse_shared_folder(profile.root)
    store = Store.open(profile.store, key, clocks.now, before_upgrade(profile, clocks.now))
    app = Services(store, profile, clocks.now, clocks.today)
    _catch_up(app)
    return app


def _catch_up(app: Services) -> None:
    """Show what only a later version understood; after a backup was put back, be another laptop to the team."""
    with app.store.read() as connection:
        parked = outgoing.setting(connection, understood.UNDERSTOOD)
    if parked is not None and parked != understood.tables():
        from sponsor_app.services import shared_changes  # noqa: PLC0415 - once after an update

        shared_changes.look_again(app)
    if token.is_older(app):
        from sponsor_app.services.sharing import numbers  # noqa: PLC0415 - the ciphers, 60 ms

        numbers.begin_again(app)


def restore(profile: Profile, path: Path, unlocking: Unlocking, clocks: Clocks) -> Backup | None:
    """Put a backup in the place of this profile's store; returns the backup of what was there."""
    folders.make_profile(profile)
    # A passphrase takes a second, and what is here mostly has the key of its backup.
    unwrap = cache(partial(_unwrap, unlocking=unlocking))
    app = _present(profile, unwrap, clocks)

    def open_copy(store: Path, key: Path) -> Store:
        return Store.open(store, unwrap(key_file.read(key)), clocks.now)

    try:
        return backups.restore(app, profile, path, open_copy, clocks.now())
    finally:
        if app:
            app.store.close()


def _present(profile: Profile, unwrap: Unwrap, clocks: Clocks) -> Services | None:
    """The store that a backup is about to replace; None when there is none, or none that its key opens."""
    if not profile.store.exists():
        return None
    try:
        return _open(profile, unwrap, clocks)
    except StoreDamagedError:
        return None
    except StoreLockedError:
        unwrap(key_file.read(profile.key_file))  # refuses a wrong passphrase, as ever
        return None


def _me(me: Me) -> dict[str, str | None]:
    return {
        "name": clean_line("name", me.name),
        "email": normal_email(me.email) if me.email else None,
        "title": clean_line("title", me.title) if me.title else None,
        "function": parse_choice(Function, "function", me.function) if me.function else None,
    }


def _new_key(unlocking: Unlocking) -> tuple[bytes | None, KeyFile]:
    store_id = key_file.new_store_id()
    if unlocking.unencrypted:
        return None, key_file.unprotected(store_id)
    key = key_file.new_key()
    if unlocking.passphrase is not None:
        return key, key_file.wrap_with_passphrase(key, store_id, unlocking.passphrase)
    return key, key_file.wrap_with_key_store(key, store_id, unlocking.key_store or KeyStore())


def _unwrap(found: KeyFile, unlocking: Unlocking) -> bytes | None:
    key_store = unlocking.key_store or KeyStore()
    return key_file.unwrap(found, passphrase=unlocking.passphrase, key_store=key_store)
