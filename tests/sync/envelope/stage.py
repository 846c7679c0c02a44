"""A small team whose every byte comes from a word, so that a file made twice is the same file."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

import msgspec

from sponsor_app.sync.envelope.codes import CodeKeys
from sponsor_app.sync.envelope.devices import Card, DeviceKeys, device_from
from sponsor_app.sync.envelope.epochs import Chance, Epoch, EpochContent, Head, make_epoch
from sponsor_app.sync.envelope.people import Step, begin
from sponsor_app.sync.envelope.records import Record, parse
from sponsor_app.sync.envelope.sealing import Sealer
from sponsor_app.sync.envelope.team import Team, admit
from sponsor_app.sync.envelope.writing import START, compose, seal_base, seal_frame
from tests.sync.envelope import rfc9180

DIGEST = sha256(b"digest").digest()
NOW = 1_900_000_000

pack = msgspec.msgpack.encode


def actor(name: str) -> DeviceKeys:
    return device_from(
        sha256(f"ed {name}".encode()).digest() + sha256(f"x {name}".encode()).digest()
    )


def chance(word: str) -> Chance:
    """Randomness that is none."""
    count = iter(range(1 << 30))

    def draw(size: int) -> bytes:
        drawn = b""
        while len(drawn) < size:
            drawn += sha256(f"{word} {next(count)}".encode()).digest()
        return drawn[:size]

    def wrap(key: bytes, public: bytes, bound: bytes) -> bytes:
        return rfc9180.seal(key, public, bound, draw(32))

    return Chance(draw, wrap)


def record(content: bytes) -> Record:
    found = parse(content)
    assert found is not None
    return found


def said(payload: bytes) -> str:
    """What a frame of this stage says."""
    return msgspec.msgpack.decode(payload)["say"]


class Stage:
    """A team begun by Anna, seen by her, and the records of its file in the order they were written."""

    def __init__(self, *members: str, word: str = "stage") -> None:
        self.chance = chance(word)
        self.anna = actor("anna")
        step = begin(self.anna, "anna", "Anna", self.chance)
        self.team, self.records = step.team, [step.record]
        self.heads: dict[bytes, Head] = {}
        if members:
            self.add(*members)

    @property
    def tip(self) -> Epoch:
        return self.team.tip

    def take(self, step: Step) -> Step:
        self.team = step.team
        self.records.append(step.record)
        return step

    def add(self, *names: str, admin: bool = False) -> bytes:
        """Put laptops into the team as if their codes had been replaced already."""
        cards = [actor(name).card(name, name.title(), admin=admin) for name in names]
        return self.amend(roster=[*self.tip.roster.values(), *cards])

    def amend(self, *, by: DeviceKeys | None = None, **changes: Any) -> bytes:
        """Put a state of the team behind the tip that says what `changes` say."""
        step = self.forge(by=by, **changes)
        self.team, _ = admit(self.team, [record(step)], self.anna)
        self.records.append(step)
        return step

    def forge(
        self, *, by: DeviceKeys | None = None, on: Epoch | None = None, **changes: Any
    ) -> bytes:
        """A state of the team, possible or not, that nobody takes in yet."""
        parent = on or self.tip
        content = EpochContent(
            parent.number + 1,
            list(parent.roster.values()),
            {parent.id: parent.key},
            dict(parent.frozen),
            sorted(parent.bases),
        )
        content = msgspec.structs.replace(content, **changes)
        return make_epoch(self.team.file_id, by or self.anna, content, parent.id, self.chance)

    def without(self, *names: str) -> list[Card]:
        gone = {actor(name).id for name in names}
        return [card for i, card in self.tip.roster.items() if i not in gone]

    def remove(self, *names: str) -> bytes:
        frozen = {actor(name).id: self.heads.get(actor(name).id, START) for name in names}
        return self.amend(roster=self.without(*names), frozen={**self.tip.frozen, **frozen})

    def seen_by(self, name: str) -> Team:
        """The team as another laptop sees it, from the same records."""
        blank = Team(self.team.file_id, self.team.genesis)
        return admit(blank, [record(r) for r in self.team.records], actor(name))[0]

    def seen_by_code(self, code: CodeKeys) -> Team:
        """The team as whoever holds a code sees it."""
        blank = Team(self.team.file_id, self.team.genesis)
        return admit(blank, [record(r) for r in self.team.records], code.device)[0]

    def say(self, name: str, text: str, *, after: Head | None = None) -> bytes:
        """The next frame of a laptop, put behind the records."""
        frame = self.utter(name, pack({"say": text}), after=after)
        self.records.append(frame)
        return frame

    def utter(self, name: str, payload: bytes, *, after: Head | None = None) -> bytes:
        """The next frame of a laptop, put nowhere."""
        keys = actor(name)
        head = after or self.heads.get(keys.id, START)
        frame = seal_frame(self.team, keys, head, payload, self.chance.draw)
        self.heads[keys.id] = Head(head.sequence + 1, sha256(frame).digest())
        return frame

    def base(
        self, name: str, *chunks: bytes, vector: Mapping[bytes, Head] | None = None
    ) -> tuple[bytes, ...]:
        reach = self.heads if vector is None else vector
        return seal_base(self.team, actor(name), chunks, reach, DIGEST, self.chance.draw)

    def sealer(self, name: str) -> Sealer:
        keys = actor(name)
        return Sealer(self.team.file_id, keys.id, keys.signing, self.chance.draw)

    def file(self, records: Iterable[bytes] | None = None, *, by: str = "anna") -> bytes:
        listed = self.records if records is None else records
        return compose(self.team, actor(by), listed, self.heads, DIGEST, self.chance.draw)
