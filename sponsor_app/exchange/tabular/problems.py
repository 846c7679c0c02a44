"""Why a whole file could not be read, in a sentence a person can act on."""

from sponsor_app.domain.errors import FileProblemError


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
