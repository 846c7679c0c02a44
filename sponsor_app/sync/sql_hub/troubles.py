"""Everything that can hinder a sync with a server, in plain words: what happened, what is safe, what to do next."""

from enum import StrEnum

from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.sync_status import Trouble
from sponsor_app.sync.file_hub.troubles import SAFE

LONGEST_QUOTE = 160


class Code(StrEnum):
    """Stable names of the troubles."""

    NO_DRIVER = "no_driver"
    NO_PASSWORD = "no_password"  # noqa: S105 - the word, not one
    NOT_REACHED = "not_reached"
    HANGS = "hangs"
    BROKEN_OFF = "broken_off"
    STARTING = "starting"
    TOO_MANY = "too_many"
    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - the word, not one
    NOT_ADMITTED = "not_admitted"
    NO_DATABASE = "no_database"
    NO_TABLES = "no_tables"
    NO_ENCRYPTION = "no_encryption"
    NOT_TRUSTED = "not_trusted"
    OTHER_NAME = "other_name"
    CERTIFICATE_TIME = "certificate_time"
    TOO_OLD = "too_old"
    NEWER_LAYOUT = "newer_layout"
    OTHER_TEAM = "other_team"
    MAY_NOT_READ = "may_not_read"
    MAY_NOT_WRITE = "may_not_write"
    READ_ONLY = "read_only"
    FULL = "full"
    BUSY = "busy"
    REFUSED = "refused"
    NOT_KEPT = "not_kept"
    NOT_WRITABLE = "not_writable"


PASSING = {Code.NOT_REACHED, Code.BROKEN_OFF, Code.STARTING, Code.TOO_MANY, Code.BUSY}
"""Worth asking again in a moment, within the same sync."""


class HinderedError(Exception):
    """Inside the hub: the sync cannot go on; `passing` is whether it is worth asking again at once."""

    def __init__(self, trouble: Trouble, *, passing: bool = False) -> None:
        super().__init__(trouble.code)
        self.trouble = trouble
        self.passing = passing


def hindered(code: Code, server_says: str = "") -> HinderedError:
    """The error of a code; `server_says` is quoted, cut to one line."""
    return HinderedError(trouble(code, _quoted(server_says)), passing=code in PASSING)


def trouble(code: Code, also: str = "") -> Trouble:
    """The sentences of a code; `also` goes before what is safe."""
    happened, then = _SAID[code]
    said = f"{happened} {also} {SAFE}" if also else f"{happened} {SAFE}"
    return Trouble(code.value, said, then)


def no_password(error: SponsorError) -> HinderedError:
    """The key store did not give the password, and says why."""
    said = f"{error.message} {SAFE}"
    return HinderedError(Trouble(error.code, said, error.next))


def _quoted(text: str) -> str:
    line = " ".join(text.split()).removeprefix("FATAL: ").removeprefix("ERROR: ").strip(" .")
    return f"The server says: {line[:LONGEST_QUOTE]}." if line else ""


_ITSELF = "Nothing needs doing: it is tried again by itself."
_ADMINISTRATOR = "Ask the server's administrator."
_NETWORK = "Check the network; it goes on by itself as soon as the server answers."
_PLACE = "Compare the address with the one you were given."
_SAID: dict[Code, tuple[str, str]] = {
    Code.NO_DRIVER: (
        "This installation has no part for database servers.",
        "Install it with the part “hub”: pip install 'sponsor-app[hub]'.",
    ),
    Code.NO_PASSWORD: (
        "There is no password for this server on this laptop.",
        "Choose the server's address again, with its password.",
    ),
    Code.NOT_REACHED: ("The server cannot be reached.", _NETWORK),
    Code.HANGS: ("The server has not answered for 10 seconds.", _NETWORK),
    Code.BROKEN_OFF: ("The server broke off the connection.", _ITSELF),
    Code.STARTING: ("The server is starting or stopping.", _ITSELF),
    Code.TOO_MANY: ("The server takes no more connections just now.", _ITSELF),
    Code.WRONG_PASSWORD: (
        "The server does not accept this name and password.",
        "Give the password again, or ask the server's administrator for a new one.",
    ),
    Code.NOT_ADMITTED: (
        "The server does not admit this name from this computer.",
        _ADMINISTRATOR,
    ),
    Code.NO_DATABASE: ("There is no such database on this server.", _PLACE),
    Code.NO_TABLES: (
        "This database was not prepared for sharing, or what belongs to it was removed.",
        "Ask the server's administrator to run the preparing script.",
    ),
    Code.NO_ENCRYPTION: (
        "The server offers no encrypted connection, so nothing was sent to it.",
        "Ask the server's administrator to switch TLS on.",
    ),
    Code.NOT_TRUSTED: (
        "This laptop does not trust the server's certificate, so nothing was sent to it. Somebody may stand in between.",
        "Ask the server's administrator for the certificate of whoever signed it, and give it as sslrootcert.",
    ),
    Code.OTHER_NAME: (
        "The server's certificate is for another name than the one in the address, so nothing was sent to it.",
        _PLACE,
    ),
    Code.CERTIFICATE_TIME: (
        "By this laptop's clock the server's certificate is no longer or not yet valid, so nothing was sent to it.",
        "Check the date of this laptop; if it is right, tell the server's administrator.",
    ),
    Code.TOO_OLD: (
        "The server's program is too old for sharing.",
        "Ask the server's administrator for PostgreSQL 15 or later.",
    ),
    Code.NEWER_LAYOUT: (
        "This database was prepared by a later version of this program. Nothing was written to it.",
        "Update the program.",
    ),
    Code.OTHER_TEAM: (
        "This database belongs to another team. Nothing was read from it and nothing written.",
        "Choose your team's database. If both teams shall use this one, say so when you begin there.",
    ),
    Code.MAY_NOT_READ: (
        "This name may not read the shared tables.",
        "Ask the server's administrator to run the preparing script for it.",
    ),
    Code.MAY_NOT_WRITE: (
        "This name may not add to the shared tables: edits of others come in, yours do not go out.",
        "Ask the server's administrator to run the preparing script for it.",
    ),
    Code.READ_ONLY: (
        "The server takes no changes just now: edits of others come in, yours do not go out.",
        "It goes on by itself; if it stays so, ask the server's administrator.",
    ),
    Code.FULL: (
        "There is no room left on the server; what it has is as it was.",
        "Tell the server's administrator; it goes on by itself.",
    ),
    Code.BUSY: ("The server is too busy to take this now.", _ITSELF),
    Code.REFUSED: ("The server refused.", _ADMINISTRATOR),
    Code.NOT_KEPT: (
        "The server did not keep what was written, or holds something else in its place.",
        "It is tried again by itself; if it stays so, tell the server's administrator.",
    ),
    Code.NOT_WRITABLE: ("Nothing of this laptop may be put on the server now.", ""),
}
