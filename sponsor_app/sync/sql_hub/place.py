"""Where the hub is: a `postgresql://` address, read strictly, with the password taken out of it."""

from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

from sponsor_app.domain.errors import InvalidError

SCHEMES = ("postgresql", "postgres")
PORT = 5432
OPTIONS = {"sslrootcert", "sslmode", "host"}
EXAMPLE = "Write it as postgresql://NAME@SERVER/DATABASE."


@dataclass(frozen=True, slots=True)
class Place:
    """A database, and who this laptop is there. `authority` is a file of certificates to trust, empty for the system's.

    `host` is a name, or the folder of a local socket. `beside_others` lets this team begin in a database that other teams use.
    """

    host: str
    database: str
    user: str
    port: int = PORT
    authority: str = ""
    beside_others: bool = False

    @property
    def local(self) -> bool:
        """Whether it is a socket on this computer: nobody stands between, so nothing is encrypted."""
        return self.host.startswith("/")

    @property
    def address(self) -> str:
        """What to keep in the settings and show: the whole address without a password."""
        options = {"host": self.host} if self.local else {}
        if self.authority:
            options["sslrootcert"] = self.authority
        host = "" if self.local else f"[{self.host}]" if ":" in self.host else self.host
        query = f"?{urlencode(options)}" if options else ""
        user = quote(self.user, safe="")
        return f"postgresql://{user}@{host}:{self.port}/{quote(self.database, safe='')}{query}"


def is_address(text: str) -> bool:
    """Whether somebody means a hub and not a file."""
    return text.strip().partition("://")[0].lower() in SCHEMES


def read_place(text: str) -> tuple[Place, str | None]:
    """The place of an address, and the password that stood in it, for the key store. Refuses whatever is unclear or unsafe."""
    parts = _split(text.strip())
    options = _options(parts)
    try:
        port = parts.port or PORT
    except ValueError as error:
        _refuse("The port of this address is no number, or there are two servers", error)
    place = Place(
        options.get("host") or (parts.hostname or ""),
        unquote(parts.path.removeprefix("/")),
        unquote(parts.username or ""),
        port,
        options.get("sslrootcert", ""),
    )
    if not (place.host and place.database and place.user):
        _refuse("This address lacks a name, a server or a database")
    if place.authority and not Path(place.authority).is_file():
        msg = f"There is no file of certificates at “{place.authority}”. Nothing was changed."
        raise InvalidError(msg, "Ask the server's administrator for it.")
    return place, unquote(parts.password) if parts.password else None


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
    except ValueError as error:
        _refuse("This is no address of a database", error)
    if parts.scheme not in SCHEMES or parts.fragment:
        _refuse("This is no address of a PostgreSQL database")
    return parts


def _options(parts: SplitResult) -> dict[str, str]:
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    strange = sorted(options.keys() - OPTIONS)
    if strange:
        _refuse(f"“{strange[0]}” cannot be set in this address")
    if options.get("sslmode", "verify-full") != "verify-full":
        msg = "The server's certificate is always checked, so “sslmode” can only be verify-full. Nothing was changed."
        raise InvalidError(msg, "Leave “sslmode” out.")
    host = options.get("host", "")
    if host and (parts.hostname or not host.startswith("/")):
        _refuse("“host” is for the folder of a local socket")
    return options


def _refuse(why: str, cause: Exception | None = None) -> NoReturn:
    msg = f"{why}. Nothing was changed."
    raise InvalidError(msg, EXAMPLE) from cause
