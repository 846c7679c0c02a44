"""A small rotating log of event codes, and a place for the trace of a crash. Nothing is sent anywhere."""

import faulthandler
import logging
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
