"""Who is in the team: every verb is one new epoch for exactly the new roster.

A verb returns the record to publish and the team as it then is; it changes nothing by itself. Verbs are refused for
anybody but an admin, and for a roster without one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec

from sponsor_app.domain.errors import InvalidError, NotFoundError, RefusedError
from sponsor_app.sync.envelope.codes import CodeKeys, code_keys
from sponsor_app.sync.envelope.devices import Card, DeviceKeys, Role
from sponsor_app.sync.envelope.epochs import (
    SYSTEM,
    Chance,
    Epoch,
    EpochContent,
    Head,
    has_admin,
    make_epoch,
)
from sponsor_app.sync.envelope.limits import ID_BYTES, LONGEST_NAME, MOST_DEVICES, NOTHING
from sponsor_app.sync.envelope.records import Record, parse
from sponsor_app.sync.envelope.refusals import Reason, Unbelievable
from sponsor_app.sync.envelope.team import Team, admit
from sponsor_app.sync.envelope.trunk import trunk

Heads = Mapping[bytes, Head]


@dataclass(frozen=True)
class Step:
    """A change of the team: the record to publish, and the team with it."""

    record: bytes
    team: Team


@dataclass(frozen=True)
class Settled:
    """What an admin knows when it changes the team: how far every writer came, and the bases that stay valid."""

    heads: Heads
    bases: frozenset[bytes] = frozenset()


NOTHING_YET = Settled({})


def begin(me: DeviceKeys, name: str, member: str, chance: Chance = SYSTEM) -> Step:
    """A new team of one admin, with a new file id."""
    file_id = chance.draw(ID_BYTES)
    content = EpochContent(1, [me.card(_short(name), _short(member), admin=True)])
    record = make_epoch(file_id, me, content, chance=chance)
    parsed = _parsed(record)
    return Step(record, admit(Team(file_id, parsed.hash), [parsed], me)[0])


def invite(  # noqa: PLR0917 - an invitation, as it is written
    team: Team,
    me: DeviceKeys,
    code: str,
    name: str,
    member: str,
    expires: int,
    chance: Chance = SYSTEM,
) -> Step:
    """Let whoever has `code` in until `expires` (Unix seconds): a colleague, or the second laptop of `member`."""
    return _with_code(team, me, code, Role.INVITE, (name, member, expires), chance)


def print_recovery(
    team: Team, me: DeviceKeys, code: str, name: str, member: str, chance: Chance = SYSTEM
) -> Step:
    """Let whoever has the printed `code` become an admin, at any time, once."""
    return _with_code(team, me, code, Role.RECOVERY, (name, member, 0), chance)


def replace_codes(
    team: Team,
    me: DeviceKeys,
    cards: Mapping[bytes, tuple[Card, ...]],
    settled: Settled,
    now: int,
    chance: Chance = SYSTEM,
) -> Step | None:
    """Put laptops in the place of the codes they used, and take out codes that expired; None when there is nothing.

    A code two laptops used lets neither in: it is taken out, and both ask again.
    """
    codes = {i: card for i, card in team.tip.roster.items() if card.role is not Role.DEVICE}
    ended = {i for i, card in codes.items() if card.expires and card.expires < now}
    joined = {
        i: offered[0]
        for i, offered in cards.items()
        if i in codes and i not in ended and len(offered) == 1 and _welcome(team, offered[0])
    }
    ended |= {i for i, offered in cards.items() if i in codes and offered and i not in joined}
    if not joined and not ended:
        return None
    roster = [joined.get(i, card) for i, card in team.tip.roster.items() if i not in ended]
    return _amend(team, me, roster, settled, chance)


def recover(
    team: Team, code: CodeKeys, me: DeviceKeys, name: str, settled: Settled, chance: Chance = SYSTEM
) -> Step:
    """Take the place of the printed code `team` was opened with, as an admin; the page is used up by it."""
    card = team.tip.roster.get(code.id)
    if card is None or card.role is not Role.RECOVERY:
        msg = "This code is not the one of a recovery page that still counts. Nothing was changed."
        raise RefusedError(msg, "Ask an admin for an invitation.")
    mine = me.card(_short(name), card.member, admin=True)
    roster = [mine if i == code.id else c for i, c in team.tip.roster.items()]
    step = _amend(team, code.device, roster, settled, chance)
    records = [_parsed(record) for record in (*team.records, step.record)]
    return Step(step.record, admit(Team(team.file_id, team.genesis), records, me)[0])


def remove(
    team: Team, me: DeviceKeys, devices: Iterable[bytes], settled: Settled, chance: Chance = SYSTEM
) -> Step:
    """Take laptops or codes out; what they wrote up to `settled` stays, nothing of theirs after it counts."""
    gone = set(devices)
    for device in gone:
        _card(team, device)
    roster = [card for i, card in team.tip.roster.items() if i not in gone]
    return _amend(team, me, roster, settled, chance)


def set_admin(
    team: Team, me: DeviceKeys, device: bytes, admin: bool, chance: Chance = SYSTEM
) -> Step:
    """Give or take the right to change the team."""
    if _card(team, device).role is not Role.DEVICE:
        msg = "This is a code and not a laptop yet. Nothing was changed."
        raise RefusedError(msg, "Wait until somebody has joined with it.")
    return _edit(team, me, device, {"admin": admin}, chance)


def rename(team: Team, me: DeviceKeys, device: bytes, name: str, chance: Chance = SYSTEM) -> Step:
    """Call a laptop by another name."""
    _card(team, device)
    return _edit(team, me, device, {"name": _short(name)}, chance)


def reunite(team: Team, me: DeviceKeys, settled: Settled, chance: Chance = SYSTEM) -> Step | None:
    """Bring what another admin did at the same time back into the team; None when there is nothing.

    Who was let in there is let in, who was taken out there is taken out, and what was sealed there counts again.
    """
    branch = _waiting(team)
    if not branch:
        return None
    fork, end, tip = team.epochs[branch[0].parent], branch[-1], team.tip
    gone = fork.roster.keys() - end.roster.keys()
    edited = {i: c for i, c in end.roster.items() if i in fork.roster and c != fork.roster[i]}
    kept = {i: edited.get(i, c) for i, c in tip.roster.items() if i not in gone}
    added = {i: c for i, c in end.roster.items() if i not in fork.roster and i not in tip.frozen}
    content = EpochContent(
        tip.number + 1,
        list((kept | added).values()),
        {tip.id: tip.key} | {epoch.id: epoch.key for epoch in branch},
        _frozen(tip, kept | added, settled, end.frozen),
        sorted(tip.bases | end.bases | settled.bases),
    )
    return _publish(team, me, content, chance)


def _waiting(team: Team) -> tuple[Epoch, ...]:
    """The first branch beside the trunk that a trusted admin began, first to last; empty when there is none."""
    beside = {i: e for i, e in team.epochs.items() if i not in team.counted}
    first = [e for e in beside.values() if e.parent in team.counted and e.signer in team.tip.admins]
    if not first:
        return ()
    return trunk(beside, min(first, key=lambda e: (e.number, e.id)).id)


def _with_code(
    team: Team,
    me: DeviceKeys,
    code: str,
    role: Role,
    line: tuple[str, str, int],
    chance: Chance,
) -> Step:
    keys, anchor = code_keys(code, team.file_id), team.tip.id
    name, member, expires = line
    proof = keys.proof(team.file_id, team.genesis, anchor)
    card = keys.card(role, _short(name), _short(member), expires, anchor, proof)
    if not _welcome(team, card):
        msg = "This code was used before. Nothing was changed."
        raise InvalidError(msg, "Make a new one.")
    return _amend(team, me, [*team.tip.roster.values(), card], NOTHING_YET, chance)


def _edit(
    team: Team, me: DeviceKeys, device: bytes, fields: Mapping[str, object], chance: Chance
) -> Step:
    roster = [
        msgspec.structs.replace(card, **fields) if i == device else card
        for i, card in team.tip.roster.items()
    ]
    return _amend(team, me, roster, NOTHING_YET, chance)


def _amend(
    team: Team, signer: DeviceKeys, roster: list[Card], settled: Settled, chance: Chance
) -> Step:
    tip = team.tip
    by_id = {card.id: card for card in roster}
    content = EpochContent(
        tip.number + 1,
        roster,
        {tip.id: tip.key},
        _frozen(tip, by_id, settled, {}),
        sorted(tip.bases | settled.bases),
    )
    return _publish(team, signer, content, chance)


def _frozen(
    tip: Epoch, roster: Mapping[bytes, Card], settled: Settled, beside: Heads
) -> dict[bytes, Head]:
    """Where the chains of all who ever left end."""
    start = Head(0, NOTHING)
    left = {i: settled.heads.get(i, start) for i in tip.roster if i not in roster}
    return {**beside, **left, **tip.frozen}


def _publish(team: Team, signer: DeviceKeys, content: EpochContent, chance: Chance) -> Step:
    if signer.id not in team.tip.admins:
        msg = "Only an admin can change the team. Nothing was changed."
        raise RefusedError(msg, "Ask an admin, or make yourself one with the recovery page.")
    if not has_admin(content.roster):
        msg = "The team would have no admin left, and nobody could ever let anybody in or out. Nothing was changed."
        raise RefusedError(msg, "Make somebody else an admin first.")
    if len(content.roster) > MOST_DEVICES:
        msg = f"A team has at most {MOST_DEVICES} laptops. Nothing was changed."
        raise RefusedError(msg, "Remove laptops that are no longer used.")
    record = make_epoch(team.file_id, signer, content, team.tip.id, chance)
    return Step(record, admit(team, [_parsed(record)], signer)[0])


def _welcome(team: Team, card: Card) -> bool:
    """Whether a card may come in: whoever left comes back with new keys only."""
    return card.possible and card.id not in team.tip.frozen and card.id not in team.tip.roster


def _card(team: Team, device: bytes) -> Card:
    card = team.tip.roster.get(device)
    if card is None:
        msg = "This laptop is not in the team. Nothing was changed."
        raise NotFoundError(msg, "Sync, and look at the team again.")
    return card


def _short(name: str) -> str:
    return name[:LONGEST_NAME]


def _parsed(record: bytes) -> Record:
    found = parse(record)
    if found is None:
        raise Unbelievable(Reason.SIZE)
    return found
