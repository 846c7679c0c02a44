"""What a real program did to its files, by `strace`: one event after another, to be played against a disk."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.power.disk import Disk, Inode

ROOT = Path(__file__).parents[2]
CALLS = "openat,close,lseek,write,pwrite64,fsync,fdatasync,ftruncate,rename,unlink"
LINE = re.compile(rb"^(\w+)\((.*)\)\s+= (-?\d+)", re.DOTALL)
STRING = re.compile(rb'"((?:\\x[0-9a-f]{2})*)"')

needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not installed: nothing sees what is written"
)


class Event(NamedTuple):
    """One call that worked: its name, its strings, its numbers and its result."""

    call: str
    strings: tuple[bytes, ...]
    text: bytes
    result: int

    @property
    def numbers(self) -> list[int]:
        return [int(n) for n in re.findall(rb"(?<![\w\\])\d+", STRING.sub(b"", self.text))]


def events_of(program: Path, folder: Path, log: Path) -> list[Event]:
    """Run a program on a folder and return what it did to files."""
    command = ["strace", "-qq", "-xx", "-s", "1048576", "-e", f"trace={CALLS}", "-o", str(log)]
    done = subprocess.run(
        [*command, sys.executable, str(program), str(folder)],
        cwd=ROOT, capture_output=True, timeout=110, check=False,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "HOME": str(log.parent)},
    )  # fmt: skip
    if b"ptrace" in done.stderr or not log.exists():
        pytest.skip("strace may not watch programs here")
    assert done.returncode == 0, done.stderr.decode()
    return list(_parsed(log.read_bytes()))


def _parsed(log: bytes) -> Iterator[Event]:
    for line in log.split(b"\n"):
        found = LINE.match(line)
        if found and int(found[3]) >= 0:
            strings = tuple(
                bytes.fromhex(s.replace(b"\\x", b"").decode()) for s in STRING.findall(found[2])
            )
            yield Event(found[1].decode(), strings, found[2], int(found[3]))


@dataclass
class Player:
    """Plays events; `promised` are the lines the program had said by then."""

    root: str
    disk: Disk = field(default_factory=Disk)
    open: dict[int, Inode | str] = field(default_factory=dict[int, "Inode | str"])
    promised: list[str] = field(default_factory=list[str])
    places: dict[int, int] = field(default_factory=dict[int, int])

    def play(self, event: Event) -> bool:
        """Do what an event did; whether a loss of power after it may make a difference."""
        if event.call == "openat":
            return self._open(event)
        if event.call in {"rename", "unlink"}:
            return self._name(event)
        if event.call == "write" and event.numbers[0] == 1:
            self.promised += event.strings[0].decode().splitlines()
            return True
        at = self.open.get(event.numbers[0])
        return at is not None and self._touch(at, event)

    def _name(self, event: Event) -> bool:
        paths = [text.decode() for text in event.strings]
        if not paths[0].startswith(self.root):
            return False
        self.disk.rename(*paths) if event.call == "rename" else self.disk.unlink(paths[0])
        return True

    def _touch(self, at: Inode | str, event: Event) -> bool:
        descriptor = event.numbers[0]
        if event.call == "close":
            del self.open[descriptor]
        elif event.call == "lseek":
            self.places[descriptor] = event.result
        elif isinstance(at, str):
            self.disk.sync_folder(at)
        else:
            self._change(at, event)
        return event.call not in {"close", "lseek"}

    def _change(self, inode: Inode, event: Event) -> None:
        numbers = event.numbers
        if event.call in {"fsync", "fdatasync"}:
            inode.sync()
        elif event.call == "ftruncate":
            inode.waiting.append((numbers[1], None))
        else:
            place = numbers[-1] if event.call == "pwrite64" else self.places.get(numbers[0], 0)
            inode.waiting.append((place, event.strings[0][: event.result]))
            self.places[numbers[0]] = place + event.result

    def _open(self, event: Event) -> bool:
        path = event.strings[0].decode()
        self.places[event.result] = 0
        if not path.startswith(self.root):
            self.open.pop(event.result, None)
            return False
        flags = event.text
        if b"O_DIRECTORY" in flags or Path(path).is_dir():
            self.open[event.result] = path
            return False
        new = path not in self.disk.names
        inode = self.disk.open(path, create=b"O_CREAT" in flags, cut=b"O_TRUNC" in flags)
        if inode is not None:
            self.open[event.result] = inode
        return new
