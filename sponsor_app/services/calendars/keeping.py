"""What is watched on this laptop, and how it was when it was last read: a local setting of the encrypted store."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sponsor_app.domain.errors import FileProblemError, NotFoundError
from sponsor_app.exchange.formats import Format
from sponsor_app.exchange.sources import examine
from sponsor_app.services import Services
from sponsor_app.services.calendars import passwords
from sponsor_app.store.queries import policy
from sponsor_app.system.keystore import KeyStore

KEY = "calendars.watched"
Mark = tuple[str, str]
"""The day on which something was read, and what changes whenever it does."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A calendar file, a folder of them, or with a `user` a calendar of a server, where `path` is its address.

    `marks` say how its files were when they were last read, `ahead` which meetings to come each had.
    """

    path: str
    marks: Mapping[str, Mark] = field(default_factory=dict[str, Mark])
    ahead: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    user: str = ""
    name: str = ""
    problem: str = ""
    """Why it could not be read the last time, in a sentence; empty when it could."""

    @property
    def read_on(self) -> str:
        """The last day on which all of it was looked at, as ISO text; empty before the first time."""
        return max((day for day, _ in self.marks.values()), default="")


def watched(app: Services) -> tuple[Watched, ...]:
    """What is watched on this laptop."""
    with app.store.read() as connection:
        text = policy.read_setting(connection, KEY)
    return tuple(_read(one) for one in json.loads(text or "[]"))


def watch(app: Services, path: Path) -> Watched:
    """Watch a calendar file or a folder from now on. Raises `FileProblemError` for what is neither."""
    whole = path.expanduser().absolute()
    if not whole.is_dir():
        source = examine(whole)
        if source.recognised.format is not Format.CALENDAR:
            msg = f"“{source.name}” is {source.recognised.what}, no calendar. Nothing was changed."
            raise FileProblemError(msg, "Choose a file that ends in .ics, or a folder of them.")
    return add(app, Watched(str(whole)))


def add(app: Services, new: Watched) -> Watched:
    """Watch something from now on, unless it is watched already: then how it was read stays known."""
    known = watched(app)
    found = next((one for one in known if (one.path, one.user) == (new.path, new.user)), None)
    if found is None:
        keep(app, (*known, new))
    return found or new


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What is no longer watched, and what is needed to watch it again."""

    calendars: tuple[Watched, ...]
    passwords: Mapping[str, str] = field(repr=False)


def forget(app: Services, what: Path | str, key_store: KeyStore | None = None) -> Forgotten:
    """Watch a file, a folder or an address no longer; the meetings it brought stay. Raises `NotFoundError`.

    The password for a server leaves the key store with the last calendar for which it was.
    """
    known = watched(app)
    names = {str(what), str(Path(what).expanduser().absolute())}
    left = tuple(one for one in known if one.path not in names)
    if len(left) == len(known):
        msg = f"{what} is not watched. Nothing was changed."
        raise NotFoundError(msg, "See what is.", "See what is: sponsor-app calendar list")
    keep(app, left)
    gone = {(one.path, one.user) for one in known if one.user and one not in left}
    needed = {(one.path, one.user) for one in left}
    removed = passwords.forget(gone, needed, key_store)
    return Forgotten(tuple(one for one in known if one not in left), removed)


def watch_again(app: Services, gone: Forgotten, key_store: KeyStore | None = None) -> None:
    """Watch again what was forgotten, as if it never had been. Raises `KeyStoreError`."""
    passwords.put_back(gone.passwords, key_store)
    for one in gone.calendars:
        add(app, one)


def keep(app: Services, known: Sequence[Watched]) -> None:
    """Remember what is watched."""
    text = json.dumps(
        [
            {
                "path": one.path,
                "marks": dict(one.marks),
                "ahead": dict(one.ahead),
                **({"user": one.user, "name": one.name} if one.user else {}),
                **({"problem": one.problem} if one.problem else {}),
            }
            for one in known
        ]
    )
    with app.store.write_local() as connection:
        policy.write_setting(connection, KEY, text)


def _read(one: Mapping[str, Any]) -> Watched:
    return Watched(
        one["path"],
        {name: (day, ":".join(map(str, how))) for name, (day, *how) in one["marks"].items()},
        {name: tuple(uids) for name, uids in one.get("ahead", {}).items()},
        one.get("user", ""),
        one.get("name", ""),
        one.get("problem", ""),
    )
