"""How they feel, dated and in their words: `pulse`."""

import argparse

from sponsor_app.cli.goodwill_documents import of_reading
from sponsor_app.cli.output import DONE
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, group, verb
from sponsor_app.domain.account_fields import parse_day
from sponsor_app.domain.health import health
from sponsor_app.domain.pulse import voice_of
from sponsor_app.services import accounts, knowledge, lookup

HEADINGS = ("On", "Of 10", "Voice", "Contact", "Source", "Quote")


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `pulse` with its verbs."""
    pulse = group(verbs, "pulse", "record how they feel")
    reading = verb(pulse, after, "add", "record a reading of 0 to 10", add)
    reading.add_argument("account", metavar="ACCOUNT")
    reading.add_argument("score", metavar="SCORE", type=int)
    reading.add_argument("--contact")
    reading.add_argument("--quote")
    reading.add_argument("--source", help="where from; “own feeling” when nobody was asked")
    reading.add_argument("--on", metavar="DATE")
    readings = verb(pulse, after, "list", "the readings of ACCOUNT and its health in parts", show)
    readings.add_argument("account", metavar="ACCOUNT")


def add(session: Session) -> int:
    """`pulse add ACCOUNT SCORE`."""
    app, options = session.app, session.options
    account_id = lookup.account_id(app, options.account)
    contact = lookup.contact_id(app, options.contact, account_id) if options.contact else None
    changes = knowledge.add_pulse(
        app,
        account_id,
        options.score,
        contact=contact,
        quote=options.quote,
        source=options.source,
        on=parse_day("date", options.on) if options.on else None,
    )
    made, *followed = changes.created
    document = {
        "id": made,
        "voice": voice_of(options.score),
        "follow_up": followed[0] if followed else None,
    }
    session.printer.answer(document, changes.title)
    return DONE


def show(session: Session) -> int:
    """`pulse list ACCOUNT`."""
    page = accounts.page(session.app, lookup.account_id(session.app, session.options.account))
    lines = [
        (one.on, one.score, voice_of(one.score), one.contact, one.source, one.quote)
        for one in page.pulses
    ]
    documents = [of_reading(one, page.as_of) for one in page.pulses]
    session.printer.rows(documents, HEADINGS, lines)
    for part in health(page):
        since = f", {part.on}" if part.on else ""
        session.printer.note(f"{part.key}: {part.words}{since}")
    return DONE
