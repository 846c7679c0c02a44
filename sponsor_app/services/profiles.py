"""A person's profile: where it is and what protects it. Light: the window asks before it is painted."""

import logging
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sponsor_app.domain.errors import FileProblemError
from sponsor_app.services import Services
from sponsor_app.system import clock, folders, key_file, log
from sponsor_app.system.folders import Profile, default_profile
from sponsor_app.system.key_file import Protection
from sponsor_app.system.keystore import KeyStore

MOST_PASSPHRASE = 4096

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Unlocking:
    """The ways in that a person gave: a passphrase, the key store, or neither on purpose."""

    passphrase: str | None = None
    key_store: KeyStore | None = None
    unencrypted: bool = False


@dataclass(frozen=True, slots=True)
class Clocks:
    """What time it is, and which day."""

    now: Callable[[], datetime]
    today: Callable[[], date]


@dataclass(frozen=True, slots=True)
class Me:
    """Who a new store belongs to."""

    name: str
    email: str | None = None
    title: str | None = None
    function: str | None = None
    team: str | None = None


def profile_at(folder: str | None) -> Profile:
    """The profile in a folder, or the platform's own for this person."""
    return Profile(Path(folder).expanduser()) if folder else default_profile()


def exists(profile: Profile) -> bool:
    """Whether this profile has a store already."""
    return profile.store.exists()


def forget_opened(profile: Profile) -> None:
    """Take away every copy of an attachment that was opened; what another program holds on to goes the next time."""
    shutil.rmtree(profile.opened, ignore_errors=True)


def protection(profile: Profile) -> Protection:
    """What keeps others out of this profile's store."""
    return key_file.read(profile.key_file).protection


def protection_words(app: Services) -> str:
    """What protects an open store: `key store`, `passphrase`, `nothing`, or empty while nothing does yet."""
    if not app.profile.key_file.exists():
        return ""
    return protection(app.profile).value


def read_passphrase(path: Path, what: str = "passphrase") -> str:
    """The passphrase in a file, or `what` else it holds: its first line."""
    try:
        if path.is_dir():
            msg = f"{path} is a folder, not a file with a {what}."
            raise FileProblemError(msg, f"Give a text file whose first line is the {what}.")
        if path.stat().st_size > MOST_PASSPHRASE:
            msg = f"{path} is too long to hold a {what}."
            raise FileProblemError(msg, f"Give a file whose first line is the {what}.")
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        msg = f"The {what} file {path} cannot be read."
        raise FileProblemError(msg, f"Give a text file whose first line is the {what}.") from error
    lines = text.splitlines()
    if not lines or not lines[0]:
        msg = f"The {what} file {path} is empty."
        raise FileProblemError(msg, f"Write the {what} on its first line.")
    return lines[0]


def device_name() -> str:
    """What to call this laptop in front of the team."""
    import platform  # noqa: PLC0415 - asked for once, when a store is made

    return platform.node().split(".")[0] or "a laptop"


def person_name() -> str:
    """The name under which this person uses the computer, as a first guess."""
    import getpass  # noqa: PLC0415 - asked for once, when a store is made

    name = ""
    if os.name == "posix":
        import pwd  # noqa: PLC0415 - not on Windows

        name = pwd.getpwuid(os.getuid()).pw_gecos.split(",")[0]
    return name.strip() or getpass.getuser()


def resources() -> Path:
    """The folder of fonts, icons, templates and the manual."""
    return folders.resources()


def has_display() -> bool:
    """Whether a window can be shown here."""
    return folders.has_display()


def system_clocks() -> Clocks:
    """The clocks of this computer."""
    return Clocks(clock.now, clock.today)


def instance_address(profile: Profile) -> str | None:
    """Where the running window of a profile listens; None where it cannot."""
    from sponsor_app.system import instance  # noqa: PLC0415 - not before something is painted

    return instance.address(profile)


def call_instance(profile: Profile, act: str, text: str = "") -> bool:
    """Ask the running window to `raise`, to `capture` a line or to `open` an account; False when none runs."""
    from sponsor_app.system import instance  # noqa: PLC0415

    token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
    return instance.call(profile, instance.Call(act, text, token))


def read_call(line: bytes) -> tuple[str, str] | None:
    """What another start asks for, (act, text); None for what nobody of ours said.

    What the desktop gave it to bring a window forward is passed on.
    """
    from sponsor_app.system import instance  # noqa: PLC0415

    wish = instance.decode(line)
    if wish is None:
        return None
    if wish.token:
        os.environ["XDG_ACTIVATION_TOKEN"] = wish.token
    return wish.act, wish.text


def log_bug(profile: Profile, error: BaseException) -> Path:
    """Keep where an error of ours came from, not its words; returns the log's path."""
    path = log.start(profile.logs)
    logger.error("unexpected\n%s", log.trace_of(error))
    return path
