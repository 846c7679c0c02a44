"""The team on a page, and who in it a person means."""

from collections.abc import Mapping
from datetime import UTC, datetime

from sponsor_app.domain.errors import AmbiguousError, NotFoundError
from sponsor_app.domain.ids import DeviceId
from sponsor_app.domain.team import Kind, Laptop, PlaceStatus, Standing, Team, fingerprint
from sponsor_app.services import Services
from sponsor_app.services.sharing import standing as standings
from sponsor_app.services.sharing.places import REAL, Means
from sponsor_app.services.sharing.syncing import last_alarms, statuses
from sponsor_app.store.sharing import kept
from sponsor_app.store.sharing.kept import Connection, Seen
from sponsor_app.sync.envelope.devices import Card, Role
from sponsor_app.sync.signers import may_name

KINDS = {Role.DEVICE: Kind.LAPTOP, Role.INVITE: Kind.INVITATION, Role.RECOVERY: Kind.RECOVERY}
SHORTEST_ID = 6


def team(app: Services, means: Means = REAL) -> Team:
    """The team as this laptop knows it; nothing is asked of any place."""
    with app.store.read() as connection:
        found = standings.standing(connection)
        if found is None:
            return Team(Standing.ALONE)
        laptops, past = _laptops(connection, found)
        places = kept.places(connection)
    tip = found.team.tip if found.team.trunk else None
    shown = [PlaceStatus(*one) for one in statuses(app, means)] if places else []
    return Team(
        standing=_said(found),
        file_id=found.kept.file_id.hex(),
        epoch=tip.number if tip else 0,
        admin=found.admin,
        laptops=laptops,
        past=past,
        places=tuple(shown),
        alarms=tuple(last_alarms(app)),
    )


def meant(found: Team, text: str, *kinds: Kind, past: bool = False) -> list[Laptop]:
    """The lines that `text` names: an id or the beginning of one, a laptop, or a person with all their lines.

    With `past` laptops that were in the team once count too.
    """
    every = (*found.laptops, *found.past) if past else found.laptops
    wanted, lines = text.strip().casefold(), [one for one in every if one.kind in (kinds or Kind)]
    if wanted == "me":
        lines = [one for one in lines if one.mine]
        wanted = lines[0].id if lines else ""
    exact = [one for one in lines if wanted in (one.id, one.device.casefold())]
    if len(wanted) >= SHORTEST_ID and not exact:
        exact = [one for one in lines if one.id.startswith(wanted)]
    persons = exact or [one for one in lines if one.name.casefold() == wanted]
    some = persons or [
        one for one in lines if wanted and wanted in f"{one.name}\n{one.device}".casefold()
    ]
    if not some:
        msg = f"Nobody in the team is called “{text}”. Nothing was changed."
        raise NotFoundError(msg, "Look at the team.", "Look at the team: sponsor-app share members")
    if len({one.member_id or one.id for one in some}) > 1:
        what, names = "people and laptops", [f"{one.name} ({one.device})" for one in some]
        raise AmbiguousError(what, text, names)
    return some


def _said(found: standings.Standing) -> Standing:
    if found.removed:
        return Standing.REMOVED
    return Standing.WAITS if found.waits else Standing.IN


def _laptops(
    connection: Connection, found: standings.Standing
) -> tuple[tuple[Laptop, ...], tuple[Laptop, ...]]:
    """The lines of the team, and the laptops that were in it once."""
    if not found.team.trunk:
        return (), ()
    persons, seen = kept.member_names(connection), kept.devices(connection)

    def lines(cards: Mapping[bytes, Card]) -> tuple[Laptop, ...]:
        made = [
            _line(i, card, persons.get(card.member) or card.name, _last(i, seen), found.own.id)
            for i, card in cards.items()
        ]
        return tuple(sorted(made, key=_order))

    roster = found.team.tip.roster
    past = {
        i: card
        for i, card in found.team.cards.items()
        if i not in roster and card.role is Role.DEVICE
    }
    return lines(roster), lines(past)


def _order(one: Laptop) -> tuple[int, str, str]:
    return list(Kind).index(one.kind), one.name.casefold(), one.device


def _last(device: bytes, seen: list[Seen]) -> Seen | None:
    """What is known of a laptop under the number that was heard of last."""
    own = [one for one in seen if may_name(device, one.device)]
    return max(
        own, key=lambda one: (one.mine, one.last_seen or "", one.app_version or ""), default=None
    )


def _line(i: bytes, card: Card, person: str, seen: Seen | None, mine: bytes) -> Laptop:
    last = seen.last_seen if seen else None
    return Laptop(
        id=i.hex(),
        kind=KINDS[card.role],
        name=person,
        device=card.name if card.role is Role.DEVICE else "",
        member_id=card.member,
        admin=card.admin and card.role is Role.DEVICE,
        mine=i == mine,
        fingerprint=fingerprint(i),
        last_seen=datetime.fromisoformat(last) if last else None,
        app_version=seen.app_version if seen else None,
        expires=datetime.fromtimestamp(card.expires, UTC) if card.expires else None,
    )


def numbers_of(connection: Connection, device: bytes) -> list[DeviceId]:
    """Every number that changes call this laptop by."""
    return [one.device for one in kept.devices(connection) if may_name(device, one.device)]
