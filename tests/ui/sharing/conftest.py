"""Laptops of a real team around a real file, one of them under the desk that is tested."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from sponsor_app.domain.sync_status import SyncStatus
from sponsor_app.services import Services
from sponsor_app.store.store import Store
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.operations import Operations
from tests.conftest import KEY
from tests.sharing.laptops import Office, office

Seat = Callable[[Services], Desk]


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Office]:
    with office(tmp_path) as made:
        yield made


@pytest.fixture
def desk_over(qtbot: QtBot) -> Iterator[Seat]:
    """A desk at this very store, which knows how its team stands."""
    desks: list[tuple[Desk, Operations]] = []

    def made(app: Services) -> Desk:
        operations = Operations()
        desk = Desk(operations)
        desks.append((desk, operations))
        with qtbot.waitSignal(operations.opened):
            operations.open(lambda: app)
        qtbot.waitUntil(lambda: desk.courier.now is not None)
        return desk

    yield made
    for desk, operations in desks:
        operations.shutdown()
        # Here and now: what is left to chance may be collected in the thread of another test's errands.
        for part in (desk, operations):
            delete(part)


@pytest.fixture
def seat(desk_over: Seat) -> Seat:
    """A desk over a store of its own at somebody's laptop, as the window has it."""

    def seated(app: Services) -> Desk:
        store = Store(app.store.path, KEY, app.now)
        return desk_over(Services(store, app.profile, app.now, app.today))

    return seated


def status(desk: Desk) -> SyncStatus:
    """What is believed of the only place."""
    assert desk.courier.now is not None
    [place] = desk.courier.now.team.places
    return place.status
