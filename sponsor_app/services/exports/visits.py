"""A few plans as a calendar file: read by themselves, with a reminder, for the calendar somebody keeps elsewhere."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from sponsor_app.domain.errors import InvalidError, NotFoundError
from sponsor_app.domain.ids import AccountId, InteractionId
from sponsor_app.domain.interaction import State
from sponsor_app.services import Services
from sponsor_app.services.exports.meetings import NOBODY, Present, row_of
from sponsor_app.store.queries import timeline
from sponsor_app.store.queries.everything import Reader, Record
from sponsor_app.system.publish import publishing

AN_HOUR = 60
MOST_MINUTES = 28 * 24 * 60


def planned_ids(app: Services, account_id: AccountId) -> list[InteractionId]:
    """What is planned with an account from today on, soonest first."""
    with app.store.read() as connection:
        return [one.id for one in timeline.planned(connection, app.today(), (account_id,))]


def write_calendar_file(
    app: Services, ids: Sequence[str], path: Path, *, remind: int = AN_HOUR
) -> Path:
    """Write plans to an `.ics` file, each with a reminder `remind` minutes before (0: none); returns the file.

    A plan without an hour reminds at nine the day before. Refuses what is no longer planned, and another ending.
    """
    from sponsor_app.exchange.outgoing.calendars import write_calendar  # noqa: PLC0415 - late

    _refuse_unfit(path, remind)
    with app.store.read() as connection:
        reader = Reader(connection)
        found = [one for one in reader.some("interaction", "id", ids) if _is_planned(one)]
        if not found:
            msg = "This is no longer planned. No file was written."
            raise NotFoundError(msg, "Look at the account for what became of it.")
        rows, addresses = _rows(reader, found)
    zones = {one["zone"] for one in found if one["zone"]}
    before = timedelta(minutes=remind) if remind else None
    with publishing(path) as beside, beside.open("wb") as stream:
        write_calendar(stream, rows, zones, addresses, remind=before)
    return path


def _refuse_unfit(path: Path, remind: int) -> None:
    if path.suffix.lower() != ".ics":
        ending = path.suffix or path.name
        msg = f"A calendar file ends in .ics, not in “{ending}”. Nothing was written."
        raise InvalidError(msg, "Call it visit.ics.")
    if not 0 <= remind <= MOST_MINUTES:
        most = f"{MOST_MINUTES:,}"
        msg = f"A reminder is 0 to {most} minutes before, not {remind:,}. Nothing was written."
        raise InvalidError(msg, "Say 60 for an hour, 1440 for a day.")


def _is_planned(one: Record) -> bool:
    return one["state"] == State.PLANNED


def _rows(reader: Reader, found: Sequence[Record]) -> tuple[list[Record], dict[str, str]]:
    """The plans as they leave, and the mail addresses of those who take part, by id."""
    links = list(reader.some("attendance", "interaction_id", [one["id"] for one in found]))
    theirs = _names(reader, "contact", [one["contact_id"] for one in links])
    ours = _names(reader, "member", [one["member_id"] for one in links])
    accounts = _names(reader, "account", [one["account_id"] for one in found])
    there: dict[str, list[Present]] = {}
    for link in links:
        who = link["contact_id"] or link["member_id"]
        name = theirs.get(who) or ours.get(who)
        if name:
            there.setdefault(link["interaction_id"], []).append(Present(who, name, who in ours))
    rows = [row_of(one, accounts, ours, there.get(one["id"], NOBODY)) for one in found]
    return rows, _addresses(reader, theirs, ours)


def _names(reader: Reader, table: str, ids: Sequence[str | None]) -> dict[str, str]:
    wanted = sorted({one for one in ids if one})
    return {one["id"]: one["name"] for one in reader.some(table, "id", wanted)}


def _addresses(
    reader: Reader, theirs: Mapping[str, str], ours: Mapping[str, str]
) -> dict[str, str]:
    found: dict[str, str] = {}
    for point in reader.some("contact_point", "contact_id", list(theirs)):
        if point["kind"] == "email":
            found.setdefault(point["contact_id"], point["raw"])
    members = reader.some("member", "id", list(ours))
    return found | {one["id"]: one["email"] for one in members if one["email"]}
