"""Log what happened, plan what will: an interaction, its attendance, its promises and the next date, as one step."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from sponsor_app.domain.account import AccountStatus
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.drafts import InteractionDraft, Promise
from sponsor_app.domain.errors import InvalidError, RefusedError
from sponsor_app.domain.fact_guard import refuse_private
from sponsor_app.domain.far_days import refuse_far
from sponsor_app.domain.ids import AccountId, ContactId, InteractionId, MemberId, link_id
from sponsor_app.domain.interaction import State, state_on
from sponsor_app.domain.language import later
from sponsor_app.domain.text import clean_line, clean_note
from sponsor_app.domain.timeline import Interaction
from sponsor_app.domain.wording import full_day
from sponsor_app.services import Services
from sponsor_app.services.contacts import add_named
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import account, attendance, commitment, fact, interaction
from sponsor_app.store.queries import accounts, open_items, timeline
from sponsor_app.store.store import changes_of


def log(app: Services, draft: InteractionDraft) -> Changes:
    """Save one interaction whole. The first id of the result is the interaction's.

    A plan of the same account for the same day becomes what was held, instead of standing beside it.
    """
    today = app.today()
    _refuse_absurd(draft, today)
    for learned in draft.facts:
        refuse_private(learned.text)
    if draft.only_facts:
        return _learn(app, draft)
    state = state_of(draft, today)
    with app.store.write("Logged an interaction") as writer:
        draft = _with_account(app, writer, draft)
        name = accounts.name_of(writer.connection, draft.account_id)
        writer.title = _title(draft, state, name)
        interaction_id = _keep(app, writer, draft, state)
        new = {name: add_named(app, writer, draft.account_id, name) for name in draft.new_contacts}
        _attend(app, writer, interaction_id, (*draft.contact_ids, *new.values()), draft)
        _add_facts(app, writer, draft, new, f"{draft.kind}, {draft.on}")
        for promise in draft.promises:
            add_promise(app, writer, interaction_id, promise, draft)
        if draft.next_on:
            plan_next(app, writer, draft)
    changes = changes_of(writer)
    others = tuple(i for i in changes.created if i != interaction_id)
    return Changes(changes.topics, changes.step, changes.title, (interaction_id, *others))


def _learn(app: Services, draft: InteractionDraft) -> Changes:
    """Save what was learned where nothing happened."""
    with app.store.write("Noted a fact") as writer:
        draft = _with_account(app, writer, draft)
        new = {name: add_named(app, writer, draft.account_id, name) for name in draft.new_contacts}
        _add_facts(app, writer, draft, new, "log line")
        writer.title = f"Noted a fact at {accounts.name_of(writer.connection, draft.account_id)}"
    return changes_of(writer)


def _add_facts(
    app: Services,
    writer: Writer,
    draft: InteractionDraft,
    new: Mapping[str, ContactId],
    source: str,
) -> None:
    for learned in draft.facts:
        contact_id = learned.contact_id or new.get(learned.new_contact or "")
        whose = f"{learned.new_contact}: " if learned.new_contact and not contact_id else ""
        writer.insert(
            fact,
            record_id=app.store.new_id(),
            account_id=None if contact_id else draft.account_id,
            contact_id=contact_id,
            text=clean_line("fact", whose + learned.text),
            source=source,
            on_day=min(draft.on, app.today()),
        )


def cancel(app: Services, interaction_id: InteractionId) -> Changes:
    """Call off a plan."""
    return _set_state(app, interaction_id, State.CANCELLED, "Called off")


def hold(app: Services, interaction_id: InteractionId) -> Changes:
    """Say that a plan took place as planned; refuses one for a day to come."""
    return _set_state(app, interaction_id, State.HELD, "Held")


def move(app: Services, interaction_id: InteractionId, to: date) -> Changes:
    """Put a plan on another day, at the same hours; refuses a day that has passed."""
    if to < app.today():
        msg = f"{to} has passed. The plan stays where it was."
        raise InvalidError(msg, "Give a day to come, or log what happened.")
    with app.store.write("Moved a plan") as writer:
        found = timeline.by_ids(writer.connection, [interaction_id])
        if not found or found[0].state is not State.PLANNED:
            msg = "This is no longer planned. Nothing was changed."
            raise RefusedError(msg, "Look at the account for what became of it.")
        plan = found[0]
        values: dict[str, object] = {"happened_on": to}
        for name, moment in (("starts_at", plan.starts_at), ("ends_at", plan.ends_at)):
            if moment is not None:
                values[name] = on_another_day(moment, to - plan.on)
        writer.update(interaction, interaction_id, **values)
        writer.title = (
            f"Moved {plan.kind} with {plan.account or 'nobody'} to {full_day(to, app.today())}"
        )
    return changes_of(writer)


def on_another_day(moment: datetime, by: timedelta) -> datetime:
    """The same hour on this laptop's clock, days later: an hour is not lost where clocks change."""
    local = moment.astimezone().replace(tzinfo=None) + by
    return local.astimezone().astimezone(moment.tzinfo)


def change(app: Services, interaction_id: InteractionId, **values: object) -> Changes:
    """Correct fields of an interaction; refuses to say that a day to come was held."""
    if isinstance(values.get("summary"), str):
        values["summary"] = clean_note("note", str(values["summary"])) or None
    with app.store.write("Corrected an interaction") as writer:
        writer.update(interaction, interaction_id, **values)
        _refuse_held_ahead(app, writer, interaction_id)
        [one] = timeline.by_ids(writer.connection, [interaction_id])
        writer.title = f"Corrected {one.kind} with {one.account or 'nobody'}"
    return changes_of(writer)


