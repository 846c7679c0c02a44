"""What an admin's laptop does for the team by itself at a sync: let in who used a code, end what expired, reunite."""

from datetime import datetime

import msgspec

from sponsor_app.services.sharing.standing import (
    Standing,
    holdings,
    save_team,
    with_team,
)
from sponsor_app.store.sharing import outgoing
from sponsor_app.store.sharing.kept import Connection
from sponsor_app.sync.envelope import people
from sponsor_app.sync.envelope.devices import Role
from sponsor_app.sync.envelope.reading import Reading
from sponsor_app.sync.envelope.team import Team

PROMISES = "admins_to_be"
"""The setting with invitations whose takers shall be admins: id of the code, member, and the laptops there before."""


class Promise(msgspec.Struct, frozen=True):
    """Whoever joins with this code becomes an admin."""

    code: str
    member: str
    before: list[str]


def do_duties(
    connection: Connection, standing: Standing, reading: Reading, now: datetime
) -> Standing:
    """The standing after all that an admin owes the team now; its new states are kept."""
    if not standing.admin or not reading.writable:
        return standing
    team = standing.team
    if not _is_calm(team):
        settled = holdings(connection).settled
        settled = people.Settled({**settled.heads, **reading.reached}, settled.bases)
        step = people.reunite(team, standing.own, settled)
        team = step.team if step else team
        seconds = int(now.timestamp())
        step = people.replace_codes(team, standing.own, reading.cards, settled, seconds)
        team = step.team if step else team
    team = _keep_promises(connection, standing, team)
    save_team(connection, team)
    return with_team(standing, team)


def _is_calm(team: Team) -> bool:
    """Whether there is one state that counts and no code is out."""
    codes = any(card.role is not Role.DEVICE for card in team.tip.roster.values())
    return team.epochs.keys() <= team.counted and not codes


def promise(connection: Connection, team: Team, code: bytes, member: str) -> None:
    """Remember that whoever joins with `code` shall be an admin."""
    one = Promise(code.hex(), member, [i.hex() for i in team.tip.roster])
    _write(connection, [*_read(connection), one])


def _keep_promises(connection: Connection, standing: Standing, team: Team) -> Team:
    """Make admins of those who have joined meanwhile; forget promises whose code ended unused."""
    left: list[Promise] = []
    for one in _read(connection):
        if bytes.fromhex(one.code) in team.tip.roster:
            left.append(one)
            continue
        for i, card in team.tip.roster.items():
            new = i.hex() not in one.before and card.role is Role.DEVICE
            if new and card.member == one.member and not card.admin:
                team = people.set_admin(team, standing.own, i, admin=True).team
                break
    _write(connection, left)
    return team


def _read(connection: Connection) -> list[Promise]:
    text = outgoing.setting(connection, PROMISES) or "[]"
    return msgspec.json.decode(text, type=list[Promise])


def _write(connection: Connection, promises: list[Promise]) -> None:
    if promises or outgoing.setting(connection, PROMISES):
        text = msgspec.json.encode(promises).decode()
        outgoing.set_setting(connection, PROMISES, text)
