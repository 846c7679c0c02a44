"""Answers for every row of an import that may be a record here already, as a person decided for all of them."""

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.import_look import Doubt, DuplicatePolicy
from sponsor_app.domain.text import counted
from sponsor_app.services import Services
from sponsor_app.services.imports.deciding import NEW, SAME, SKIP
from sponsor_app.services.imports.run import FileReport, Options, Progress
from sponsor_app.services.imports.run import run as run_as_said
from sponsor_app.services.imports.watching import Watching

SHOWN = 3


class UndecidedError(SponsorError):
    """Rows may be records here already, and nobody said whether they are."""

    code = "undecided"

    def __init__(self, file: str, doubts: Sequence[Doubt]) -> None:
        rows = [f"{one.at} {one.name} ({one.candidates[0].because})" for one in doubts[:SHOWN]]
        more = ", ..." if len(doubts) > SHOWN else ""
        super().__init__(
            f"{counted(len(doubts), 'row')} of {file} may be here already: {', '.join(rows)}{more}."
            " Nothing was imported.",
            "Decide which of them are.",
            "Add --duplicates new, skip or merge, or --decide FILE; --dry-run --json lists them.",
        )
        self.doubts = tuple(doubts)


def run(
    app: Services,
    path: Path,
    options: Options,
    progress: Progress = lambda _text: None,
    cancel: threading.Event | None = None,
) -> FileReport:
    """Import one file as one step, with what was decided about duplicates. Raises `FileProblemError`, `UndecidedError`."""
    chosen, _doubts = settled(app, path, options, progress, cancel)
    return run_as_said(app, path, chosen, progress, cancel)


def settled(
    app: Services,
    path: Path,
    options: Options,
    progress: Progress,
    cancel: threading.Event | None,
) -> tuple[Options, tuple[Doubt, ...]]:
    """The options with an answer for every doubtful row, and those rows; as they are when nothing is to be settled.

    The file is read once more for it: what a row is depends on what the rows before it were.
    """
    policy = options.duplicates
    if policy is None and SAME not in options.decisions.values():
        return options, ()
    watching = Watching()
    trying = replace(options, dry_run=True, duplicates=None, decisions={})
    run_as_said(app, path, trying, progress, cancel, watching)
    doubts = tuple(watching.doubts)
    best = {one.at: one.candidates[0].id for one in doubts}
    said = {
        at: best.get(at, "") if answer == SAME else answer
        for at, answer in options.decisions.items()
    }
    if policy is DuplicatePolicy.ASK:
        undecided = [one for one in doubts if one.at not in said]
        if undecided and not options.dry_run:
            raise UndecidedError(path.name, undecided)
    elif policy is not None:
        for_all = {DuplicatePolicy.NEW: NEW, DuplicatePolicy.SKIP: SKIP}
        said = {**{at: for_all.get(policy, one) for at, one in best.items()}, **said}
    answers = {at: answer for at, answer in said.items() if answer}
    return replace(options, duplicates=None, decisions=answers), doubts
