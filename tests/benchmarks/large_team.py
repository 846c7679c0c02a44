"""The large team that most figures are about: an encrypted store with its key lying open, made once a run."""

from datetime import UTC, date, datetime
from pathlib import Path

from sponsor_app.services import Services, demo, profiles, stores
from sponsor_app.services.demo import Size
from sponsor_app.store.store import Store
from sponsor_app.system import key_file
from sponsor_app.system.folders import Profile
from tests.benchmarks.timing import once

KEY = bytes(range(32))


def now() -> datetime:
    """The moment."""
    return datetime.now(UTC)


def today() -> date:
    """The day."""
    return now().date()


def new_store(folder: Path) -> Services:
    """An empty encrypted store that a window opens without asking anybody."""
    profile = Profile(folder)
    key_file.write(profile.key_file, key_file.unprotected(key_file.new_store_id(), KEY))
    store = Store.create(profile.store, KEY, now, me={"name": "Grace Moreau"}, device="bench")
    return Services(store, profile, now, today)


def make(folder: Path, size: Size) -> float:
    """Make up a team in a folder; returns the seconds it took."""
    app = new_store(folder)
    seconds, _counts = once(lambda: demo.fill(app, size, lambda _text: None))
    app.store.close()
    return seconds


def opened(folder: Path) -> Services:
    """The team, opened as the window does."""
    return stores.open_profile(Profile(folder), profiles.Unlocking(), profiles.Clocks(now, today))
