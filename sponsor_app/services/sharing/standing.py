"""The team as this laptop knows it, opened: who is in it, who I am in it, and how far everybody's writing is here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from hashlib import sha256

import msgspec

from sponsor_app.domain.errors import RefusedError
from sponsor_app.domain.ids import DeviceId
from sponsor_app.store.sharing import kept
from sponsor_app.store.sharing.asking import until_told, while_unwritten
from sponsor_app.store.sharing.kept import JOINED, KEPT, WAITS, Connection, KeptTeam, Sealed
from sponsor_app.sync.envelope.chains import Known
from sponsor_app.sync.envelope.devices import Card, DeviceKeys, Role, device_from
from sponsor_app.sync.envelope.epochs import Head
from sponsor_app.sync.envelope.limits import NOTHING
from sponsor_app.sync.envelope.people import Settled
from sponsor_app.sync.envelope.records import Kind
from sponsor_app.sync.envelope.team import Team, restore
from sponsor_app.sync.signers import part_of, signer_part

Heads = Mapping[bytes, Head]
RECENT = 8
_recent: dict[tuple[object, ...], "Standing"] = {}
"""Teams opened last: their states only ever grow, and opening them costs a signature each."""


@dataclass(frozen=True)
class Standing:
    """My place in the team: my own keys, and those I read with (a code's, until an admin lets me in)."""

    kept: KeptTeam
    team: Team
    own: DeviceKeys
    reads: DeviceKeys

    @property
    def waits(self) -> bool:
        """Whether an admin has not let this laptop in yet."""
        return self.reads.id != self.own.id

    @property
    def card(self) -> Card | None:
        """My line of the roster; None while I wait and after I was removed."""
        return self.team.tip.roster.get(self.own.id) if self.team.trunk else None

    @property
    def removed(self) -> bool:
        """Whether an admin took this laptop out, as far as I can see."""
        if not self.team.trunk:
            return False
        after = (closed.parent == self.team.tip.id for closed in self.team.closed.values())
        return any(after) or (not self.waits and self.card is None)

    @property
    def writes(self) -> bool:
        """Whether what I do may go out now."""
        return self.card is not None and not self.removed

    @property
    def admin(self) -> bool:
        """Whether I may change the team."""
        return self.writes and self.card is not None and self.card.admin

    @cached_property
    def by_number(self) -> Mapping[int, Card]:
        """Every laptop that ever was in the team, by what its numbers in changes begin with."""
        return {
            signer_part(i): card for i, card in self.team.cards.items() if card.role is Role.DEVICE
        }

    def card_of(self, device: DeviceId) -> Card | None:
        """The card of the laptop that changes call so."""
        return self.by_number.get(part_of(device))


@dataclass(frozen=True)
class Holdings:
    """The records held, how far the bases among them reach and what they say their digest is, and what follows."""

    records: Sequence[Sealed]
    bases: Mapping[bytes, Mapping[bytes, Head]]
    digests: Mapping[bytes, bytes]

    @cached_property
    def covered(self) -> dict[bytes, Head]:
        """How far bases reach."""
        covered: dict[bytes, Head] = {}
        for vector in self.bases.values():
            for writer, head in vector.items():
                covered[writer] = max(head, covered.get(writer, head))
        return covered

    @cached_property
    def hashes(self) -> frozenset[bytes]:
        """Every record, by its name."""
        return frozenset(one.hash for one in self.records)

    @cached_property
    def joined(self) -> frozenset[bytes]:
        """What was taken in for good: a card is read until an admin has answered it, a part until the others are there."""
        return frozenset(
            one.hash for one in self.records if one.fate == JOINED and one.kind != Kind.CARD
        )

    @cached_property
    def frames(self) -> list[Sealed]:
        """The frames, in the order in which they came."""
        return [one for one in self.records if one.kind == Kind.FRAME]

    @cached_property
    def open(self) -> bool:
        """Whether any record waits for others, or for a version that understands it."""
        return any(one.fate in (WAITS, KEPT) for one in self.records)

    @cached_property
    def known(self) -> Known:
        """What a reading may skip; cards are read again until an admin has answered them."""
        frames: dict[tuple[bytes, int], tuple[bytes, ...]] = {}
        for one in self.frames:
            if one.fate not in (WAITS, KEPT):
                place = (one.writer, one.number)
                frames[place] = (*frames.get(place, ()), one.hash)
        return Known(frames, self.covered, frozenset(self.bases))

    def heads(self, *kinds: Kind) -> dict[bytes, Head]:
        """How far each writer has come in all that is held; of a fork the smaller hash."""
        last: dict[bytes, Sealed] = {}
        for one in self.records:
            if one.kind in kinds and one.fate not in (WAITS, KEPT):
                known = last.get(one.writer)
                if known is None or (one.number, known.hash) > (known.number, one.hash):
                    last[one.writer] = one
        heads = dict(self.covered)
        for writer, one in last.items():
            head = heads.get(writer, Head(0, NOTHING))
            if (one.number, head.hash) > (head.sequence, one.hash):
                heads[writer] = Head(one.number, one.hash)
        return heads

    @cached_property
    def settled(self) -> Settled:
        """What an admin knows when it changes the team."""
        return Settled(self.heads(Kind.FRAME, Kind.CARD), frozenset(self.bases))

    @cached_property
    def vector(self) -> Heads:
        """What the end of a file says of me."""
        return self.heads(Kind.FRAME)


def standing(connection: Connection) -> Standing | None:
    """My place in the team; None when this laptop shares with nobody."""
    return while_unwritten(connection, "standing", lambda: _standing(connection))


def _standing(connection: Connection) -> Standing | None:
    found = kept.team(connection)
    if found is None:
        return None
    key = (*found[:5], kept.how_many_epochs(connection))
    known = _recent.get(key)
    if known is None:
        known = opened(found, kept.epochs(connection))
        while len(_recent) >= RECENT:
            _recent.pop(next(iter(_recent)), None)
        _recent[key] = known
    return replace(known, kept=found)


def opened(found: KeptTeam, epochs: Iterable[bytes]) -> Standing:
    """The team of these states: by my own keys, else by the code's that I wait with."""
    states = tuple(epochs)
    own, team = _restored(found.secret, found.file_id, found.genesis, found.tip, states)
    if found.code is None or (team.trunk and own.id in team.tip.roster):
        return Standing(found, team, own, own)
    code, team = _restored(found.code, found.file_id, found.genesis, found.tip, states)
    return Standing(found, team, own, code)


@lru_cache(maxsize=4)
def _restored(
    secret: bytes, file_id: bytes, genesis: bytes, tip: bytes, states: tuple[bytes, ...]
) -> tuple[DeviceKeys, Team]:
    """The team as these keys open it; one sync asks many times, and every state costs a signature."""
    keys = device_from(secret)
    return keys, restore(file_id, genesis, states, keys, tip)


def required(connection: Connection) -> Standing:
    """My place in the team; refuses when there is none."""
    found = standing(connection)
    if found is None:
        msg = "This laptop shares with nobody yet. Everything is saved on it."
        raise RefusedError(
            msg,
            "Create a team, or join one with an invitation.",
            "Create a team: sponsor-app share create PLACE; or join one: sponsor-app share join PLACE --code CODE --me NAME",
        )
    return found


def holdings(connection: Connection) -> Holdings:
    """All that is held of the shared file."""
    return until_told(connection, "holdings", lambda: _holdings(connection))


def _holdings(connection: Connection) -> Holdings:
    found = kept.bases(connection)
    bases = {one.id: unpack_vector(one.vector) for one in found}
    return Holdings(kept.sealed(connection), bases, {one.id: one.digest for one in found})


def save_team(connection: Connection, team: Team) -> int:
    """Keep the states of a team that are new, and which is followed; returns how many are new."""
    known = standing(connection)
    if known is not None and known.team is team and known.kept.tip == team.tip.id:
        return 0
    states = [*team.epochs.values(), *team.closed.values()]
    if team.trunk:
        kept.follow(connection, team.tip.id)
    return kept.add_epochs(connection, ((one.id, one.number, one.record) for one in states))


def with_team(one: Standing, team: Team) -> Standing:
    """The same laptop in a later state of its team."""
    if one.team is team and one.kept.tip == team.tip.id:
        return one
    return replace(one, team=team, kept=one.kept._replace(tip=team.tip.id))


def pack_vector(vector: Heads) -> bytes:
    """A version vector as bytes."""
    return msgspec.msgpack.encode(dict(sorted(vector.items())))


def unpack_vector(packed: bytes) -> dict[bytes, Head]:
    """The version vector in these bytes."""
    return msgspec.msgpack.decode(packed, type=dict[bytes, Head])


def hash_of(record: bytes) -> bytes:
    """The name of a record."""
    return sha256(record).digest()
