"""What a process freed goes back to the operating system."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


FREE_AND_GIVE_BACK = """
import sys
from pathlib import Path
from sponsor_app.system import memory

def resident():
    status = Path("/proc/self/status").read_text("utf-8")
    return next(int(line.split()[1]) // 1024 for line in status.splitlines() if "VmRSS" in line)

before = resident()
blocks = [bytes(600) for _ in range(60_000)]  # 36 MB in pieces that Python leaves to the C library
pin = blocks[-1]  # the last one stays, so that the heap cannot simply shrink
full = resident()
blocks.clear()
given = memory.give_back()
print(full - before, full - resident(), int(given), int("libc.so.6" in Path("/proc/self/maps").read_text()))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux to see it")
def test_freed_memory_goes_back() -> None:
    said = subprocess.run(
        [sys.executable, "-c", FREE_AND_GIVE_BACK],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    grown, shrunk, given, is_glibc = map(int, said.stdout.split())
    assert grown > 20
    assert bool(given) == bool(is_glibc)
    assert shrunk > 20 or not is_glibc
