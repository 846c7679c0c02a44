"""What the hub needs from a laptop: everything about the content of a file, and nothing about files."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Whose(StrEnum):
    """What the first bytes of a file say about it."""

    OURS = "ours"
    OTHER_TEAM = "other_team"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Joined:
    """What came of joining a file.

    `learnt` counts what this laptop did not know. `lacks` is whether the file misses something this laptop holds.
    `shows` is the number of this laptop's last own edit up to which the file holds them all, and `known` the same as far
    as somebody else's writing proves that they hold them. `said` is everything noticed, in plain words. `writable` is
    False when nothing may be put back: a newer format, or this laptop has left the team.
    """

    learnt: int
    lacks: bool
    shows: int
    known: int = 0
    said: tuple[str, ...] = ()
    writable: bool = True


@dataclass(frozen=True, slots=True)
class Composed:
    """A whole file, and the number of this laptop's last own edit in it."""

    content: bytes
    upto: int


class Laptop(Protocol):
    """One laptop's knowledge of the team; each verb is its own transaction, and none fails for any bytes."""

    def recognises(self, head: bytes) -> Whose:
        """Whose file begins with `head` (at most `limits.HEAD` bytes)."""
        ...

    def claims(self, content: bytes) -> bool:
        """Whether something in `content` is sealed by this team, although its beginning does not say so."""
        ...

    def join(self, content: bytes, beside: str = "") -> Joined:
        """Take in all that is believable in `content`, with a damaged beginning too.

        `beside` is empty for the shared file itself, else the name of the copy beside it.
        """
        ...

    def compose(self, found: bytes | None) -> Composed:
        """The file with everything this laptop holds put back; `found` is what was joined, None to write it anew."""
        ...

    def written(self) -> int:
        """The number of this laptop's last own edit; it only grows."""
        ...
