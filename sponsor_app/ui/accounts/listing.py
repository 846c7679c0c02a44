"""What the table of accounts shows: the first of them at once, and then all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sponsor_app.domain.ids import MemberId
from sponsor_app.services import Services, accounts, preferences
from sponsor_app.ui.accounts.list_line import AccountLine, lines_of
from sponsor_app.ui.accounts.list_memory import KEY, ListMemory, remembered
from sponsor_app.ui.accounts.wanted import Counts, count

FIRST = 100
"""How many accounts are shown before all are read: more than a page."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The lines in the order of their names; what each chip counts is known when all were read. `memory` only at first."""

    lines: Sequence[AccountLine]
    counts: Counts | None
    me: MemberId
    today: date
    memory: ListMemory | None = None


def read(app: Services) -> Listing:
    """Every account as a line, counted by chip."""
    lines = lines_of(accounts.listed(app))
    return Listing(lines, count(lines, app.me), app.me, app.today())


def read_first(app: Services) -> Listing:
    """How the table was left, and the first of the accounts; or all of them, when they are there as quickly or not by name."""
    memory = remembered(preferences.get(app, KEY))
    by_name = memory.is_usual and not accounts.are_listed(app)
    first = accounts.first_by_name(app, FIRST) if by_name else ()
    if len(first) < FIRST:
        whole = read(app)
        return Listing(whole.lines, whole.counts, whole.me, whole.today, memory)
    return Listing(lines_of(first), None, app.me, app.today(), memory)
