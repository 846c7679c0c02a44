"""What we hear and learn: dated readings of how they feel, dated facts about people."""

from datetime import date, timedelta

from sponsor_app.domain.account import TeamRole
from sponsor_app.domain.account_details import AccountDetails
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.fact_guard import refuse_private
from sponsor_app.domain.far_days import refuse_far
from sponsor_app.domain.ids import AccountId, ContactId
from sponsor_app.domain.pulse import FOLLOW_UP_DAYS, OWN_FEELING, Voice, voice_of
from sponsor_app.domain.text import clean_line, clean_note
from sponsor_app.domain.wording import short_day
from sponsor_app.services import Services
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import commitment, fact, pulse
from sponsor_app.store.queries import accounts, history, linked, open_items
from sponsor_app.store.queries.whom import called, person_of
from sponsor_app.store.store import changes_of

HIGHEST = 10


def add_pulse(
    app: Services,
    account_id: AccountId,
    score: int,
    *,
    contact: ContactId | None = None,
    quote: str | None = None,
    source: str | None = None,
    on: date | None = None,
) -> Changes:
    """Record how they feel, 0 to 10, in their words if there are any; today unless `on` says when.

    A detractor who said so themselves is to be talked to within 48 hours: that promise is made in the same step.
    """
    if not 0 <= score <= HIGHEST:
        msg = f"A pulse is 0 to {HIGHEST}, not {score}. Nothing was saved."
        raise InvalidError(msg)
    day = on or app.today()
    if day > app.today():
        msg = f"{day} is a day to come, so nobody has felt so yet. Nothing was saved."
        raise InvalidError(msg, "Give the day of the reading.")
    refuse_far(day, app.today())
    with app.store.write("Took a pulse") as writer:
        known = accounts.details(writer.connection, account_id)
        writer.title = f"Pulse {score} at {known.name}"
        felt = clean_line("source", source) if source else None
        writer.insert(
            pulse,
            record_id=app.store.new_id(),
            account_id=account_id,
            contact_id=contact,
            score=score,
            quote=clean_note("quote", quote) if quote else None,
            source=felt,
            on_day=day,
            member_id=app.me,
        )
        if voice_of(score) is Voice.DETRACTOR and (felt or "").casefold() != OWN_FEELING:
            _follow_up(app, writer, known, score, contact)
    return changes_of(writer)


def _follow_up(
    app: Services, writer: Writer, known: AccountDetails, score: int, contact: ContactId | None
) -> None:
    """Promise to ask what is behind a bad reading; the lead takes it on, or I do where there is none."""
    whom = person_of(writer.connection, contact).name if contact else known.name
    question = f"Ask {whom} what is behind"
    still = open_items.commitments(writer.connection, account_ids=(known.id,), only_open=True)
    if any(one.text.startswith(question) for one in still):
        return
    leads = {one.member_id for one in known.team if one.role is TeamRole.LEAD}
    mine = not leads or app.me in leads
    due = app.today() + timedelta(days=FOLLOW_UP_DAYS)
    writer.insert(
        commitment,
        record_id=app.store.new_id(),
        number=open_items.next_number(writer.connection, commitment),
        account_id=known.id,
        text=f"{question} the {score} of 10",
        direction=Direction.OURS,
        promised_by_id=app.me,
        owner_id=app.me if mine else None,
        accepted_by_id=app.me if mine else None,
        accepted_on=app.today() if mine else None,
        made_on=app.today(),
        due_on=due,
    )
    writer.title += f", to be asked about by {short_day(due, app.today())}"


def add_fact(
    app: Services, contact_id: ContactId, text: str, *, source: str | None = None
) -> Changes:
    """Record something worth knowing about a person, with where it comes from; not what is nobody's business."""
    line = clean_line("fact", text)
    refuse_private(line)
    if source:
        refuse_private(source)
    with app.store.write("Noted a fact") as writer:
        who = called(writer.connection, contact_id)
        writer.title = f"Noted a fact about {who}"
        writer.insert(
            fact,
            record_id=app.store.new_id(),
            contact_id=contact_id,
            text=line,
            source=clean_line("source", source) if source else None,
            on_day=app.today(),
        )
    return changes_of(writer)


def delete_fact(app: Services, fact_id: str) -> Changes:
    """Remove a fact; undo brings it back."""
    with app.store.write("Removed a fact") as writer:
        row = linked.row(writer.connection, fact, fact_id)
        whom = row["contact_id"] or row["account_id"]
        name = history.names_of(writer.connection, [whom]).get(whom, "somebody")
        writer.title = f"Removed a fact about {name}"
        writer.delete(fact, fact_id)
    return changes_of(writer)
