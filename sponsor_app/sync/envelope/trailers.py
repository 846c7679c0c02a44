"""The end of a file: what its writer knew, so that a poll need not read the rest and a cut is noticed."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from sponsor_app.sync.envelope.bases import possible_vector
from sponsor_app.sync.envelope.epochs import Head
from sponsor_app.sync.envelope.records import Kind, Record, last_record
from sponsor_app.sync.envelope.refusals import Reason, Unbelievable, demand
from sponsor_app.sync.envelope.sealing import check_signature, open_seal
from sponsor_app.sync.envelope.team import Team


class TrailerContent(msgspec.Struct, frozen=True):
    """What the last record of a file holds; `length` counts the bytes before it."""

    vector: dict[bytes, Head]
    digest: bytes
    length: int
    min_reader: int


@dataclass(frozen=True)
class Trailer:
    """The believed end of a file: what its writer knew when it was written."""

    writer: bytes
    vector: Mapping[bytes, Head]
    digest: bytes
    length: int
    min_reader: int


def open_trailer(record: Record, team: Team) -> Trailer:
    """What the end of a file says; refuses what nobody of the team sealed."""
    header = record.header
    epoch = team.epochs.get(header.epoch)
    if epoch is None or header.epoch not in team.counted:
        raise Unbelievable(Reason.EPOCH)
    demand(header.writer in epoch.roster, Reason.STRANGER)
    demand(header.writer not in team.tip.frozen, Reason.REMOVED)
    check_signature(record, team.file_id, epoch.roster[header.writer].ed)
    try:
        found = _trailer.decode(open_seal(record, team.file_id, epoch.key))
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Unbelievable(Reason.CONTENT) from error
    demand(possible_vector(found.vector, found.digest), Reason.CONTENT)
    return Trailer(header.writer, found.vector, found.digest, found.length, found.min_reader)


def last_trailer(end: bytes, team: Team) -> Trailer | None:
    """The trailer in the last bytes of a file, for a poll that does not read the rest; None when there is none."""
    record = last_record(end)
    if record is None or record.header.kind != Kind.TRAILER:
        return None
    try:
        return open_trailer(record, team)
    except Unbelievable:
        return None


_trailer = msgspec.msgpack.Decoder(TrailerContent)
