"""Begin, keep safe, check: `init`, `demo`, `backup`, `restore`, `doctor`."""

import argparse
from pathlib import Path

from sponsor_app.cli.output import DONE, REFUSED
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, verb
from sponsor_app.domain.errors import InvalidError
from sponsor_app.services import backups, demo, doctor, profiles, stores

LIST = "list"


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `init`, `demo`, `backup`, `restore` and `doctor`."""
    init = verb(verbs, after, "init", "create the local store", create)
    init.add_argument("--me", required=True, metavar="NAME")
    for option in ("email", "title", "function", "team"):
        init.add_argument(f"--{option}")
    init.add_argument(
        "--unencrypted",
        action="store_true",
        help="leave the store readable by whoever has the disk",
    )
    example = verb(verbs, after, "demo", "fill an empty profile with a believable team", fill)
    for option in ("seed", "accounts", "members", "interactions"):
        example.add_argument(f"--{option}", type=int, metavar="N")
    keep = verb(verbs, after, "backup", "an encrypted copy, or `backup list`", backup)
    keep.add_argument("file", metavar="FILE|list")
    keep.add_argument("--force", action="store_true", help="replace an earlier backup")
    back = verb(verbs, after, "restore", "put a backup in place; the present is kept", restore)
    back.add_argument("file", metavar="FILE")
    check = verb(verbs, after, "doctor", "is everything sound, and what to do if not", examine)
    check.add_argument("--repair", action="store_true", help="make search and clocks anew first")


def create(session: Session) -> int:
    """`init --me NAME`."""
    options = session.options
    me = profiles.Me(options.me, options.email, options.title, options.function, options.team)
    app = session.keep(stores.create(session.profile, me, session.unlocking, session.clocks))
    document = {
        "profile": str(app.profile.root),
        "member_id": app.me,
        "device_id": f"{app.store.identity().device:016x}",
        "encrypted": app.store.encrypted,
    }
    badge = "" if app.store.encrypted else "\nNot encrypted: whoever has this disk can read it."
    session.printer.answer(document, f"Your store is in {app.profile.root}{badge}")
    return DONE


def fill(session: Session) -> int:
    """`demo`."""
    given = {
        name: value
        for name in ("seed", "accounts", "members", "interactions")
        if (value := getattr(session.options, name)) is not None
    }
    counts = demo.fill(session.app, demo.Size(**given), session.printer.progress)
    text = ", ".join(f"{count:,} {kind}" for kind, count in counts.items())
    session.printer.answer(counts, f"Made up: {text}")
    return DONE


def backup(session: Session) -> int:
    """`backup FILE`, `backup list`."""
    if session.options.file == LIST:
        found = backups.listed(session.profile)
        documents = [
            {"file": str(one.path), "made_at": one.made_at, "size": one.size, "reason": one.reason}
            for one in found
        ]
        lines = [
            (one.path.name, f"{one.made_at.astimezone():%Y-%m-%d %H:%M}", one.size, one.reason)
            for one in found
        ]
        session.printer.rows(documents, ("File", "Made", "Bytes", "Why"), lines)
        return DONE
    path = Path(session.options.file).expanduser()
    made = backups.make(session.app, path, replace=session.options.force)
    document = {"file": str(made.path), "size": made.size, "made_at": made.made_at}
    said = f"Wrote {made.path} and read it back. It opens with the key of this store."
    session.printer.answer(document, said)
    return DONE


def restore(session: Session) -> int:
    """`restore FILE`."""
    path = Path(session.options.file).expanduser()
    named = session.profile.backups / path
    path = named if not path.exists() and named.exists() else path
    kept = stores.restore(session.profile, path, session.unlocking, session.clocks)
    document = {"restored": str(path), "kept": str(kept.path) if kept else None}
    before = f" What was there before is kept in {kept.path}." if kept else ""
    session.printer.answer(document, f"Restored {path}.{before}")
    return DONE


def examine(session: Session) -> int:
    """`doctor`."""
    if session.as_of:
        msg = "doctor looks at the present; it takes no --as-of."
        raise InvalidError(msg)
    if session.options.repair:
        doctor.repair(session.app)
    checks = doctor.examine(session.app)
    documents = [
        {"name": one.name, "ok": one.ok, "detail": one.detail, "next": one.next or None}
        for one in checks
    ]
    text = "\n".join(
        f"{'ok ' if one.ok else 'no '} {one.name}: {one.detail}"
        + (f". {one.next}" if one.next else "")
        for one in checks
    )
    session.printer.show({"checks": documents}, text)
    return DONE if all(one.ok for one in checks) else REFUSED
