"""Fixtures shared by every test: a real store with a key, a real profile folder, a clock that stands still."""

import gc
import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtWidgets import QApplication

from sponsor_app.domain.ids import AccountId
from sponsor_app.services import Services, accounts
from sponsor_app.store.store import Store
from sponsor_app.system.folders import Profile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

TODAY = date(2026, 11, 18)
KEY = bytes(range(32))
FULL_AFTER = 10
"""Tests of the window after which all garbage is looked for: that takes as long as a test."""

settings.register_profile(
    "house",
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("house")


def pytest_collection_finish() -> None:
    """What was imported lives as long as the tests do: whoever looks for garbage need not go through it again."""
    gc.collect()
    gc.freeze()


class Clock:
    """A clock that a test moves by hand; every look is a millisecond later."""

    def __init__(self, now: datetime) -> None:
        self.moment = now

    def now(self) -> datetime:
        self.moment += timedelta(milliseconds=1)
        return self.moment

    def today(self) -> date:
        return self.moment.date()

    def advance(self, days: int) -> None:
        self.moment += timedelta(days=days)


@pytest.fixture(scope="session", autouse=True)
def one_application(qapp: QApplication) -> QApplication:
    """Paper needs an application too, and there is one a process: were it made by paper, no window could be shown."""
    return qapp


@pytest.fixture(autouse=True)
def garbage(request: pytest.FixtureRequest) -> Iterator[None]:
    """As in the window: while there are parts of one, garbage is looked for by this thread alone, here between tests."""
    if "qtbot" not in request.fixturenames:
        if not gc.isenabled():
            gc.collect()
            gc.enable()
        yield
        return
    gc.disable()
    yield
    gc.collect(2 if gc.get_count()[2] >= FULL_AFTER else 1)


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 11, 18, 8, 48, tzinfo=UTC))


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    me = {"name": "Grace Moreau", "function": "engineering"}
    made = Store.create(tmp_path / "store.db", KEY, clock.now, me=me, device="grace-laptop")
    yield made
    made.close()


@pytest.fixture
def app(store: Store, tmp_path: Path, clock: Clock) -> Services:
    return Services(store, Profile(tmp_path), clock.now, clock.today)


@pytest.fixture
def acme(app: Services) -> AccountId:
    changes = accounts.add(app, fields={"name": "Acme", "tier": "strategic"})
    return AccountId(changes.created[0])


@pytest.fixture
def short_path() -> Iterator[Path]:
    """A folder of the test's own whose name leaves room for a socket in it."""
    here = "/tmp" if os.name == "posix" else None
    with tempfile.TemporaryDirectory(prefix="s", dir=here) as folder:
        yield Path(folder)
