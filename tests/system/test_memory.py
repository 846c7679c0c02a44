"""What a process freed goes back to the operating system."""

import sys
from pathlib import Path

import pytest

from sponsor_app.system import memory

BLOCKS, SIZE = 60_000, 600  # 36 MB in pieces that Python leaves to the C library


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux to see it")
def test_freed_memory_goes_back() -> None:
    before = _resident()
    blocks = [bytes(SIZE) for _ in range(BLOCKS)]
    pin = blocks[-1]  # the last block stays, so that the heap cannot simply shrink
    full = _resident()
    blocks.clear()
    given = memory.give_back()
    assert full - before > 20
    if given:
        assert _resident() < full - 20
    assert len(pin) == SIZE
    assert given or not sys.platform.startswith("linux") or not _is_glibc()


def _resident() -> float:
    status = Path("/proc/self/status").read_text("utf-8")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if "VmRSS" in line)


def _is_glibc() -> bool:
    return "libc.so.6" in Path("/proc/self/maps").read_text("utf-8")
