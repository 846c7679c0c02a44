"""Files out: `export`."""

import argparse
from pathlib import Path

from sponsor_app.cli.output import DONE
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, verb
from sponsor_app.services import exports

ENDINGS = "FILE.csv|.xlsx|.json (.ics for interactions, .vcf for contacts)"


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `export`."""
    parser = verb(verbs, after, "export", "write a file that others can open", write_export)
    parser.add_argument("what", choices=[one.value for one in exports.What], metavar="WHAT")
    parser.add_argument("--out", required=True, metavar="FILE", help=ENDINGS)
    parser.epilog = f"WHAT is one of: {', '.join(exports.What)}."


def write_export(session: Session) -> int:
    """`export WHAT --out FILE`."""
    what = exports.What(session.options.what)
    session.printer.progress(f"Writing {what} …")
    done = exports.export(session.app, what, Path(session.options.out).expanduser())
    session.printer.progress("")
    rows = "row" if done.rows == 1 else "rows"
    left_out = [
        {"what": one.what, "count": one.count, "reason": one.reason} for one in done.left_out
    ]
    document = {"rows": done.rows, "file": str(done.file), "left_out": left_out}
    lines = [f"Wrote {done.file}: {done.rows:,} {rows} of {what}."]
    lines += [f"  left out: {one.count:,} {one.what} ({one.reason})" for one in done.left_out]
    session.printer.answer(document, "\n".join(lines))
    return DONE
