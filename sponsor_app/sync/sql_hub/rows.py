"""What is asked of the tables and put into them; every row that comes back is checked against the hash that names it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from sponsor_app.sync.envelope.records import Kind, Record
from sponsor_app.sync.sql_hub.laptop import Key
from sponsor_app.sync.sql_hub.limits import AT_ONCE, LARGEST_ROW, LAYOUT, MOST_KEYS, ROWS_AT_ONCE
from sponsor_app.sync.sql_hub.troubles import Code, hindered

if TYPE_CHECKING:
    from sponsor_app.sync.sql_hub.session import Session


class Base(NamedTuple):
    """A base by the hash of its last record."""

    hash: bytes
    size: int


@dataclass(frozen=True)
class Rows:
    """The rows of one team."""

    session: "Session"
    file_id: bytes

    # --- what is there -----------------------------------------------------------------------

    def min_reader(self) -> int:
        """The version of the program this team's rows ask for; 0 when the team never was here. Refuses later layouts."""
        query = (
            "SELECT (SELECT max(number) FROM sponsor.layout),"
            " (SELECT coalesce(max(min_reader), 0) FROM sponsor.team WHERE file_id = %s)"
        )
        layout, asks = self.session.ask(query, (self.file_id,))[0]
        if layout is None:
            raise hindered(Code.NO_TABLES)
        if layout > LAYOUT:
            raise hindered(Code.NEWER_LAYOUT)
        return int(asks)

    def others(self) -> bool:
        """Whether another team is here."""
        query = "SELECT 1 FROM sponsor.team WHERE file_id <> %s LIMIT 1"
        return bool(self.session.ask(query, (self.file_id,)))

    def time(self) -> float:
        """Seconds from 1970 by the server's clock."""
        query = "SELECT extract(epoch FROM clock_timestamp())::float8"
        return float(self.session.ask(query)[0][0])

    def landmarks(self) -> tuple[list[bytes], list[Base]]:
        """The hashes of all states of the team, oldest first, and all bases, the newest first: in one question."""
        query = (
            "(SELECT hash, number AS place, -1::int8 AS size FROM sponsor.epoch"
            " WHERE file_id = %s AND octet_length(payload) <= %s ORDER BY number, hash LIMIT %s)"
            " UNION ALL (SELECT hash, -age, sum(octet_length(payload))::int8 FROM sponsor.base"
            " WHERE file_id = %s GROUP BY age, hash ORDER BY age DESC, hash LIMIT %s)"
            " ORDER BY place, hash"
        )
        values = (self.file_id, LARGEST_ROW, MOST_KEYS, self.file_id, ROWS_AT_ONCE)
        found = self.session.ask(query, values)
        bases = [Base(name, size) for name, _place, size in found if size >= 0]
        return [name for name, _place, size in found if size < 0], bases

    def keys(self, after: Mapping[bytes, int]) -> Iterator[Key]:
        """Each writer's rows from the sequence named on, that one included; the rows of no other writer."""
        query = (
            "SELECT k.writer, f.seq, f.chain, f.size"
            " FROM unnest(%s::bytea[], %s::int8[], %s::bytea[]) AS k(writer, seq, chain)"
            " CROSS JOIN LATERAL (SELECT seq, chain, octet_length(payload) AS size FROM sponsor.frame"
            " WHERE file_id = %s AND writer = k.writer AND (seq, chain) > (k.seq, k.chain)"
            " ORDER BY seq, chain LIMIT %s) f ORDER BY k.writer, f.seq, f.chain"
        )
        starts = [(writer, sequence, b"") for writer, sequence in after.items()]
        for _ in range(MOST_KEYS // ROWS_AT_ONCE):
            if not starts:
                return
            values = [[start[at] for start in starts] for at in range(3)]
            found = self.session.ask(query, (*values, self.file_id, ROWS_AT_ONCE))
            yield from (Key(*row) for row in found if row[3] <= LARGEST_ROW)
            counts = Counter(row[0] for row in found)
            last = {row[0]: (row[0], row[1], row[2]) for row in found}
            starts = [last[w] for w, count in counts.items() if count == ROWS_AT_ONCE]

    # --- records -----------------------------------------------------------------------------

    def epoch_records(self, hashes: Sequence[bytes]) -> Iterator[list[bytes]]:
        """The records of some states of the team, in batches."""
        query = (
            "SELECT hash, payload FROM sponsor.epoch WHERE file_id = %s AND hash = ANY(%s::bytea[])"
        )
        for at in range(0, len(hashes), ROWS_AT_ONCE):
            names = list(hashes[at : at + ROWS_AT_ONCE])
            yield _true(self.session.ask(query, (self.file_id, names)))

    def base_records(self, base: Base) -> list[bytes]:
        """The chunks of a base and its end; empty when they are not what their name says."""
        query = "SELECT payload FROM sponsor.base WHERE file_id = %s AND hash = %s ORDER BY part"
        found = [row[0] for row in self.session.ask(query, (self.file_id, base.hash), base.size)]
        return found if found and sha256(found[-1]).digest() == base.hash else []

    def frame_records(self, keys: Sequence[Key]) -> Iterator[list[bytes]]:
        """The records of some rows, in their order, in batches of at most 8 MiB."""
        query = (
            "SELECT f.chain, f.payload FROM unnest(%s::bytea[], %s::int8[], %s::bytea[]) AS k(writer, seq, chain)"
            " JOIN sponsor.frame f ON f.file_id = %s AND f.writer = k.writer AND f.seq = k.seq AND f.chain = k.chain"
            " ORDER BY f.writer, f.seq, f.chain"
        )
        for batch in _batches(keys):
            names = [[key[at] for key in batch] for at in range(3)]
            size = sum(key.size for key in batch)
            yield _true(self.session.ask(query, (*names, self.file_id), size))

    # --- putting -----------------------------------------------------------------------------

    def begin(self, min_reader: int) -> None:
        """Say that this team is here."""
        query = "INSERT INTO sponsor.team VALUES (%s, %s) ON CONFLICT DO NOTHING"
        self.session.add(query, [(self.file_id, min_reader)], 0)

    def put(self, records: Iterable[Record]) -> None:
        """Put records of one kind in one transaction; those that are there already stay as they are."""
        found = list(records)
        size = sum(len(record.content) for record in found)
        if found and found[0].header.kind == Kind.EPOCH:
            query = (
                "INSERT INTO sponsor.epoch (file_id, number, hash, payload) VALUES (%s, %s, %s, %s)"
                " ON CONFLICT DO NOTHING"
            )
            rows = [(self.file_id, r.header.sequence, r.hash, r.content) for r in found]
            self.session.add(query, rows, size)
        elif found:
            frames = (
                "INSERT INTO sponsor.frame (file_id, writer, seq, chain, payload)"
                " VALUES (%s, %s, %s, %s, %s) ON CONFLICT DO NOTHING"
            )
            of = self.file_id
            self.session.add(
                frames,
                [(of, r.header.writer, r.header.sequence, r.hash, r.content) for r in found],
                size,
            )

    def put_base(self, records: Sequence[Record]) -> None:
        """Put a base whole, its end last, newer than all that are there."""
        query = (
            "INSERT INTO sponsor.base (file_id, age, hash, part, payload) SELECT %s,"
            " (SELECT coalesce(max(age), 0) + 1 FROM sponsor.base WHERE file_id = %s AND hash <> %s),"
            " %s, %s, %s WHERE NOT EXISTS"
            " (SELECT 1 FROM sponsor.base WHERE file_id = %s AND hash = %s AND part = %s)"
            " ON CONFLICT DO NOTHING"
        )
        name, of = records[-1].hash, self.file_id
        rows = [
            (of, of, name, name, part, r.content, of, name, part) for part, r in enumerate(records)
        ]
        self.session.add(query, rows, sum(len(record.content) for record in records))


def batched(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Records in lists of at most 8 MiB and 2,000."""
    batch: list[Record] = []
    size = 0
    for record in records:
        if batch and (size + len(record.content) > AT_ONCE or len(batch) == ROWS_AT_ONCE):
            yield batch
            batch, size = [], 0
        batch.append(record)
        size += len(record.content)
    if batch:
        yield batch


def _batches(keys: Iterable[Key]) -> Iterator[list[Key]]:
    batch: list[Key] = []
    size = 0
    for key in keys:
        if batch and (size + key.size > AT_ONCE or len(batch) == ROWS_AT_ONCE):
            yield batch
            batch, size = [], 0
        batch.append(key)
        size += key.size
    if batch:
        yield batch


def _true(rows: Iterable[Sequence[bytes]]) -> list[bytes]:
    """The records that are what their name says."""
    return [payload for name, payload in rows if sha256(payload).digest() == name]
