"""Errors a person can act on. Anything else is our bug and reaches the crash report."""

import re
from collections.abc import Sequence

LONG_QUOTE = re.compile("“([^”]{80})[^”]+”")
"""Somebody's own words in a message, longer than they need be to be known again."""
CANDIDATES_SHOWN = 6


class SponsorError(Exception):
    """Base of every error shown as a message: what happened, what is safe, what to do next.

    `code` is stable for scripts; `message` is one sentence or two; `next` is the next step, or empty.
    `typed` is the next step for whoever works on the command line, where it differs: it names what to type.
    """

    code = "refused"

    def __init__(self, message: str, next_step: str = "", typed: str = "") -> None:
        self.message = LONG_QUOTE.sub("“\\1…”", message)
        super().__init__(self.message)
        self.next = LONG_QUOTE.sub("“\\1…”", next_step)
        self.typed = typed or self.next


class NotFoundError(SponsorError):
    """Nothing by that name or id."""

    code = "not_found"


class AmbiguousError(SponsorError):
    """A name fits more than one record; `candidates` says which."""

    code = "ambiguous"

    def __init__(self, what: str, text: str, candidates: Sequence[str]) -> None:
        more = ", ..." if len(candidates) > CANDIDATES_SHOWN else ""
        shown = ", ".join(candidates[:CANDIDATES_SHOWN]) + more
        super().__init__(
            f"“{text}” fits {len(candidates)} {what}: {shown}. Nothing was changed.",
            "Give the whole name.",
            "Give the whole name, or the id.",
        )
        self.candidates = tuple(candidates)


class InvalidError(SponsorError):
    """A value that cannot be what it is given for."""

    code = "invalid"


class RefusedError(SponsorError):
    """The action is understood and not possible now."""

    code = "refused"


class StoreError(SponsorError):
    """The local store cannot be used as it is."""

    code = "store"


class StoreLockedError(StoreError):
    """The key did not open the store."""

    code = "wrong_key"


class StoreBusyError(StoreError):
    """Another process is writing."""

    code = "store_busy"


class StoreNewerError(StoreError):
    """The store was written by a later version."""

    code = "store_newer"


class StoreDamagedError(StoreError):
    """The file is not a store, or no longer one."""

    code = "store_damaged"


class NoStoreError(StoreError):
    """There is no store in this profile yet."""

    code = "no_store"


class KeyStoreError(SponsorError):
    """The operating system's key store cannot be used."""

    code = "key_store"


class PasswordPlaceError(KeyStoreError):
    """The key store takes no password of a server; it may be kept in the encrypted store if somebody says so."""


class FileProblemError(SponsorError):
    """A file cannot be read or written."""

    code = "file"


class DiskFullError(SponsorError):
    """There is no room left on the disk."""

    code = "disk_full"
