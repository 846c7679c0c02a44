"""Every screen of the window on the example team as pictures: ``python -m tests.screenshots FOLDER [THEME ...]``."""

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar, cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sponsor_app.services import Services, profiles, today
from sponsor_app.services.profiles import Clocks
from sponsor_app.ui.places import ScreenName, ToAccount, ToBrief, ToScreen
from sponsor_app.ui.shell.application import build
from sponsor_app.ui.shell.window import Window
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.tokens import ThemeName
from tests.screenshots import goodwill, knowing, mondays, practices

SIZES = ((1280, 720), (1920, 1080))
THEMES: tuple[ThemeName, ...] = ("light", "dark")
LINE = "Coffee with Signe at Tellvik in Gävle yesterday, she is worried about the alarms; promised a list by Friday"
PATIENCE = 20_000
MANUAL = Path(__file__).parents[2] / "resources" / "manual" / "pictures"
T = TypeVar("T")
CLOCKS = Clocks(lambda: datetime(2026, 11, 18, 8, 48, tzinfo=UTC), lambda: date(2026, 11, 18))


def main(folder: Path, themes: Sequence[ThemeName]) -> None:
    """Walk through the window once; every stop is taken in each size and theme."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    theme.install(application, profiles.resources())
    theme.set_less_motion(True)
    with tempfile.TemporaryDirectory() as name:
        profile = profiles.profile_at(name)
        empty = build(profile, CLOCKS)
        _take(folder, empty, "firstrun", themes)
        empty.close()
        window = build(profile, CLOCKS, example=True)
        opened: list[object] = []
        window.desk.operations.opened.connect(opened.append)
        window.show()
        _until(opened)
        for place, go in _stops(window):
            go()
            _take(folder, window, place, themes)
        _take_for_the_manual(window)
        window.close()


def _stops(window: Window) -> list[tuple[str, Callable[[], None]]]:
    here = _answer(window, lambda app: today.page(app).visits[0].plan.account_id)
    assert here is not None

    def screen(name: ScreenName) -> tuple[str, Callable[[], None]]:
        return name.value, lambda: window.go(ToScreen(name))

    return [
        *map(screen, ScreenName),
        ("account", lambda: window.go(ToAccount(here))),
        ("brief", lambda: window.go(ToBrief(here))),
        ("palette", lambda: window.floating.find("tel")),
        ("logline", lambda: window.floating.log(LINE)),
        ("shortcuts", window.show_shortcuts),
        ("settings", window.show_settings),
    ]


def _take(folder: Path, window: Window, place: str, themes: Sequence[ThemeName]) -> None:
    for width, height in SIZES:
        window.resize(width, height)
        window.show()
        for name in themes:
            theme.use(name)
            _wait(window)
            window.grab().save(str(folder / f"{place}-{name}-{width}.png"))
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
    print(place)


def _take_for_the_manual(window: Window) -> None:
    """One small light picture for each page about a practice."""
    MANUAL.mkdir(parents=True, exist_ok=True)
    window.resize(*SIZES[0])
    theme.use("light")
    practised = (practices, goodwill, knowing, mondays)
    for name, go in (stop for one in practised for stop in one.stops(window, _answer)):
        go()
        _wait(window)
        picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        picture.save(str(MANUAL / f"{name}.png"), quality=0)
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
        print(f"manual: {name}")


def _wait(window: Window) -> None:
    """Until nothing changes any more: an answer may ask again, and what stands further down comes later."""
    before, patience = QImage(), QDeadlineTimer(PATIENCE)
    while not patience.hasExpired():
        if window.is_working():
            _answer(window, lambda _app: None)
        QApplication.processEvents()
        now = window.grab().toImage()
        if now == before:
            return
        before = now


def _answer(window: Window, ask: Callable[[Services], T]) -> T:
    answered: list[T] = []
    window.desk.operations.query(window, ask, answered.append)
    _until(answered)
    return answered[0]


def _until(answered: Sequence[object]) -> None:
    patience = QDeadlineTimer(PATIENCE)
    while not answered:
        assert not patience.hasExpired()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


main(Path(sys.argv[1]), cast("Sequence[ThemeName]", sys.argv[2:]) or THEMES)
