"""You said, we did, we told you: what customers said at an event, and what came of it."""

from datetime import date

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.errors import InvalidError, RefusedError
from sponsor_app.domain.event import Theme
from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import AccountId, CommitmentId, ContactId, EventId, IssueId
from sponsor_app.domain.issue import IssueStatus, Level, Severity
from sponsor_app.domain.text import clean_line, clean_note
from sponsor_app.services import Services
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import commitment, issue, theme
from sponsor_app.store.queries import coverage, events, open_items, policy
from sponsor_app.store.queries.whom import person_of
from sponsor_app.store.store import changes_of


def note(
    app: Services,
    event_id: EventId,
    text: str,
    *,
    quote: str | None = None,
    by: ContactId | None = None,
    did: str | None = None,
    told: date | None = None,
    whom: ContactId | None = None,
    issue_id: IssueId | None = None,
    promise_id: CommitmentId | None = None,
) -> Changes:
    """Note what was said at an event; the same words again add to the theme what is given.

    `by` is who said it, `did` what we did about it, `told` the day they were told, `whom` if it was somebody
    else; an issue or a promise there is about it already is linked. Refuses telling before doing.
    """
    line = clean_line("theme", text)
    given = _given(app, quote=quote, by=by, did=did, told=told, whom=whom)
    links = {"issue_id": issue_id, "commitment_id": promise_id}
    given.update({name: one for name, one in links.items() if one})
    with app.store.write("Noted a theme") as writer:
        known = events.event_of(writer.connection, event_id)
        here = events.themes(writer.connection, event_id=event_id)
        same = next((one for one in here if fold(one.text) == fold(line)), None)
        writer.title = f"Noted “{line}”"
        _refuse_untimely(known.on, (same.did if same else None) or did, told)
        if same is None:
            record_id = app.store.new_id()
            writer.insert(theme, record_id=record_id, event_id=event_id, text=line, **given)
        else:
            writer.update(theme, same.id, **given)
            writer.created.append(same.id)
    return changes_of(writer)


def change(
    app: Services,
    theme_id: str,
    *,
    did: str | None = None,
    told: date | None = None,
    by: ContactId | None = None,
    quote: str | None = None,
    whom: ContactId | None = None,
) -> Changes:
    """Say what we did about a theme, who was told and when, whose words it is in."""
    given = _given(app, quote=quote, by=by, did=did, told=told, whom=whom)
    with app.store.write("Followed a theme up") as writer:
        known = events.theme_of(writer.connection, theme_id)
        _refuse_untimely(known.event_on, did or known.did, told)
        writer.update(theme, theme_id, **given)
        name = person_of(writer.connection, whom).name if whom else "them"
        verb = f"Told {name} about" if told else "Followed up"
        writer.title = f"{verb} “{known.text}”"
    return changes_of(writer)


def open_issue(app: Services, theme_id: str, severity: int) -> Changes:
    """Make an issue of a theme, at the account of whoever said it."""
    if severity not in list(Severity):
        msg = f"Severity is 1 to 4, not {severity}. Nothing was opened."
        raise InvalidError(msg, "1 stops their business, 4 is a nuisance.")
    with app.store.write("Opened an issue") as writer:
        known, home = _placed(writer, theme_id)
        rules = policy.rules(writer.connection)
        lead = coverage.coverage_rows(writer.connection, app.today(), rules, (home,))[0].lead_id
        made = writer.insert(
            issue,
            record_id=app.store.new_id(),
            number=open_items.next_number(writer.connection, issue),
            account_id=home,
            title=known.text,
            detail=f"“{known.quote}”" if known.quote else None,
            severity=Severity(severity),
            status=IssueStatus.OPEN,
            level=Level.ACCOUNT_LEAD,
            owner_id=lead,
            raised_by_id=known.contact_id,
            opened_on=app.today(),
        )
        writer.update(theme, theme_id, issue_id=made)
        writer.title = f"Opened “{known.text}”"
    return changes_of(writer)


def promise(app: Services, theme_id: str, text: str, due: date | None) -> Changes:
    """Promise something about a theme, to the account of whoever said it; nobody has accepted it yet."""
    line = clean_line("promise", text)
    with app.store.write(f"Promised “{line}”") as writer:
        _known, home = _placed(writer, theme_id)
        made = writer.insert(
            commitment,
            record_id=app.store.new_id(),
            number=open_items.next_number(writer.connection, commitment),
            account_id=home,
            text=line,
            direction=Direction.OURS,
            promised_by_id=app.me,
            made_on=app.today(),
            due_on=due,
        )
        writer.update(theme, theme_id, commitment_id=made)
    return changes_of(writer)


def delete(app: Services, theme_id: str) -> Changes:
    """Remove a theme."""
    with app.store.write("Removed a theme") as writer:
        known = events.theme_of(writer.connection, theme_id)
        writer.delete(theme, theme_id)
        writer.title = f"Removed “{known.text}”"
    return changes_of(writer)


def _given(
    app: Services,
    *,
    quote: str | None,
    by: ContactId | None,
    did: str | None,
    told: date | None,
    whom: ContactId | None,
) -> dict[str, object]:
    """The fields that somebody said something about."""
    if whom is not None and told is None:
        msg = "Somebody was told, but nobody said when. Nothing was saved."
        raise InvalidError(msg, "Give the day too.")
    if told is not None and told > app.today():
        msg = f"{told} is a day to come, so nobody was told yet. Nothing was saved."
        raise InvalidError(msg, "Give the day on which they were told.")
    values = {
        "quote": clean_note("quote", quote) if quote else None,
        "contact_id": by,
        "did": clean_note("text", did) if did else None,
        "told_on": told,
        "told_id": whom,
    }
    return {name: value for name, value in values.items() if value is not None}


def _refuse_untimely(held_on: date, did: str | None, told: date | None) -> None:
    if told is None:
        return
    if did is None:
        msg = "Nobody has said yet what we did about it. Nothing was saved."
        raise RefusedError(msg, "Say what we did, then when they were told.")
    if told < held_on:
        msg = f"They said it on {held_on}; nobody can have told them on {told}. Nothing was saved."
        raise InvalidError(msg, "Give a later day.")


def _placed(writer: Writer, theme_id: str) -> tuple[Theme, AccountId]:
    known = events.theme_of(writer.connection, theme_id)
    if known.account_id is None:
        msg = f"Nobody noted who said “{known.text}”, so it is at no account. Nothing was changed."
        raise RefusedError(msg, "Say first who said it.")
    return known, known.account_id
