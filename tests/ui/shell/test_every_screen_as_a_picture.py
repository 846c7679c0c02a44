"""Every screen of the example team as it looks, light and dark, on a small laptop, against pictures that a person has looked at."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sponsor_app.services import today
from sponsor_app.ui.places import ScreenName, ToAccount, ToBrief, ToScreen
from sponsor_app.ui.shell.window import Window
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.tokens import ThemeName
from tests.ui.pictures import differences
from tests.ui.shell.conftest import Key, Opened, press, settle

PICTURES = Path(__file__).parent / "pictures"
LOOKS: tuple[ThemeName, ...] = ("light", "dark")
LINE = "Coffee with Signe at Tellvik yesterday, she is worried about the alarms; promised a list by Friday"


def stops(window: Window, qtbot: QtBot) -> dict[str, Callable[[], None]]:
    """What is looked at, and how one comes there."""
    found: list[today.TodayPage] = []
    window.desk.operations.query(window, today.page, found.append)
    qtbot.waitUntil(lambda: bool(found))
    here = found[0].visits[0].plan.account_id
    assert here is not None
    screens = {name.value: lambda name=name: window.go(ToScreen(name)) for name in ScreenName}

    def stay_with_people() -> None:
        window.go(ToScreen(ScreenName.PEOPLE))
        people = window.main.navigator.screen(ScreenName.PEOPLE.value)
        qtbot.waitUntil(lambda: people._around.closeness is not None)  # it comes to who stays

    return {
        **screens,
        ScreenName.PEOPLE.value: stay_with_people,
        "account": lambda: window.go(ToAccount(here)),
        "brief": lambda: window.go(ToBrief(here)),
        "palette": lambda: window.floating.find("tel"),
        "log-line": lambda: window.floating.log(LINE),
        "settings": window.show_settings,
    }


def taken(window: Window, look: ThemeName, qtbot: QtBot) -> QImage:
    """The picture as soon as it stays: an answer may ask again, and what stands further down comes later."""
    theme.use(look)
    seen = [QImage()]

    def stays() -> bool:
        settle(window, qtbot)
        seen.append(window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
        return seen[-1] == seen[-2]

    qtbot.waitUntil(stays, timeout=20_000)
    return seen[-1]


def test_every_screen_looks_as_it_was_agreed(opened: Opened, qtbot: QtBot) -> None:
    window = opened(example=True)
    qtbot.waitUntil(lambda: window.main.navigator.current() is not None, timeout=30_000)
    QTest.mouseMove(window, QPoint(1, 1))  # nothing is hovered
    unlike: list[str] = []
    for place, go in stops(window, qtbot).items():
        go()
        settle(window, qtbot)
        for look in LOOKS:
            kept = PICTURES / f"{place}-{look}.png"
            if differences(taken(window, look, qtbot), kept, shrink=4):
                unlike.append(kept.name)
        press(window, Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert unlike == []
