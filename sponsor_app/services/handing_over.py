"""Hand accounts over to another sponsor: looked at first, then one step that moves all that goes with them."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.errors import NotFoundError, RefusedError
from sponsor_app.domain.handing_over import MOST_BRIEFS, HandOver, Parting, kept_note
from sponsor_app.domain.ids import AccountId, MemberId, link_id
from sponsor_app.domain.people import Member
from sponsor_app.domain.text import clean_note, counted
from sponsor_app.services import Services, briefs, sponsorships
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import attendance, commitment, sponsorship
from sponsor_app.store.queries import coverage, people, policy, suggesting
from sponsor_app.store.queries import handing_over as queries
from sponsor_app.store.store import changes_of

Briefs = Mapping[AccountId, str]


def look(
    app: Services, account_ids: Sequence[AccountId], to: MemberId, on: date | None = None
) -> HandOver:
    """What a hand-over from a day (today unless given) would do; nothing is changed."""
    with app.store.read() as connection:
        return _look(app, connection, account_ids, to, on or app.today())


def hand_over(
    app: Services,
    account_ids: Sequence[AccountId],
    to: MemberId,
    on: date | None = None,
    note: str = "",
) -> Changes:
    """Make a member the sponsor from a day; open promises, planned visits and the old sponsor's brief go along."""
    start, said = on or app.today(), clean_note("note", note)
    kept = _briefs(app, look(app, account_ids, to, start))
    with app.store.write("Handed over") as writer:
        found = _look(app, writer.connection, account_ids, to, start)
        for one in found.partings:
            sponsorships.hand_over(app, writer, one.account_id, to, start)
        _move(writer, found.partings, to)
        _keep_notes(writer, found.partings, to, said, kept)
        first = found.partings[0].account if found.partings else ""
        many = counted(len(found.partings), "account")
        writer.title = f"{found.to.name} owns {first if len(found.partings) == 1 else many}"
    return changes_of(writer)


def _look(
    app: Services,
    connection: Connection,
    account_ids: Sequence[AccountId],
    to: MemberId,
    on: date,
) -> HandOver:
    ids, today, rules = list(dict.fromkeys(account_ids)), app.today(), policy.rules(connection)
    everyone = {one.id: one for one in people.members(connection, today)}
    member = everyone.get(to)
    if member is None or (member.left_on and member.left_on <= on):
        msg = "This member is not with us on that day. Nothing was changed."
        raise RefusedError(msg, "Choose somebody else.")
    rows = {row.account_id: row for row in coverage.coverage_rows(connection, today, rules, ids)}
    if len(rows) < len(ids):
        msg = "One of these accounts is no longer here. Nothing was changed."
        raise NotFoundError(msg, "Look at the list again.")
    owned = suggesting.owners(connection, on, ids)
    theirs = queries.open_promises(connection, ids, on, today)
    visits = queries.planned_visits(connection, ids, max(on, today))
    partings: list[Parting] = []
    for at in ids:
        before = tuple(who for who in owned.get(at, ()) if who != to)
        if not before and to in owned.get(at, ()):
            continue
        partings.append(
            Parting(
                at,
                rows[at].account,
                tuple((who, _name(everyone, who)) for who in before),
                tuple(one for who in before for one in theirs.get((at, who), ())),
                tuple((one, who) for who in before for one in visits.get((at, who), ())),
                _led_by(rows[at], everyone, to),
            )
        )
    return HandOver(member, on, today, rules.load, tuple(partings), len(ids) - len(partings))


def _name(everyone: Mapping[MemberId, Member], who: MemberId) -> str:
    return everyone[who].name if who in everyone else "someone who is not here yet"


def _led_by(row: CoverageRow, everyone: Mapping[MemberId, Member], to: MemberId) -> str:
    """The account lead, where the new sponsor leads them or is the one."""
    lead = everyone.get(row.lead_id) if row.lead_id else None
    return lead.name if lead is not None and to in (lead.manager_id, lead.id) else ""


def _briefs(app: Services, found: HandOver) -> Briefs:
    """The brief of each account as its old sponsor would read it, where there are not too many."""
    if len(found.partings) > MOST_BRIEFS:
        return {}
    made: dict[AccountId, str] = {}
    for one in found.partings:
        if one.before:
            who, name = one.before[-1]
            brief = briefs.text(briefs.compose_brief(app, one.account_id, reader=who))
            made[one.account_id] = f"What {name} knew.\n{brief}"
    return made


def _move(writer: Writer, partings: Sequence[Parting], to: MemberId) -> None:
    """Promises get another owner, visits another of ours; who is there already stays there once."""
    promises = {promise: {"owner_id": to} for one in partings for promise in one.promises}
    writer.update_many(commitment, promises)
    visits = [pair for one in partings for pair in one.visits]
    links = {link_id(at, to): {"interaction_id": at, "member_id": to} for at, _who in visits}
    writer.link_many(attendance, links)
    writer.delete_many(attendance, queries.attending(writer.connection, visits))


def _keep_notes(
    writer: Writer, partings: Sequence[Parting], to: MemberId, note: str, kept: Briefs
) -> None:
    """Keep the note and the brief with each sponsorship that began."""
    begun = queries.begun(writer.connection, [one.account_id for one in partings], to)
    notes = {record: kept_note(note, kept.get(at, "")) for at, record in begun.items()}
    edits = {record: {"note": text} for record, text in notes.items() if text}
    writer.update_many(sponsorship, edits)
