"""Other people's files become records: read in a child process, matched, written as one step that can be taken back."""

from sponsor_app.services.imports.run import FileReport, Options, run, undo

__all__ = ["FileReport", "Options", "run", "undo"]
