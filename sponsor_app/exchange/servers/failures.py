"""What the library and its lines raise, as a sentence of what happened and what to do."""

from collections.abc import Generator
from contextlib import contextmanager

import niquests.exceptions as lines
from caldav.lib.error import AuthorizationError, DAVError, NotFoundError, RateLimitError

from sponsor_app.domain.errors import FileProblemError

_MAY_NOT = 403
_SAFE = "Nothing was changed."


@contextmanager
def explained(host: str) -> Generator[None]:
    """Turn every failure of the library into a `FileProblemError` about this server."""
    try:
        yield
    except (DAVError, lines.RequestException, OSError) as error:
        message, advice = _words(error, host)
        msg = f"{message} {_SAFE}"
        raise FileProblemError(msg, advice) from error
    except (
        LookupError,
        ValueError,
        AttributeError,
        TypeError,
        AssertionError,
        SyntaxError,
    ) as error:
        # The library trusts what servers answer; what is no XML is a SyntaxError.
        raise unreadable(host) from error


def unreadable(host: str) -> FileProblemError:
    """An answer that is no calendar server's."""
    message = f"“{host}” answers, but not as a calendar server does. {_SAFE}"
    return FileProblemError(message, "Ask its administrator for the address for CalDAV.")


def nothing(host: str) -> FileProblemError:
    """A server without a calendar for whoever asks."""
    message = f"“{host}” has no calendar with meetings for you. {_SAFE}"
    return FileProblemError(message, "Check the address, or make a calendar there first.")


def too_large(host: str, mebibytes: int) -> FileProblemError:
    """More than is ever read."""
    message = f"“{host}” has more than {mebibytes} MiB to say, and no more is read. {_SAFE}"
    return FileProblemError(message, "Connect a smaller calendar.")


def gone(name: str, host: str) -> FileProblemError:
    """A calendar that was there."""
    message = f"The calendar “{name}” is no longer on “{host}”; its meetings stay as they are."
    return FileProblemError(message, "Connect another one, or forget this one.")


def _words(error: Exception, host: str) -> tuple[str, str]:
    """What happened, and what to do: the first of the kinds that the failure is of."""
    if isinstance(error, AuthorizationError) and error.status == _MAY_NOT:
        return (
            f"“{host}” does not let you read that calendar.",
            "Ask whoever owns it to share it.",
        )
    for kinds, message, advice in _KINDS:
        if isinstance(error, kinds):
            return message.format(host=host), advice
    return f"“{host}” answers, but not as a calendar server does.", "Check the address."


_KINDS: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str, str], ...] = (
    (
        AuthorizationError,
        "“{host}” does not accept this name with this password.",
        "Type them again. Many servers want a password made for one program.",
    ),
    (RateLimitError, "“{host}” was asked too often.", "Try again in an hour."),
    (NotFoundError, "“{host}” has no calendars at that address.", "Check the address."),
    (
        lines.SSLError,
        "“{host}” cannot prove that it is itself: its certificate is not trusted here. The password was not sent.",
        "Check the address, or ask whoever looks after the server.",
    ),
    (
        lines.InvalidSchema,
        "“{host}” sends on to an address without protection. The password was not sent there.",
        "Ask its administrator for an address that stays with https://.",
    ),
    (lines.TooManyRedirects, "“{host}” sends in circles.", "Check the address."),
    (lines.Timeout, "“{host}” has not answered in time.", "Try again later."),
    (
        (lines.ConnectionError, TimeoutError, ConnectionError),
        "“{host}” cannot be reached now.",
        "Check the network and the address.",
    ),
)
