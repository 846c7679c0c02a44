"""Debriefs: which visits nobody has spoken of yet, what became of one as one step, and the minutes for the customer."""

from datetime import date, timedelta
from pathlib import Path

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.debrief import Debrief, DebriefPage, Minutes, internal_note, minutes_text
from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.errors import InvalidError, NotFoundError, RefusedError
from sponsor_app.domain.ids import AccountId, ContactId, InteractionId, link_id
from sponsor_app.domain.interaction import State
from sponsor_app.domain.text import clean_line, clean_note
from sponsor_app.domain.timeline import Interaction
from sponsor_app.domain.today import DEBRIEF_DAYS, NeedKind
from sponsor_app.services import Services, interactions
from sponsor_app.services.contacts import add_named
from sponsor_app.services.issues import insert as insert_issue
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import attendance, interaction
from sponsor_app.store.queries import accounts, open_items, people, promises, timeline
from sponsor_app.store.queries.waiting import waiting
from sponsor_app.store.store import changes_of
from sponsor_app.system.publish import publishing

ENDINGS = (".txt", ".md")


def listed(app: Services) -> list[Interaction]:
    """My visits whose time has passed and of which nobody has said how they went, the oldest first."""
    with app.store.read() as connection:
        needs = waiting(connection, app.me, app.local_now()).needs
    plans = [one.plan for one in needs if one.kind is NeedKind.DEBRIEF and one.plan is not None]
    return sorted(plans, key=lambda one: (one.on, str(one.starts_at), one.id))


def begun(app: Services, plan_id: InteractionId | None = None) -> DebriefPage | None:
    """What to ask about a visit, or about the oldest that waits; None when none does."""
    waiting_for_me = listed(app)
    chosen = plan_id or next((one.id for one in waiting_for_me), None)
    if chosen is None:
        return None
    today = app.today()
    with app.store.read() as connection:
        plan = _plan(timeline.by_ids(connection, [chosen]), today)
        at = (str(plan.account_id),)
        here = tuple(
            one
            for one in people.contacts(connection, today, at)
            if one.left_on is None or one.left_on > plan.on
        )
    return DebriefPage(today, plan, here, len(waiting_for_me))


def is_held(app: Services, interaction_id: InteractionId) -> bool:
    """Whether it has minutes, not questions."""
    with app.store.read() as connection:
        found = timeline.by_ids(connection, [interaction_id])
    return bool(found) and found[0].state is State.HELD


def save(app: Services, said: Debrief) -> Changes:
    """What became of a visit, as one step: it was held, who came, what was promised, the next date, an issue."""
    with app.store.write("Debriefed a visit") as writer:
        plan = _plan(timeline.by_ids(writer.connection, [said.plan_id]), app.today())
        _refuse_next(said.next_on, app.today())
        writer.title = f"Debriefed {plan.kind} with {plan.account}"
        _hold(writer, said)
        new = [add_named(app, writer, _at(plan), clean_line("name", one)) for one in said.also]
        came = (*said.came, *new)
        _who_came(app, writer, plan, said, came)
        draft = _draft(plan, said, came)
        for promise in said.promises:
            interactions.add_promise(app, writer, plan.id, promise, draft)
        if said.next_on:
            interactions.plan_next(app, writer, draft)
        if said.severity is not None and said.bad_news.strip():
            raised_by = came[0] if came else None
            title = clean_line("title", said.bad_news)
            insert_issue(
                app, writer, _at(plan), title=title, severity=said.severity, raised_by=raised_by
            )
    changes = changes_of(writer)
    return Changes(changes.topics, changes.step, changes.title, (said.plan_id, *changes.created))


