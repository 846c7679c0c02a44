"""Makes a profile, writes, backs up, closes and writes again; says what it promised in lines on its standard output.

Watched by `strace`, so everything goes through system calls in the one thread there is.
"""

import os
import sys
from pathlib import Path

from sponsor_app.services import accounts, backups, stores
from sponsor_app.services.profiles import Me, Unlocking, system_clocks
from sponsor_app.system.folders import Profile
from sponsor_app.system.keystore import KeyStore

NAMES = 14


class Known(KeyStore):
    """A key store that holds one secret for everybody, so that another program opens the profile too."""

    def read(self, store_id: str) -> bytes | None:
        return bytes(32)

    def make(self, store_id: str) -> bytes:
        return bytes(32)


def promise(text: str) -> None:
    os.write(1, f"{text}\n".encode())


def main(folder: Path) -> None:
    profile, unlocking, clocks = Profile(folder), Unlocking(key_store=Known()), system_clocks()
    (folder / "kept").mkdir(parents=True)
    app = stores.create(profile, Me("Grace"), unlocking, clocks)
    promise("made")
    for number in range(NAMES):
        if number == NAMES // 2:
            app.store.close()
            promise("closed")
            app = stores.open_profile(profile, unlocking, clocks)
        accounts.add(app, fields={"name": f"Account {number}"})
        promise(f"saved Account {number}")
    backups.make(app, folder / "kept" / "Sponsor backup.zip")
    promise("backup")
    app.store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
