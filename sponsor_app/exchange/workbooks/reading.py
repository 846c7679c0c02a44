"""Read a sheet of a workbook: looked at for harm first, then read by a child process."""

from sponsor_app.exchange.formats import Format
from sponsor_app.exchange.limits import MAX_BYTES
from sponsor_app.exchange.sources import Source, open_source
from sponsor_app.exchange.tabular.captive import Flag, child_command
from sponsor_app.exchange.tabular.problems import UnreadableError
from sponsor_app.exchange.tabular.reading import Reading
from sponsor_app.exchange.tabular.wishes import Wishes
from sponsor_app.exchange.workbooks.archive import glance

CHILD_MODULE = "sponsor_app.exchange.workbooks.child"
CHILD_ARGUMENT = "--read-workbook"
WORKBOOKS = frozenset({Format.XLSX, Format.XLS, Format.ODS})
_AGAIN = "Open it in a spreadsheet, save it again as .xlsx, and import that."


def read_workbook(source: Source, wishes: Wishes, *, cancel: Flag | None = None) -> Reading:
    """Prepare to read a workbook. Raises `FileProblemError` at once for one that is made to harm."""
    if source.recognised.format is not Format.XLS:
        with open_source(source.path) as file:
            content = file.read(MAX_BYTES)
        try:
            glance(content)
        except UnreadableError as error:
            raise error.about(source.name) from error
    return Reading(
        source,
        wishes,
        cancel=cancel,
        command=child_command(CHILD_MODULE, CHILD_ARGUMENT),
        again=_AGAIN,
    )
