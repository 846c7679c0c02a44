"""The address of a calendar server as a person types it, made safe to give a password to."""

from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from sponsor_app.domain.errors import InvalidError

HERE = frozenset({"localhost", "127.0.0.1", "::1"})
"""This computer, where nothing travels that could be listened to."""
_LONGEST = 1_000
_SAFE = "Give the address that begins with https://."


@dataclass(frozen=True, slots=True)
class ServerCalendar:
    """A calendar that a server has for somebody."""

    address: str
    name: str


def read_address(typed: str) -> str:
    """An address with `https://` in front, or `http://` on this computer. Raises `InvalidError` for any other."""
    text = typed.strip()
    whole = text if "://" in text else f"https://{text}"
    try:
        parts = urlsplit(whole)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        host, parts = "", urlsplit("")
    if not host or len(whole) > _LONGEST or any(sign.isspace() for sign in whole):
        msg = "That is no address of a server. Nothing was changed."
        raise InvalidError(msg, "It looks like https://calendar.example.com/dav/.")
    if parts.username or parts.password:
        msg = "A password does not belong in an address: others could read it there. Nothing was changed."
        raise InvalidError(
            msg, "Leave name and password out; they are asked for.", "Use --user NAME."
        )
    if parts.scheme != "https" and not (parts.scheme == "http" and host in HERE):
        msg = f"“{parts.scheme}” would send the password unprotected. Nothing was changed."
        raise InvalidError(msg, _SAFE)
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", parts.query, ""))


def origin_of(address: str) -> str:
    """`https://host:port` of an address: what a password is for."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def host_of(address: str) -> str:
    """The host, as a person names the server."""
    return urlsplit(address).hostname or address
