"""Time calls and whole processes; print medians, 95th percentiles and ratios."""

import os
import statistics
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parents[2]
T = TypeVar("T")
PATIENCE = 60


@dataclass(frozen=True)
class Figure:
    """One line of the table; `bound` is what the project promises, in the same words."""

    what: str
    value: str
    bound: str
    holds: bool | None = None


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 stay below."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def times(call: Callable[[], object], runs: int, warm: int = 1) -> list[float]:
    """Seconds of each run after some that are not counted."""
    for _ in range(warm):
        call()
    found: list[float] = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        found.append(time.perf_counter() - start)
    return found


def once(call: Callable[[], T]) -> tuple[float, T]:
    """Seconds of one run, and its answer."""
    start = time.perf_counter()
    answer = call()
    return time.perf_counter() - start, answer


def process(
    arguments: Sequence[str], *, patience: float = PATIENCE, **environment: str
) -> dict[str, list[float]]:
    """What a Python process says of itself: for each line `mark NAME [VALUE]` the value, else the seconds since its start.

    `end` is when it ended.
    """
    compiled = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**compiled, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    guard = threading.Timer(patience, child.kill)
    guard.start()
    marks: dict[str, list[float]] = defaultdict(list)
    assert child.stdout is not None
    for line in child.stdout:
        if line.startswith("mark "):
            _mark, name, *value = line.split()
            marks[name].append(float(value[0]) if value else time.perf_counter() - start)
    _out, err = child.communicate()
    guard.cancel()
    marks["end"].append(time.perf_counter() - start)
    if child.returncode:
        raise RuntimeError(err)
    return marks


def milliseconds(seconds: float) -> str:
    """`12.3 ms`."""
    return f"{seconds * 1000:.1f} ms"


def table(figures: Sequence[Figure]) -> str:
    """The figures as a Markdown table."""
    lines = ["| what | measured | promised |", "| --- | --- | --- |"]
    for one in figures:
        sign = "" if one.holds is None else " ✓" if one.holds else " ✗"
        lines.append(f"| {one.what} | {one.value} | {one.bound}{sign} |")
    return "\n".join(lines)
