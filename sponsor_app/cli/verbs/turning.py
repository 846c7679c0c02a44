"""Accounts that went and came back: `account lost`, `account won-back`, `account owed`."""

import argparse

from sponsor_app.cli.output import DONE
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, verb
from sponsor_app.domain.account_fields import parse_day
from sponsor_app.domain.ids import AccountId
from sponsor_app.services import lookup, won_and_lost

HEADINGS = ("Owed", "Due", "Owner", "Late")


def add_turning(account: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `lost`, `won-back` and `owed`."""
    for name, text, run in (
        ("lost", "they went, and why; sponsor, cadence and promises stay", lose),
        ("won-back", "they came back, and why", win_back),
    ):
        turn = verb(account, after, name, text, run)
        turn.add_argument("account", metavar="ACCOUNT")
        turn.add_argument("--because", required=True, metavar="TEXT")
        turn.add_argument("--on", metavar="DATE")
        if run is lose:
            turn.add_argument("--former", action="store_true", help="they need nobody any more")
    debts = verb(account, after, "owed", "what we still owe them", owed)
    debts.add_argument("account", metavar="ACCOUNT")


def lose(session: Session) -> int:
    """`account lost ACCOUNT --because TEXT`."""
    options = session.options
    account_id, day = _which(session), parse_day("date", options.on) if options.on else None
    changes = won_and_lost.lost(
        session.app, account_id, options.because, day, former=options.former
    )
    session.printer.answer({"id": account_id, "turn": changes.created[0]}, changes.title)
    return DONE


def win_back(session: Session) -> int:
    """`account won-back ACCOUNT --because TEXT`."""
    options = session.options
    account_id, day = _which(session), parse_day("date", options.on) if options.on else None
    changes = won_and_lost.won_back(session.app, account_id, options.because, day)
    session.printer.answer({"id": account_id, "turn": changes.created[0]}, changes.title)
    return DONE


def owed(session: Session) -> int:
    """`account owed ACCOUNT`."""
    found = won_and_lost.owed(session.app, _which(session))
    documents = [
        {
            "kind": one.kind,
            "id": one.id,
            "text": one.text,
            "due": one.due,
            "owner": one.owner,
            "late": one.late,
        }
        for one in found
    ]
    lines = [(one.text, one.due, one.owner, "late" if one.late else None) for one in found]
    session.printer.rows(documents, HEADINGS, lines)
    return DONE


def _which(session: Session) -> AccountId:
    return lookup.account_id(session.app, session.options.account)
