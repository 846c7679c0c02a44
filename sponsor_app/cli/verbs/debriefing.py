"""What became of a visit: `debrief`."""

import argparse
from pathlib import Path

from sponsor_app.cli.documents import of_interaction
from sponsor_app.cli.output import DONE
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, group, verb
from sponsor_app.domain.account_fields import parse_choice, parse_day
from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.debrief import Debrief, minutes_text, promise_of
from sponsor_app.domain.drafts import Promise
from sponsor_app.domain.errors import InvalidError, NotFoundError
from sponsor_app.domain.ids import AccountId, ContactId, InteractionId, looks_like_id
from sponsor_app.domain.interaction import Intent, Place, Sentiment
from sponsor_app.domain.issue import Severity
from sponsor_app.services import accounts, debriefs, interactions, lookup

HEADINGS = ("Id", "Day", "Kind", "Account", "With")


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `debrief`."""
    debrief = group(verbs, "debrief", "what became of a visit, and minutes for the customer")
    verb(debrief, after, "list", "visits of mine that nobody has spoken of", list_waiting)
    said = verb(debrief, after, "save", "say how the visit at ACCOUNT went", save)
    said.add_argument("visit", metavar="ACCOUNT", help="or the id of the visit")
    said.add_argument(
        "--came", nargs="*", metavar="NAME", help="who came; all who were named, unless said"
    )
    said.add_argument("--place", metavar="|".join(Place))
    said.add_argument("--intent", metavar="|".join(Intent))
    said.add_argument("--mood", metavar="|".join(Sentiment))
    said.add_argument("--bad-news", default="", metavar="TEXT")
    said.add_argument("--severity", type=int, metavar="1..4", help="the bad news becomes an issue")
    said.add_argument("--promise", action="append", default=[], metavar="TEXT by DATE")
    said.add_argument("--theirs", action="append", default=[], metavar="TEXT by DATE")
    said.add_argument("--next", dest="next_on", metavar="DATE", help="the next date")
    said.add_argument("--note", default="", metavar="TEXT", help="for us only")
    paper = verb(debrief, after, "minutes", "what both sides may read of an interaction", minutes)
    paper.add_argument("id", metavar="ID", help="of the interaction, or ACCOUNT for its last one")
    paper.add_argument("--out", metavar="FILE.txt|.md")


def list_waiting(session: Session) -> int:
    """`debrief list`."""
    found = debriefs.listed(session.app)
    lines = [
        (one.id, one.on, one.kind, one.account, ", ".join(who.name for who in one.contacts))
        for one in found
    ]
    session.printer.rows([of_interaction(one) for one in found], HEADINGS, lines)
    return DONE


def save(session: Session) -> int:
    """`debrief save ACCOUNT`."""
    app, options = session.app, session.options
    plan_id = _plan_id(session)
    page = debriefs.begun(app, plan_id)
    if page is None:
        msg = "No visit waits for a debrief."
        raise NotFoundError(msg)
    at = page.plan.account_id or AccountId("")
    said = Debrief(
        plan_id,
        came=_came(session, at, [one.contact_id for one in page.plan.contacts]),
        place=parse_choice(Place, "place", options.place) if options.place else None,
        intent=parse_choice(Intent, "intent", options.intent) if options.intent else None,
        mood=parse_choice(Sentiment, "mood", options.mood) if options.mood else None,
        bad_news=options.bad_news,
        severity=_severity(options.severity),
        promises=_promises(session),
        next_on=parse_day("date", options.next_on) if options.next_on else None,
        note=options.note,
    )
    changes = debriefs.save(app, said)
    text = minutes_text(debriefs.minutes(app, plan_id))
    [held] = interactions.by_ids(app, [plan_id])
    document = {**of_interaction(held), "note": held.summary, "minutes": text}
    session.printer.answer(document, f"{changes.title}.\n\n{text}".rstrip())
    return DONE


def minutes(session: Session) -> int:
    """`debrief minutes ID`."""
    app, options = session.app, session.options
    interaction_id = _held_id(session)
    text = minutes_text(debriefs.minutes(app, interaction_id))
    if options.out:
        path = debriefs.write_minutes(app, interaction_id, Path(options.out))
        session.printer.answer({"file": str(path), "minutes": text}, f"Wrote {path}")
    else:
        session.printer.show({"id": interaction_id, "minutes": text}, text.rstrip())
    return DONE


def _plan_id(session: Session) -> InteractionId:
    named = session.options.visit
    if looks_like_id(named) and interactions.by_ids(session.app, [named]):
        return InteractionId(named)
    return debriefs.of_account(session.app, lookup.account_id(session.app, named))


def _held_id(session: Session) -> InteractionId:
    named = session.options.id
    if looks_like_id(named) and interactions.by_ids(session.app, [named]):
        return InteractionId(named)
    account_id = lookup.account_id(session.app, named)
    page = accounts.page(session.app, account_id, limit=1)
    if not page.timeline:
        msg = f"Nothing was held with {page.row.account} yet, so there are no minutes."
        raise NotFoundError(msg, "Log what happened first.")
    return page.timeline[0].id


def _came(
    session: Session, at: AccountId, planned: list[ContactId | None]
) -> tuple[ContactId, ...]:
    named = session.options.came
    if named is None:
        return tuple(one for one in planned if one)
    return tuple(lookup.contact_id(session.app, one, at) for one in named)


def _severity(number: int | None) -> Severity | None:
    if number is None:
        return None
    if number not in list(Severity):
        msg = f"Severity is 1 to 4, not {number}. Nothing was saved."
        raise InvalidError(msg, "1 stops their business, 4 is a nuisance.")
    return Severity(number)


def _promises(session: Session) -> tuple[Promise, ...]:
    today = session.app.today()
    ours = [promise_of(text, today) for text in session.options.promise]
    theirs = [promise_of(text, today) for text in session.options.theirs]
    return (*ours, *(Promise(one.text, Direction.THEIRS, one.due) for one in theirs))
