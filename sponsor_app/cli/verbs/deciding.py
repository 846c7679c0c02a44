"""Rows of an import that may be here already: listed for a person or a script, and what was decided read back."""

import csv
from collections.abc import Sequence
from pathlib import Path

from sponsor_app.cli.session import Session
from sponsor_app.domain.errors import FileProblemError, InvalidError
from sponsor_app.domain.ids import looks_like_id
from sponsor_app.domain.import_look import Doubt
from sponsor_app.services import imports

SHOWN, BIGGEST = 5, 16 * 1024 * 1024
WORDS = (imports.NEW, imports.SAME, imports.SKIP)
SHAPE = (
    "Each line is WHERE,ANSWER as in “line 17,new”: new, same, skip, or the id of the record it is."
)


def doubt_document(one: Doubt) -> dict[str, object]:
    """A doubtful row for scripts; `at` is what a file of decisions names it by."""
    return {
        "at": one.at,
        "name": one.name,
        "needs_answer": one.needs_answer,
        "candidates": [
            {"id": c.id, "name": c.name, "score": c.score, "because": c.because}
            for c in one.candidates
        ],
    }


def doubt_lines(doubts: Sequence[Doubt]) -> list[str]:
    """The first doubtful rows for a person, each with the likeliest record."""
    lines = [
        f"  {one.at}: {one.name} may be {one.candidates[0].name} ({one.candidates[0].because})"
        for one in doubts[:SHOWN]
    ]
    if len(doubts) > SHOWN:
        lines.append(f"  and {len(doubts) - SHOWN:,} more that may be here; --json lists all")
    return lines


def read_decisions(session: Session) -> dict[str, str]:
    """The answers of `--decide FILE` by where their rows stand; refuses a file that says anything else."""
    path = Path(session.options.decide).expanduser()
    if len(session.options.files) > 1:
        msg = "--decide tells of the rows of one file. Nothing was imported."
        raise InvalidError(msg, "Import one file at a time.")
    found: dict[str, str] = {}
    for number, row in enumerate(_rows(path), 1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or (number == 1 and cells[0].casefold() in ("at", "where")):
            continue
        where, answer = (*cells, "", "")[:2]
        word = answer.casefold()
        if not where or not (word in WORDS or looks_like_id(word)):
            msg = f"Line {number} of {path.name} is no decision. Nothing was imported."
            raise InvalidError(msg, SHAPE)
        found[where] = word
    return found


def _rows(path: Path) -> list[list[str]]:
    try:
        if path.stat().st_size > BIGGEST or not path.is_file():
            msg = f"{path.name} is no file of decisions. Nothing was imported."
            raise FileProblemError(msg, SHAPE)
        return list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        msg = f"{path.name} cannot be read. Nothing was imported."
        raise FileProblemError(msg, SHAPE) from error
