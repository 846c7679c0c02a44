"""Copies of the shared file beside it: found by their content, taken in, and moved away once the file holds what they hold."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from sponsor_app.sync.file_hub.files import Files, Form, Stat
from sponsor_app.sync.file_hub.laptop import Joined, Laptop, Whose
from sponsor_app.sync.file_hub.limits import (
    COPIES_AT_ONCE,
    HEAD,
    HEADS_AT_ONCE,
    LARGEST_FILE,
    TEMPORARY_KEPT,
)
from sponsor_app.sync.file_hub.pace import Pace
from sponsor_app.sync.file_hub.place import Place, Style, style_of
from sponsor_app.sync.file_hub.publishing import keep_copy, take_away
from sponsor_app.sync.file_hub.reading import Found, Reader


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was taken in; `stat` is what stood there when it was read."""

    name: str
    style: Style
    found: Found

    def said(self) -> str:
        """For a person."""
        return f"“{self.name}” beside the shared file was taken in{_BY.get(self.style, '')}."


class Copies:
    """The folder around the shared file; what was looked into once is not opened again until it changes."""

    def __init__(self, files: Files, pace: Pace, place: Place, laptop: Laptop) -> None:
        self._files = files
        self._pace = pace
        self._place = place
        self._laptop = laptop
        self._strangers: dict[str, Stat] = {}
        self._adopted: dict[str, Copy] = {}
        self._leftovers: dict[str, tuple[Stat, float]] = {}
        self.names: tuple[str, ...] = ()

    def adopt(self) -> list[tuple[Copy, Joined]]:
        """Take in every copy that was not taken in before; nothing when the folder cannot be listed."""
        try:
            self.names = candidates(self._files.list(self._place.folder), self._place)
        except OSError:
            return []
        self._adopted = {n: copy for n, copy in self._adopted.items() if n in self.names}
        fresh: list[tuple[Copy, Joined]] = []
        for name, stat in self._ours():
            found = Reader(self._files, self._pace, pauses=()).read_once(self._place.folder / name)
            if not isinstance(found, Found) or not found.steady or found.stat.mark != stat.mark:
                continue  # it is just being written, or was not read to its end
            copy = Copy(name, style_of(name, self._place.path.name), found)
            fresh.append((copy, self._laptop.join(found.content, name)))
            self._adopted[name] = copy
            if len(fresh) == COPIES_AT_ONCE:
                break
        return fresh

    def move_away(self) -> list[str]:
        """Move what was taken in to the local quarantine folder; call only once a read showed that nothing is missing.

        Returns the names moved. What cannot be kept or removed stays where it is.
        """
        moved: list[str] = []
        for name, copy in tuple(self._adopted.items()):
            with suppress(OSError):
                self.keep(name, copy.found.content)
                path = self._place.folder / name
                if self._files.stat(path).mark == copy.found.stat.mark:
                    self._files.remove(path)
                    del self._adopted[name]
                    moved.append(name)
        self.names = tuple(name for name in self.names if name not in moved)
        return moved

    def keep(self, name: str, content: bytes) -> None:
        """Have a local copy, once for equal contents; OSError when it cannot be kept."""
        stamp = hashlib.sha256(content).hexdigest()[:16]
        keep_copy(self._files, self._pace, self._place.quarantine / f"{stamp} {name}", content)

    def part_lies_there(self) -> bool:
        """Whether the bytes this laptop left beside the file are still there."""
        return self._place.part.name in self.names

    def sweep(self) -> None:
        """Take away temporary files that laptops left when they were switched off; mine and others'."""
        try:
            names = [n for n in self._files.list(self._place.folder) if self._place.is_temporary(n)]
        except OSError:
            return
        self._leftovers = {n: seen for n, seen in self._leftovers.items() if n in names}
        for name in names:
            with suppress(OSError):
                stat = self._files.stat(self._place.folder / name)
                known, since = self._leftovers.get(name, (None, 0.0))
                if known != stat:
                    self._leftovers[name] = (stat, self._pace.ticks())
                elif self._pace.ticks() - since >= TEMPORARY_KEPT:
                    take_away(self._files, self._place.folder / name)

    def _ours(self) -> Iterator[tuple[str, Stat]]:
        """New or changed files of my team, those named like copies first."""
        looked = 0
        for name in self.names:
            styled = style_of(name, self._place.path.name) is not Style.OTHER
            if not styled and (looked == HEADS_AT_ONCE or name in self._strangers):
                continue
            looked += not styled
            stat = self._new(name)
            if stat is None or (stat.placeholder and not styled):
                continue
            head = self._head(name)
            if head is not None and self._laptop.recognises(head) is Whose.OURS:
                yield name, stat
            elif head is not None:
                self._strangers[name] = stat

    def _new(self, name: str) -> Stat | None:
        """What stands under a name that was not looked into yet and may be a copy."""
        try:
            stat = self._files.stat(self._place.folder / name)
        except OSError:
            return None
        known = self._adopted.get(name)
        if stat == self._strangers.get(name) or (known and known.found.stat == stat):
            return None
        fits = stat.form is Form.FILE and 0 < stat.size <= LARGEST_FILE
        return stat if fits else None

    def _head(self, name: str) -> bytes | None:
        try:
            handle = self._files.open(self._place.folder / name)
        except OSError:
            return None
        try:
            return self._files.read(handle, 0, HEAD)
        except OSError:
            return None
        finally:
            with suppress(OSError):
                self._files.close(handle)


def candidates(names: tuple[str, ...], place: Place) -> tuple[str, ...]:
    """The names that may be copies: not the file itself and nothing hidden; those named like copies first."""
    original = place.path.name
    hidden = "" if original.startswith(".") else "."
    able = [n for n in names if n != original and not (hidden and n.startswith(hidden))]
    able = [n for n in able if not place.is_temporary(n) and n != place.lock.name]
    return tuple(sorted(able, key=lambda n: style_of(n, original) is Style.OTHER))


_BY = {
    Style.DROPBOX: " (a conflicted copy by Dropbox)",
    Style.ONEDRIVE: " (named as OneDrive names conflicted copies)",
    Style.GOOGLE_DRIVE: " (named as Google Drive names copies)",
    Style.NEXTCLOUD: " (a conflicted copy by Nextcloud)",
    Style.SYNCTHING: " (a conflicted copy by Syncthing)",
    Style.PART: " (left by a laptop that could not replace the file)",
}
