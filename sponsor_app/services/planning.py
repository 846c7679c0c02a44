"""Plan the weeks ahead: proposed, accepted as one step, taken along as a calendar."""

from collections.abc import Sequence
from pathlib import Path

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import InvalidError, RefusedError
from sponsor_app.domain.ids import MemberId, link_id
from sponsor_app.domain.interaction import Intent, Kind, Place, State
from sponsor_app.domain.planning import (
    PER_WEEK,
    Ahead,
    Proposed,
    VisitPlan,
    check_weeks,
    plan_visits,
)
from sponsor_app.domain.text import counted
from sponsor_app.services import Services
from sponsor_app.store.models import attendance, interaction
from sponsor_app.store.models.columns import moment_text
from sponsor_app.store.queries import people, planning, policy, suggesting
from sponsor_app.store.queries.coverage import every_row
from sponsor_app.store.store import changes_of
from sponsor_app.system.publish import publishing

MOST_PER_WEEK = 20


def propose(
    app: Services, weeks: int = 8, *, sponsor: MemberId | None = None, per_week: int = PER_WEEK
) -> VisitPlan:
    """Who should see whom until so many weeks from today, for everybody or one sponsor; nothing is changed."""
    check_weeks(weeks)
    if not 1 <= per_week <= MOST_PER_WEEK:
        msg = f"{per_week} visits a week cannot be meant; from 1 to {MOST_PER_WEEK} can."
        raise InvalidError(msg, "Nothing was changed. Give another number.")
    today = app.today()
    with app.store.read() as connection:
        # From all that is known: what was written down since a day that is pretended counts as well.
        rows = every_row(app.store, connection, today, policy.rules(connection))
        if sponsor is not None:
            rows = tuple(row for row in rows if row.sponsor_id == sponsor)
        here = {
            one.id: one.name
            for one in people.members(connection, today)
            if one.left_on is None or one.left_on > today
        }
        cities = planning.cities(connection)
        ahead = Ahead(today, weeks, rows, cities, (), here, per_week)
        booked = planning.booked(connection, today, ahead.until)
    return plan_visits(Ahead(today, weeks, rows, cities, booked, here, per_week))


def accept(app: Services, chosen: Sequence[Proposed]) -> Changes:
    """Plan these visits as one step; refuses all when a day has passed or an account changed hands since."""
    if not chosen:
        return Changes()
    with app.store.write("Planned visits") as writer:
        ids = [one.row.account_id for one in chosen]
        owned = suggesting.owners(writer.connection, app.today(), ids)
        for one in chosen:
            if one.on < app.today() or one.member_id not in owned.get(one.row.account_id, ()):
                msg = f"{one.row.account} has changed since this was proposed. Nothing was planned."
                raise RefusedError(msg, "Ask for the plan again.", "Ask again: sponsor-app plan.")
        made = app.store.new_ids(len(chosen))
        writer.insert_many(interaction, [_visit(one) for one in chosen], made)
        links = {
            link_id(visit, one.member_id): {"interaction_id": visit, "member_id": one.member_id}
            for visit, one in zip(made, chosen, strict=True)
        }
        writer.link_many(attendance, links)
        many = counted(len(chosen), "visit")
        writer.title = (
            f"Planned {many if len(chosen) > 1 else f'a visit to {chosen[0].row.account}'}"
        )
    return changes_of(writer)


def write_calendar(app: Services, chosen: Sequence[Proposed], path: Path) -> Path:
    """Write proposed visits to an .ics file, one event a day without hours."""
    from sponsor_app.exchange.outgoing.calendars import write_calendar as write  # noqa: PLC0415 - late

    if path.suffix.lower() != ".ics":
        msg = f"A plan is written as .ics, not as “{path.name}”."
        raise InvalidError(msg, "Nothing was written. Let the name end in .ics.")
    now = moment_text(app.now())
    with publishing(path) as beside, beside.open("wb") as stream:
        write(stream, [_event(one, now) for one in chosen], (), {})
    return path


def _visit(one: Proposed) -> dict[str, object]:
    return {
        "account_id": one.row.account_id,
        "kind": Kind.VISIT,
        "state": State.PLANNED,
        "happened_on": one.on,
        "place": Place.THEIRS,
        "city": one.city,
        "intent": Intent.CARE,
    }


def _event(one: Proposed, now: str) -> dict[str, object]:
    return {
        "id": link_id("proposed", one.row.account_id, one.on.isoformat()),
        "state": State.PLANNED.value,
        "kind": Kind.VISIT.value,
        "date": one.on.isoformat(),
        "account": one.row.account,
        "summary": "; ".join(one.because),
        "place": Place.THEIRS.value,
        "city": one.city,
        "members": [one.member],
        "member_ids": [one.member_id],
        "contacts": [],
        "contact_ids": [],
        "created_at": now,
        "updated_at": None,
        "zone": None,
        "starts_at": None,
        "ends_at": None,
    }
