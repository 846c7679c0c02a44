"""When this laptop speaks up: `remind set`, `off`, `list`."""

import argparse

from sponsor_app.cli.output import DONE
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, group, verb
from sponsor_app.domain.account_fields import parse_choice
from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.moments import Remind
from sponsor_app.services import calm

HEADINGS = ("When", "Visit", "Account", "How", "Id")


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `remind` with its verbs."""
    inner = group(verbs, "remind", "reminders of planned visits, on this laptop only")
    begin = verb(inner, after, "set", "speak up before the planned visit ID", start)
    begin.add_argument("id", metavar="ID")
    begin.add_argument("--when", default=Remind.EVENING, metavar="|".join(Remind))
    gone = verb(inner, after, "off", "do not speak up before the visit ID", stop)
    gone.add_argument("id", metavar="ID")
    verb(inner, after, "list", "every reminder of what is still planned", show)


def start(session: Session) -> int:
    """`remind set ID --when WHEN`."""
    how = parse_choice(Remind, "reminder", session.options.when)
    calm.remind(session.app, session.options.id, how)
    session.printer.answer({"id": session.options.id, "when": how}, "You will be reminded.")
    return DONE


def stop(session: Session) -> int:
    """`remind off ID`; refuses one that nobody is to be reminded of."""
    if calm.reminder_of(session.app, session.options.id) is None:
        msg = "Nobody was to be reminded of this. Nothing was changed."
        raise NotFoundError(msg, "Look at the reminders.", "List them: sponsor-app remind list")
    calm.remind(session.app, session.options.id, None)
    session.printer.answer({"id": session.options.id, "when": None}, "You will not be reminded.")
    return DONE


def show(session: Session) -> int:
    """`remind list`."""
    found = calm.reminders_of_all(session.app)
    documents = [
        {
            "id": one.plan.id,
            "at": one.at.isoformat(timespec="minutes"),
            "when": one.remind,
            "date": one.plan.on,
            "account": one.plan.account,
        }
        for one in found
    ]
    lines = [
        (f"{one.at:%Y-%m-%d %H:%M}", one.plan.on, one.plan.account, one.remind, one.plan.id)
        for one in found
    ]
    session.printer.rows(documents, HEADINGS, lines)
    return DONE
