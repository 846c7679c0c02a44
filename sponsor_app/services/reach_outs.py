"""Reach-outs: a reason that only helps them, done or skipped account by account; the note is copied, never sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import RefusedError
from sponsor_app.domain.ids import AccountId, ContactId, MemberId, ReachOutId, link_id
from sponsor_app.domain.interaction import Intent, Kind, Place, State
from sponsor_app.domain.reach_out import (
    Criteria,
    Progress,
    Ratio,
    ReachOut,
    note_for,
    progress_of,
)
from sponsor_app.domain.text import clean_line, clean_note
from sponsor_app.services import Services
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import attendance, interaction, reach_out, reach_out_target
from sponsor_app.store.queries import accounts, mine, owning, people, reach_outs
from sponsor_app.store.queries.whom import person_of
from sponsor_app.store.store import changes_of


@dataclass(frozen=True, slots=True)
class ReachOutList:
    """Every reach-out with its accounts, as of a day; `mine` is the ratio of the accounts I sponsor."""

    as_of: date
    me: MemberId
    progress: tuple[Progress, ...]
    mine: Ratio


@dataclass(frozen=True, slots=True)
class Note:
    """A note ready to be sent by a person: to which address, about what, in which words."""

    address: str | None
    contact_id: ContactId | None
    subject: str
    text: str


def add(
    app: Services,
    *,
    title: str,
    because: str,
    criteria: Criteria | None = None,
    template: str | None = None,
) -> Changes:
    """Give a reason to write; `because` is what it does for them.

    In `template` {contact}, {account}, {because} and {me} are filled in.
    """
    line = clean_line("title", title)
    with app.store.write(f"Added “{line}”") as writer:
        writer.insert(
            reach_out,
            record_id=app.store.new_id(),
            title=line,
            because=clean_line("reason", because),
            criteria=(criteria or Criteria()).to_text(),
            template=clean_note("note", template) if template else None,
        )
    return changes_of(writer)


def change(app: Services, reach_out_id: ReachOutId, **values: object) -> Changes:
    """Change title, because, criteria (as `Criteria`) or template."""
    wanted = values.get("criteria")
    if isinstance(wanted, Criteria):
        values["criteria"] = wanted.to_text()
    for name in ("title", "because"):
        if name in values:
            values[name] = clean_line(name, str(values[name]))
    with app.store.write("Changed a reach-out") as writer:
        known = reach_outs.reach_out_of(writer.connection, reach_out_id)
        writer.update(reach_out, reach_out_id, **values)
        writer.title = f"Changed “{known.title}”"
    return changes_of(writer)


def delete(app: Services, reach_out_id: ReachOutId) -> Changes:
    """Remove a reach-out; who was told stays on the accounts' timelines."""
    with app.store.write("Deleted a reach-out") as writer:
        known = reach_outs.reach_out_of(writer.connection, reach_out_id)
        told = reach_outs.targets(writer.connection, ids=(reach_out_id,)).get(reach_out_id, {})
        writer.delete_many(reach_out_target, [link_id(reach_out_id, at) for at in told])
        writer.delete(reach_out, reach_out_id)
        writer.title = f"Deleted “{known.title}”"
    return changes_of(writer)


def done(
    app: Services,
    reach_out_id: ReachOutId,
    account_id: AccountId,
    *,
    outcome: str | None = None,
    contact_id: ContactId | None = None,
) -> Changes:
    """They were told today: a message with no ask on the account's timeline, and its clocks restart."""
    line = clean_note("outcome", outcome) if outcome else None
    with app.store.write("Reached out") as writer:
        known, name = _target(writer, reach_out_id, account_id)
        values: dict[str, object] = {"done_on": app.today(), "skipped_on": None, "outcome": line}
        _settle(app, writer, reach_out_id, account_id, values)
        touch = link_id(reach_out_id, account_id, "touch")
        writer.link(
            interaction,
            touch,
            account_id=account_id,
            kind=Kind.MESSAGE,
            state=State.HELD,
            happened_on=app.today(),
            place=Place.REMOTE,
            intent=Intent.CARE,
            summary=f"{known.title}. {line}" if line else known.title,
        )
        if contact_id is not None and person_of(writer.connection, contact_id):
            _link(writer, touch, "contact_id", contact_id)
        _link(writer, touch, "member_id", app.me)
        writer.title = f"Told {name}: {known.title}"
    return changes_of(writer)


