"""Which accounts a coverage board shows, what its columns are and within how many days it counts who was seen."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, cast

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.ids import MemberId
from sponsor_app.domain.language import later, tr
from sponsor_app.domain.member import Function

WINDOWS = (7, 14, 30, 90, 180, 365)
"""Days within which an account may be asked to have been seen."""

NOWHERE, OTHERS = "\x1fnone", "\x1fothers"
"""The columns of accounts that have no region or industry, and of those beyond the widest board."""


class By(StrEnum):
    """What the columns of the board are."""

    TIER = "tier"
    REGION = "region"
    INDUSTRY = "industry"


class Family(StrEnum):
    """What accounts are filtered by; `function` is the sponsor's."""

    FUNCTION = "function"
    REGION = "region"
    INDUSTRY = "industry"
    TIER = "tier"
    STATUS = "status"
    LEAD = "lead"


NONE = ""
"""The choice of a family that stands for accounts without any."""

CLOSED: Mapping[Family, tuple[str, ...]] = {
    Family.FUNCTION: (*Function, NONE),
    Family.TIER: (*Tier, NONE),
    Family.STATUS: tuple(AccountStatus),
}
"""The families whose choices the program knows."""

Choice = tuple[Family, str]
Functions = Mapping[MemberId, Function | None]
Keeps = Callable[[CoverageRow], bool]


@dataclass(frozen=True, slots=True)
class BoardView:
    """What somebody wants to see; within a family any of the chosen will do, and every family must fit.

    `window` is None for the promise itself, else days: the board then counts who was seen within them.
    """

    by: By = By.TIER
    window: int | None = None
    choices: frozenset[Choice] = frozenset()

    def chosen(self, family: Family) -> frozenset[str]:
        """What was chosen of a family."""
        return frozenset(value for name, value in self.choices if name is family)

    def turned(self, choice: Choice) -> "BoardView":
        """The same with one choice more, or less."""
        return replace(self, choices=self.choices ^ {choice})

    def test(self, functions: Functions) -> Keeps | None:
        """What to ask of each account; None when all are wanted."""
        read = _readers(functions)
        asked = [(read[family], self.chosen(family)) for family in Family if self.chosen(family)]
        if not asked:
            return None
        if len(asked) == 1:
            ((value, wanted),) = asked
            return lambda row: value(row) in wanted
        return lambda row: all(value(row) in wanted for value, wanted in asked)


EVERYTHING = BoardView()


def to_plain(view: BoardView) -> dict[str, Any]:
    """A view as a preference, a shared view and JSON hold it."""
    return {"by": view.by.value, "window": view.window, "choices": sorted(view.choices)}


def from_plain(kept: Any) -> BoardView:
    """What was kept; whatever a newer or a broken memory holds beyond is left out."""
    if not isinstance(kept, dict):
        return EVERYTHING
    known = cast("dict[str, Any]", kept)
    by, window, pairs = known.get("by"), known.get("window"), known.get("choices")
    every: list[Any] = cast("list[Any]", pairs) if isinstance(pairs, list) else []
    choices = [_choice(pair) for pair in every]
    return BoardView(
        By(by) if by in tuple(By) else By.TIER,
        window if window in WINDOWS else None,
        frozenset(choice for choice in choices if choice is not None),
    )


def _choice(pair: Any) -> Choice | None:
    match pair:
        case [str(name), str(value)] if name in set(Family):
            family = Family(name)
            return (family, value) if value in CLOSED.get(family, (value,)) else None
        case _:
            return None


def check_window(days: int) -> int:
    """Refuse a number of days that no board counts by."""
    if days not in WINDOWS:
        msg = f"A board counts who was seen within {', '.join(map(str, WINDOWS))} days, not {days}."
        raise InvalidError(msg)
    return days


Facets = Mapping[Family, Mapping[str, int]]


def facets(rows: Sequence[CoverageRow], functions: Functions) -> Facets:
    """How many accounts each choice of each family stands for, most first in those that teams name themselves."""
    read = _readers(functions)
    return {family: _ordered(family, Counter(map(value, rows))) for family, value in read.items()}


def _ordered(family: Family, counts: Mapping[str, int]) -> dict[str, int]:
    if family in CLOSED:
        return {value: counts[value] for value in CLOSED[family] if counts.get(value)}
    names = sorted(counts, key=lambda value: (value == NONE, -counts[value], value.casefold()))
    return {value: counts[value] for value in names}


def _readers(functions: Functions) -> dict[Family, Callable[[CoverageRow], str]]:
    def function(row: CoverageRow) -> str:
        found = functions.get(row.sponsor_id) if row.sponsor_id else None
        return found.value if found else NONE

    return {
        Family.FUNCTION: function,
        Family.REGION: lambda row: row.region or NONE,
        Family.INDUSTRY: lambda row: row.industry or NONE,
        Family.TIER: lambda row: row.tier or NONE,
        Family.STATUS: lambda row: row.status,
        Family.LEAD: lambda row: row.lead_id or NONE,
    }


def ranked(values: Sequence[str | None], most: int | None = None) -> tuple[str, ...]:
    """Columns for what teams name themselves: most accounts first, the rest together, those without any last."""
    counts = Counter(value for value in values if value)
    names = sorted(counts, key=lambda value: (-counts[value], value.casefold()))
    beyond = most is not None and len(names) > most
    shown = names[: most - 1] if beyond and most is not None else names
    return (*shown, *([OTHERS] if beyond else []), *([NOWHERE] if None in values else []))


def window_words(days: int | None) -> str:
    """`as promised`, `seen in 30 days`."""
    return tr("as promised") if days is None else tr("seen in {days} days").format(days=days)


def filter_words(view: BoardView, names: Mapping[MemberId, str]) -> str:
    """What a view leaves in: `tier key or standard; no region; account lead Mia Fox`; empty when everything."""
    said: list[str] = []
    for family in Family:
        chosen = sorted(view.chosen(family))
        word = tr(FAMILY_WORDS[family])
        values = [_value_words(family, value, names) for value in chosen if value != NONE]
        if values:
            said.append(
                f"{word} {tr(' or ').join(values)}{tr(' or none') if NONE in chosen else ''}"
            )
        elif chosen:
            said.append(tr("no {word}").format(word=word))
    return "; ".join(said)


def _value_words(family: Family, value: str, names: Mapping[MemberId, str]) -> str:
    if family is Family.LEAD:
        return names.get(MemberId(value), tr("somebody not here yet"))
    return tr(value.replace("_", " ")) if family in CLOSED else value


FAMILY_WORDS: Mapping[Family, str] = later(
    {
        Family.FUNCTION: "sponsor’s function",
        Family.REGION: "region",
        Family.INDUSTRY: "industry",
        Family.TIER: "tier",
        Family.STATUS: "status",
        Family.LEAD: "account lead",
    }
)
