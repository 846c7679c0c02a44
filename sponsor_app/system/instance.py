"""One window a profile: where a running window listens, and how another start of the program talks to it.

Only the same person reaches it: the folder of the socket is theirs alone, and a folder that is not is not used.
"""

import contextlib
import hashlib
import json
import os
import socket
import stat
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from sponsor_app.system.folders import APPLICATION, Profile

MOST_BYTES = 64 * 1024
ANSWER = b"ok\n"
PATIENCE = 2.0
"""Seconds in which a window that is alive has answered."""
OWNER_ONLY = 0o700
LONGEST_FOLDER = 75
"""Bytes: the address of a socket holds 104 on macOS and 108 on Linux, of which the profile's mark takes 25."""
RAISE, CAPTURE, OPEN = "raise", "capture", "open"
ACTS = frozenset({RAISE, CAPTURE, OPEN})


@dataclass(frozen=True, slots=True)
class Call:
    """What a second start asks of the window: to come forward, to take a line, or to open an account.

    `token` is what the desktop gave the caller so that a window may come forward.
    """

    act: str
    text: str = ""
    token: str = ""


def address(profile: Profile) -> str | None:
    """Where the window of a profile listens; None where no place is this person's alone."""
    mark = hashlib.sha256(os.fsencode(profile.root.expanduser().resolve())).hexdigest()[:24]
    if sys.platform == "win32":
        user = hashlib.sha256(os.environ.get("USERNAME", "").encode()).hexdigest()[:8]
        return rf"\\.\pipe\{APPLICATION}-{user}-{mark}"
    folder = _own_folder()
    return str(folder / mark) if folder else None


def call(profile: Profile, wish: Call) -> bool:
    """Ask the running window of a profile; False when there is none."""
    place = address(profile)
    if place is None:
        return False
    line = encode(wish)
    try:
        return _ask_pipe(place, line) if sys.platform == "win32" else _ask_socket(place, line)
    except OSError:
        return False


def encode(wish: Call) -> bytes:
    """A call as one line; a text too long for one is cut, and a person sees what came."""
    most = MOST_BYTES // 8
    body = {"act": wish.act, "text": wish.text[:most], "token": wish.token[:256]}
    return json.dumps(body).encode() + b"\n"


def decode(line: bytes) -> Call | None:
    """The call in a line; None for anything else, which is not answered."""
    if len(line) > MOST_BYTES:
        return None
    try:
        body: object = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(body, dict):
        return None
    known = cast("dict[str, object]", body)
    act, text, token = (known.get(name, "") for name in ("act", "text", "token"))
    if isinstance(act, str) and isinstance(text, str) and isinstance(token, str) and act in ACTS:
        return Call(act, text, token)
    return None


def _ask_socket(place: str, line: bytes) -> bool:
    with socket.socket(socket.AF_UNIX) as door:
        door.settimeout(PATIENCE)
        door.connect(place)
        door.sendall(line)
        return door.recv(len(ANSWER)) == ANSWER


def _ask_pipe(place: str, line: bytes) -> bool:
    with Path(place).open("r+b", buffering=0) as door:
        door.write(line)
        return door.read(len(ANSWER)) == ANSWER


def _own_folder() -> Path | None:
    """A folder for sockets that is this person's alone, made if need be."""
    given = os.environ.get("XDG_RUNTIME_DIR")
    places = [Path(given) / APPLICATION] if given else []
    places.append(Path(tempfile.gettempdir()) / f"{APPLICATION}-{os.getuid()}")
    short = (place for place in places if len(os.fsencode(place)) <= LONGEST_FOLDER)
    return next((place for place in short if _is_ours(place)), None)


def _is_ours(place: Path) -> bool:
    with contextlib.suppress(OSError):
        place.mkdir(mode=OWNER_ONLY, exist_ok=True)
    try:
        found = place.lstat()
    except OSError:
        return False
    alone = stat.S_IMODE(found.st_mode) & 0o077 == 0
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and alone
