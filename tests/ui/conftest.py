"""A desk with a real store behind it: screens are tested as a person meets them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sponsor_app.domain.errors import SponsorError
from sponsor_app.services import Services
from sponsor_app.store.store import Store
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.operations import Operations
from sponsor_app.ui.places import Place
from sponsor_app.ui.widgets import theme
from tests.conftest import KEY, Clock

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    """The light theme at 100 %, whatever the test before did."""
    if theme.appearance().resources is None:
        theme.install(qapp, RESOURCES)
    theme.set_less_motion(True)
    yield
    theme.use("light")
    theme.set_zoom(100)


class Trail(QObject):
    """Where screens asked to go, what they said, what was refused."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.places: list[Place] = []
        self.said: list[str] = []
        self.refused: list[SponsorError] = []
        desk.asked.connect(self.places.append)
        desk.said.connect(self.said.append)
        desk.operations.failed.connect(self.refused.append)


@pytest.fixture
def desk(app: Services, clock: Clock, qtbot: QtBot) -> Iterator[Desk]:
    """A desk whose worker has its own door to the test's store, so that both may look at it."""
    operations = Operations()
    store = Store(app.store.path, KEY, clock.now)
    services = Services(store, app.profile, clock.now, clock.today)
    with qtbot.waitSignal(operations.opened):
        operations.open(lambda: services)
    yield Desk(operations)
    operations.shutdown()


@pytest.fixture
def trail(desk: Desk) -> Trail:
    return Trail(desk)


class Show(Protocol):
    """Shows a widget in a size, with the keyboard."""

    def __call__(self, widget: QWidget, width: int = ..., height: int = ...) -> QWidget: ...


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Show a screen at 1068 x 720, the room right of the rail on a small laptop, with the keyboard."""

    def shown(widget: QWidget, width: int = 1068, height: int = 720) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isVisible)
        return widget

    return shown
