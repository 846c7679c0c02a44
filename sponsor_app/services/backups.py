"""Encrypted copies: made on request and before an update, checked by opening them, restored with the present kept aside."""

import json
import shutil
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import time

from sponsor_app import __version__
from sponsor_app.domain.errors import FileProblemError, StoreDamagedError
from sponsor_app.services import Services
from sponsor_app.store.store import Store
from sponsor_app.system.folders import Profile
from sponsor_app.system.key_file import parse
from sponsor_app.system.publish import PRIVATE, plain_file_errors, publishing

SUFFIX = ".sponsor-backup"
STORE, KEY, ABOUT = "store.db", "key.json", "about.json"
PARTS = frozenset({STORE, KEY, ABOUT})
PENDING = "restore-pending"
COPY, LONG = "backup-", 24 * 60 * 60.0
"""How the copy begins that a backup is made of, and the seconds after which none is still being made."""
FORMAT = 1
NewStore = Callable[[Path, Path], Store]
"""Open the store in a file with the key in another; refuses what it cannot open."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy on disk."""

    path: Path
    made_at: datetime
    size: int
    reason: str


def make(app: Services, path: Path, reason: str = "asked for", *, replace: bool = False) -> Backup:
    """Copy the whole store to one file, and open the copy to prove it.

    An earlier backup is replaced only when `replace` says so, what is no backup never.
    """
    if path.is_dir():
        path = path / _name(app.now())
    if path.exists() and read_about(path) is None:
        msg = f"{path} is something else. Nothing was changed."
        raise FileProblemError(msg, "Choose another name for the backup.")
    if path.exists() and not replace:
        msg = f"{path} is an earlier backup. Nothing was changed."
        raise FileProblemError(
            msg, "Choose another name.", "Choose another name, or replace it with --force."
        )
    return _write(app.store, app.profile, path, app.now(), reason)


def before_upgrade(profile: Profile, now: Callable[[], datetime]) -> Callable[[Store, str], None]:
    """The copy made before a migration touches anything."""

    def keep(store: Store, version: str) -> None:
        _keep(store, profile, now(), f"before the update from version {version}")

    return keep


def listed(profile: Profile) -> list[Backup]:
    """The copies in the profile's own folder, newest first."""
    found = [read_about(path) for path in profile.backups.glob(f"*{SUFFIX}")]
    return sorted((one for one in found if one), key=lambda one: one.made_at, reverse=True)


def restore(
    app: Services | None, profile: Profile, path: Path, open_store: NewStore, now: datetime
) -> Backup | None:
    """Put a backup in the place of the store; returns the backup of what was there before.

    The backup is unpacked and opened before anything changes. A crash on the way is finished at the next start.
    """
    trial = profile.root / f"{PENDING}.trial"
    shutil.rmtree(trial, ignore_errors=True)
    try:
        with plain_file_errors(path):
            trial.mkdir(mode=0o700)
            _unpack(path, trial)
        checked = open_store(trial / STORE, trial / KEY)
        problems = checked.problems()
        checked.close()
        if problems:
            msg = f"{path.name} is damaged ({problems[0]}). Nothing was changed."
            raise StoreDamagedError(
                msg, "Choose an older backup.", "Choose an older backup: sponsor-app backup list."
            )
        before = _keep_present(app, profile, now)
        if app:
            app.store.close()
        (trial / ABOUT).unlink()
        trial.rename(profile.root / PENDING)
    finally:
        shutil.rmtree(trial, ignore_errors=True)
    finish_restore(profile)
    return before


def finish_restore(profile: Profile) -> None:
    """Move a checked backup into its place; does nothing when there is none. Safe to repeat."""
    pending = profile.root / PENDING
    if not pending.is_dir():
        return
    with plain_file_errors(profile.store):
        for part, place in ((STORE, profile.store), (KEY, profile.key_file)):
            if (pending / part).exists():
                for leftover in ("-wal", "-shm"):
                    place.with_name(place.name + leftover).unlink(missing_ok=True)
                (pending / part).replace(place)
        shutil.rmtree(pending)


