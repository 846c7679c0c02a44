"""A file read whole, piece by piece, so that it can be watched and given up."""

import os
from collections.abc import Callable
from pathlib import Path

from sponsor_app.domain.attachments import LARGEST
from sponsor_app.domain.errors import FileProblemError
from sponsor_app.exchange.sources import Fit, open_source, os_problem, problem

PIECE = 1 << 18
FIT = Fit(LARGEST, "Attach it once there is something in it.", "Write down where it is, in a note.")


def read_whole(
    path: Path, tell: Callable[[float], None], given_up: Callable[[], bool]
) -> bytes | None:
    """The content of a regular file of at most 10 MiB, None when it was given up; `tell` hears which share is read.

    Refuses a file that is missing, a folder, a device or a pipe, empty, too large, or that changes while it is read.
    """
    with open_source(path, FIT) as file:
        size = os.fstat(file.fileno()).st_size
        content = bytearray()
        try:
            while not given_up():
                piece = file.read(PIECE)
                if not piece or len(content) > size:
                    break
                content += piece
                tell(min(1.0, len(content) / size))
        except OSError as error:
            raise os_problem(path, error) from error
    if given_up():
        return None
    if len(content) != size:
        raise _changed(path)
    return bytes(content)


def _changed(path: Path) -> FileProblemError:
    return problem(path, "changed while it was read", "Attach it again when it is finished.")
