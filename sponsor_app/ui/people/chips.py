"""The chips above the people, and which of them count somebody."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache

from sponsor_app.domain.coverage import Coverage
from sponsor_app.domain.people import Role
from sponsor_app.domain.person_page import PersonRow
from sponsor_app.ui.widgets.language import later


class Quick(StrEnum):
    """The chips above the people. All but `left` leave out who is no longer there."""

    ALL = "all"
    MINE = "mine"
    DECIDE = "decide"
    COLD = "cold"
    NEVER = "never"
    LEFT = "left"


WORDS: Mapping[Quick, str] = later(
    {
        Quick.ALL: "All",
        Quick.MINE: "Mine",
        Quick.DECIDE: "Decide",
        Quick.COLD: "Going cold",
        Quick.NEVER: "Never met",
        Quick.LEFT: "Left",
    }
)
GONE = frozenset({Quick.LEFT})
TOO_LONG_AGO = (Coverage.DUE, Coverage.OVERDUE)


def chips_of(person: PersonRow, today: date) -> frozenset[Quick]:
    """Every chip that counts somebody."""
    if not person.is_here(today):
        return GONE
    cold = person.coverage(today) in TOO_LONG_AGO
    row = person.row
    return _of_those_here(person.mine, row.role is Role.DECIDES, cold, row.last_on is None)


@cache
def _of_those_here(mine: bool, decides: bool, cold: bool, never: bool) -> frozenset[Quick]:
    """One set for all who are alike: there are tens of thousands of them."""
    counts = {Quick.MINE: mine, Quick.DECIDE: decides, Quick.COLD: cold, Quick.NEVER: never}
    return frozenset({Quick.ALL, *(quick for quick, does in counts.items() if does)})
