"""Where a profile lives, where our own resources are, and which folders must not hold a store."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sponsor_app.domain.errors import StoreError

APPLICATION = "sponsor-app"
CLOUD_NAMES = (
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "my drive",
    "icloud drive",
    "com~apple~clouddocs",
    "nextcloud",
    "owncloud",
    "syncthing",
    "box sync",
)
CLOUD_MARKS = (".stfolder", ".dropbox", ".dropbox.cache", ".nextcloudsync.log", ".owncloudsync.log")
NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "9p", "davfs", "fuse.davfs2"}
    | {"fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "ceph", "glusterfs", "fuse.glusterfs"}
)


@dataclass(frozen=True, slots=True)
class Profile:
    """One person's data folder."""

    root: Path

    @property
    def store(self) -> Path:
        """The encrypted database."""
        return self.root / "store.db"

    @property
    def key_file(self) -> Path:
        """The store's key, wrapped by the key store's secret or by a passphrase."""
        return self.root / "key.json"

    @property
    def backups(self) -> Path:
        """Copies made before something risky."""
        return self.root / "backups"

    @property
    def logs(self) -> Path:
        """Event codes and crash reports; nothing is sent anywhere."""
        return self.root / "logs"

    @property
    def settings(self) -> Path:
        """Settings of this laptop."""
        return self.root / "settings.toml"

    @property
    def quarantine(self) -> Path:
        """Copies of the shared file that lay beside it and were taken in."""
        return self.root / "quarantine"

    @property
    def opened(self) -> Path:
        """Copies of attachments that other programs look at; gone when the window is locked or closed."""
        return self.root / "opened"

    @property
    def drafts(self) -> Path:
        """A log line that was left before it was saved, sealed."""
        return self.root / "draft.bin"


def default_profile() -> Profile:
    """The platform's folder for this person's data."""
    import platformdirs  # noqa: PLC0415 - 20 ms, not needed when a profile is named

    return Profile(Path(platformdirs.user_data_dir(APPLICATION, appauthor=False)))


def make_profile(profile: Profile) -> None:
    """Make the folder, readable by nobody else; refuse a place where a database would lose data."""
    refuse_shared_folder(profile.root)
    try:
        profile.root.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or "the disk refused").lower()
        msg = f"The folder {profile.root} cannot be made: {reason}. Nothing was changed."
        raise StoreError(msg, "Choose another folder for the profile.") from error


def refuse_shared_folder(folder: Path) -> None:
    """Refuse a network or cloud-synced folder: one database there is corrupted sooner or later."""
    resolved = folder.expanduser().resolve()
    reason = _cloud_reason(resolved) or _network_reason(resolved)
    if reason:
        msg = f"{folder} is {reason}. A database there loses data, so no store is kept in it."
        raise StoreError(
            msg, "Keep the profile on this laptop's own disk; only the shared file goes there."
        )


def is_cloud(folder: Path, exists: Callable[[Path], bool]) -> bool:
    """Whether a sync program carries this folder to other computers; `exists` looks for the marks that it leaves."""
    return _cloud_reason(folder, exists) is not None


def _cloud_reason(folder: Path, exists: Callable[[Path], bool] = Path.exists) -> str | None:
    for place in (folder, *folder.parents):
        name = place.name.casefold()
        if any(name == cloud or name.startswith(f"{cloud} -") for cloud in CLOUD_NAMES):
            return f"inside the synced folder “{place.name}”"
        if any(exists(place / mark) for mark in CLOUD_MARKS):
            return f"inside the synced folder “{place.name}”"
    return None


def _network_reason(folder: Path) -> str | None:
    if sys.platform == "win32":
        return "a network folder" if str(folder).startswith("\\\\") else None
    mounts = Path("/proc/self/mounts")
    if not mounts.exists():
        return None
    best, kind = "", ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _device, place, file_system, *_rest = line.split(" ")
        place = place.encode().decode("unicode_escape")
        inside = folder == Path(place) or Path(place) in folder.parents
        if inside and len(place) >= len(best):
            best, kind = place, file_system
    return f"on a network drive ({kind})" if kind in NETWORK_FILE_SYSTEMS else None


def resources() -> Path:
    """The folder of fonts, icons, templates and the manual: in the installed package, a bundle or a checkout."""
    bundled = getattr(sys, "_MEIPASS", None)
    package = Path(__file__).parents[1]
    places = [Path(bundled) / "resources"] if bundled else []
    places += [package / "resources", package.parent / "resources"]
    return next((place for place in places if place.is_dir()), places[-1])


def has_display() -> bool:
    """Whether a window can be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen in ("offscreen", "minimal", "vnc"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
