"""Hand accounts over to another sponsor: looked at first, then one step that moves all that goes with them."""

from collections.abc import Mapping, Sequence
from datetime import date

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.handing_over import MOST_BRIEFS, HandOver, Parting, kept_note
from sponsor_app.domain.ids import AccountId, MemberId, link_id
from sponsor_app.domain.language import in_english
from sponsor_app.domain.text import clean_note, counted
from sponsor_app.services import Services, briefs, sponsorships
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import attendance, commitment, sponsorship
from sponsor_app.store.queries import handing_over as queries
from sponsor_app.store.store import changes_of

Briefs = Mapping[AccountId, str]


def look(
    app: Services, account_ids: Sequence[AccountId], to: MemberId, on: date | None = None
) -> HandOver:
    """What a hand-over from a day (today unless given) would do; nothing is changed."""
    with app.store.read() as connection:
        return queries.look(connection, app.today(), account_ids, to, on or app.today())


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
        found = queries.look(writer.connection, app.today(), account_ids, to, start)
        for one in found.partings:
            sponsorships.hand_over(app, writer, one.account_id, to, start)
        _move(writer, found.partings, to)
        _keep_notes(writer, found.partings, to, said, kept)
        first = found.partings[0].account if found.partings else ""
        many = counted(len(found.partings), "account")
        writer.title = f"{found.to.name} owns {first if len(found.partings) == 1 else many}"
    return changes_of(writer)


def _briefs(app: Services, found: HandOver) -> Briefs:
    """The brief of each account as its old sponsor would read it, where there are not too many."""
    if len(found.partings) > MOST_BRIEFS:
        return {}
    made: dict[AccountId, str] = {}
    for one in found.partings:
        if one.before:
            who, name = one.before[-1]
            with in_english():  # it is kept, and shared with the team
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
