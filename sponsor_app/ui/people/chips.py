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


def chips_of(person: PersonRow, today: date) -> frozenset[Quick]:
    """Every chip that counts somebody."""
    row = person.row
    if not person.is_here(today):
        return _shared((Quick.LEFT,))
    belongs = {
        Quick.ALL: True,
        Quick.MINE: person.mine,
        Quick.DECIDE: row.role is Role.DECIDES,
        Quick.COLD: person.coverage(today) in (Coverage.DUE, Coverage.OVERDUE),
        Quick.NEVER: row.last_on is None,
    }
    return _shared(tuple(quick for quick, counts in belongs.items() if counts))


@cache
def _shared(chips: tuple[Quick, ...]) -> frozenset[Quick]:
    """One set for all who are alike: there are tens of thousands of them."""
    return frozenset(chips)
