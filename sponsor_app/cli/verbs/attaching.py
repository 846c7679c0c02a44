"""Files at an account, on this laptop: `account attach`, `attachments`, `detach`, `reattach`, `save-attachment`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from sponsor_app.cli.output import DONE, PARTLY
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, verb
from sponsor_app.domain.attachments import Attachment, size_words, together
from sponsor_app.domain.errors import AmbiguousError, NotFoundError
from sponsor_app.domain.ids import looks_like_id
from sponsor_app.services import attachments, lookup

HEADINGS = ("File", "Size", "Attached", "By", "Id")


def add_attaching(account: Verbs, after: argparse.ArgumentParser) -> None:
    """Add what `account` does with files."""
    come = verb(account, after, "attach", "attach files; they stay on this laptop", attach)
    come.add_argument("account", metavar="ACCOUNT")
    come.add_argument("files", metavar="FILE", nargs="+")
    shown = verb(account, after, "attachments", "list the files of ACCOUNT", show)
    shown.add_argument("account", metavar="ACCOUNT")
    gone = verb(account, after, "detach", "take an attached file away", detach)
    back = verb(account, after, "reattach", "bring a file back, within a day", reattach)
    save = verb(account, after, "save-attachment", "write an attached file to the disk", save_file)
    for parser in (gone, save):
        parser.add_argument("account", metavar="ACCOUNT")
        parser.add_argument("file", metavar="NAME-OR-ID")
    back.add_argument("file", metavar="ID")
    save.add_argument("--out", required=True, metavar="FILE")


def attach(session: Session) -> int:
    """`account attach ACCOUNT FILE...`; ends with 3 when some were refused."""
    account_id = lookup.account_id(session.app, session.options.account)
    paths = [Path(name).expanduser() for name in session.options.files]
    taken = attachments.take(
        session.app, account_id, paths, lambda text, _share: session.printer.progress(text)
    )
    if taken.refused and not taken.ids and not taken.twice:
        raise together(taken.refused)
    document = {
        "id": account_id,
        "attached": list(taken.ids),
        "there_already": list(taken.twice),
        "refused": [{"message": one.message, "next": one.next} for one in taken.refused],
    }
    lines = [f"Attached {name}, on this laptop only." for name in taken.names]
    lines += [f"{name} is attached already." for name in taken.twice]
    session.printer.answer(document, "\n".join(lines))
    for one in taken.refused:
        print(one.message, one.next, file=sys.stderr)
    return PARTLY if taken.refused else DONE


def show(session: Session) -> int:
    """`account attachments ACCOUNT`."""
    account_id = lookup.account_id(session.app, session.options.account)
    found = attachments.listed(session.app, account_id)
    documents = [
        {"id": one.id, "name": one.name, "size": one.size, "added_at": one.added_at, "by": one.by}
        for one in found
    ]
    lines = [_line(one) for one in found]
    session.printer.rows(documents, HEADINGS, lines)
    return DONE


def detach(session: Session) -> int:
    """`account detach ACCOUNT NAME-OR-ID`."""
    one = _meant(session)
    attachments.remove(session.app, [one.id])
    said = f"Took {one.name} away. For a day it comes back: sponsor-app account reattach {one.id}"
    session.printer.answer({"id": one.id, "name": one.name}, said)
    return DONE


def reattach(session: Session) -> int:
    """`account reattach ID`."""
    attachments.bring_back(session.app, [session.options.file])
    session.printer.answer({"id": session.options.file}, "It is attached again.")
    return DONE


def save_file(session: Session) -> int:
    """`account save-attachment ACCOUNT NAME-OR-ID --out FILE`."""
    one = _meant(session)
    path = attachments.save_copy(session.app, one.id, Path(session.options.out).expanduser())
    said = f"Wrote {path}. It is not encrypted there."
    session.printer.answer({"id": one.id, "file": str(path)}, said)
    return DONE


def _meant(session: Session) -> Attachment:
    account_id = lookup.account_id(session.app, session.options.account)
    text = session.options.file
    found = attachments.listed(session.app, account_id)
    if looks_like_id(text):
        fitting: Sequence[Attachment] = [one for one in found if one.id == text]
    else:
        exact = [one for one in found if one.name.casefold() == text.casefold()]
        fitting = exact or [one for one in found if text.casefold() in one.name.casefold()]
    if not fitting:
        msg = f"No attachment called “{text}” is here. Nothing was changed."
        raise NotFoundError(msg, "Look at the list.", "See: sponsor-app account attachments ...")
    if len(fitting) > 1:
        what, candidates = "attachments", [f"{one.name} ({one.id})" for one in fitting]
        raise AmbiguousError(what, text, candidates)
    return fitting[0]


def _line(one: Attachment) -> tuple[object, ...]:
    return (one.name, size_words(one.size), one.added_at.astimezone().date(), one.by, one.id)
