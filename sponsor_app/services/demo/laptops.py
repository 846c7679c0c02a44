"""The laptops of the others: who writes in whose name, and which two have not been in step for days."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import DeviceId, MemberId
from sponsor_app.services import Services
from sponsor_app.services.demo.dice import Dice
from sponsor_app.services.demo.stage import Stage
from sponsor_app.services.demo.team import Colleague, Part
from sponsor_app.store.capture import Identity
from sponsor_app.store.models.columns import moment_text

MOST = 40
BEHIND = {"lead5": 4, "ceo": 5}
"""Who has not synced, and for how many days."""

WITHOUT = frozenset({"people"})
MODELS = ("x13", "t480", "air", "book", "nb07", "field")
DEVICE_BITS = 62
VERSION = "0.1.0"


@dataclass(frozen=True, slots=True)
class Laptops:
    """Identities by member; those without a laptop of their own use the office's."""

    by_member: dict[str, Identity]
    office: Identity
    behind: frozenset[str]

    def heard_from(self, member_id: str) -> Identity | None:
        """The laptop of a member whose last days have reached us; None when it is behind or there is none."""
        return None if member_id in self.behind else self.by_member.get(member_id)

    def of(self, colleague: Colleague) -> Identity:
        """In whose name a colleague writes."""
        if colleague.me:
            return self.office
        return self.by_member.get(colleague.id, self.office)


def add_laptops(app: Services, dice: Dice, stage: Stage) -> Laptops:
    """Remember the team's laptops in the local table of devices."""
    owners = [
        one
        for one in stage.team.everyone
        if not one.me and one.left_on is None and one.key not in WITHOUT
    ]
    owners = [one for one in owners if one.part is not Part.IDLE][:MOST]
    rows: list[tuple[object, ...]] = []
    found: dict[str, Identity] = {}
    for one in owners:
        identity = Identity(DeviceId(dice.bits(DEVICE_BITS)), MemberId(one.id))
        found[one.id] = identity
        name = f"{fold(one.name).split()[0]}-{dice.pick(MODELS)}"
        synced = moment_text(_last_synced(dice, stage, BEHIND.get(one.key, 0)))
        rows.append((identity.device, name, one.id, VERSION, synced))
    with app.store.write_local() as connection:
        for row in rows:
            connection.exec_driver_sql(
                "INSERT OR IGNORE INTO device (id, name, member_id, app_version, last_synced_at, mine)"
                " VALUES (?, ?, ?, ?, ?, 0)",
                row,
            )
    behind = frozenset(one.id for one in owners if one.key in BEHIND)
    return Laptops(found, _office(app, stage, found), behind)


def in_step(app: Services) -> None:
    """What a laptop did is here, so it was in step after that."""
    latest = "SELECT max(at) FROM undo WHERE undo.device = device.id"
    with app.store.write_local() as connection:
        connection.exec_driver_sql(
            f"UPDATE device SET last_synced_at = ({latest}) WHERE mine = 0 AND last_synced_at < ({latest})"
        )


def _last_synced(dice: Dice, stage: Stage, days: int) -> datetime:
    """Within the last day for most."""
    ago = days or (0 if dice.chance(0.4) else 1)
    at = time(0, dice.whole(5, 55)) if ago == 0 else time(dice.whole(15, 20), dice.whole(0, 59))
    return datetime.combine(stage.today - timedelta(days=ago), at, tzinfo=UTC)


def _office(app: Services, stage: Stage, found: dict[str, Identity]) -> Identity:
    office = stage.team.by_key("office")
    return found.get(office.id) or next(iter(found.values()), app.store.identity())
