"""Read our own document of everything in a child process."""

from sponsor_app.exchange.sources import Source
from sponsor_app.exchange.tabular.captive import Flag, child_command
from sponsor_app.exchange.tabular.reading import Reading
from sponsor_app.exchange.tabular.wishes import Wishes

CHILD_MODULE = "sponsor_app.exchange.wholes.child"
CHILD_ARGUMENT = "--read-everything"
_AGAIN = "Export everything again, as JSON."


def read_whole(source: Source, wishes: Wishes, *, cancel: Flag | None = None) -> Reading:
    """Prepare to read a document of everything."""
    command = child_command(CHILD_MODULE, CHILD_ARGUMENT)
    return Reading(source, wishes, cancel=cancel, command=command, again=_AGAIN, fewer=_AGAIN)
