"""Events: planned, people invited, replies, who came, what was said and what we made of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import InvalidError, RefusedError
from sponsor_app.domain.event import ALL_OF_IT, PLACES, Event, EventKind, EventPage, Reply
from sponsor_app.domain.far_days import refuse_far
from sponsor_app.domain.ids import ContactId, EventId, MemberId, link_id
from sponsor_app.domain.interaction import Place
from sponsor_app.domain.text import clean_line, clean_note
from sponsor_app.services import Services
from sponsor_app.services.attending import leave_touches
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import event, invitation, theme
from sponsor_app.store.queries import events, history, linked, open_items
from sponsor_app.store.queries.whom import person_of
from sponsor_app.store.store import changes_of

Who = ContactId | MemberId


def add(
    app: Services,
    *,
    title: str,
    kind: EventKind,
    on: date,
    place: Place | None = None,
    note: str | None = None,
    host: MemberId | None = None,
) -> Changes:
    """Plan an event, or record one that took place; the host is me unless given."""
    line = clean_line("title", title)
    refuse_far(on, app.today())
    with app.store.write(f"Added “{line}”") as writer:
        writer.insert(
            event,
            record_id=app.store.new_id(),
            number=open_items.next_number(writer.connection, event),
            title=line,
            kind=kind,
            on_day=on,
            place=place or PLACES.get(kind),
            note=clean_note("note", note) if note else None,
            host_id=host or app.me,
        )
    return changes_of(writer)


def change(app: Services, event_id: EventId, **values: object) -> Changes:
    """Change title, day, place, kind or note; a day that people were said to come on stays."""
    if isinstance(values.get("title"), str):
        values["title"] = clean_line("title", str(values["title"]))
    if isinstance(values.get("on_day"), date):
        refuse_far(date.fromisoformat(str(values["on_day"])), app.today())
    with app.store.write("Changed an event") as writer:
        known = events.event_of(writer.connection, event_id)
        if "on_day" in values and known.counts.attended and values["on_day"] != known.on:
            msg = f"{known.counts.attended} people came on {known.on}. Nothing was changed."
            raise RefusedError(msg, "Add another event for another day.")
        writer.update(event, event_id, **values)
        writer.title = f"Changed “{known.title}”"
    return changes_of(writer)


def delete(app: Services, event_id: EventId) -> Changes:
    """Remove an event with its invitations and themes; the touches it left stay."""
    with app.store.write("Deleted an event") as writer:
        known = events.event_of(writer.connection, event_id)
        for table in (invitation, theme):
            ids = linked.ids_with(writer.connection, table, "event_id", event_id)
            writer.delete_many(table, ids)
        writer.delete(event, event_id)
        writer.title = f"Deleted “{known.title}”"
    return changes_of(writer)


def invite(
    app: Services,
    event_id: EventId,
    contact_ids: Sequence[ContactId],
    member_ids: Sequence[MemberId] = (),
) -> Changes:
    """Invite people; who is invited already stays so. Refuses somebody who has left."""
    with app.store.write("Invited people") as writer:
        known = events.event_of(writer.connection, event_id)
        names = [_present(app, writer, one) for one in contact_ids]
        writer.link_many(invitation, _invited(event_id, contact_ids, member_ids))
        whom = names[0] if len(names) == 1 and not member_ids else f"{len(names)} people"
        if not names and member_ids:
            whom = "our own people"
        writer.title = f"Invited {whom} to “{known.title}”"
    return changes_of(writer)


def uninvite(app: Services, invitation_id: str) -> Changes:
    """Take an invitation back; refuses one of somebody who came."""
    with app.store.write("Took an invitation back") as writer:
        found = linked.row(writer.connection, invitation, invitation_id)
        if found["attended"]:
            msg = "They came. Nothing was changed."
            raise RefusedError(msg, "Say first that they did not come.")
        known = events.event_of(writer.connection, found["event_id"])
        who = found["contact_id"] or found["member_id"]
        name = history.names_of(writer.connection, [who]).get(who, "Somebody")
        writer.title = f"{name} is no longer invited to “{known.title}”"
        writer.delete(invitation, invitation_id)
    return changes_of(writer)


def reply(app: Services, event_id: EventId, who: Sequence[Who], answer: Reply | None) -> Changes:
    """What they answered; whoever was not invited is now."""
    with app.store.write("Noted a reply") as writer:
        known = events.event_of(writer.connection, event_id)
        _set(app, writer, event_id, who, reply=answer)
        writer.title = f"Noted {answer.value if answer else 'no reply'} for “{known.title}”"
    return changes_of(writer)


def attended(app: Services, event_id: EventId, who: Sequence[Who], *, came: bool = True) -> Changes:
    """Who came, invited or not: each of theirs was touched. `came=False` takes it back."""
    with app.store.write("Noted who came") as writer:
        known = events.event_of(writer.connection, event_id)
        if came and known.on > app.today():
            msg = f"“{known.title}” is on {known.on}, so nobody has come yet. Nothing was changed."
            raise RefusedError(msg, "Note the reply, or change the day of the event.")
        _set(app, writer, event_id, who, attended=int(came))
        leave_touches(app, writer, known)
        verb = "came to" if came else "did not come to"
        writer.title = f"{_count(who)} {verb} “{known.title}”"
    return changes_of(writer)


def spoke(app: Services, event_id: EventId, shares: Mapping[Who, int | None]) -> Changes:
    """How much of the talking was whose, in percent."""
    for share in shares.values():
        if share is not None and not 0 <= share <= ALL_OF_IT:
            msg = f"A share of the talking is 0 to 100 percent, not {share}. Nothing was saved."
            raise InvalidError(msg)
    with app.store.write("Noted who spoke") as writer:
        known = events.event_of(writer.connection, event_id)
        for who, share in shares.items():
            _set(app, writer, event_id, (who,), speaking_share=share)
        writer.title = f"Noted who spoke at “{known.title}”"
    return changes_of(writer)


def listed(app: Services) -> list[Event]:
    """Every event, the latest day first."""
    with app.store.read() as connection:
        return events.events(connection)


def page(app: Services, event_id: EventId) -> EventPage:
    """One event whole; refuses one that is not here."""
    with app.store.read() as connection:
        return EventPage(
            app.today(),
            events.event_of(connection, event_id),
            tuple(events.invitations(connection, event_id)),
            tuple(events.themes(connection, event_id=event_id)),
        )


def _invited(
    event_id: EventId, contact_ids: Iterable[ContactId], member_ids: Iterable[MemberId]
) -> dict[str, dict[str, object]]:
    sides = (("contact_id", contact_ids), ("member_id", member_ids))
    return {
        link_id(event_id, who): {"event_id": event_id, side: who}
        for side, people in sides
        for who in people
    }


def _set(
    app: Services, writer: Writer, event_id: EventId, who: Sequence[Who], **values: object
) -> None:
    """Give invitations of these people values; theirs and ours are told apart by where they are on file."""
    ours = events.which_are_ours(writer.connection, who)
    contacts = [ContactId(one) for one in who if one not in ours]
    for one in contacts:
        if not events.is_invited(writer.connection, link_id(event_id, one)):
            _present(app, writer, one)
    rows = _invited(event_id, contacts, [MemberId(one) for one in who if one in ours])
    writer.link_many(invitation, {key: {**row, **values} for key, row in rows.items()})


def _present(app: Services, writer: Writer, contact_id: ContactId) -> str:
    person = person_of(writer.connection, contact_id)
    if person.left_on is not None and person.left_on <= app.today():
        msg = f"{person.name} left {person.account} on {person.left_on}. Nobody was invited."
        raise RefusedError(msg, "Leave them out, or say where they work now.")
    return person.name


def _count(who: Sequence[Who]) -> str:
    return "1 person" if len(who) == 1 else f"{len(who):,} people"
