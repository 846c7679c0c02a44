"""What we hear and learn: dated readings of how they feel, dated facts about people."""

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.ids import AccountId, ContactId
from sponsor_app.domain.text import clean_line, clean_note
from sponsor_app.services import Services
from sponsor_app.store.models import fact, pulse
from sponsor_app.store.queries import accounts
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
) -> Changes:
    """Record how they feel today, 0 to 10, in their words if there are any."""
    if not 0 <= score <= HIGHEST:
        msg = f"A pulse is 0 to {HIGHEST}, not {score}. Nothing was saved."
        raise InvalidError(msg)
    with app.store.write("Took a pulse") as writer:
        known = accounts.details(writer.connection, account_id)
        writer.title = f"Pulse {score} at {known.name}"
        writer.insert(
            pulse,
            record_id=app.store.new_id(),
            account_id=account_id,
            contact_id=contact,
            score=score,
            quote=clean_note("quote", quote) if quote else None,
            source=clean_line("source", source) if source else None,
            on_day=app.today(),
            member_id=app.me,
        )
    return changes_of(writer)


def add_fact(
    app: Services, contact_id: ContactId, text: str, *, source: str | None = None
) -> Changes:
    """Record something worth knowing about a person, with where it comes from."""
    line = clean_line("fact", text)
    with app.store.write("Noted a fact") as writer:
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
        writer.delete(fact, fact_id)
    return changes_of(writer)
