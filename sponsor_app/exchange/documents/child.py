"""The process that reads a card, a calendar or a mail: it may hang or crash without harm to anyone."""

import gc
import sys
from collections.abc import Sequence

from sponsor_app.exchange.formats import Format
from sponsor_app.exchange.tabular.child import Reader, Understand, serve
from sponsor_app.exchange.tabular.wishes import Wishes


def main(arguments: Sequence[str]) -> int:
    """Read the file on standard input; the arguments are its format, and the wishes as JSON."""
    gc.disable()  # it lives for one file, and what it reads is no garbage
    return serve(arguments[1], _READERS[Format(arguments[0])])


def _cards(content: bytes, wishes: Wishes) -> Reader:
    from sponsor_app.exchange.cards.reading import CardFile  # noqa: PLC0415 - each format loads its own

    return CardFile(content, wishes)


def _calendar(content: bytes, wishes: Wishes) -> Reader:
    from sponsor_app.exchange.calendars.reading import CalendarFile  # noqa: PLC0415

    return CalendarFile(content, wishes)


def _mail(content: bytes, wishes: Wishes) -> Reader:
    from sponsor_app.exchange.mail.reading import MailFile  # noqa: PLC0415

    return MailFile(content, wishes)


def _outlook(content: bytes, wishes: Wishes) -> Reader:
    from sponsor_app.exchange.mail.outlook import OutlookFile  # noqa: PLC0415

    return OutlookFile(content, wishes)


_READERS: dict[Format, Understand] = {
    Format.VCARD: _cards,
    Format.CALENDAR: _calendar,
    Format.MAIL: _mail,
    Format.OUTLOOK: _outlook,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
