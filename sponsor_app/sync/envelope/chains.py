"""What writers wrote, each in its own chain: a frame counts when it continues what its writer wrote before."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sponsor_app.sync.envelope.devices import Role
from sponsor_app.sync.envelope.epochs import Head
from sponsor_app.sync.envelope.findings import Forked, Waiting
from sponsor_app.sync.envelope.limits import NOTHING
from sponsor_app.sync.envelope.records import Kind, Record
from sponsor_app.sync.envelope.refusals import Reason, Unbelievable, demand
from sponsor_app.sync.envelope.sealing import check_signature, open_seal
from sponsor_app.sync.envelope.team import Team

Place = tuple[bytes, int]
"""A writer's device id and a sequence."""


@dataclass(frozen=True)
class Known:
    """What this laptop holds already: the hashes of frames by place, and how far bases it joined reach.

    `frames` may be any mapping, so that a store can look them up instead of listing them.
    """

    frames: Mapping[Place, Collection[bytes]] = field(
        default_factory=dict[Place, Collection[bytes]]
    )
    covered: Mapping[bytes, Head] = field(default_factory=dict[bytes, Head])
    bases: Collection[bytes] = frozenset()


@dataclass(frozen=True)
class Frame:
    """A believed frame, or the card a code handed in; `payload` is one MessagePack value nobody here looks into."""

    writer: bytes
    sequence: int
    hash: bytes
    epoch: bytes
    payload: bytes = field(repr=False)
    record: bytes = field(repr=False)
    card: bool = False


@dataclass
class Chains:
    """The chains of one reading: what was believed, and what waits."""

    team: Team
    known: Known
    covered: Mapping[bytes, Head]
    accepted: dict[Place, dict[bytes, Frame]] = field(
        default_factory=dict[Place, dict[bytes, Frame]]
    )
    forks: set[Place] = field(default_factory=set[Place])
    waiting: dict[bytes, list[int]] = field(default_factory=dict[bytes, list[int]])

    def take(self, record: Record) -> bool:
        """Believe a record, or let it wait (False); refuses what cannot be believed.

        Records of one writer come in the order of their sequences.
        """
        team, header = self.team, record.header
        card = team.epochs[header.epoch].roster[header.writer]
        demand((header.kind == Kind.CARD) == (card.role is not Role.DEVICE), Reason.CODE)
        demand(header.kind == Kind.FRAME or header.sequence == 1, Reason.CODE)
        check_signature(record, team.file_id, card.ed)
        if not self._linked(record):
            self.waiting.setdefault(header.writer, []).append(header.sequence)
            return False
        payload = open_seal(record, team.file_id, team.epochs[header.epoch].key)
        frame = Frame(
            header.writer,
            header.sequence,
            record.hash,
            header.epoch,
            payload,
            record.content,
            header.kind == Kind.CARD,
        )
        place = (header.writer, header.sequence)
        if self._others(place) - {frame.hash}:
            self.forks.add(place)
        self.accepted.setdefault(place, {})[frame.hash] = frame
        return True

    def _linked(self, record: Record) -> bool:
        """Whether the record goes on from one that is held; refuses it when it goes on from something else."""
        header = record.header
        covered = self.covered.get(header.writer)
        if covered and header.sequence <= covered.sequence:
            return True
        if header.sequence == 1:
            demand(header.previous == NOTHING, Reason.CHAIN)
            return True
        before = self._others((header.writer, header.sequence - 1))
        demand(not before or header.previous in before, Reason.CHAIN)
        return bool(before)

    def _others(self, place: Place) -> set[bytes]:
        """The hashes held at a place."""
        found = {*self.known.frames.get(place, ()), *self.accepted.get(place, ())}
        covered = self.covered.get(place[0])
        if covered and covered.sequence == place[1]:
            found.add(covered.hash)
        return found

    def findings(self) -> Iterable[Forked | Waiting]:
        """Forks and gaps, in order of writer and number."""
        cards = self.team.cards
        for writer, number in sorted(self.forks):
            card = cards.get(writer)
            yield Forked(writer, number, card is not None and card.role is not Role.DEVICE)
        for writer, numbers in sorted(self.waiting.items()):
            yield Waiting(writer, min(numbers), max(numbers))


def last_heads(frames: Iterable[Frame], before: Mapping[bytes, Head]) -> dict[bytes, Head]:
    """How far each writer has come; of a fork the smaller hash, so that all laptops name the same."""
    heads = dict(before)
    for frame in frames:
        head = heads.get(frame.writer, Head(0, NOTHING))
        if (frame.sequence, head.hash) > (head.sequence, frame.hash):
            heads[frame.writer] = Head(frame.sequence, frame.hash)
    return heads


class Cuts:
    """Where the chains of laptops that left end, and which of their frames lie on the way there."""

    def __init__(self, frozen: Mapping[bytes, Head], records: Mapping[bytes, Record]) -> None:
        self._frozen = frozen
        self._ways: dict[bytes, tuple[set[bytes], int]] = {}
        for writer, head in frozen.items():
            self._ways[writer] = self._way(head, records)

    @staticmethod
    def _way(head: Head, records: Mapping[bytes, Record]) -> tuple[set[bytes], int]:
        way: set[bytes] = set()
        lowest, at = head.sequence + 1, head.hash
        while (record := records.get(at)) is not None and record.header.sequence == lowest - 1:
            way.add(at)
            lowest, at = record.header.sequence, record.header.previous
        return way, lowest

    def admits(self, record: Record) -> bool:
        """Whether a record may be looked at now; refuses what a laptop wrote beside or after its last counted frame."""
        header = record.header
        if header.writer not in self._frozen:
            return True
        demand(header.sequence <= self._frozen[header.writer].sequence, Reason.REMOVED)
        way, lowest = self._ways[header.writer]
        if record.hash in way:
            return True
        if header.sequence >= lowest:
            raise Unbelievable(Reason.REMOVED)
        return False
