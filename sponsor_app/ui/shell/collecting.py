"""Garbage is looked for by the window's own thread alone, and thoroughly only while nobody works in it.

Python looks for garbage in whichever thread happens to make the next object. A part of the window that it finds there
dies in a thread that is not its own, and may take the process with it.
"""

import gc
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

EVERY = 1_000
"""Milliseconds between two looks at how much was made since the last."""
LONGEST = 600.0
"""Seconds after which everything is looked through even though somebody works."""
MUCH = 2
"""How often the usual bound of young objects makes so many that to look through them would be felt, as after a large read."""
YOUNG, MIDDLE, ALL = range(3)


def somebody_works() -> bool:
    """Whether a window of ours has the keyboard."""
    return QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive


class Collecting(QObject):
    """From now on garbage is collected here, until `end`. `collected` tells which generation was."""

    collected = Signal(int)

    def __init__(
        self,
        parent: QObject | None = None,
        every: int = EVERY,
        works: Callable[[], bool] = somebody_works,
    ) -> None:
        super().__init__(parent)
        self._works = works
        gc.disable()
        self._last_all = time.monotonic()
        self._has_set_aside = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(every)
        self._timer.timeout.connect(self._on_time)
        self._timer.start()

    def end(self) -> None:
        """Let Python do as it usually does."""
        self._timer.stop()
        gc.enable()

    def _on_time(self) -> None:
        counts, most = gc.get_count(), gc.get_threshold()
        since = time.monotonic() - self._last_all
        due = generation_due(
            counts, most, since, works=self._works(), set_aside=self._has_set_aside
        )
        if due is None:
            return
        if due == ALL:
            self._last_all, self._has_set_aside = time.monotonic(), False
            gc.unfreeze()
        elif counts[YOUNG] >= MUCH * most[YOUNG]:
            self._has_set_aside = True
            gc.freeze()  # at once, however many they are; looked through when nobody works
            return
        gc.collect(due)
        self.collected.emit(due)


def generation_due(
    counts: tuple[int, int, int],
    most: tuple[int, int, int],
    since: float,
    *,
    works: bool,
    set_aside: bool = False,
) -> int | None:
    """Which generation is to be looked through, as Python counts and bounds them; None when none is.

    `since` are the seconds since all of them were; `set_aside` is whether many were kept from being looked through.
    """
    if (set_aside or counts[MIDDLE] + counts[ALL]) and (not works or since >= LONGEST):
        return ALL
    if counts[YOUNG] < most[YOUNG]:
        return None
    return MIDDLE if counts[MIDDLE] >= most[MIDDLE] else YOUNG
