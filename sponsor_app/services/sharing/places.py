"""Where a team meets: a file on any share, or a hub; and the machinery that visits it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Protocol

import msgspec

from sponsor_app.domain.errors import FileProblemError, InvalidError
from sponsor_app.domain.sync_status import SyncStatus, Trouble
from sponsor_app.services import Services
from sponsor_app.services.sharing import servers
from sponsor_app.services.sharing.laptop import SharedLaptop
from sponsor_app.sync.file_hub.disk import Disk
from sponsor_app.sync.file_hub.files import Files
from sponsor_app.sync.file_hub.hub import FileHub, Outcome
from sponsor_app.sync.file_hub.limits import READ_PAUSES
from sponsor_app.sync.file_hub.memory import Memory
from sponsor_app.sync.file_hub.pace import Pace, RealPace, Tell
from sponsor_app.sync.file_hub.patience import Patient
from sponsor_app.sync.file_hub.place import Place
from sponsor_app.sync.file_hub.reading import Absent, Found, Reader, Unreadable, nobody
from sponsor_app.sync.file_hub.troubles import Code
from sponsor_app.sync.sql_hub.place import is_address, read_place
from sponsor_app.system import folders

Now = Callable[[], datetime]
NOW: dict[str, str] = {
    Code.NO_FOLDER: "Connect the drive or make the folder, or choose another place.",
    Code.HANGS: "Check the network and try again, or choose another place.",
    Code.UNREADABLE: "Try again, or choose another place.",
}
"""The next step where somebody waits for an answer: nothing is tried again by itself there."""


class Hub(Protocol):
    """What visits a place."""

    def sync(self, memory: Memory, tell: Tell = nobody) -> Outcome:
        """Join what is there and put back what is missing."""
        ...

    def poll(self, memory: Memory) -> Outcome | None:
        """The same if a glance says that there is a reason to."""
        ...

    def next_poll(self) -> float:
        """Seconds to wait before the next poll."""
        ...

    def status(self, memory: Memory) -> SyncStatus:
        """What may be said now, without looking."""
        ...


@dataclass(frozen=True)
class Means:
    """How places are visited; a test brings its own clock and files."""

    pace: Callable[[Now], Pace]
    files: Callable[[], Files]


REAL = Means(RealPace, lambda: Patient(Disk()))


def stopping(event: Event) -> Means:
    """The real means, for somebody who may want to stop: what waits or reads on ends once `event` is set."""
    return Means(lambda now: RealPace(now, event), REAL.files)


def address_of(typed: str) -> str:
    """The place as it is kept: an absolute path, or the address of a hub."""
    text = typed.strip()
    if not text:
        msg = "No place was named for the shared file. Nothing was changed."
        raise InvalidError(msg, "Choose a file in a folder that your team can reach.")
    if is_hub(text):
        return read_place(text)[0].address
    try:
        return str(Path(text).expanduser().absolute())
    except (RuntimeError, ValueError) as error:
        msg = f"“{text}” is no possible name for a file. Nothing was changed."
        raise InvalidError(msg, "Choose another place.") from error


def is_hub(address: str) -> bool:
    """Whether a place is a hub and not a file."""
    return is_address(address)


@dataclass(frozen=True)
class Visitor:
    """What visits a place, and how to let go of it."""

    hub: Hub
    close: Callable[[], None]


def hub_at(
    app: Services, address: str, laptop: SharedLaptop, name: str, means: Means = REAL
) -> Visitor:
    """What visits this place for a laptop called `name`."""
    if is_hub(address):
        server = servers.hub_at(app, address, laptop, means.pace(app.now))
        return Visitor(server, server.close)
    path, files = Path(address), means.files()
    place = Place(path, app.profile.quarantine, name, _is_cloud(files, path.parent))
    return Visitor(FileHub(place, laptop, files, means.pace(app.now)), _ending(files))


def _is_cloud(files: Files, folder: Path) -> bool:
    """Whether a sync program carries a folder; a drive that does not answer is judged by its names."""

    def exists(path: Path) -> bool:
        try:
            files.stat(path)
        except OSError:
            return False
        return True

    with suppress(OSError):
        folder = files.resolve(folder)
    return folders.is_cloud(folder, exists)


def _ending(files: Files) -> Callable[[], None]:
    """How the thread that asks a drive ends; nothing where there is none."""
    return files.end if isinstance(files, Patient) else lambda: None


def read_at(
    address: str, now: Now, means: Means = REAL, pauses: tuple[float, ...] = READ_PAUSES
) -> bytes | None:
    """The bytes of the file at a place, None when there is none; refuses in words what cannot be read.

    It is looked for again after each of `pauses`, in seconds: a folder may need time to show it.
    """
    if is_hub(address):
        return None
    files, pace, path = means.files(), means.pace(now), Path(address)
    try:
        path = files.resolve(path)
    except OSError as error:
        msg = f"{path} cannot be reached. Nothing was changed."
        raise FileProblemError(
            msg, "Check the network or the drive, or choose another place."
        ) from error
    match Reader(files, pace, pauses=pauses).read(path):
        case Found(content=content):
            return content
        case Absent():
            return None
        case Unreadable(trouble=why):
            msg = f"{why.message} Nothing was changed."
            raise FileProblemError(msg, NOW.get(why.code, why.next))


def find(address: str, now: Now, means: Means = REAL) -> Trouble | None:
    """Why a place cannot be used now; None when there is a file, or room for one."""
    if is_hub(address):
        return None
    match Reader(means.files(), means.pace(now), pauses=()).read(Path(address)):
        case Unreadable(trouble=why):
            return why
        case _:
            return None


def memory_of(text: str) -> Memory:
    """What a hub remembers, as it was kept; nothing when a later version wrote it otherwise."""
    try:
        return msgspec.json.decode(text, type=Memory)
    except msgspec.MsgspecError:
        return Memory()


def memory_text(memory: Memory) -> str:
    """What a hub remembers, to be kept."""
    return msgspec.json.encode(memory).decode()
