"""A disk as the power leaves it: what was synced is there, of what was not any part may be, torn into sectors."""

import random
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

SECTOR = 512


@dataclass
class Inode:
    """A file: `safe` is on the disk, `waiting` are writes (offset, bytes) and cuts (length, None) that may be or not."""

    safe: bytearray = field(default_factory=bytearray)
    waiting: list[tuple[int, bytes | None]] = field(default_factory=list[tuple[int, bytes | None]])

    def sync(self) -> None:
        for change in self.waiting:
            _apply(self.safe, change)
        self.waiting.clear()

    def after(self, dice: random.Random, share: float) -> bytes:
        """What is there when the power comes back: each sector not synced with probability `share`."""
        content = bytearray(self.safe)
        for change in self.waiting:
            for part in _sectors(change):
                if dice.random() < share:
                    _apply(content, part)
        return bytes(content)


@dataclass
class Disk:
    """Files and names. A name is safe when its folder was synced; until then, the first few changes may be there."""

    names: dict[str, Inode] = field(default_factory=dict[str, Inode])
    safe_names: dict[str, Inode] = field(default_factory=dict[str, Inode])
    waiting: list[tuple[str, Inode | None]] = field(default_factory=list[tuple[str, Inode | None]])

    def open(self, path: str, *, create: bool, cut: bool) -> Inode | None:
        inode = self.names.get(path)
        if inode is None and create:
            inode = Inode()
            self._name(path, inode)
        elif inode is not None and cut:
            inode.waiting.append((0, None))
        return inode

    def rename(self, source: str, target: str) -> None:
        inode = self.names[source]
        self._name(target, inode)
        self._name(source, None)

    def unlink(self, path: str) -> None:
        if path in self.names:
            self._name(path, None)

    def sync_folder(self, folder: str) -> None:
        rest: list[tuple[str, Inode | None]] = []
        for path, inode in self.waiting:
            if str(Path(path).parent) == folder:
                _set(self.safe_names, path, inode)
            else:
                rest.append((path, inode))
        self.waiting = rest

    def come_back(self, root: str, into: Path, dice: random.Random) -> None:
        """Write one state that the disk may be in into a folder that stands for `root`."""
        share = dice.choice((0.0, 1.0, dice.random()))
        names = dict(self.safe_names)
        for path, inode in self.waiting[: dice.randint(0, len(self.waiting))]:
            _set(names, path, inode)
        for path, inode in names.items():
            if path.startswith(root) and not path.endswith("-shm"):
                target = into / Path(path).relative_to(root)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(inode.after(dice, share))

    def _name(self, path: str, inode: Inode | None) -> None:
        _set(self.names, path, inode)
        self.waiting.append((path, inode))


def _set(names: dict[str, Inode], path: str, inode: Inode | None) -> None:
    if inode is None:
        names.pop(path, None)
    else:
        names[path] = inode


def _apply(content: bytearray, change: tuple[int, bytes | None]) -> None:
    at, written = change
    if written is None:
        del content[at:]
        content.extend(bytes(at - len(content)))
        return
    content.extend(bytes(max(0, at - len(content))))
    content[at : at + len(written)] = written


def _sectors(change: tuple[int, bytes | None]) -> list[tuple[int, bytes | None]]:
    at, written = change
    if written is None:
        return [change]
    first = SECTOR - at % SECTOR
    cuts = [0, *range(first, len(written), SECTOR), len(written)]
    return [(at + a, written[a:b]) for a, b in pairwise(cuts) if b > a]
