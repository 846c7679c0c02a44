"""The first minutes: a store that works before anything is asked, and the choice of what protects it."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sponsor_app.services import Services, backups, demo
from sponsor_app.services.profiles import Clocks, Me, device_name, person_name
from sponsor_app.store.store import Store
from sponsor_app.system import folders, key_file
from sponsor_app.system.folders import Profile
from sponsor_app.system.keystore import KeyStore


@dataclass(frozen=True, slots=True)
class Begun:
    """A new store whose key is known to this process only, until something protects it."""

    app: Services
    key: bytes
    store_id: str


def begin(profile: Profile, clocks: Clocks, name: str | None = None) -> Begun:
    """Make an encrypted store at once, for the person who uses this computer; no question, no key store yet."""
    folders.make_profile(profile)
    _set_aside_orphan(profile, clocks)
    key = key_file.new_key()
    me = {"name": Me(name or person_name()).name}
    store = Store.create(profile.store, key, clocks.now, me=me, device=device_name())
    return Begun(Services(store, profile, clocks.now, clocks.today), key, key_file.new_store_id())


def protect_by_key_store(begun: Begun, key_store: KeyStore | None = None) -> None:
    """Keep the key with the operating system's key store. Raises `KeyStoreError` when there is none."""
    wrapped = key_file.wrap_with_key_store(begun.key, begun.store_id, key_store or KeyStore())
    key_file.write(begun.app.profile.key_file, wrapped)
    _mint(begun)


def protect_by_passphrase(begun: Begun, passphrase: str) -> None:
    """Keep the key under a passphrase."""
    wrapped = key_file.wrap_with_passphrase(begun.key, begun.store_id, passphrase)
    key_file.write(begun.app.profile.key_file, wrapped)
    _mint(begun)


def leave_unprotected(begun: Begun) -> None:
    """Leave the key beside the store, because its owner said so; the window wears a badge for it."""
    key_file.write(begun.app.profile.key_file, key_file.unprotected(begun.store_id, begun.key))


def _mint(begun: Begun) -> None:
    from sponsor_app.services.sharing import minting  # noqa: PLC0415 - only when a store is made

    minting.mint(begun.app)


def throw_away(begun: Begun) -> None:
    """Remove a store that nothing protects and its owner does not want."""
    begun.app.store.close()
    for file in begun.app.profile.root.glob(f"{begun.app.profile.store.name}*"):
        file.unlink()


def unmake(profile: Profile) -> None:
    """Remove a store that was made a moment ago for something that failed; its folder and log stay."""
    profile.key_file.unlink(missing_ok=True)
    for file in profile.root.glob(f"{profile.store.name}*"):
        file.unlink()


def is_protected(begun: Begun) -> bool:
    """Whether the store can be opened again."""
    return begun.app.profile.key_file.exists()


def example(clocks: Clocks, progress: Callable[[str], None] = lambda _text: None) -> Services:
    """The example team in a folder of its own, under a key that is thrown away; `end_example` removes it."""
    root = Path(tempfile.mkdtemp(prefix="sponsor-example-"))
    profile = Profile(root)
    me = {"name": "Katrin Sandvik", "title": "Chief Operating Officer", "function": "operations"}
    store = Store.create(profile.store, key_file.new_key(), clocks.now, me=me, device=device_name())
    app = Services(store, profile, clocks.now, clocks.today)
    demo.fill(app, demo.Size(), progress)
    return app


def end_example(app: Services) -> None:
    """Remove the example team without a trace."""
    app.store.close()
    shutil.rmtree(app.profile.root, ignore_errors=True)


def _set_aside_orphan(profile: Profile, clocks: Clocks) -> None:
    """Move a store without its key, or a key without its store, out of the way: alone, neither opens anything."""
    if profile.store.exists() != profile.key_file.exists():
        backups.set_aside(profile, clocks.now())
        profile.key_file.unlink(missing_ok=True)
        for file in profile.root.glob(f"{profile.store.name}*"):
            file.unlink()
