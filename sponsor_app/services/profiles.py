"""A person's profile: make its store, open it, protect it."""

import getpass
import os
import platform
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sponsor_app.domain.account_fields import parse_choice
from sponsor_app.domain.errors import FileProblemError, NoStoreError, StoreError
from sponsor_app.domain.member import Function
from sponsor_app.domain.phones import normal_email
from sponsor_app.domain.text import clean_line
from sponsor_app.services import Services, backups
from sponsor_app.services.backups import Backup, before_upgrade, finish_restore
from sponsor_app.store.queries import policy
from sponsor_app.store.store import Store
from sponsor_app.system import clock, folders, key_file, log
from sponsor_app.system.folders import Profile, default_profile
from sponsor_app.system.key_file import KeyFile, Protection
from sponsor_app.system.keystore import KeyStore

TEAM = "team"
MOST_PASSPHRASE = 4096


@dataclass(frozen=True, slots=True)
class Unlocking:
    """The ways in that a person gave: a passphrase, the key store, or neither on purpose."""

    passphrase: str | None = None
    key_store: KeyStore | None = None
    unencrypted: bool = False


@dataclass(frozen=True, slots=True)
class Clocks:
    """What time it is, and which day."""

    now: Callable[[], datetime]
    today: Callable[[], date]


@dataclass(frozen=True, slots=True)
class Me:
    """Who a new store belongs to."""

    name: str
    email: str | None = None
    title: str | None = None
    function: str | None = None
    team: str | None = None


def profile_at(folder: str | None) -> Profile:
    """The profile in a folder, or the platform's own for this person."""
    return Profile(Path(folder).expanduser()) if folder else default_profile()


def exists(profile: Profile) -> bool:
    """Whether this profile has a store already."""
    return profile.store.exists()


def create(profile: Profile, me: Me, unlocking: Unlocking, clocks: Clocks) -> Services:
    """Make a new store in a profile and open it.

    The key is protected before the store exists: by the passphrase if one is given, else by the key store;
    in plain text only when that was asked for in so many words.
    """
    folders.make_profile(profile)
    if profile.store.exists():
        msg = f"There is already a store in {profile.root}. Nothing was changed."
        raise StoreError(msg, "Use it as it is, or choose another folder: --profile DIR.")
    values = _me(me)
    key, protected = _new_key(unlocking)
    key_file.write(profile.key_file, protected)
    store = Store.create(profile.store, key, clocks.now, me=values, device=device_name())
    if me.team:
        with store.write_local() as connection:
            policy.write_setting(connection, TEAM, clean_line("team", me.team))
    return Services(store, profile, clocks.now, clocks.today)


def open_profile(profile: Profile, unlocking: Unlocking, clocks: Clocks) -> Services:
    """Open the store of a profile, bringing it up to date (with a backup first)."""
    finish_restore(profile)
    if not profile.store.exists():
        msg = f"There is no store in {profile.root} yet."
        raise NoStoreError(msg, 'Make one: sponsor-app init --me "Your Name".')
    found = key_file.read(profile.key_file)
    key = _unwrap(found, unlocking)
    folders.refuse_shared_folder(profile.root)
    store = Store.open(profile.store, key, clocks.now, before_upgrade(profile, clocks.now))
    return Services(store, profile, clocks.now, clocks.today)


def protection(profile: Profile) -> Protection:
    """What keeps others out of this profile's store."""
    return key_file.read(profile.key_file).protection


def protection_words(app: Services) -> str:
    """What protects an open store: `key store`, `passphrase`, `nothing`, or empty while nothing does yet."""
    if not app.profile.key_file.exists():
        return ""
    return protection(app.profile).value


def read_passphrase(path: Path) -> str:
    """The passphrase in a file: its first line."""
    try:
        if path.stat().st_size > MOST_PASSPHRASE:
            msg = f"{path} is too long to hold a passphrase."
            raise FileProblemError(msg, "Give a file whose first line is the passphrase.")
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        msg = f"The passphrase file {path} cannot be read."
        raise FileProblemError(
            msg, "Give a text file whose first line is the passphrase."
        ) from error
    lines = text.splitlines()
    if not lines or not lines[0]:
        msg = f"The passphrase file {path} is empty."
        raise FileProblemError(msg, "Write the passphrase on its first line.")
    return lines[0]


def device_name() -> str:
    """What to call this laptop in front of the team."""
    return platform.node().split(".")[0] or "a laptop"


def person_name() -> str:
    """The name under which this person uses the computer, as a first guess."""
    name = ""
    if os.name == "posix":
        import pwd  # noqa: PLC0415 - not on Windows

        name = pwd.getpwuid(os.getuid()).pw_gecos.split(",")[0]
    return name.strip() or getpass.getuser()


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


def resources() -> Path:
    """The folder of fonts, icons, templates and the manual."""
    return folders.resources()


def has_display() -> bool:
    """Whether a window can be shown here."""
    return folders.has_display()


def system_clocks() -> Clocks:
    """The clocks of this computer."""
    return Clocks(clock.now, clock.today)


def start_log(profile: Profile) -> Path:
    """Start the log of a profile; returns its path."""
    return log.start(profile.logs)


def restore(profile: Profile, path: Path, unlocking: Unlocking, clocks: Clocks) -> Backup | None:
    """Put a backup in the place of this profile's store; returns the backup of what was there."""
    folders.make_profile(profile)
    app = open_profile(profile, unlocking, clocks) if profile.store.exists() else None

    def open_copy(store: Path, key: Path) -> Store:
        unlocked = _unwrap(key_file.read(key), unlocking)
        return Store.open(store, unlocked, clocks.now)

    try:
        return backups.restore(app, profile, path, open_copy, clocks.now())
    finally:
        if app:
            app.store.close()


def _unwrap(found: KeyFile, unlocking: Unlocking) -> bytes | None:
    key_store = unlocking.key_store or KeyStore()
    return key_file.unwrap(found, passphrase=unlocking.passphrase, key_store=key_store)
