"""What happened: `log`."""

import argparse
from collections.abc import Sequence
from datetime import date

from sponsor_app.cli.output import DONE
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, verb
from sponsor_app.domain.account_fields import parse_choice, parse_day
from sponsor_app.domain.account_page import AccountPage
from sponsor_app.domain.drafts import InteractionDraft, Promise
from sponsor_app.domain.errors import InvalidError, NotFoundError
from sponsor_app.domain.ids import AccountId, ContactId, MemberId
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment
from sponsor_app.domain.wording import near_day
from sponsor_app.services import accounts, interactions, lookup, sentences

NEEDED = ("kind", "account")
PARTS = {
    "kind": "kind",
    "account": "account",
    "with": "people",
    "on": "on",
    "place": "place",
    "intent": "intent",
    "sentiment": "sentiment",
    "summary": "summary",
    "next": "next_on",
    "promise": "promise",
}
"""The options that say a part of what happened, and where each is kept."""


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `log`."""
    log = verb(verbs, after, "log", "one line becomes an interaction with its promises", log_line)
    log.add_argument("text", metavar="TEXT", nargs="?")
    log.add_argument("--dry-run", action="store_true", help="say what would be saved")
    log.add_argument("--kind", metavar="|".join(Kind))
    log.add_argument("--account")
    log.add_argument(
        "--with", dest="people", action="extend", nargs="+", default=[], metavar="NAME"
    )
    log.add_argument("--on", metavar="DATE")
    log.add_argument("--place", metavar="|".join(Place))
    log.add_argument("--intent", metavar="|".join(Intent))
    log.add_argument("--sentiment", metavar="|".join(Sentiment))
    log.add_argument("--summary", metavar="TEXT")
    log.add_argument("--next", dest="next_on", metavar="DATE", help="the next date")
    log.add_argument(
        "--promise", action="append", default=[], metavar="TEXT by DATE", help="may be repeated"
    )


def log_line(session: Session) -> int:
    """`log TEXT`, or `log --kind --account ...`."""
    if session.options.text is None:
        return _save(session, _from_options(session))
    given = [f"--{name}" for name, held in PARTS.items() if getattr(session.options, held)]
    if given:
        msg = f"A line says everything itself; {', '.join(given)} cannot stand beside it."
        raise InvalidError(msg, "Nothing was saved. Write it into the line, or give only parts.")
    reading = sentences.read(session.app, session.options.text)
    unknown = reading.sentence.unknown_people
    return _save(session, sentences.draft(reading), sentences.not_taken(reading), unknown)


def _save(
    session: Session,
    draft: InteractionDraft,
    unparsed: str | None = None,
    unknown: Sequence[str] = (),
) -> int:
    app = session.app
    page = accounts.page(app, draft.account_id, limit=0)
    held = not draft.only_facts
    state = interactions.state_of(draft, app.today()) if held else None
    what = f"{state} {draft.kind} with" if held else "a fact at"
    interaction_id, title = None, f"Not saved: {what} {page.row.account}"
    if not session.options.dry_run:
        changes = interactions.log(app, draft)
        interaction_id, title = changes.created[0] if held else None, changes.title
    document: dict[str, object] = {
        "interaction_id": interaction_id,
        **_of_draft(session, draft, page),
        "unknown_people": list(unknown),
        "unparsed": unparsed,
    }
    session.printer.answer(document, _said(title, draft, app.today(), unparsed))
    return DONE


def _of_draft(session: Session, draft: InteractionDraft, page: AccountPage) -> dict[str, object]:
    """What a line says, as others script against it; where nothing happened there is no kind and no state."""
    app, contacts = session.app, {one.id: one.name for one in page.contacts}
    held = not draft.only_facts
    state = interactions.state_of(draft, app.today()) if held else None
    return {
        "kind": draft.kind if held else None,
        "state": state,
        "date": draft.on,
        "account": page.row.account,
        "account_id": draft.account_id,
        "contacts": [contacts.get(one, one) for one in draft.contact_ids],
        "members": [session.name_of(one) for one in (app.me, *draft.member_ids)],
        "place": draft.place,
        "intent": draft.intent,
        "sentiment": draft.sentiment,
        "summary": draft.summary,
        "promises": [
            {"text": one.text, "direction": one.direction, "due": one.due} for one in draft.promises
        ],
        "facts": [
            {"text": one.text, "contact": contacts.get(one.contact_id) if one.contact_id else None}
            for one in draft.facts
        ],
        "next_date": draft.next_on,
    }


def _said(title: str, draft: InteractionDraft, today: date, unparsed: str | None) -> str:
    lines = [f"{title}, {near_day(draft.on, today)}."]
    lines += [
        f"  {one.direction}: {one.text}" + (f" by {near_day(one.due, today)}" if one.due else "")
        for one in draft.promises
    ]
    lines += [f"  learned: {one.text}" for one in draft.facts]
    if draft.next_on:
        lines.append(f"  next: {near_day(draft.next_on, today)}")
    if unparsed:
        lines.append(f"  kept as text, not understood: {unparsed}")
    return "\n".join(lines)


def _from_options(session: Session) -> InteractionDraft:
    options, app = session.options, session.app
    for name in NEEDED:
        if getattr(options, name) is None:
            msg = "Say what happened: a line of text, or at least --kind and --account."
            raise InvalidError(msg, 'For example: sponsor-app log "coffee with Dana at Acme"')
    account_id = lookup.account_id(app, options.account)
    contacts, members = _people(session, account_id)
    return InteractionDraft(
        account_id=account_id,
        kind=parse_choice(Kind, "kind", options.kind),
        on=parse_day("date", options.on) if options.on else app.today(),
        place=parse_choice(Place, "place", options.place) if options.place else None,
        intent=parse_choice(Intent, "intent", options.intent) if options.intent else None,
        sentiment=parse_choice(Sentiment, "sentiment", options.sentiment)
        if options.sentiment
        else None,
        summary=options.summary,
        promises=tuple(_promise(text) for text in options.promise),
        next_on=parse_day("date", options.next_on) if options.next_on else None,
        contact_ids=contacts,
        member_ids=members,
    )


def _people(
    session: Session, account_id: AccountId
) -> tuple[tuple[ContactId, ...], tuple[MemberId, ...]]:
    """Whom `--with` names: contacts of the account, else ours."""
    contacts: list[ContactId] = []
    members: list[MemberId] = []
    for name in session.options.people:
        try:
            contacts.append(lookup.contact_id(session.app, name, account_id))
        except NotFoundError:
            members.append(_member(session, name))
    return tuple(contacts), tuple(members)


def _member(session: Session, name: str) -> MemberId:
    try:
        return lookup.member_id(session.app, name)
    except NotFoundError as error:
        msg = f"Neither a contact of this account nor one of us is called “{name}”. Nothing was saved."
        raise NotFoundError(msg, f"Look for it: sponsor-app find {name!r}") from error


def _promise(text: str) -> Promise:
    what, by, day = text.rpartition(" by ")
    if by:
        return Promise(what.strip(), due=parse_day("date", day))
    return Promise(text.strip())
