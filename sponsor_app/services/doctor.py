"""Is everything sound? Versions, key store, the store's pages, what refers to nothing, and what to do about each."""

import platform
import shutil
import sys
from dataclasses import dataclass

from sponsor_app import __version__
from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.text import counted
from sponsor_app.services import Services, profiles
from sponsor_app.store import checks
from sponsor_app.system.key_file import Protection
from sponsor_app.system.keystore import KeyStore

LEAST_FREE = 200 << 20


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: whether it is well, what was seen, and what to do."""

    name: str
    ok: bool
    detail: str
    next: str = ""


def examine(app: Services) -> list[Check]:
    """Every check that needs the open store."""
    return [
        _versions(),
        _protection(app),
        *_key_store(app),
        _pages(app),
        *_contents(app),
        *_sharing(app),
        _space(app),
    ]


def repair(app: Services) -> None:
    """Make anew everything that can be recomputed: search and clocks."""
    with app.store.write_local() as connection:
        checks.rebuild(connection)


def _versions() -> Check:
    parts = [
        f"sponsor-app {__version__}",
        f"Python {platform.python_version()}",
        f"SQLite {checks.sqlite_version()}",
        f"SQLCipher {checks.cipher_version()}",
        f"on {sys.platform}",
    ]
    return Check("versions", ok=True, detail=", ".join(parts))


def _protection(app: Services) -> Check:
    by = profiles.protection(app.profile)
    if by is Protection.NOTHING:
        return Check(
            "protection",
            ok=False,
            detail="not encrypted: whoever has this laptop's disk can read it",
            next="Make an encrypted profile, and move there with export and import.",
        )
    return Check("protection", ok=True, detail=f"encrypted, unlocked by the {by}")


def _key_store(app: Services) -> list[Check]:
    if profiles.protection(app.profile) is not Protection.KEY_STORE:
        return []
    try:
        name = KeyStore().name()
    except SponsorError as error:
        return [Check("key store", ok=False, detail=error.message, next=error.next)]
    return [Check("key store", ok=True, detail=name)]


def _pages(app: Services) -> Check:
    problems = app.store.problems()
    if problems:
        shown = "; ".join(" ".join(said.split()) for said in problems[:3])
        step = "Restore the last backup: sponsor-app backup list, then sponsor-app restore FILE."
        return Check("store", ok=False, detail=f"damaged: {shown}", next=step)
    files = app.store.path.parent.glob(f"{app.store.path.name}*")
    size = sum(file.stat().st_size for file in files) / (1 << 20)
    return Check("store", ok=True, detail=f"every page is sound, {size:.1f} MiB")


def _contents(app: Services) -> list[Check]:
    with app.store.read() as connection:
        missing = checks.dangling(connection)
        silent = checks.without_change(connection)
        stale = checks.stale_standings(connection)
    rebuild = "Run: sponsor-app doctor --repair"
    return [
        Check(
            "references",
            ok=not missing,
            detail=", ".join(f"{counted(n, 'record')} in {name}" for name, n in missing.items())
            + " refer to something deleted or not here yet"
            if missing
            else "every record's references are here",
            next="Undo the deletion, or sync, if you miss something." if missing else "",
        ),
        Check(
            "changes",
            ok=not silent,
            detail="every record has its history"
            if not silent
            else f"{counted(silent, 'record')} without history",
            next="" if not silent else "Send us the log: something wrote past the program.",
        ),
        Check(
            "clocks",
            ok=not stale,
            detail="clocks agree with what happened"
            if not stale
            else f"{counted(stale, 'clock')} out of date",
            next=rebuild if stale else "",
        ),
    ]


def _sharing(app: Services) -> list[Check]:
    """What is asked of the team and its file; nothing for whoever shares with nobody."""
    from sponsor_app.services.sharing import health  # noqa: PLC0415 - the ciphers, 60 ms

    return [Check(one.name, one.ok, one.detail, one.next) for one in health.looked_at(app)]


def _space(app: Services) -> Check:
    free = shutil.disk_usage(app.profile.root).free
    enough = free > LEAST_FREE
    return Check(
        "disk",
        ok=enough,
        detail=f"{free / (1 << 30):.1f} GiB free",
        next="" if enough else "Free some space: a backup needs as much as the store.",
    )