def read_about(path: Path) -> Backup | None:
    """What a backup says of itself, or None when the file is no backup."""
    try:
        with zipfile.ZipFile(path) as archive:
            about = json.loads(archive.read(ABOUT))
        made = datetime.fromisoformat(about["made_at"])
        return Backup(path, made, path.stat().st_size, str(about["reason"]))
    except (OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile):
        return None


def set_aside(profile: Profile, now: datetime) -> Backup | None:
    """Copy the files of a store that nothing opens into a folder of their own; None when there are none."""
    files = [file for file in profile.root.glob(f"{profile.store.name}*") if file.is_file()]
    files += [profile.key_file] if profile.key_file.is_file() else []
    if not files:
        return None
    aside = profile.root / f"unopened-{now:%Y%m%d%H%M%S%f}"
    with plain_file_errors(aside):
        aside.mkdir(mode=0o700)
        for file in files:
            shutil.copy2(file, aside / file.name)
    return Backup(aside, now, sum(file.stat().st_size for file in files), "could not be opened")


def _keep_present(app: Services | None, profile: Profile, now: datetime) -> Backup | None:
    """Keep what a backup replaces: as a backup, or file by file when it cannot be copied whole."""
    if app is None:
        return set_aside(profile, now)
    try:
        return _keep(app.store, profile, now, "before a backup was restored")
    except StoreDamagedError:
        return set_aside(profile, now)


def _keep(store: Store, profile: Profile, now: datetime, reason: str) -> Backup:
    profile.backups.mkdir(mode=0o700, exist_ok=True)
    return _write(store, profile, profile.backups / _name(now), now, reason)


def _write(store: Store, profile: Profile, path: Path, now: datetime, reason: str) -> Backup:
    about = {
        "format": FORMAT,
        "made_at": now.isoformat(),
        "reason": reason,
        "version": __version__,
    }
    copy = profile.root / f"{COPY}{now:%H%M%S%f}.tmp"
    _clear(profile)
    try:
        with plain_file_errors(path):
            store.copy_to(copy)
        with (
            publishing(path, mode=PRIVATE) as beside,
            zipfile.ZipFile(beside, "w", zipfile.ZIP_STORED) as archive,
        ):
            archive.writestr(ABOUT, json.dumps(about))
            archive.write(profile.key_file, KEY)
            archive.write(copy, STORE)
    finally:
        with suppress(OSError):
            copy.unlink(missing_ok=True)
    kept = read_about(path)
    if kept is None or kept.made_at != now:
        msg = f"{path} was not kept by the disk. The store and everything else is as it was."
        raise FileProblemError(msg, "Choose another place, then do it again.")
    return kept


def _clear(profile: Profile) -> None:
    """Remove the copies of backups that were killed long ago: each is as large as the store."""
    long_ago = time() - LONG
    for left in profile.root.glob(f"{COPY}*.tmp*"):
        with suppress(OSError):
            if left.stat().st_mtime < long_ago:
                left.unlink()


def _unpack(path: Path, folder: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            if PARTS.symmetric_difference(archive.namelist()):
                raise ValueError  # noqa: TRY301 - one sentence for every way of not being ours
            for part in sorted(PARTS):
                archive.extract(part, folder)
        parse((folder / KEY).read_bytes())
    except FileNotFoundError as error:
        msg = f"There is no file {path}. Nothing was changed."
        raise FileProblemError(
            msg, "Choose another file.", "List the backups: sponsor-app backup list."
        ) from error
    except (ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
        msg = f"{path.name} is not a backup of this program, or it is damaged. Nothing was changed."
        raise StoreDamagedError(
            msg, "Choose another backup.", "Choose another backup: sponsor-app backup list."
        ) from error


def _name(now: datetime) -> str:
    return f"{now:%Y-%m-%d-%H%M%S}{SUFFIX}"
