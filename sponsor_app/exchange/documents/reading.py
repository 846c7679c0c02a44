"""Read a file of address cards, a calendar or a mail in a child process."""

from sponsor_app.exchange.formats import Format
from sponsor_app.exchange.sources import Source
from sponsor_app.exchange.tabular.captive import Flag, child_command
from sponsor_app.exchange.tabular.reading import Reading
from sponsor_app.exchange.tabular.wishes import Wishes

CHILD_MODULE = "sponsor_app.exchange.documents.child"
CHILD_ARGUMENT = "--read-document"
DOCUMENTS = (Format.VCARD, Format.CALENDAR, Format.MAIL, Format.OUTLOOK)
_AGAIN = "Export it again; if that fails too, report this message."
_FEWER = "Export fewer of them at once."


def read_document(source: Source, wishes: Wishes, *, cancel: Flag | None = None) -> Reading:
    """Prepare to read a file that is no table; it says itself what it holds."""
    recognised = source.recognised.format or Format.CALENDAR
    return Reading(
        source,
        wishes,
        cancel=cancel,
        command=[*child_command(CHILD_MODULE, CHILD_ARGUMENT), recognised.value],
        again=_AGAIN,
        fewer=_FEWER,
    )
