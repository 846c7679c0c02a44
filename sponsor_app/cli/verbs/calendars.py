"""Calendars that are watched, and plans for one: `calendar watch`, `connect`, `refresh`, `list`, `forget`, `save`."""

import argparse
import getpass
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from sponsor_app.cli.output import DONE, PARTLY
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, group, verb
from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.ids import looks_like_id
from sponsor_app.domain.text import counted
from sponsor_app.services import accounts, calendars, interactions, lookup
from sponsor_app.services.calendars import Login, Watched
from sponsor_app.services.exports import visits

PASSWORD = "SPONSOR_APP_CALENDAR_PASSWORD"  # noqa: S105 - the name of a variable


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `calendar` with its verbs."""
    inner = group(verbs, "calendar", "watch calendar files, and bring their meetings up to date")
    come = verb(inner, after, "watch", "watch a calendar file or a folder of them", start)
    come.add_argument("path", metavar="FILE-OR-FOLDER")
    line = verb(
        inner, after, "connect", "read a calendar of a server (CalDAV) from now on", connect
    )
    line.add_argument("address", metavar="ADDRESS")
    line.add_argument("--user", required=True, metavar="NAME")
    line.add_argument(
        "--calendar", action="append", default=[], metavar="NAME", help="where there are several"
    )
    again = verb(inner, after, "refresh", "read what changed", refresh)
    again.add_argument("--every", action="store_true", help="also what did not change")
    verb(inner, after, "list", "what is watched", show)
    gone = verb(inner, after, "forget", "watch it no longer; its meetings stay", stop)
    gone.add_argument("path", metavar="FILE-FOLDER-OR-ADDRESS")

    save = verb(inner, after, "save", "write what is planned as a file for your calendar", write)
    save.add_argument("about", metavar="ACCOUNT-OR-ID", help="an account, or the id of one plan")
    save.add_argument("--out", required=True, metavar="FILE.ics")
    save.add_argument(
        "--remind", type=int, default=visits.AN_HOUR, metavar="MINUTES", help="0: no reminder"
    )


def write(session: Session) -> int:
    """`calendar save ACCOUNT-OR-ID --out FILE.ics`."""
    app, options = session.app, session.options
    ids: Sequence[str] = (options.about,)
    if not looks_like_id(options.about) or not interactions.by_ids(app, ids):
        account_id = lookup.account_id(app, options.about)
        ids = visits.planned_ids(app, account_id)
        if not ids:
            name = accounts.details(app, account_id).name
            msg = f"Nothing is planned with {name}. No file was written."
            raise NotFoundError(msg, "Plan it: sponsor-app log ...")
    path = visits.write_calendar_file(
        app, ids, Path(options.out).expanduser(), remind=options.remind
    )
    said = f"Wrote {path}: {counted(len(ids), 'plan')}."
    session.printer.answer({"file": str(path), "plans": len(ids)}, said)
    return DONE


def start(session: Session) -> int:
    """`calendar watch PATH`."""
    found = calendars.watch(session.app, Path(session.options.path))
    session.printer.answer({"path": found.path}, f"Watching {found.path}.")
    return DONE


def connect(session: Session) -> int:
    """`calendar connect ADDRESS --user NAME`; the password is asked for, or comes from standard input."""
    options = session.options
    login = Login(options.address, options.user, _password(options.user))
    found = calendars.connect(session.app, login, options.calendar)
    documents = [{"path": one.path, "user": one.user, "name": one.name} for one in found]
    lines = [f"Connected {_named(one)}." for one in found]
    session.printer.answer(documents, "\n".join([*lines, "Read it: sponsor-app calendar refresh"]))
    return DONE


def _password(user: str) -> str:
    """Never an argument: others on this computer can read those."""
    given = os.environ.get(PASSWORD)
    if given is not None:
        return given
    if sys.stdin.isatty():
        return getpass.getpass(f"Password of {user}: ")
    return sys.stdin.readline().rstrip("\r\n")


def _named(one: Watched) -> str:
    return f"“{one.name}” of {one.user} at {one.path}" if one.user else one.path


def stop(session: Session) -> int:
    """`calendar forget PATH`."""
    calendars.forget(session.app, session.options.path)
    path = session.options.path
    session.printer.answer({"path": path}, f"{path} is no longer watched; its meetings stay.")
    return DONE


def show(session: Session) -> int:
    """`calendar list`."""
    found = calendars.watched(session.app)
    documents = [
        {
            "path": one.path,
            "files": len(one.marks),
            "user": one.user or None,
            "name": one.name or None,
            "read_on": one.read_on or None,
            "problem": one.problem or None,
        }
        for one in found
    ]
    lines = [f"{_named(one)}: {_state(one)}" for one in found]
    session.printer.show(documents, "\n".join(lines) or "No calendar is watched.")
    return DONE


def _state(one: Watched) -> str:
    if one.problem:
        return one.problem
    if not one.marks:
        return "not read yet"
    what = "" if one.user else f"{counted(len(one.marks), 'file')} "
    return f"{what}read on {one.read_on}"


def refresh(session: Session) -> int:
    """`calendar refresh`; ends with 3 when a file could not be read now."""
    found = calendars.refresh(session.app, every=session.options.every)
    document = {
        "files": found.files,
        "created": found.created,
        "updated": found.updated,
        "unchanged": found.unchanged,
        "offered": [
            {"at": one.at, "title": one.title, "date": one.on, "people": list(one.people)}
            for one in found.offered
        ],
        "problems": [{"file": file, "reason": reason} for file, reason in found.problems],
        "import_id": found.import_id,
    }
    counts = (
        f"{counted(found.files, 'calendar')} read: {counted(found.created, 'meeting')} added,"
        f" {found.updated:,} updated, {found.unchanged:,} unchanged"
    )
    lines = [counts, *(f"  {file}: {reason}" for file, reason in found.problems)]
    if found.offered:
        lines.append(f"  of no account we know: {counted(len(found.offered), 'meeting')}")
    session.printer.answer(document, "\n".join(lines))
    return PARTLY if found.problems else DONE
