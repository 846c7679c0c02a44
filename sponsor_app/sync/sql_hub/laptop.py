"""What the hub needs from a laptop: everything about the content of records, and nothing about servers."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from sponsor_app.sync.envelope.epochs import Head
from sponsor_app.sync.file_hub.laptop import Joined


class Key(NamedTuple):
    """A frame on the server by its name: `hash` is its record's, of `size` bytes."""

    writer: bytes
    sequence: int
    hash: bytes
    size: int


@dataclass(frozen=True, slots=True)
class Pieces:
    """Records to put, each after those it needs, and the number of this laptop's last own edit in them."""

    records: Sequence[bytes]
    upto: int


class Laptop(Protocol):
    """One laptop's knowledge of the team; each verb is its own transaction, and none fails for any bytes.

    `there` are the hashes of all records the server holds for this team, as far as this laptop has seen them.
    """

    def file_id(self) -> bytes:
        """The 16 bytes that name the team's shared state, file or hub alike."""
        ...

    def heads(self) -> Mapping[bytes, Head]:
        """How far each writer's frames are known without a gap; whoever ever was in a roster is in it, with 0 for none."""
        ...

    def knows(self, hash: bytes) -> bool:  # noqa: A002 - the word of the format
        """Whether this laptop holds the state of the team, or joined the base, of which this is the hash."""
        ...

    def wanted(self, keys: Sequence[Key]) -> Sequence[Key]:
        """Those of the frames that this laptop does not hold, and that no base it joined covers."""
        ...

    def join(self, records: Sequence[bytes], there: Collection[bytes]) -> Joined:
        """Take in all that is believable; `lacks` and `shows` are about `there`, as after a whole file was read."""
        ...

    def compose(self, there: Collection[bytes]) -> Pieces:
        """Everything this laptop holds and the server does not, with its own latest edits sealed now."""
        ...

    def written(self) -> int:
        """The number of this laptop's last own edit; it only grows."""
        ...
