"""A word in the store and the same word beside it: when they differ, the store is an older one that was put back."""

import secrets
from pathlib import Path

from sponsor_app.services import Services
from sponsor_app.store.sharing.kept import Connection
from sponsor_app.store.sharing.outgoing import set_setting, setting
from sponsor_app.system.folders import Profile
from sponsor_app.system.publish import PRIVATE, publish

TOKEN = "share_token"  # noqa: S105 - the name of a setting
LONGEST = 200


def place(profile: Profile) -> Path:
    """Where the word beside the store is: no backup carries it."""
    return profile.root / "shared.token"


def renew(connection: Connection) -> str:
    """A new word in the store; `lay_down` puts it beside, once the transaction is over."""
    word = secrets.token_hex(16)
    set_setting(connection, TOKEN, word)
    return word


def lay_down(profile: Profile, word: str) -> None:
    """Put the word beside the store."""
    publish(place(profile), word.encode(), mode=PRIVATE)


def is_older(app: Services) -> bool:
    """Whether this store is one that was put back: what it shared since then is not in it. Cheap; asked at each start."""
    with app.store.read() as connection:
        word = setting(connection, TOKEN)
    return word is not None and word != _beside(app.profile)


def _beside(profile: Profile) -> str:
    try:
        with place(profile).open(encoding="utf-8") as file:
            return file.read(LONGEST)
    except (OSError, UnicodeDecodeError):
        return ""
