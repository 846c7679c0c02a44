"""How many fields are right that a person would see and correct: what is saved, not how the rest is worded.

Counted are only fields that say something: what the line says, and what was read into it without being said. The kind is
the one it is saved as; a promise is right in its words when it holds those that matter; leftovers are not compared,
because no two people part them alike.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sponsor_app.domain.folding import fold
from sponsor_app.domain.interaction import Kind
from sponsor_app.domain.sentence import Sentence, parse
from tests.unit.sentence.corpus import TODAY, Case, asked, got

FIELDS = ("account", "contacts", "members", "new", "new account", "on", "place", "intent")
FIELDS += ("sentiment", "next", "off")
LISTS = ("contacts", "members", "new")


@dataclass
class Tally:
    """Fields right of fields that say something, per field, and what was missed in which line."""

    right: Counter[str] = field(default_factory=Counter[str])
    all: Counter[str] = field(default_factory=Counter[str])
    misses: list[str] = field(default_factory=list[str])

    def percent(self) -> float:
        return 100 * self.right.total() / self.all.total()

    def __str__(self) -> str:
        each = ", ".join(f"{name} {self.right[name]}/{self.all[name]}" for name in sorted(self.all))
        head = f"{self.percent():.1f} % of {self.all.total()} fields right ({each})"
        return "\n".join([head, *self.misses])


def tally(cases: Iterable[Case]) -> Tally:
    """All cases read and compared."""
    total = Tally()
    for case in cases:
        sentence = parse(case.text, asked(case.text), TODAY)
        missed: list[str] = []
        for name, wanted, given, same in _compared(case, sentence):
            total.all[name] += 1
            total.right[name] += same
            if not same:
                missed.append(f"    {name}: wanted {wanted}, got {given}")
        if missed:
            total.misses += [f"[{case.language}/{sentence.language}] {case.text}", *missed]
    return total


def _compared(case: Case, sentence: Sentence) -> Iterator[tuple[str, Any, Any, bool]]:
    given = got(sentence)
    wanted_kind = case.expected["kind"]
    if wanted_kind is not None:
        kind = str(sentence.kind or (Kind.MESSAGE if sentence.planned else Kind.MEETING))
        yield "kind", wanted_kind, kind, wanted_kind.rstrip("?") == kind
    for name in FIELDS:
        wanted, found = case.expected[name], given[name]
        if name in LISTS:
            wanted, found = _any_order(wanted), _any_order(found)
        quiet = TODAY if name == "on" else None
        if (wanted or quiet) != quiet or (found or quiet) != quiet:
            yield name, wanted, found, _plain(wanted) == _plain(found)
    yield from _promises(case.expected["promises"], given["promises"])


def _promises(wanted: Any, found: Any) -> Iterator[tuple[str, Any, Any, bool]]:
    """Each promise is three fields; one too many or too few is three fields wrong."""
    for at in range(max(len(wanted), len(found))):
        one = wanted[at] if at < len(wanted) else (None, "", None)
        other = found[at] if at < len(found) else (None, "", None)
        yield "whose", one[0], other[0], one[0] == other[0]
        yield "promise", one[1], other[1], bool(one[1]) and _holds(other[1], one[1])
        if one[2] or other[2]:
            yield "due", one[2], other[2], one[2] == other[2]


def _holds(text: str, wanted: str) -> bool:
    """Whether all that matters is in the text of a promise, in any form of the word."""
    said = fold(text)
    return all(fold(word)[: max(3, len(word) - 4)] in said for word in wanted.split())


def _any_order(names: Iterable[str]) -> list[str]:
    """Names sorted, and those that one of them may stand for."""
    return sorted(" / ".join(sorted(name.split(" / "))) for name in names)


def _plain(value: Any) -> Any:
    return [_plain(one) for one in value] if isinstance(value, list) else fold(str(value))
