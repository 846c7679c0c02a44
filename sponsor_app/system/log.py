"""A small rotating log of event codes, and a place for the trace of a crash. Nothing is sent anywhere."""

import faulthandler
import logging
import traceback
from collections.abc import Iterator
from pathlib import Path

LOGGER = "sponsor_app"
ROTATE_BYTES = 512 * 1024
KEEP = 3


def start(folder: Path) -> Path:
    """Log to `folder`; returns the log's path. Names, notes and parameters are never logged, only codes."""
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - it brings sockets with it

    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / "sponsor.log"
    logger = logging.getLogger(LOGGER)
    if not any(isinstance(h, RotatingFileHandler) for h in logger.handlers):
        handler = RotatingFileHandler(
            path, maxBytes=ROTATE_BYTES, backupCount=KEEP, encoding="utf-8", delay=True
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
    return path


def watch_for_faults(folder: Path) -> None:
    """Write the Python stack of a hard crash beside the log."""
    faulthandler.enable((folder / "fault.log").open("a", encoding="utf-8"))


def trace_of(error: BaseException) -> str:
    """Where an error of ours came from: places and kinds, never its words, which may quote what somebody wrote."""
    return "\n".join(_lines(error, set()))


def _lines(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None and id(cause) not in seen:
        yield from _lines(cause, seen)
        yield "which led to"
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} in {frame.name}"
    yield f"{type(error).__module__}.{type(error).__qualname__}"
