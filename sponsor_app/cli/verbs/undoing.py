"""Who changed what, and taking it back: `history`, `undo`, `delete`, `bring-back`."""

import argparse

from sponsor_app.cli.documents import of_entry, of_step
from sponsor_app.cli.output import DONE, PARTLY
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, verb
from sponsor_app.domain.history import Entry
from sponsor_app.domain.ids import AccountId, StepId
from sponsor_app.services import accounts, history, lookup


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `history`, `undo`, `delete` and `bring-back`."""
    past = verb(verbs, after, "history", "who changed RECORD, when, on which laptop", show)
    past.add_argument("record", metavar="RECORD", help="a name, an id, or #NUMBER of an issue")
    back = verb(verbs, after, "undo", "take the last step back", undo)
    back.add_argument("--list", action="store_true", help="list the steps")
    back.add_argument("--step", type=int, metavar="N", help="take back any step")
    back.add_argument("--redo", action="store_true", help="do again what was just taken back")
    gone = verb(verbs, after, "delete", "remove an account; it can be brought back", delete)
    gone.add_argument("account", metavar="ACCOUNT")
    again = verb(verbs, after, "bring-back", "bring back what was deleted", bring_back)
    again.add_argument("record", metavar="ID", nargs="?", help="without it: list what can be")


def show(session: Session) -> int:
    """`history RECORD`."""
    found = history.of_record(session.app, lookup.record_id(session.app, session.options.record))
    lines = [
        (f"{one.at.astimezone():%Y-%m-%d %H:%M}", one.member, one.device, one.op, _said(one))
        for one in found
    ]
    headings = ("When", "Who", "Laptop", "Did", "What")
    session.printer.rows([of_entry(one) for one in found], headings, lines)
    return DONE


def undo(session: Session) -> int:
    """`undo [--list | --step N | --redo]`."""
    options = session.options
    if options.list:
        return _list_steps(session)
    if options.redo:
        changes, done = history.redo(session.app)
    else:
        step = StepId(options.step) if options.step is not None else None
        changes, done = history.undo(session.app, step)
    document = {
        "step": done.step,
        "title": done.title,
        "reversed": done.reversed,
        "kept": list(done.kept),
    }
    kept = f" {len(done.kept)} edited since were kept." if done.kept else ""
    session.printer.answer(document, f"{changes.title}.{kept}")
    return PARTLY if done.kept else DONE


def delete(session: Session) -> int:
    """`delete ACCOUNT`."""
    account_id = AccountId(lookup.account_id(session.app, session.options.account))
    changes = accounts.delete(session.app, account_id)
    session.printer.answer({"id": account_id}, f"{changes.title}. Undo brings it back.")
    return DONE


def bring_back(session: Session) -> int:
    """`bring-back [ID]`."""
    if session.options.record is None:
        found = history.deleted(session.app)
        documents = [{"id": i, "kind": kind, "record": name} for i, kind, name in found]
        session.printer.rows(documents, ("Id", "Kind", "What"), found)
        return DONE
    changes = history.restore(session.app, session.options.record)
    session.printer.answer({"id": session.options.record}, f"{changes.title}.")
    return DONE


def _list_steps(session: Session) -> int:
    found = history.steps(session.app)
    lines = [
        (
            one.step,
            f"{one.at.astimezone():%Y-%m-%d %H:%M}",
            one.member,
            one.title,
            "taken back" if one.undone_by else "",
        )
        for one in found
    ]
    headings = ("Step", "When", "Who", "What", "")
    session.printer.rows([of_step(one) for one in found], headings, lines)
    return DONE


def _said(one: Entry) -> str:
    if not one.fields:
        return one.record
    parts = (
        f"{field.name}: {field.after}"
        if field.before is None
        else f"{field.name}: {field.before} -> {field.after}"
        for field in one.fields
    )
    return ", ".join(parts)
