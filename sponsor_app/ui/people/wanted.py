"""Which people are wanted: everyone who is there, or those of one chip, and the words typed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sponsor_app.domain.coverage import Coverage
from sponsor_app.domain.folding import fold
from sponsor_app.domain.people import Role
from sponsor_app.domain.person_page import PersonRow
from sponsor_app.domain.wording import listed
from sponsor_app.ui.people.person_line import PersonLine
from sponsor_app.ui.widgets.language import later, number, tr


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


@dataclass(frozen=True, slots=True)
class Wanted:
    """A chip and what was typed."""

    quick: Quick = Quick.ALL
    text: str = ""

    def test(self, today: date) -> Callable[[PersonLine], bool]:
        """Whether a line is wanted."""
        quick, words = self.quick, fold(self.text).split()

        def fits(line: PersonLine) -> bool:
            return belongs(line.person, quick, today) and all(word in line.folded for word in words)

        return fits

    def said(self) -> str:
        """The filter in words; nothing when everyone is wanted."""
        typed = self.text.strip()
        parts = [] if self.quick is Quick.ALL else [tr(WORDS[self.quick]).lower()]
        return listed([*parts, f"“{typed}”"] if typed else parts)


def belongs(person: PersonRow, quick: Quick, today: date) -> bool:
    """Whether a chip counts somebody."""
    here = person.is_here(today)
    if quick is Quick.LEFT or not here:
        return quick is Quick.LEFT and not here
    if quick is Quick.MINE:
        return person.mine
    if quick is Quick.DECIDE:
        return person.row.role is Role.DECIDES
    if quick is Quick.NEVER:
        return person.row.last_on is None
    if quick is Quick.COLD:
        return person.coverage(today) in (Coverage.DUE, Coverage.OVERDUE)
    return True


def count(people: Iterable[PersonRow], today: date) -> Mapping[Quick, int]:
    """How many people each chip stands for."""
    found = dict.fromkeys(Quick, 0)
    for person in people:
        for quick in Quick:
            found[quick] += belongs(person, quick, today)
    return found


def left_out(wanted: Wanted, shown: int, counts: Mapping[Quick, int]) -> str:
    """How many are shown of how many, and why the others are not."""
    here, gone = counts[Quick.ALL], counts[Quick.LEFT]
    said = tr("{shown} of {whole} people.").format(shown=number(shown), whole=number(here + gone))
    if wanted.said():
        return f"{said} {tr('Filter: {words}.').format(words=wanted.said())}"
    if not gone:
        return said
    return f"{said} {tr('{count} who left are left out.').format(count=number(gone))}"
