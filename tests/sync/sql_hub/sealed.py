"""A laptop that shares lines in frames of the real envelope, by hubs and by files; its fields survive a restart."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

import msgspec

from sponsor_app.sync.envelope.chains import Known
from sponsor_app.sync.envelope.devices import DeviceKeys
from sponsor_app.sync.envelope.epochs import Head
from sponsor_app.sync.envelope.reading import Reading, read
from sponsor_app.sync.envelope.records import file_header
from sponsor_app.sync.envelope.team import Team, admit
from sponsor_app.sync.envelope.writing import START, compose, seal_base, seal_frame
from sponsor_app.sync.file_hub.laptop import Composed, Joined, Whose
from sponsor_app.sync.sql_hub.laptop import Key, Pieces
from sponsor_app.sync.sql_hub.reading import believable
from tests.sync.envelope.stage import Stage, actor, record

pack, unpack = msgspec.msgpack.encode, msgspec.msgpack.decode


@dataclass
class Sealed:
    """One laptop of a team. `drafts` are lines that are not sealed yet: that happens when they are put."""

    name: str
    team: Team
    keys: DeviceKeys
    lines: set[str] = field(default_factory=set[str])
    drafts: list[str] = field(default_factory=list[str])
    mine: int = 0
    records: dict[bytes, bytes] = field(default_factory=dict[bytes, bytes])
    places: dict[tuple[bytes, int], set[bytes]] = field(
        default_factory=dict[tuple[bytes, int], set[bytes]]
    )
    reached: dict[bytes, Head] = field(default_factory=dict[bytes, Head])
    own: list[tuple[bytes, int]] = field(default_factory=list[tuple[bytes, int]])
    base: tuple[bytes, ...] = ()
    bases: set[bytes] = field(default_factory=set[bytes])
    covered: dict[bytes, Head] = field(default_factory=dict[bytes, Head])
    noticed: list[str] = field(default_factory=list[str])

    def edit(self, line: str = "") -> str:
        self.mine += 1
        line = line or f"{self.name}-{self.mine}"
        self.drafts.append(line)
        self.lines.add(line)
        return line

    def digest(self) -> str:
        return sha256("\n".join(sorted(self.lines)).encode()).hexdigest()

    def hand_in(self, epoch: bytes) -> None:
        """Let the laptop hear of a state of the team by itself."""
        self.team, _ = admit(self.team, [record(epoch)], self.keys)

    def make_base(self) -> None:
        """Seal all that is known into a base, to be put at the next sync; frames below it are let go."""
        self.seal()
        chunks = [pack(sorted(self.lines))]
        self.base = seal_base(self.team, self.keys, chunks, self.reached, b"")
        self.bases.add(sha256(self.base[-1]).digest())
        self.covered = dict(self.reached)
        self.records.clear()

    # --- what the hub asks -------------------------------------------------------------------

    def file_id(self) -> bytes:
        return self.team.file_id

    def heads(self) -> dict[bytes, Head]:
        return {writer: self.reached.get(writer, START) for writer in self.team.cards}

    def knows(self, hash: bytes) -> bool:  # noqa: A002
        return hash in self.team.epochs or hash in self.team.closed or hash in self.bases

    def wanted(self, keys: Sequence[Key]) -> list[Key]:
        return [
            key
            for key in keys
            if key.hash not in self.places.get((key.writer, key.sequence), ())
            and key.sequence > self.covered.get(key.writer, START).sequence
        ]

    def join(self, records: Sequence[bytes], there: Collection[bytes]) -> Joined:
        learnt = self.take(believable(records, self.team, self.keys, self.known()))
        return self.joined(learnt, there)

    def compose(self, there: Collection[bytes]) -> Pieces:
        self.seal()
        return Pieces([r for name, r in self.everything() if name not in there], self.mine)

    def written(self) -> int:
        return self.mine

    # --- its own -----------------------------------------------------------------------------

    def known(self) -> Known:
        return Known(self.places, self.reached, self.bases)

    def joined(self, learnt: int, there: Collection[bytes]) -> Joined:
        lacks = bool(self.drafts) or any(name not in there for name, _ in self.everything())
        shows = 0
        for name, upto in self.own:
            if name not in there and self.covered.get(self.keys.id, START).sequence == 0:
                break
            shows = upto
        said = tuple(self.noticed)
        self.noticed.clear()
        return Joined(learnt, lacks, shows, 0, said)

    def everything(self) -> list[tuple[bytes, bytes]]:
        """Everything to put back, by hash: states of the team, a base of mine, frames in their order."""
        epochs = [(sha256(content).digest(), content) for content in self.team.records]
        base = [(sha256(self.base[-1]).digest(), c) for c in self.base]
        return [*epochs, *base, *self.records.items()]

    def seal(self) -> None:
        if not self.drafts:
            return
        head = self.reached.get(self.keys.id, START)
        content = seal_frame(self.team, self.keys, head, pack(self.drafts))
        name = sha256(content).digest()
        self.reached[self.keys.id] = Head(head.sequence + 1, name)
        self.places.setdefault((self.keys.id, head.sequence + 1), set()).add(name)
        self.records[name] = content
        self.own.append((name, self.mine))
        self.drafts.clear()

    def take(self, reading: Reading) -> int:
        before = len(self.lines)
        self.team = reading.team
        for base in reading.bases:
            self.bases.add(base.id)
            self.covered |= base.vector
            for chunk in base.chunks:
                self.lines.update(unpack(chunk))
        for frame in reading.frames:
            self.places.setdefault((frame.writer, frame.sequence), set()).add(frame.hash)
            self.records[frame.hash] = frame.record
            self.lines.update(unpack(frame.payload))
        self.reached |= reading.reached
        self.noticed += [finding.said(self.team.name_of) for finding in reading.findings]
        return len(self.lines) - before


@dataclass
class FileSide:
    """The same laptop as a file hub asks it: a gateway has both."""

    laptop: Sealed

    def recognises(self, head: bytes) -> Whose:
        header = file_header(head)
        ours = header is not None and header.file_id == self.laptop.team.file_id
        return Whose.OURS if ours else Whose.UNKNOWN

    def claims(self, content: bytes) -> bool:
        return False

    def join(self, content: bytes, beside: str = "") -> Joined:
        laptop = self.laptop
        reading = read(content, laptop.team, laptop.keys, laptop.known())
        return laptop.joined(laptop.take(reading), reading.present)

    def compose(self, found: bytes | None) -> Composed:
        laptop = self.laptop
        laptop.seal()
        records = [content for _, content in laptop.everything()]
        content = compose(laptop.team, laptop.keys, records, laptop.reached, b"")
        return Composed(content, laptop.mine)

    def written(self) -> int:
        return self.laptop.mine


def team_of(*names: str, word: str = "hub") -> tuple[Stage, list[Sealed]]:
    """A team that Anna began, and each laptop as it knows it."""
    stage = Stage(*names, word=word)
    laptops = [Sealed(name, stage.seen_by(name), actor(name)) for name in ("anna", *names)]
    return stage, laptops
