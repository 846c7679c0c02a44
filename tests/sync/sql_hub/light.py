"""A laptop without ciphers, so that what is measured is the hub and the server and not fifty laptops on one processor."""

import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from sponsor_app.sync.envelope.epochs import Head
from sponsor_app.sync.envelope.limits import NOTHING
from sponsor_app.sync.envelope.records import SMALLEST_BODY, Kind, RecordHeader, parse
from sponsor_app.sync.envelope.writing import START
from sponsor_app.sync.file_hub.laptop import Joined
from sponsor_app.sync.sql_hub.laptop import Key, Pieces

SIZE = 600
"""Bytes of a frame that carries one usual deed."""


@dataclass
class Light:
    """One of many; everybody believes everybody. `records` are frames by hash, `own` the hashes of mine in order."""

    name: bytes
    team: bytes
    writers: Sequence[bytes]
    records: dict[bytes, bytes] = field(default_factory=dict[bytes, bytes])
    reached: dict[bytes, Head] = field(default_factory=dict[bytes, Head])
    own: list[bytes] = field(default_factory=list[bytes])
    unsent: dict[bytes, bytes] = field(default_factory=dict[bytes, bytes])

    def edit(self) -> None:
        head = self.reached.get(self.name, START)
        header = RecordHeader(
            Kind.FRAME, max(SIZE, SMALLEST_BODY), NOTHING, self.name, head.sequence + 1,
            head.hash, secrets.token_bytes(32),
        )  # fmt: skip
        content = header.packed() + secrets.token_bytes(header.length)
        name = sha256(content).digest()
        self.own.append(name)
        self.unsent[name] = content
        self._hold(name, content, header)

    def _hold(self, name: bytes, content: bytes, header: RecordHeader) -> None:
        self.records[name] = content
        self.reached[header.writer] = max(
            Head(header.sequence, name), self.reached.get(header.writer, START)
        )

    def file_id(self) -> bytes:
        return self.team

    def heads(self) -> dict[bytes, Head]:
        return {writer: self.reached.get(writer, START) for writer in self.writers}

    def knows(self, hash: bytes) -> bool:  # noqa: A002
        return True

    def wanted(self, keys: Sequence[Key]) -> list[Key]:
        return [key for key in keys if key.hash not in self.records]

    def join(self, records: Sequence[bytes], there: Collection[bytes]) -> Joined:
        for content in records:
            found = parse(content)
            assert found is not None
            self._hold(found.hash, content, found.header)
        self.unsent = {name: c for name, c in self.unsent.items() if name not in there}
        return Joined(len(records), bool(self.unsent), len(self.own) - len(self.unsent))

    def compose(self, there: Collection[bytes]) -> Pieces:
        return Pieces(list(self.unsent.values()), len(self.own))

    def written(self) -> int:
        return len(self.own)
