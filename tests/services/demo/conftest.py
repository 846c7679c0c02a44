"""Real stores on a temporary path, filled by the generator on pretended days."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sponsor_app.services import Services
from sponsor_app.services.demo import Size, fill
from sponsor_app.store.store import Store
from sponsor_app.system.folders import Profile

WEDNESDAY = date(2026, 11, 18)
ME = "Nadia Fairholme-Sato"
MID_SIZE = Size(seed=7, accounts=1000, members=60, interactions=20_000)

NewApp = Callable[..., Services]


def silent(_message: str) -> None:
    """Progress that nobody watches."""


@pytest.fixture(scope="session")
def new_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NewApp]:
    opened: list[Store] = []

    def make(today: date = WEDNESDAY, hour: int = 7, folder: Path | None = None) -> Services:
        root = folder or tmp_path_factory.mktemp("profile")
        now = datetime(2026, 11, 18, hour, 30, tzinfo=UTC)
        me = {"name": ME, "email": None, "title": None, "function": None}
        store = Store.create(root / "store.db", bytes(32), lambda: now, me=me, device="my-laptop")
        opened.append(store)
        return Services(store, Profile(root), lambda: now, lambda: today)

    yield make
    for store in opened:
        store.close()


@pytest.fixture(scope="session")
def example(new_app: NewApp) -> Services:
    """The example team as `make run` shows it; only to be read."""
    app = new_app()
    fill(app, Size(), silent)
    return app


@pytest.fixture(scope="session")
def mid_size(new_app: NewApp) -> Services:
    """A thousand accounts; only to be read."""
    app = new_app()
    fill(app, MID_SIZE, silent)
    return app