def skip(app: Services, reach_out_id: ReachOutId, account_id: AccountId, *, reason: str) -> Changes:
    """Leave an account out, and why."""
    line = clean_line("reason", reason)
    with app.store.write("Skipped an account") as writer:
        known, name = _target(writer, reach_out_id, account_id)
        values: dict[str, object] = {"skipped_on": app.today(), "done_on": None, "outcome": line}
        _settle(app, writer, reach_out_id, account_id, values)
        writer.title = f"Skipped {name}: {known.title}"
    return changes_of(writer)


def listed(app: Services) -> ReachOutList:
    """Every reach-out with the accounts it fits and what became of it there."""
    today = app.today()
    with app.store.read() as connection:
        rows = app.store.kept(
            connection, "places", today, lambda: reach_outs.places(connection, today)
        )
        told = reach_outs.targets(connection)
        me = app.me
        progress = (
            progress_of(one, rows, told.get(one.id, {}), me)
            for one in reach_outs.reach_outs(connection)
        )
        own = [row.account_id for row in rows if row.sponsor_id == me]
        found = reach_outs.ratios(connection, today, own)
        return ReachOutList(today, me, tuple(progress), sum(found.values(), Ratio()))


def ratio(
    app: Services, *, account_id: AccountId | None = None, sponsor: MemberId | None = None
) -> Ratio:
    """Who starts within a year: at one account, at all of a sponsor's, or everywhere."""
    today = app.today()
    with app.store.read() as connection:
        only: Sequence[str] | None = (account_id,) if account_id else None
        if sponsor is not None:
            only = list(owning.sponsored_by(connection, sponsor, today))
        return sum(reach_outs.ratios(connection, today, only).values(), Ratio())


def note(
    app: Services,
    reach_out_id: ReachOutId,
    account_id: AccountId,
    *,
    contact_id: ContactId | None = None,
) -> Note:
    """The note to one account, to a contact or to whoever decides there; a person sends it."""
    today = app.today()
    with app.store.read() as connection:
        known = reach_outs.reach_out_of(connection, reach_out_id)
        name = accounts.details(connection, account_id).name
        there = people.contacts(connection, today, (account_id,))
        here = [one for one in there if one.left_on is None or one.left_on > today]
        closest = sorted(here, key=lambda one: -(one.strength or 0))
        whom = next((one for one in closest if contact_id in (None, one.id)), None)
        me = mine.name_of(connection, app.me)
    address = next((one.raw for one in whom.points if one.kind == "email"), None) if whom else None
    text = note_for(known, account=name, contact=whom.name if whom else None, me=me)
    return Note(address, whom.id if whom else None, known.title, text)


def one(app: Services, reach_out_id: ReachOutId) -> ReachOut:
    """One reach-out; refuses one that is not here."""
    with app.store.read() as connection:
        return reach_outs.reach_out_of(connection, reach_out_id)


def _target(
    writer: Writer, reach_out_id: ReachOutId, account_id: AccountId
) -> tuple[ReachOut, str]:
    known = reach_outs.reach_out_of(writer.connection, reach_out_id)
    name = accounts.details(writer.connection, account_id).name
    told = reach_outs.targets(writer.connection, ids=(reach_out_id,), account_id=account_id)
    before = told.get(reach_out_id, {}).get(account_id)
    if before is not None and before.done_on is not None:
        msg = f"{before.member or 'Somebody'} told {name} on {before.done_on}. Nothing was changed."
        raise RefusedError(msg, "Undo that step if it did not happen.")
    return known, name


def _settle(
    app: Services,
    writer: Writer,
    reach_out_id: ReachOutId,
    account_id: AccountId,
    values: dict[str, object],
) -> None:
    writer.link(
        reach_out_target,
        link_id(reach_out_id, account_id),
        reach_out_id=reach_out_id,
        account_id=account_id,
        member_id=app.me,
        **values,
    )


def _link(writer: Writer, touch: str, side: str, who: str) -> None:
    writer.link(attendance, link_id(touch, who), **{"interaction_id": touch, side: who})
