"""The team as this laptop knows it: every verified state, and the one that counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from sponsor_app.domain.errors import RefusedError
from sponsor_app.sync.envelope.devices import Card, DeviceKeys
from sponsor_app.sync.envelope.epochs import (
    ClosedEpoch,
    Epoch,
    EpochContent,
    commit,
    judge,
    open_epoch,
    unwrap,
)
from sponsor_app.sync.envelope.findings import Finding, Refused
from sponsor_app.sync.envelope.limits import MOST_EPOCHS, NOTHING
from sponsor_app.sync.envelope.records import Kind, Record, parse
from sponsor_app.sync.envelope.refusals import Reason, Unbelievable, demand
from sponsor_app.sync.envelope.sealing import check_signature
from sponsor_app.sync.envelope.trunk import trunk


@dataclass(frozen=True)
class Team:
    """One file's team; `genesis` is the epoch it began with, pinned when the file was made or joined."""

    file_id: bytes
    genesis: bytes
    epochs: Mapping[bytes, Epoch] = field(default_factory=dict[bytes, Epoch])
    closed: Mapping[bytes, ClosedEpoch] = field(default_factory=dict[bytes, ClosedEpoch])
    trunk: tuple[Epoch, ...] = ()

    @property
    def tip(self) -> Epoch:
        """The state that counts; refuses when there is none yet."""
        if not self.trunk:
            msg = "Nothing is known of this team yet. Nothing was changed."
            raise RefusedError(msg, "Sync once with the shared file, or join with a code.")
        return self.trunk[-1]

    @cached_property
    def counted(self) -> frozenset[bytes]:
        """The epochs whose frames count: those of the trunk, and those an admin brought back to it."""
        merged = (i for epoch in self.trunk for i in epoch.keys)
        return frozenset({epoch.id for epoch in self.trunk}.union(merged))

    @cached_property
    def cards(self) -> Mapping[bytes, Card]:
        """Every laptop and code that ever was in the team."""
        return {i: card for epoch in self.epochs.values() for i, card in epoch.roster.items()}

    def name_of(self, device: bytes) -> str:
        """What to call a laptop; its id when nobody knows it."""
        card = self.cards.get(device)
        return card.name if card and card.name else f"an unknown laptop ({device.hex()[:8]})"

    @property
    def records(self) -> tuple[bytes, ...]:
        """Every state of the team as bytes, for the next file; parents first."""
        states = [*self.epochs.values(), *self.closed.values()]
        return tuple(s.record for s in sorted(states, key=lambda s: (s.number, s.id)))


@dataclass(frozen=True)
class _Opened:
    """Epochs by id that are not judged yet: their keys, what they say, and what failed."""

    keys: dict[bytes, set[bytes]]
    contents: dict[bytes, tuple[bytes, EpochContent]]
    failed: dict[bytes, Reason]


def admit(
    team: Team, records: Iterable[Record], me: DeviceKeys
) -> tuple[Team, tuple[Finding, ...]]:
    """The team with what `records` (epochs, in any order) add to it; what is not believable is named instead."""
    fresh = _fresh(team, records)
    if not fresh:
        return team, ()
    opened = open_all(team, fresh, me)
    epochs, closed = dict(team.epochs), dict(team.closed)
    findings: list[Finding] = []
    for i, record in sorted(fresh.items(), key=lambda item: (item[1].header.sequence, item[0])):
        try:
            parent = _check(team, record, epochs, opened)
            if i in opened.contents:
                key, content = opened.contents[i]
                epochs[i] = judge(record, content, key, parent)
            else:
                header = record.header
                closed[i] = ClosedEpoch(
                    i, header.sequence, header.previous, header.writer, record.content
                )
        except Unbelievable as refusal:
            header = record.header
            findings.append(Refused(refusal.reason, header.writer, header.sequence, record.at))
    closed = {i: epoch for i, epoch in closed.items() if i not in epochs}
    known = team.trunk[-1].id if team.trunk else None
    path = trunk(epochs, team.genesis, known)
    return replace(team, epochs=epochs, closed=closed, trunk=path), tuple(findings)


