"""An hour of an executive's work in one window takes no more memory at its end than in its middle."""

import gc
import os
import random
import statistics
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sponsor_app.services import Services, accounts, history
from sponsor_app.ui.places import ScreenName, ToAccount, ToBrief, ToScreen
from sponsor_app.ui.shell.window import Window
from sponsor_app.ui.widgets import theme
from tests.seeds import first_seed
from tests.ui.shell.conftest import CONTROL, NONE, SHIFT, Key, Opened, press, settle, write

STATUS = Path("/proc/self/statm")
FEWEST, GROWTH = 8, 1.03
LINE = "coffee yesterday, happy, no ask"


def resident() -> float:
    """MB that this process has in memory."""
    gc.collect()
    return int(STATUS.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def work(window: Window, dice: random.Random, qtbot: QtBot) -> None:
    """Look at everything once, find, log a line, take it back and do it again."""
    found: list[list[accounts.CoverageRow]] = []
    window.desk.operations.query(window, lambda app: list(accounts.listed(app)), found.append)
    qtbot.waitUntil(lambda: bool(found))
    row = dice.choice(found[0])
    places = [ToScreen(name) for name in ScreenName]
    for place in (*places, ToAccount(row.account_id), ToBrief(row.account_id)):
        window.go(place)
        settle(window, qtbot)
    theme.use("dark")
    window.floating.find("")
    write(window, "north")
    settle(window, qtbot)
    press(window, Key.Key_Escape, NONE)
    theme.use("light")
    window.floating.log(f"{LINE} at {row.account}")
    settle(window, qtbot)
    press(window, Key.Key_Return, NONE)
    settle(window, qtbot)
    for again in (NONE, SHIFT):
        press(window, Key.Key_Z, CONTROL | again)
        settle(window, qtbot)


def redone(app: Services) -> int:
    """How many lines this laptop logged, took back and logged again."""
    return sum(one.kind == "redo" for one in history.steps(app, 100_000))


@pytest.mark.soak
@pytest.mark.skipif(not STATUS.exists(), reason="reads how much memory it has from /proc")
def test_the_second_half_of_an_hour_takes_no_more_memory_than_the_first(
    opened: Opened, qtbot: QtBot
) -> None:
    """``make soak SEED=1 MINUTES=60``."""
    seed = first_seed()
    until = time.monotonic() + 60 * float(os.environ.get("MINUTES") or 1)
    window, dice = opened(example=True), random.Random(seed)
    qtbot.waitUntil(lambda: window.main.navigator.current() is not None, timeout=30_000)
    seen: list[float] = []
    while time.monotonic() < until or len(seen) < FEWEST:
        work(window, dice, qtbot)
        seen.append(resident())
    logged: list[int] = []
    window.desk.operations.query(window, redone, logged.append)
    qtbot.waitUntil(lambda: bool(logged))
    assert logged[0] >= len(seen), "what was logged is not there"
    quarter = len(seen) // 4
    middle, end = statistics.median(seen[quarter : 2 * quarter]), statistics.median(seen[-quarter:])
    print(
        f"seed {seed}: {len(seen)} rounds, {middle:.0f} MB in the middle, {end:.0f} MB at the end"
    )
    assert end <= middle * GROWTH
