"""Join with a code: open the file with it, check that it is the inviter's team, hand in one's own card."""

from collections.abc import Mapping
from dataclasses import dataclass
from hmac import compare_digest

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sponsor_app.domain.errors import InvalidError, RefusedError
from sponsor_app.sync.envelope.codes import CodeKeys, code_keys
from sponsor_app.sync.envelope.devices import Card, DeviceKeys, Role
from sponsor_app.sync.envelope.epochs import SYSTEM, Chance, EpochContent
from sponsor_app.sync.envelope.limits import KEY_BYTES, LONGEST_NAME, NOTHING
from sponsor_app.sync.envelope.records import Kind, Record, file_header, scan
from sponsor_app.sync.envelope.refusals import Reason, Unbelievable, demand
from sponsor_app.sync.envelope.sealing import Sealer
from sponsor_app.sync.envelope.team import Team, admit, open_all


class JoinContent(msgspec.Struct, frozen=True):
    """What a code hands in: the public keys and name of the laptop that joins, signed by it."""

    ed: bytes
    x: bytes
    name: str
    possession: bytes


@dataclass(frozen=True)
class Joining:
    """A file opened with a code."""

    team: Team
    code: CodeKeys
    card: Card


def join_card(
    team: Team, code: CodeKeys, me: DeviceKeys, name: str, chance: Chance = SYSTEM
) -> bytes:
    """The record by which a laptop asks to take the code's place."""
    card = me.card(name)
    bound = _possession(team.file_id, code.id, card.ed, card.x, name)
    content = JoinContent(card.ed, card.x, name, me.signing.sign(bound))
    sealer = Sealer(team.file_id, code.id, code.device.signing, chance.draw)
    tip = team.tip
    return sealer.seal(Kind.CARD, tip.id, tip.key, 1, NOTHING, msgspec.msgpack.encode(content))


def read_join_card(file_id: bytes, code: Card, payload: bytes) -> Card:
    """The line of the roster a laptop asks for; refuses keys that did not sign for themselves."""
    try:
        found = _decoder.decode(payload)
        demand(len(found.ed) == len(found.x) == KEY_BYTES, Reason.CARD)
        demand(len(found.name) <= LONGEST_NAME, Reason.CARD)
        bound = _possession(file_id, code.id, found.ed, found.x, found.name)
        Ed25519PublicKey.from_public_bytes(found.ed).verify(found.possession, bound)
    except (msgspec.MsgspecError, RecursionError, InvalidSignature, ValueError) as error:
        raise Unbelievable(Reason.CARD) from error
    return Card(
        name=found.name,
        member=code.member,
        ed=found.ed,
        x=found.x,
        admin=code.role is Role.RECOVERY,
    )


def open_with_code(content: bytes, typed: str, now: int) -> Joining:
    """The team of a file, opened with a code; `now` is Unix seconds.

    Refuses, each in its own words: no code, no file of ours, a code that never was for this file, one that was
    used, one that expired, and a team that is not the inviter's.
    """
    header = file_header(content)
    if header is None:
        msg = "This is not a shared file of this program. Nothing was changed."
        raise InvalidError(msg, "Choose the file the invitation came with.")
    code = code_keys(typed, header.file_id)
    records = {
        r.hash: r for r in scan(content) if isinstance(r, Record) and r.header.kind == Kind.EPOCH
    }
    blank = Team(header.file_id, NOTHING)
    contents = open_all(blank, records, code.device).contents
    found = {
        i: card for i, (_, said) in contents.items() if (card := _mine(said, code.id)) is not None
    }
    for i in sorted(found, key=lambda i: records[i].header.sequence, reverse=True):
        genesis = _genesis(i, records)
        if genesis and _proven(code, found[i], header.file_id, genesis):
            team, _ = admit(Team(header.file_id, genesis), records.values(), code.device)
            return Joining(team, code, _usable(team, code, found[i], now))
    msg = "This code does not open this file. Nothing was changed."
    raise RefusedError(msg, "It may be for another file, or the file is older than it: ask again.")


def _mine(content: EpochContent, device: bytes) -> Card | None:
    return next((card for card in content.roster if card.id == device), None)


def _proven(code: CodeKeys, card: Card, file_id: bytes, genesis: bytes) -> bool:
    return compare_digest(card.proof, code.proof(file_id, genesis, card.anchor))


def _genesis(at: bytes, records: Mapping[bytes, Record]) -> bytes | None:
    """The first state of the team before `at`, by the parents named; None when one is missing."""
    for _ in records:
        parent = records[at].header.previous
        if parent == NOTHING:
            return at
        if parent not in records:
            return None
        at = parent
    return None


def _usable(team: Team, code: CodeKeys, card: Card, now: int) -> Card:
    """The card, when the code still counts; the team must go through the state the inviter knew."""
    again = "Ask the person who invited you for a new code."
    if not team.trunk or card.anchor not in {epoch.id for epoch in team.trunk}:
        msg = "This code opens the file, but its team is not the one you were invited to. Nothing was changed."
        raise RefusedError(msg, again)
    latest = any(closed.parent == team.tip.id for closed in team.closed.values())
    if latest or code.id not in team.tip.roster:
        msg = "This code was used already, or taken back. Nothing was changed."
        raise RefusedError(msg, again)
    if card.expires and card.expires < now:
        msg = "This code has expired. Nothing was changed."
        raise RefusedError(msg, again)
    return card


def _possession(file_id: bytes, code: bytes, ed: bytes, x: bytes, name: str) -> bytes:
    return b"sponsor 1 card\x00" + file_id + code + ed + x + name.encode()


_decoder = msgspec.msgpack.Decoder(JoinContent)