def minutes(app: Services, interaction_id: InteractionId) -> Minutes:
    """What both sides may read of something that was held."""
    with app.store.read() as connection:
        found = timeline.by_ids(connection, [interaction_id])
        if not found or found[0].state is not State.HELD:
            msg = "There are no minutes of what was not held."
            raise NotFoundError(msg, "Debrief it first.")
        held = found[0]
        ids = promises.made_at(connection, interaction_id)
        agreed = open_items.commitments(connection, ids=ids)
        here = (str(held.account_id),)
        later = max(held.on + timedelta(days=1), app.today())
        planned = timeline.planned(connection, later, here)
    return Minutes(held, tuple(agreed), planned[0].on if planned else None)


def write_minutes(app: Services, interaction_id: InteractionId, path: Path) -> Path:
    """Write the minutes to a .txt or .md file."""
    if path.suffix.lower() not in ENDINGS:
        msg = f"Minutes are written as .txt or .md, not as “{path.name}”."
        raise InvalidError(msg, "Nothing was written. Give one of these endings.")
    text = minutes_text(minutes(app, interaction_id))
    with publishing(path) as beside:
        beside.write_text(text, encoding="utf-8")
    return path


def write_text(path: Path, text: str) -> Path:
    """Write minutes that a person has gone over, as they are."""
    with publishing(path) as beside:
        beside.write_text(text, encoding="utf-8")
    return path


def of_account(app: Services, account_id: AccountId) -> InteractionId:
    """The visit at an account that waits for its debrief, the oldest; refuses when there is none."""
    today = app.today()
    with app.store.read() as connection:
        start = today - timedelta(days=DEBRIEF_DAYS)
        found = timeline.planned(connection, start, (account_id,))
        name = accounts.name_of(connection, account_id)
    passed = [one for one in found if one.on <= today]
    if not passed:
        msg = f"No visit at {name} waits for a debrief."
        raise NotFoundError(msg, "Log what happened.", 'For example: sponsor-app log "coffee …"')
    return passed[0].id


def _at(plan: Interaction) -> AccountId:
    return plan.account_id or AccountId("")


def _plan(found: list[Interaction], today: date) -> Interaction:
    if not found or found[0].state is not State.PLANNED:
        msg = "This is no longer planned: somebody has said how it went, or called it off. Nothing was changed."
        raise RefusedError(msg, "Look at the account for what became of it.")
    plan = found[0]
    if plan.on > today:
        msg = (
            f"{plan.on} is a day to come, so there is nothing to debrief yet. Nothing was changed."
        )
        raise RefusedError(msg, "Move it or call it off.")
    if plan.account_id is None:
        msg = "Nobody knows at which account this was. Nothing was changed."
        raise RefusedError(msg, "Log what happened in a line of its own, and call this off.")
    return plan


def _refuse_next(next_on: date | None, today: date) -> None:
    if next_on is not None and next_on <= today:
        msg = f"The next date, {next_on}, is not a day to come. Nothing was saved."
        raise InvalidError(msg, "Give a later day.")


def _hold(writer: Writer, said: Debrief) -> None:
    given: dict[str, object] = {
        "place": said.place,
        "intent": said.intent,
        "sentiment": said.mood,
        "summary": clean_note("note", internal_note(said)) or None,
    }
    known = {name: value for name, value in given.items() if value is not None}
    writer.update(interaction, said.plan_id, state=State.HELD, **known)


def _who_came(
    app: Services,
    writer: Writer,
    plan: Interaction,
    said: Debrief,
    came: tuple[ContactId, ...],
) -> None:
    absent = {one.contact_id for one in plan.contacts} - set(came)
    links = [link_id(plan.id, who) for who in sorted(one for one in absent if one)]
    there = set(timeline.attendance_ids(writer.connection, plan.id))
    writer.delete_many(attendance, [one for one in links if one in there])
    interactions.link(writer, plan.id, came, (app.me, *said.members))


def _draft(plan: Interaction, said: Debrief, came: tuple[ContactId, ...]) -> InteractionDraft:
    return InteractionDraft(
        _at(plan),
        plan.kind,
        plan.on,
        said.place or plan.place,
        contact_ids=came,
        next_on=said.next_on,
    )
