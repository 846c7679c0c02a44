"""Why a whole file could not be read, in a sentence a person can act on."""

from sponsor_app.domain.errors import FileProblemError

_WHOLE = "Export everything as JSON (.json): that comes back whole, nothing lost"


class UnreadableError(FileProblemError):
    """A file that cannot be read as a table; `clause` continues “it was not read because ...”."""

    def __init__(self, clause: str, next_step: str = "") -> None:
        super().__init__(f"The file was not read: {clause}. Nothing was changed.", next_step)
        self.clause = clause

    def about(self, name: str) -> FileProblemError:
        """The same, naming the file."""
        return FileProblemError(
            f"“{name}” was not read: {self.clause}. Nothing was changed.", self.next
        )


def of_everything(otherwise: str = "") -> UnreadableError:
    """The refusal of our own export of everything in a form for spreadsheets."""
    return UnreadableError(
        "it is an export of everything for a spreadsheet, of which one table would be read",
        f"{_WHOLE}; or {otherwise}." if otherwise else f"{_WHOLE}.",
    )


def of_promises() -> UnreadableError:
    """The refusal of our own list of promises."""
    return UnreadableError("a list of promises is for reading, and is not taken in", f"{_WHOLE}.")