def restore(
    file_id: bytes, genesis: bytes, kept: Iterable[bytes], me: DeviceKeys, tip: bytes | None = None
) -> Team:
    """The team from the epoch records this laptop kept; what it can no longer read is left out.

    `tip` is the id of the state it followed last, to be kept beside them: without it, a branch that a removed admin
    added late would be judged as by a newcomer.
    """
    records = [record for content in kept if (record := parse(content)) is not None]
    team, _ = admit(Team(file_id, genesis), records, me)
    return replace(team, trunk=trunk(team.epochs, genesis, tip))


def open_all(team: Team, fresh: Mapping[bytes, Record], me: DeviceKeys) -> _Opened:
    """Open what can be opened: by a key wrapped for `me`, or handed on by a later epoch that is open."""
    opened = _Opened({}, {}, {})
    for epoch in team.epochs.values():
        _hand_on(opened, epoch.keys)
    newest = sorted(fresh, key=lambda i: fresh[i].header.sequence, reverse=True)
    tried: set[bytes] = set()
    progress = True
    while progress:
        progress = False
        for i in newest:
            if i not in opened.contents and i not in opened.failed:
                progress |= _open_one(team.file_id, i, fresh[i], me, opened, tried)
    return opened


def _open_one(
    file_id: bytes, i: bytes, record: Record, me: DeviceKeys, opened: _Opened, tried: set[bytes]
) -> bool:
    try:
        key = _handed_on(file_id, record, opened.keys.get(i, set()))
        if key is None and i not in tried:
            tried.add(i)
            key = unwrap(record, file_id, me)
        if key is None:
            return False
        content = open_epoch(record, file_id, key)
    except Unbelievable as refusal:
        opened.failed[i] = refusal.reason
        return False
    opened.contents[i] = key, content
    _hand_on(opened, content.keys)
    return True


def _hand_on(opened: _Opened, keys: Mapping[bytes, bytes]) -> None:
    for i, key in keys.items():
        opened.keys.setdefault(i, set()).add(key)


def _handed_on(file_id: bytes, record: Record, keys: set[bytes]) -> bytes | None:
    """The one of `keys` that an epoch commits to: others may have been handed on by a liar."""
    header = record.header
    for key in keys:
        committed = commit(key, file_id, header.sequence, header.previous)
        if record.body.startswith(committed):
            return key
    return None


def _fresh(team: Team, records: Iterable[Record]) -> dict[bytes, Record]:
    known = team.epochs.keys()
    found = {record.hash: record for record in records if record.header.kind == Kind.EPOCH}
    room = MOST_EPOCHS - len(known)
    return {i: record for i, record in list(found.items())[:room] if i not in known}


def _check(
    team: Team, record: Record, epochs: Mapping[bytes, Epoch], opened: _Opened
) -> Epoch | None:
    """Refuse an epoch that an admin of the one before it did not sign; its parent, or None for genesis."""
    header, i = record.header, record.hash
    demand(header.epoch == header.previous, Reason.ORDER)
    if header.previous == NOTHING:
        demand(i == team.genesis, Reason.GENESIS)
        demand(i in opened.contents, opened.failed.get(i, Reason.EPOCH))
        parent, roster = None, {card.id: card for card in opened.contents[i][1].roster}
    else:
        parent = epochs.get(header.previous)
        if parent is None:
            raise Unbelievable(Reason.EPOCH)
        demand(header.sequence == parent.number + 1, Reason.ORDER)
        roster = parent.roster
    signer = roster.get(header.writer)
    if signer is None:
        raise Unbelievable(Reason.STRANGER)
    check_signature(record, team.file_id, signer.ed)
    demand(signer.admin, Reason.NOT_ADMIN)
    if i in opened.failed:
        raise Unbelievable(opened.failed[i])
    return parent
