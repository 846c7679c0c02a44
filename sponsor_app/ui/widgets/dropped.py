"""The files that somebody lets go of over a part of the window."""

from pathlib import Path

from PySide6.QtGui import QDropEvent


def dropped_files(event: QDropEvent) -> list[Path]:
    """Their paths; an event of entering carries them too. What is on no disk is not among them."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
