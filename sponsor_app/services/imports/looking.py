"""Look at a file before it comes in: how it is understood, its first rows as they would be, what to decide."""

import threading
from dataclasses import replace
from pathlib import Path

from sponsor_app.domain.import_look import ImportLook
from sponsor_app.domain.importing import Shape
from sponsor_app.services import Services
from sponsor_app.services.imports.run import FileReport, Options, Progress, opened, run
from sponsor_app.services.imports.settling import settled
from sponsor_app.services.imports.watching import Watching, urgent_first


def peek(
    app: Services, path: Path, options: Options, cancel: threading.Event | None = None
) -> Shape:
    """How a file is understood by its beginning. Raises `FileProblemError`."""
    with opened(app, path, options, cancel) as reading:
        return reading.shape


def look(
    app: Services,
    path: Path,
    options: Options,
    progress: Progress = lambda _text: None,
    cancel: threading.Event | None = None,
) -> tuple[FileReport, ImportLook]:
    """What an import would do; nothing is written. Raises as `run` does."""
    trying = replace(options, dry_run=True)
    chosen, doubts = settled(app, path, trying, progress, cancel)
    watching = Watching()
    report = run(app, path, chosen, progress, cancel, watching)
    seen = watching.seen(report)
    if not doubts:
        return replace(report, doubts=tuple(watching.doubts)), seen
    answers = {
        doubt.at: chosen.decisions[doubt.at] for doubt in doubts if doubt.at in chosen.decisions
    }
    first = urgent_first(doubts)
    seen = replace(seen, doubts=first, doubtful=len(doubts), answers=answers)
    return replace(report, doubts=doubts), seen
