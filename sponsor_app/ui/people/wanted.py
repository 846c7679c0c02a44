"""Which people are wanted: everyone who is there, or those of one chip, and the words typed."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sponsor_app.domain.folding import fold
from sponsor_app.domain.wording import listed
from sponsor_app.ui.people.chips import WORDS, Quick
from sponsor_app.ui.people.person_line import PersonLine
from sponsor_app.ui.widgets.language import number, tr


@dataclass(frozen=True, slots=True)
class Wanted:
    """A chip and what was typed."""

    quick: Quick = Quick.ALL
    text: str = ""

    def test(self) -> Callable[[PersonLine], bool]:
        """Whether a line is wanted."""
        quick, words = self.quick, fold(self.text).split()
        if not words:
            return lambda line: quick in line.chips
        return lambda line: quick in line.chips and all(word in line.folded for word in words)

    def said(self) -> str:
        """The filter in words; nothing when everyone is wanted."""
        typed = self.text.strip()
        parts = [] if self.quick is Quick.ALL else [tr(WORDS[self.quick]).lower()]
        return listed([*parts, f"“{typed}”"] if typed else parts)


def count(lines: Iterable[PersonLine]) -> Mapping[Quick, int]:
    """How many people each chip stands for."""
    alike = Counter(line.chips for line in lines)
    return {quick: sum(many for chips, many in alike.items() if quick in chips) for quick in Quick}


def left_out(wanted: Wanted, shown: int, counts: Mapping[Quick, int]) -> str:
    """How many are shown of how many, and why the others are not."""
    here, gone = counts[Quick.ALL], counts[Quick.LEFT]
    said = tr("{shown} of {whole} people.").format(shown=number(shown), whole=number(here + gone))
    if wanted.said():
        return f"{said} {tr('Filter: {words}.').format(words=wanted.said())}"
    if not gone:
        return said
    return f"{said} {tr('{count} who left are left out.').format(count=number(gone))}"
