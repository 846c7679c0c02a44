"""A drive whose power can fail: it knows what is on the disk for certain, and every state that it may come back with.

Only what the calls promise is certain. Data is there after `fsync` of its file, a name after `fsync_folder` of its
folder; until then each write may be there, be there in part, or not, in any order, and so may each name. A replaced
name is the old or the new one, and nothing between.
"""

import errno
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from sponsor_app.sync.file_hub.files import Form, Handle, Stat

SECTOR = 512


@dataclass
class Node:
    """A file: what a reader sees, what is certain, and the writes between."""

    seen: bytearray = field(default_factory=bytearray)
    certain: bytes = b""
    writes: list[tuple[int, bytes]] = field(default_factory=list[tuple[int, bytes]])
    folder: bool = False
    mode: int = 0o666
    changes: int = 0

    def possible(self) -> list[bytes]:
        """Every content it may come back with, as far as different kinds of loss go."""
        if not self.writes:
            return [self.certain]
        whole = bytes(self.seen)
        length, middle = len(whole), len(whole) // 2
        torn = min(length, middle - middle % SECTOR + SECTOR // 2)
        found = [self.certain, whole, bytes(length), whole[:middle], whole[:-1]]
        found += [whole[:torn] + bytes(length - torn), bytes(torn) + whole[torn:]]
        found += [_with(self.certain, self.writes[:n]) for n in range(1, len(self.writes))]
        found += [_with(self.certain, self.writes[n:]) for n in range(1, len(self.writes))]
        return list(dict.fromkeys(found))


def _with(content: bytes, writes: list[tuple[int, bytes]]) -> bytes:
    made = bytearray(content)
    for at, piece in writes:
        made.extend(bytes(max(0, at - len(made))))
        made[at : at + len(piece)] = piece
    return bytes(made)


@dataclass(frozen=True)
class Naming:
    """A change of names that is not certain yet: `path` means `node` (None: nothing), and `source` nothing any more."""

    path: Path
    node: int | None
    source: Path | None = None

    def outcomes(self) -> list[list[tuple[Path, int | None]]]:
        """Not done, done, and for a replace also done with the old name still there."""
        done: list[tuple[Path, int | None]] = [(self.path, self.node)]
        if self.source is None:
            return [[], done]
        return [[], done, [*done, (self.source, None)]]


class Drive:
    """A file system in memory, as `files.Files`; `after` is called with the name of each call that changed something."""

    def __init__(self, after: Callable[[str], None] = lambda call: None) -> None:
        self.after = after
        self.nodes: dict[int, Node] = {}
        self.names: dict[Path, int] = {}
        self.certain: dict[Path, int] = {}
        self.waiting: list[Naming] = []
        self.opened: dict[Handle, int] = {}
        self.refuses_replacing = False

    # --- states after a power failure ----------------------------------------------------------

    def crashes(self) -> Iterator["Drive"]:
        """Every state that the drive may come back with if the power fails now."""
        seen: set[tuple[tuple[Path, bytes | None], ...]] = set()
        for outcome in product(*(naming.outcomes() for naming in self.waiting)):
            names = dict(self.certain)
            for path, node in (step for steps in outcome for step in steps):
                names[path] = node or 0
            present = {p: n for p, n in names.items() if n and self._above(p, names)}
            files = {p: n for p, n in present.items() if not self.nodes[n].folder}
            for contents in product(*(self.nodes[n].possible() for n in files.values())):
                state = dict.fromkeys(present, None) | dict(zip(files, contents, strict=True))
                key = tuple(sorted(state.items()))
                if key not in seen:
                    seen.add(key)
                    yield drive_of(state)

    def _above(self, path: Path, names: dict[Path, int]) -> bool:
        return all(names.get(p) for p in path.parents if p in self.names or p in names)

    def content(self, path: Path) -> bytes | None:
        """What stands under a name; None when nothing does."""
        node = self.names.get(path)
        return None if node is None else bytes(self.nodes[node].seen)

    def state(self) -> dict[Path, bytes | None]:
        """Every file with what a reader sees of it, every folder with None."""
        at = {path: self.nodes[node] for path, node in self.names.items()}
        return {path: None if node.folder else bytes(node.seen) for path, node in at.items()}

    def put(self, path: Path, content: bytes) -> None:
        """Have a file there for certain, as if it had always been there."""
        self.make_folders(path.parent)
        node = len(self.nodes) + 1
        self.nodes[node] = Node(bytearray(content), content)
        self.names[path] = self.certain[path] = node

    def settle(self) -> None:
        """Everything is certain, as after a quiet minute."""
        for node in self.nodes.values():
            node.certain, node.writes = bytes(node.seen), []
        self.certain, self.waiting = dict(self.names), []

    def make_folders(self, path: Path) -> None:
        """Have a folder there, and those above it, for certain."""
        for folder in (*reversed(path.parents), path):
            if folder not in self.names:
                node = len(self.nodes) + 1
                self.nodes[node] = Node(folder=True)
                self.names[folder] = self.certain[folder] = node

    # --- what the hub calls --------------------------------------------------------------------

    def resolve(self, path: Path) -> Path:
        return path

    def mount(self, path: Path) -> str:
        return "/"

    def stat(self, path: Path) -> Stat:
        node = self._at(path)
        found = self.nodes[node]
        if found.folder:
            return Stat(Form.FOLDER, 0)
        size = len(found.seen)
        return Stat(Form.FILE, size, (node, found.changes, size), found.mode)

    def list(self, folder: Path) -> tuple[str, ...]:
        self._at(folder)
        return tuple(sorted(path.name for path in self.names if path.parent == folder != path))

    def open(self, path: Path) -> Handle:
        return self._handle(self._at(path))

    def read(self, handle: Handle, at: int, size: int) -> bytes:
        return bytes(self.nodes[self.opened[handle]].seen[at : at + size])

    def create(self, path: Path, mode: int = 0) -> Handle:
        if path in self.names:
            raise FileExistsError(errno.EEXIST, "There is one", str(path))
        self._at(path.parent)
        node = len(self.nodes) + 1
        self.nodes[node] = Node(mode=mode or 0o666)
        self._name(Naming(path, node))
        self.after("create")
        return self._handle(node)

    def write(self, handle: Handle, content: bytes | memoryview) -> int:
        node = self.nodes[self.opened[handle]]
        node.writes.append((len(node.seen), bytes(content)))
        node.seen += content
        node.changes += 1
        self.after("write")
        return len(content)

    def fsync(self, handle: Handle) -> None:
        node = self.nodes[self.opened[handle]]
        node.certain, node.writes = bytes(node.seen), []
        self.after("fsync")

    def close(self, handle: Handle) -> None:
        del self.opened[handle]

    def replace(self, source: Path, target: Path) -> None:
        node = self._at(source)
        if self.refuses_replacing and target in self.names:
            raise PermissionError(errno.EACCES, "Held open", str(target))
        self._name(Naming(target, node, source))
        self.after("replace")

    def fsync_folder(self, folder: Path) -> None:
        self._at(folder)
        done = [one for one in self.waiting if one.path.parent == folder]
        self.waiting = [one for one in self.waiting if one not in done]
        for naming in done:
            _rename(self.certain, naming)
        self.after("fsync_folder")

    def lock(self, path: Path, content: bytes) -> None:
        handle = self.create(path)
        self.write(handle, content)
        self.close(handle)

    def remove(self, path: Path) -> None:
        self._at(path)
        self._name(Naming(path, None))
        self.after("remove")

    def make_folder(self, folder: Path) -> None:
        for one in (*reversed(folder.parents), folder):
            if one not in self.names:
                node = len(self.nodes) + 1
                self.nodes[node] = Node(folder=True)
                self._name(Naming(one, node))
                self.after("make_folder")

    def _at(self, path: Path) -> int:
        node = self.names.get(path)
        if node is None:
            raise FileNotFoundError(errno.ENOENT, "Nothing there", str(path))
        return node

    def _handle(self, node: int) -> Handle:
        handle = max(self.opened, default=2) + 1
        self.opened[handle] = node
        return handle

    def _name(self, naming: Naming) -> None:
        self.waiting.append(naming)
        _rename(self.names, naming)


def _rename(names: dict[Path, int], naming: Naming) -> None:
    if naming.source is not None:
        names.pop(naming.source, None)
    if naming.node is None:
        names.pop(naming.path, None)
    else:
        names[naming.path] = naming.node


def drive_of(state: dict[Path, bytes | None]) -> Drive:
    """A drive that holds exactly these files (folders: None), for certain."""
    drive = Drive()
    for path, content in state.items():
        if content is None:
            drive.make_folders(path)
        else:
            drive.put(path, content)
    return drive
