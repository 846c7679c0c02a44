"""A reason that only helps them: `reach-out`."""

import argparse

from sponsor_app.cli.goodwill_documents import of_progress, of_ratio
from sponsor_app.cli.output import DONE
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, group, verb
from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.errors import AmbiguousError, NotFoundError
from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import AccountId, ReachOutId
from sponsor_app.domain.reach_out import Progress, criteria_of
from sponsor_app.services import lookup, reach_outs

HEADINGS = ("Reach-out", "Because", "For", "Told", "Skipped", "Open", "Id")
KINDS = "reach-outs"


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `reach-out` with its verbs."""
    out = group(verbs, "reach-out", "reasons to write that only help them")
    new = verb(out, after, "add", "give a reason and say which accounts it fits", add)
    new.add_argument("title", metavar="TITLE")
    new.add_argument("--because", required=True, metavar="TEXT")
    new.add_argument("--tier", action="append", default=[], choices=[one.value for one in Tier])
    new.add_argument("--industry", action="append", default=[], metavar="TEXT")
    new.add_argument("--country", action="append", default=[], metavar="TEXT")
    new.add_argument(
        "--status", action="append", default=[], choices=[one.value for one in AccountStatus]
    )
    new.add_argument("--template", metavar="TEXT", help="the note, with {contact} {account} {me}")
    verb(out, after, "list", "every reach-out and who has been told", show)
    told = verb(out, after, "done", "they were told", done)
    _target(told)
    told.add_argument("--contact", metavar="CONTACT")
    told.add_argument("--outcome", metavar="TEXT")
    left = verb(out, after, "skip", "leave an account out", skip)
    _target(left)
    left.add_argument("--reason", required=True, metavar="TEXT")
    words = verb(out, after, "note", "the note to one account, to copy", note)
    _target(words)
    words.add_argument("--contact", metavar="CONTACT")
    who = verb(out, after, "ratio", "who starts: proactive to reactive touches of a year", ratio)
    who.add_argument("--account", metavar="ACCOUNT")
    who.add_argument("--sponsor", metavar="MEMBER")


def _target(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID")
    parser.add_argument("account", metavar="ACCOUNT")


def add(session: Session) -> int:
    """`reach-out add TITLE --because TEXT [--tier --industry --country --status]`."""
    options = session.options
    criteria = criteria_of(
        tiers=options.tier,
        statuses=options.status,
        industries=options.industry,
        countries=options.country,
    )
    changes = reach_outs.add(
        session.app,
        title=options.title,
        because=options.because,
        criteria=criteria,
        template=options.template,
    )
    return _say(session, ReachOutId(changes.created[0]), changes.title)


def show(session: Session) -> int:
    """`reach-out list`."""
    found = reach_outs.listed(session.app)
    lines = [
        (
            one.reach_out.title,
            one.reach_out.because,
            one.reach_out.criteria.words,
            f"{one.done} of {one.fits}",
            one.skipped,
            one.open,
            one.reach_out.id,
        )
        for one in found.progress
    ]
    session.printer.rows([of_progress(one) for one in found.progress], HEADINGS, lines)
    session.printer.note(f"Your accounts, the last year: {found.mine.words}.")
    return DONE


def done(session: Session) -> int:
    """`reach-out done ID ACCOUNT`."""
    app, options = session.app, session.options
    one, account_id = _aimed(session)
    contact = lookup.contact_id(app, options.contact, account_id) if options.contact else None
    changes = reach_outs.done(app, one, account_id, outcome=options.outcome, contact_id=contact)
    return _say(session, one, changes.title)


def skip(session: Session) -> int:
    """`reach-out skip ID ACCOUNT --reason TEXT`."""
    one, account_id = _aimed(session)
    changes = reach_outs.skip(session.app, one, account_id, reason=session.options.reason)
    return _say(session, one, changes.title)


def note(session: Session) -> int:
    """`reach-out note ID ACCOUNT`."""
    app, options = session.app, session.options
    one, account_id = _aimed(session)
    contact = lookup.contact_id(app, options.contact, account_id) if options.contact else None
    made = reach_outs.note(app, one, account_id, contact_id=contact)
    document = {"to": made.address, "subject": made.subject, "text": made.text}
    session.printer.show(document, made.text)
    return DONE


def ratio(session: Session) -> int:
    """`reach-out ratio [--account ACCOUNT | --sponsor MEMBER]`."""
    app, options = session.app, session.options
    account = lookup.account_id(app, options.account) if options.account else None
    sponsor = lookup.member_id(app, options.sponsor) if options.sponsor else None
    found = reach_outs.ratio(app, account_id=account, sponsor=sponsor)
    session.printer.show(of_ratio(found), found.words)
    return DONE


def _aimed(session: Session) -> tuple[ReachOutId, AccountId]:
    one = _meant(session, session.options.id).reach_out.id
    return one, lookup.account_id(session.app, session.options.account)


def _meant(session: Session, text: str) -> Progress:
    """The reach-out given by id, or by any part of its title that no other has."""
    every = reach_outs.listed(session.app).progress
    exact = [one for one in every if text.lower() == one.reach_out.id]
    exact = exact or [one for one in every if fold(one.reach_out.title) == fold(text)]
    found = exact or [one for one in every if fold(text) in fold(one.reach_out.title)]
    if not found:
        msg = f"There is no reach-out “{text}”. Nothing was changed."
        raise NotFoundError(msg, "Look at the list.", "List them: sponsor-app reach-out list")
    if len(found) > 1:
        raise AmbiguousError(KINDS, text, [one.reach_out.title for one in found])
    return found[0]


def _say(session: Session, reach_out_id: ReachOutId, title: str) -> int:
    every = reach_outs.listed(session.app).progress
    found = next(one for one in every if one.reach_out.id == reach_out_id)
    told = f"{found.done} of {found.fits} told"
    session.printer.answer(of_progress(found), f"{title} ({told}, {found.open} open)")
    return DONE
