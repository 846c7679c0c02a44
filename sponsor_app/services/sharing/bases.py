"""What a base is made for: what one says it holds and lacks, and what nobody else can read where it was sealed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from sponsor_app.domain.hybrid_clock import Stamp
from sponsor_app.services.sharing.parcels import stamps_in
from sponsor_app.services.sharing.standing import Holdings, Standing
from sponsor_app.store.sharing import kept
from sponsor_app.store.sharing.kept import JOINED, Connection
from sponsor_app.sync.envelope.bases import Base
from sponsor_app.sync.envelope.reading import Reading
from sponsor_app.sync.envelope.records import RECORD_HEADER, Kind, header_of, parse
from sponsor_app.sync.envelope.refusals import Unbelievable
from sponsor_app.sync.envelope.sealing import open_seal
from sponsor_app.sync.envelope.team import Team
from sponsor_app.sync.envelope.writing import START
from sponsor_app.sync.signers import part_of, signer_part

BASE_DUE = "base_due"
"""The setting that says that something here is in nobody's frames, and in no base that can be relied on."""

Frames = Mapping[bytes, list[tuple[int, frozenset[Stamp]]]]
"""For each writer, the numbers of its frames with the deeds in them."""


def hollow(
    connection: Connection,
    standing: Standing,
    held: Holdings,
    reading: Reading,
    stamps: Mapping[bytes, frozenset[Stamp]],
) -> frozenset[bytes]:
    """The bases of a reading that lack what laptops did which they say they hold; to be asked after taking in.

    `stamps` are the deeds in each of them that holds parcels. The deeds of a laptop are looked for where the base
    reaches as far as every base held: where another one reaches further, that one stays, and nothing depends on this
    one.
    """
    if not reading.bases:
        return frozenset()
    known: dict[int, set[Stamp]] = defaultdict(set)
    for stamp in kept.sealed_deeds(connection):
        known[part_of(stamp.device)].add(stamp)
    frames: dict[bytes, list[tuple[int, frozenset[Stamp]]]] = defaultdict(list)
    for writer, number, inside in _frames(connection, standing, held, reading):
        frames[writer].append((number, inside))
    return frozenset(
        one.id
        for one in reading.bases
        if one.id not in stamps or not _is_whole(one, stamps[one.id], known, frames, held)
    )


def stranded(connection: Connection, held: Holdings, team: Team) -> frozenset[bytes]:
    """The frames and pieces of bases joined here that were sealed in a state of the team that does not count.

    Two admins changed the team at once, and the other change counts: who follows that one cannot read these.
    """
    if team.epochs.keys() <= team.counted:
        return frozenset()
    joined = {one.hash for one in held.records if one.fate == JOINED and one.kind != Kind.CARD}
    return frozenset(
        name
        for name, beginning in kept.beginnings(connection, RECORD_HEADER.size)
        if name in joined and header_of(beginning).epoch not in team.counted
    )


def _is_whole(
    base: Base,
    found: frozenset[Stamp],
    known: Mapping[int, set[Stamp]],
    frames: Frames,
    held: Holdings,
) -> bool:
    for writer, head in base.vector.items():
        reach = (vector.get(writer, START).sequence for vector in held.bases.values())
        if head.sequence < max(reach, default=0):
            continue
        later = (stamps for number, stamps in frames.get(writer, ()) if number > head.sequence)
        if known.get(signer_part(writer), set[Stamp]()).difference(found, *later):
            return False
    return True


def _frames(
    connection: Connection, standing: Standing, held: Holdings, reading: Reading
) -> Iterator[tuple[bytes, int, frozenset[Stamp]]]:
    """Every frame here, held before or read now, with the deeds in it."""
    for frame in reading.frames:
        yield frame.writer, frame.sequence, stamps_in(frame.payload)
    hashes = [one.hash for one in held.records if one.kind == Kind.FRAME]
    team = standing.team
    for record in map(parse, kept.contents(connection, hashes)):
        epoch = team.epochs.get(record.header.epoch) if record else None
        if record is None or epoch is None:
            continue
        try:
            plain = open_seal(record, team.file_id, epoch.key)
        except Unbelievable:
            continue
        yield record.header.writer, record.header.sequence, stamps_in(plain)
