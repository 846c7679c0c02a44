"""Read a shared file that was read before: what stands at its beginning unchanged is known, and only the rest is looked at."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sponsor_app.services.sharing.standing import Holdings, Standing
from sponsor_app.store.sharing.kept import JOINED
from sponsor_app.sync.envelope.reading import Reading, read
from sponsor_app.sync.envelope.records import Kind, Record
from sponsor_app.sync.envelope.team import Team

PIECE = 1 << 18
"""Bytes compared at once: few enough to stay in the processor's cache."""


@dataclass(frozen=True)
class Read:
    """A file as it was, and what was read in it; all of it has been taken in."""

    content: bytes
    reading: Reading


def read_on(before: Read | None, content: bytes, standing: Standing, held: Holdings) -> Reading:
    """What `read` says of all of `content`, with less to do when most of it was read `before`."""
    start = _unchanged(before, content, standing, held)
    if before is not None and start:
        rest = read(content, standing.team, standing.reads, held.known, start)
        if not rest.findings:
            return _together(before.reading, rest, start)
    return read(content, standing.team, standing.reads, held.known)


def _unchanged(before: Read | None, content: bytes, standing: Standing, held: Holdings) -> int:
    """Where in `content` to begin: up to there it is what was read before, and nothing in that is news; 0 for all of it."""
    if before is None or before.reading.trailer is None or standing.waits:
        return 0
    reading = before.reading
    if reading.findings or reading.kept or not _same(reading.team, standing.team):
        return 0
    if not reading.present <= {*_settled(held), *standing.team.epochs}:
        return 0
    length = reading.trailer.length
    same = all(
        content.startswith(before.content[at : min(at + PIECE, length)], at)
        for at in range(0, length, PIECE)
    )
    return length if same else 0


def _same(one: Team, other: Team) -> bool:
    """Whether these are one state of one team, with nothing in it that is closed to this laptop."""
    return (
        one.file_id == other.file_id
        and one.tip.id == other.tip.id
        and one.epochs.keys() == other.epochs.keys()
        and not one.closed
        and not other.closed
    )


def _settled(held: Holdings) -> Iterator[bytes]:
    """What was taken in for good: a card is read until an admin has answered it, a part until the others are there."""
    return (one.hash for one in held.records if one.fate == JOINED and one.kind != Kind.CARD)


def _together(before: Reading, rest: Reading, start: int) -> Reading:
    records: list[Record] = [one for one in before.records if one.end <= start]
    fresh = [one for one in rest.records if one.hash not in before.present]
    return replace(rest, present=before.present | rest.present, records=(*records, *fresh))
