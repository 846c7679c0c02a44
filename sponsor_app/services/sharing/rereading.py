"""Read a shared file that was read before: what stands at its beginning unchanged is known, and only the rest is looked at."""

from dataclasses import dataclass, replace

from sponsor_app.services.sharing.standing import Holdings, Standing
from sponsor_app.sync.envelope.reading import Reading, read
from sponsor_app.sync.envelope.records import FILE_HEADER
from sponsor_app.sync.envelope.team import Team

PIECE = 1 << 18
"""Bytes compared at once: few enough to stay in the processor's cache."""


@dataclass(frozen=True)
class Read:
    """A file as it was, and what was read in it.

    `start` is where this reading began, and `before` are the records that stand before that: the reading names them as
    present and gives none of them. `solid` is whether nothing else stands there.
    """

    content: bytes
    reading: Reading
    start: int = FILE_HEADER.size
    before: frozenset[bytes] = frozenset()
    solid: bool = True

    @property
    def whole(self) -> bool:
        """Whether nothing but records that are worth keeping stands between header and trailer."""
        size = sum(record.end - record.at for record in self.reading.records)
        trailer = self.reading.trailer
        return self.solid and trailer is not None and self.start + size == trailer.length

    @property
    def beginning(self) -> memoryview:
        """The bytes of the records before `start`."""
        return memoryview(self.content)[FILE_HEADER.size : self.start]


def read_on(before: Read | None, content: bytes, standing: Standing, held: Holdings) -> Read:
    """What `read` says of all of `content`, with less to do when most of it was read `before`."""
    start = _unchanged(before, content, standing, held)
    if before is not None and start:
        rest = read(content, standing.team, standing.reads, held.known, start)
        if not rest.findings:
            known = before.reading.present
            fresh = tuple(one for one in rest.records if one.hash not in known)
            whole = replace(rest, present=known | rest.present, records=fresh)
            return Read(content, whole, start, known, before.whole)
    return read_anew(content, standing, held)


def read_anew(content: bytes, standing: Standing, held: Holdings) -> Read:
    """What `read` says of `content`, with every record of it."""
    return Read(content, read(content, standing.team, standing.reads, held.known))


def _unchanged(before: Read | None, content: bytes, standing: Standing, held: Holdings) -> int:
    """Where in `content` to begin: up to there it is what was read before, and nothing in that is news; 0 for all of it."""
    if before is None or standing.waits:
        return 0
    reading = before.reading
    if (
        reading.trailer is None
        or reading.findings
        or reading.kept
        or not _same(reading.team, standing.team)
    ):
        return 0
    if not reading.present - held.joined <= standing.team.epochs.keys():
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
