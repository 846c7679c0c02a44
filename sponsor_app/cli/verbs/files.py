"""Files in: `import`, `import-undo`."""

import argparse
from pathlib import Path

from sponsor_app.cli.output import DONE, PARTLY
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, verb
from sponsor_app.cli.verbs.deciding import doubt_document, doubt_lines, read_decisions
from sponsor_app.domain.account_fields import parse_choice
from sponsor_app.domain.errors import InvalidError, SponsorError
from sponsor_app.domain.import_look import DuplicatePolicy
from sponsor_app.domain.importing import (
    ImportKind,
    ReadReport,
    Rejected,
    UpdatePolicy,
)
from sponsor_app.domain.text import counted
from sponsor_app.services import imports, lookup

AUTO = "auto"
REASONS_SHOWN = 5
DOCUMENTS = frozenset({"vcf", "ics", "eml", "msg", "json"})


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `import` and `import-undo`."""
    come = verb(verbs, after, "import", "bring in accounts, contacts or members", bring_in)
    come.add_argument("files", metavar="FILE", nargs="+")
    come.add_argument(
        "--as", dest="kind", default=AUTO, metavar="KIND", help=f"{', '.join(ImportKind)} or auto"
    )
    come.add_argument("--map", action="append", default=[], metavar="COLUMN=FIELD")
    come.add_argument("--encoding")
    come.add_argument("--delimiter")
    come.add_argument("--sheet", default="", help="which sheet of a workbook")
    come.add_argument(
        "--header", type=int, metavar="LINE", help="where the headings are, 0: nowhere"
    )
    come.add_argument("--update", default=UpdatePolicy.OVERWRITE, metavar="overwrite|gaps|new")
    come.add_argument(
        "--duplicates", metavar="|".join(DuplicatePolicy), help="what rows become that may be here"
    )
    come.add_argument("--decide", metavar="FILE", help="a CSV of WHERE,ANSWER for such rows")
    come.add_argument("--account", metavar="NAME", help="all contacts in the file work there")
    come.add_argument("--dry-run", action="store_true", help="say what would happen")
    back = verb(verbs, after, "import-undo", "take one import back", take_back)
    back.add_argument("import_id", metavar="IMPORT_ID")


def bring_in(session: Session) -> int:
    """`import FILE...`."""
    options = _options(session)
    documents: list[dict[str, object]] = []
    reports: list[imports.FileReport] = []
    try:
        for name in session.options.files:
            path, tell = Path(name).expanduser(), session.printer.progress
            if options.dry_run:
                found, _look = imports.look(session.app, path, options, tell)
            else:
                found = imports.run(session.app, path, options, tell)
            reports.append(found)
            documents.append(_document(found))
    except SponsorError as error:
        if reports:
            done = ", ".join(one.file for one in reports)
            error.message = f"{error.message} Already imported: {done}."
        raise
    session.printer.answer(documents, "\n".join(map(_text, reports)))
    return PARTLY if any(one.in_part for one in reports) else DONE


def take_back(session: Session) -> int:
    """`import-undo IMPORT_ID`."""
    changes, done = imports.undo(session.app, session.options.import_id)
    kept = f" {counted(len(done.kept), 'record')} edited since were kept." if done.kept else ""
    document = {"removed": done.reversed, "kept": len(done.kept), "kept_ids": list(done.kept)}
    session.printer.answer(document, f"{changes.title}.{kept}")
    return PARTLY if done.kept else DONE


def _options(session: Session) -> imports.Options:
    options = session.options
    mapping: dict[str, str] = {}
    for text in options.map:
        column, equals, name = text.rpartition("=")
        if not equals:
            msg = f"“{text}” is not COLUMN=FIELD. Nothing was imported."
            raise InvalidError(msg, "Write it as “Company Name=name”.")
        mapping[column] = name
    kind = None if options.kind == AUTO else parse_choice(ImportKind, "kind", options.kind)
    account = lookup.account_id(session.app, options.account) if options.account else None
    policy = options.duplicates and parse_choice(
        DuplicatePolicy, "answer to duplicates", options.duplicates
    )
    return imports.Options(
        kind=kind,
        encoding=options.encoding,
        delimiter=options.delimiter,
        mapping=mapping,
        account_id=account,
        dry_run=options.dry_run,
        sheet=options.sheet,
        header=options.header,
        policy=parse_choice(UpdatePolicy, "update", options.update),
        duplicates=policy or None,
        decisions=read_decisions(session) if options.decide else {},
    )


def _document(found: imports.FileReport) -> dict[str, object]:
    return {
        "file": found.file,
        "format": found.read.format,
        "kind": found.read.kind,
        "encoding": found.read.encoding,
        "delimiter": found.read.delimiter or None,
        "records": found.read.records,
        "records_by_kind": dict(found.read.by_kind),
        "rows": found.read.rows,
        "created": found.created,
        "updated": found.updated,
        "unchanged": found.unchanged,
        "possible_duplicates": found.possible_duplicates,
        "rejected": [_rejected(one) for one in found.rejected],
        "left_out": [
            {"what": one.what, "count": one.count, "reason": one.reason} for one in found.left_out
        ],
        "mapped": dict(found.read.mapped),
        "unmapped": list(found.read.unmapped),
        "notes": list(found.read.notes),
        "sheet": found.read.sheet or None,
        "sheets": [
            {"name": one.name, "rows": one.rows, "hidden": one.hidden} for one in found.read.sheets
        ],
        "offered": [
            {"at": one.at, "title": one.title, "date": one.on, "people": list(one.people)}
            for one in found.offered
        ],
        "doubts": [doubt_document(one) for one in found.doubts],
        "import_id": found.import_id,
    }


def _rejected(one: Rejected) -> dict[str, object]:
    return {"at": one.at, "column": one.column or None, "reason": one.reason}


def _column(one: Rejected) -> str:
    """The column of a value, unless the reason begins with that very word."""
    said = one.reason.casefold().startswith(f"{one.column.casefold()}:")
    return f", {one.column}" if one.column and not said else ""


def _where(read: ReadReport) -> str:
    if read.sheet:
        return f"sheet “{read.sheet}”"
    if read.format in DOCUMENTS:
        return read.encoding
    return f"{read.encoding}, delimiter {read.delimiter or 'none'!r}"


def _text(found: imports.FileReport) -> str:
    each = found.read.by_kind or {found.read.kind: 0}
    read = ", ".join(counted(n, kind.one if kind else "record") for kind, n in each.items())
    counts = (
        f"{found.file}: {read} read,"
        f" {found.created:,} added, {found.updated:,} updated, {found.unchanged:,} unchanged"
    )
    lines = [counts, f"  {_where(found.read)}"]
    lines += [f"  {found.read.kind_reason}"] if found.read.mixed else []
    lines += [f"  {one.at}{_column(one)}: {one.reason}" for one in found.rejected[:REASONS_SHOWN]]
    if len(found.rejected) > REASONS_SHOWN:
        lines.append(f"  and {len(found.rejected) - REASONS_SHOWN:,} more; --json lists all")
    lines += [f"  offered: {one.on} {one.title}" for one in found.offered[:REASONS_SHOWN]]
    lines += doubt_lines(found.doubts)
    lines += [f"  left out: {one.count:,} {one.what} ({one.reason})" for one in found.left_out]
    if found.read.unmapped:
        lines.append(f"  columns not used: {', '.join(found.read.unmapped)}")
    if found.import_id:
        lines.append(f"  take it back with: sponsor-app import-undo {found.import_id}")
    return "\n".join(lines)
