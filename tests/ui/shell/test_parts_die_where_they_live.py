"""What is left of a window in a circle of references is destroyed by the window's own thread, never by a worker."""

import gc
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from sponsor_app.ui.shell.collecting import ALL, LONGEST, Collecting, generation_due

MOST = (700, 10, 10)
counts = st.tuples(*(st.integers(0, 2 * most) for most in MOST))


class Part(QObject):
    """Says in which thread it dies."""

    died_in: list[int]

    def __init__(self, died_in: list[int]) -> None:
        super().__init__()
        self.died_in = died_in
        self.itself = self

    def __del__(self) -> None:
        self.died_in.append(threading.get_ident())


@pytest.fixture
def often() -> Iterator[None]:
    """Python looks for garbage after every few hundred objects, as it does unless told otherwise."""
    before = gc.get_threshold()
    gc.set_threshold(*MOST)
    yield
    gc.set_threshold(*before)


def make_many() -> list[list[int]]:
    """What a worker does: far more objects than make Python look for garbage."""
    return [[number] for number in range(20 * MOST[0])]


def test_a_part_in_a_circle_dies_on_the_windows_thread_though_a_worker_makes_the_objects(
    often: None, qtbot: QtBot
) -> None:
    died_in: list[int] = []
    made: list[list[list[int]]] = []  # kept: what is freed again does not count
    collecting = Collecting(every=5, works=lambda: False)
    with ThreadPoolExecutor(1) as worker:
        for _ in range(20):
            Part(died_in)
            made.append(worker.submit(make_many).result())
        assert died_in == []
        qtbot.waitUntil(lambda: len(died_in) == 20)
    assert set(died_in) == {threading.get_ident()}
    collecting.end()
    assert gc.isenabled()


@given(counts=counts, since=st.floats(0, 2 * LONGEST))
def test_all_is_looked_through_only_while_nobody_works_or_after_long(
    counts: tuple[int, int, int], since: float
) -> None:
    busy = generation_due(counts, MOST, since, works=True)
    assert busy != ALL or since >= LONGEST
    if counts[0] >= MOST[0]:
        assert busy is not None
    left = generation_due(counts, MOST, since, works=False)
    assert left == ALL or counts[1] + counts[2] == 0
    assert generation_due(counts, MOST, since, works=False, set_aside=True) == ALL


def test_what_was_set_aside_while_somebody_worked_is_looked_through_when_they_left(
    often: None, qtbot: QtBot
) -> None:
    died_in: list[int] = []
    working, looked = [True], list[int]()
    collecting = Collecting(every=5, works=lambda: bool(working))
    collecting.collected.connect(looked.append)
    Part(died_in)
    kept = make_many()
    qtbot.waitUntil(lambda: gc.get_freeze_count() > len(kept))
    assert died_in == []
    assert ALL not in looked
    working.clear()
    qtbot.waitUntil(lambda: died_in == [threading.get_ident()])
    assert gc.get_freeze_count() == 0
    collecting.end()
