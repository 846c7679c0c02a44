"""Put records on the server, each after those it needs, and read them back: only then they are shared."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sponsor_app.sync.envelope.records import Kind, Record, parse
from sponsor_app.sync.sql_hub.laptop import Key
from sponsor_app.sync.sql_hub.rows import Base, Rows, batched

PARTS = {Kind.CHUNK, Kind.BASE}


def records_of(contents: Iterable[bytes]) -> list[Record]:
    """What belongs on a server: every record but the end of a file, which says something of that file only."""
    found = (parse(content) for content in contents)
    return [record for record in found if record and record.header.kind != Kind.TRAILER]


def put(rows: Rows, records: Sequence[Record]) -> None:
    """Put all of them, in their order and in transactions of their own: frames never without those before them."""
    for kind, group in groupby(records, key=_room):
        if kind is Kind.BASE:
            for base in _bases(group):
                rows.put_base(base)
        else:
            for batch in batched(group):
                rows.put(batch)


def read_back(rows: Rows, records: Sequence[Record]) -> bool:
    """Whether the server shows every one of them, byte for byte."""
    for kind, group in groupby(records, key=_room):
        same = list(group)
        if not {record.content for record in same} <= set(_shown(rows, kind, same)):
            return False
    return True


def _shown(rows: Rows, kind: Kind, records: Sequence[Record]) -> Iterator[bytes]:
    if kind is Kind.BASE:
        for base in _bases(records):
            size = sum(len(record.content) for record in base)
            yield from rows.base_records(Base(base[-1].hash, size))
        return
    if kind is Kind.EPOCH:
        batches = rows.epoch_records([record.hash for record in records])
    else:
        batches = rows.frame_records([_key(record) for record in records])
    for batch in batches:
        yield from batch


def _key(record: Record) -> Key:
    header = record.header
    return Key(header.writer, header.sequence, record.hash, len(record.content))


def _room(record: Record) -> Kind:
    """The table of a record, by one of the kinds in it; kinds of a later version are kept among the frames."""
    kind = record.header.kind
    if kind in PARTS:
        return Kind.BASE
    return Kind.EPOCH if kind == Kind.EPOCH else Kind.FRAME


def _bases(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Each base whole: its chunks and its end."""
    base: list[Record] = []
    for record in records:
        base.append(record)
        if record.header.kind == Kind.BASE:
            yield base
            base = []
