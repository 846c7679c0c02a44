"""Other people's files become records: read in a child process, matched, written as one step that can be taken back."""

from sponsor_app.services.imports.deciding import NEW, SAME, SKIP
from sponsor_app.services.imports.looking import look, peek
from sponsor_app.services.imports.rejected_file import save_left_out
from sponsor_app.services.imports.remembered import done, recall, remember
from sponsor_app.services.imports.run import FileReport, Options, undo
from sponsor_app.services.imports.settling import UndecidedError, run

__all__ = [
    "NEW",
    "SAME",
    "SKIP",
    "FileReport",
    "Options",
    "UndecidedError",
    "done",
    "look",
    "peek",
    "recall",
    "remember",
    "run",
    "save_left_out",
    "undo",
]
