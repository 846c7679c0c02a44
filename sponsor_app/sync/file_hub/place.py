"""Where the shared file is, and how everything beside it is named."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path


class Style(StrEnum):
    """Who names a copy like this."""

    DROPBOX = "Dropbox"
    ONEDRIVE = "OneDrive"
    GOOGLE_DRIVE = "Google Drive"
    NEXTCLOUD = "Nextcloud"
    SYNCTHING = "Syncthing"
    PART = "part"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Place:
    """The shared file at `path`, for the laptop called `device`; copies that were taken in go to the local `quarantine`.

    `cloud` is whether a sync program carries the folder: then nobody locks, and what is read back here is not yet elsewhere.
    """

    path: Path
    quarantine: Path
    device: str
    cloud: bool = False

    @property
    def folder(self) -> Path:
        """The folder of the shared file."""
        return self.path.parent

    @property
    def lock(self) -> Path:
        """The courtesy lock."""
        return self.path.with_name(f".{self.path.name}.lock")

    @property
    def part(self) -> Path:
        """Where the bytes go when the file cannot be replaced."""
        device = re.sub(r"[^\w-]+", "-", self.device)[:60].strip("-") or "laptop"
        return self.path.with_name(f"{self.path.name}.{device}.part")

    def temporary(self, token: str) -> Path:
        """A file that is written before it takes the shared one's place."""
        return self.path.with_name(f".{self.path.name}.{token}.tmp")

    def is_temporary(self, name: str) -> bool:
        """Whether a name is that of such a file, of any laptop."""
        return name.startswith(f".{self.path.name}.") and name.endswith(".tmp")

    def at(self, path: Path) -> "Place":
        """The same, behind a symbolic link."""
        return replace(self, path=path)


def style_of(name: str, original: str) -> Style:
    """Who named `name`, judged against the name of the shared file; OTHER for what a person or nobody named so.

    Their own descriptions: "conflicted copy" (Dropbox, Nextcloud), "-LAPTOP" (OneDrive), " (1)" and "[Conflict]"
    (Google Drive), ".sync-conflict-DATE-TIME-DEVICE" (Syncthing).
    """
    stem, dot, ending = original.rpartition(".")
    stem, ending = (stem, dot + ending) if stem else (original, "")
    if name.startswith(original + ".") and name.endswith(".part"):
        return Style.PART
    if not name.casefold().endswith(ending.casefold()):
        return Style.OTHER
    body = name[: len(name) - len(ending)] if ending else name
    if body.startswith("Copy of ") and body.removeprefix("Copy of ").startswith(stem):
        return Style.GOOGLE_DRIVE
    if not body.casefold().startswith(stem.casefold()) or len(body) == len(stem):
        return Style.OTHER
    added = body[len(stem) :]
    return next((style for style, pattern in _ADDED if pattern.fullmatch(added)), Style.OTHER)


_ADDED = (
    (Style.SYNCTHING, re.compile(r"\.sync-conflict-\d{8}-\d{6}(-\w+)?")),
    (Style.NEXTCLOUD, re.compile(r" \(conflicted copy \d{4}-\d\d-\d\d \d{6}\)(-\d+)?")),
    (Style.NEXTCLOUD, re.compile(r"_conflict-\d{8}-\d{6}")),
    (Style.DROPBOX, re.compile(r" \(.*(conflicted copy|case conflict).*\)", re.IGNORECASE)),
    (Style.GOOGLE_DRIVE, re.compile(r" ?\(\d+\)| ?\[conflict\]( ?\(\d+\))?", re.IGNORECASE)),
    (Style.ONEDRIVE, re.compile(r"-[^\s()\[\]./\\]{1,80}")),
)
"""First match wins; the last one fits much that a person types, which is as good: content decides."""