def delete(app: Services, interaction_id: InteractionId) -> Changes:
    """Remove an interaction with its attendance; undo brings it back."""
    with app.store.write("Deleted an interaction") as writer:
        for one in timeline.by_ids(writer.connection, [interaction_id]):
            writer.title = f"Deleted {one.kind} with {one.account or 'nobody'}"
        links = timeline.attendance_ids(writer.connection, interaction_id)
        writer.delete_many(attendance, links)
        writer.delete(interaction, interaction_id)
    return changes_of(writer)


def by_ids(app: Services, ids: Sequence[str]) -> list[Interaction]:
    """These interactions with who took part."""
    with app.store.read() as connection:
        return timeline.by_ids(connection, ids)


def _with_account(app: Services, writer: Writer, draft: InteractionDraft) -> InteractionDraft:
    """The draft at its account, which is made now if the line named a new one."""
    if not draft.new_account:
        return draft
    name = clean_line("name", draft.new_account)
    made = writer.insert(
        account, record_id=app.store.new_id(), name=name, status=AccountStatus.CUSTOMER
    )
    return replace(draft, account_id=AccountId(made))


def _refuse_absurd(draft: InteractionDraft, today: date) -> None:
    refuse_far(draft.on, today)
    if draft.next_on and draft.next_on <= draft.on:
        msg = f"The next date, {draft.next_on}, is not after {draft.on}. Nothing was saved."
        raise InvalidError(msg, "Give a later day.")


def state_of(draft: InteractionDraft, today: date) -> State:
    """What saving a draft on `today` would make it: planned, held or called off."""
    return state_on(draft.on, today, planned=draft.planned, called_off=draft.called_off)


def _title(draft: InteractionDraft, state: State, account: str) -> str:
    verbs = later({State.PLANNED: "Planned", State.HELD: "Logged", State.CANCELLED: "Called off"})
    verb = verbs[state]
    return f"{verb} {draft.kind} with {account}"


def _keep(app: Services, writer: Writer, draft: InteractionDraft, state: State) -> str:
    values: dict[str, object] = {
        "account_id": draft.account_id,
        "kind": draft.kind,
        "state": state,
        "happened_on": draft.on,
        "starts_at": draft.starts_at,
        "ends_at": draft.ends_at,
        "zone": draft.zone,
        "place": draft.place,
        "city": draft.city,
        "intent": draft.intent,
        "sentiment": draft.sentiment,
        "summary": clean_note("note", draft.summary) if draft.summary else None,
        "quote": clean_note("quote", draft.quote) if draft.quote else None,
    }
    plans = timeline.planned_on(writer.connection, draft.account_id, draft.on)
    if state is not State.PLANNED and len(plans) == 1:
        given = {name: value for name, value in values.items() if value is not None}
        writer.update(interaction, plans[0], **given)
        return plans[0]
    return writer.insert(interaction, record_id=app.store.new_id(), **values)


def _attend(
    app: Services,
    writer: Writer,
    interaction_id: str,
    contact_ids: Sequence[ContactId],
    draft: InteractionDraft,
) -> None:
    members = (app.me, *draft.member_ids)
    link(writer, interaction_id, contact_ids, members)


def link(
    writer: Writer,
    interaction_id: str,
    contact_ids: Iterable[ContactId],
    member_ids: Iterable[MemberId],
) -> None:
    """Say within a step who took part; who is said twice is there once."""
    links: dict[str, dict[str, object]] = {
        link_id(interaction_id, who): {"interaction_id": interaction_id, side: who}
        for side, people in (("contact_id", contact_ids), ("member_id", member_ids))
        for who in people
    }
    writer.link_many(attendance, links)


def add_promise(
    app: Services,
    writer: Writer,
    interaction_id: str,
    promise: Promise,
    draft: InteractionDraft,
) -> None:
    """Record within a step what was promised there; the account lead's own is accepted at once."""
    ours = promise.direction is Direction.OURS
    accepted = ours and app.me in accounts.leads(writer.connection, draft.account_id)
    their_voice = draft.contact_ids[0] if draft.contact_ids else None
    writer.insert(
        commitment,
        record_id=app.store.new_id(),
        number=open_items.next_number(writer.connection, commitment),
        account_id=draft.account_id,
        interaction_id=interaction_id,
        text=clean_line("promise", promise.text),
        direction=promise.direction,
        promised_by_id=app.me if ours else their_voice,
        owner_id=app.me if accepted else None,
        accepted_by_id=app.me if accepted else None,
        accepted_on=app.today() if accepted else None,
        made_on=min(draft.on, app.today()),
        due_on=promise.due,
    )


def plan_next(app: Services, writer: Writer, draft: InteractionDraft) -> None:
    """Plan within a step the next date with the same people."""
    later = writer.insert(
        interaction,
        record_id=app.store.new_id(),
        account_id=draft.account_id,
        kind=draft.kind,
        state=State.PLANNED,
        happened_on=draft.next_on,
        place=draft.place,
    )
    link(writer, later, draft.contact_ids, (app.me,))


def _set_state(app: Services, interaction_id: InteractionId, state: State, verb: str) -> Changes:
    with app.store.write(verb) as writer:
        found = timeline.by_ids(writer.connection, [interaction_id])
        if found:
            writer.title = f"{verb}: {found[0].kind} with {found[0].account}"
        writer.update(interaction, interaction_id, state=state)
        _refuse_held_ahead(app, writer, interaction_id)
    return changes_of(writer)


def _refuse_held_ahead(app: Services, writer: Writer, interaction_id: InteractionId) -> None:
    """A touch on a day to come would hide the last real one from the clocks."""
    for one in timeline.by_ids(writer.connection, [interaction_id]):
        if one.state is State.HELD and one.on > app.today():
            msg = f"{one.on} is a day to come, so nothing was held yet. Nothing was changed."
            raise RefusedError(msg, "Call it off, or log what happened.")
