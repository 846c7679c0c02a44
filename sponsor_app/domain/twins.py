"""Two records that may be one, as lists and pages show them: why, and what differs."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sponsor_app.domain.errors import SponsorError


class TwinKind(StrEnum):
    """What may be here twice."""

    ACCOUNT = "account"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be one, the older first; `score` is 1 to 100. `place` is where a person works."""

    first_id: str
    first: str
    second_id: str
    second: str
    score: int
    reasons: tuple[str, ...]
    place: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What tells pairs apart."""
        return (self.first_id, self.second_id)


@dataclass(frozen=True, slots=True)
class Twin:
    """One of two records: its fields as texts without the empty ones, and how many records hang on it, by table."""

    id: str
    name: str
    texts: Mapping[str, str]
    holds: Mapping[str, int]

    @property
    def weight(self) -> int:
        """How much is known of it: what hangs on it counts, and every field that is filled."""
        return sum(self.holds.values()) + len(self.texts)


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of two records: what stands in the one that stays, and in the one that becomes part of it."""

    field: str
    kept: str
    gone: str

    @property
    def fills(self) -> bool:
        """Whether the one that stays takes the value over."""
        return not self.kept


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two records beside each other; the better known one comes first."""

    kind: TwinKind
    first: Twin
    second: Twin
    reasons: tuple[str, ...]
    score: int
    apart: bool

    def differences(self, kept_id: str) -> tuple[Difference, ...]:
        """What is not the same in both, in the order of the fields, when the one with `kept_id` stays."""
        kept, gone = (
            (self.first, self.second)
            if kept_id == self.first.id
            else (
                self.second,
                self.first,
            )
        )
        names = dict.fromkeys((*kept.texts, *gone.texts))
        rows = (Difference(n, kept.texts.get(n, ""), gone.texts.get(n, "")) for n in names)
        return tuple(one for one in rows if one.kept != one.gone)


@dataclass(frozen=True, slots=True)
class Resembling:
    """A record here that a new one looks like, and why."""

    id: str
    name: str
    score: int
    reasons: tuple[str, ...]


class LooksKnownError(SponsorError):
    """What shall be added looks like something that is here; who wants it all the same says so."""

    code = "looks_known"

    def __init__(self, found: tuple[Resembling, ...]) -> None:
        best = found[0]
        why = ", ".join(best.reasons)
        super().__init__(
            f"This looks like {best.name}: {why}. Nothing was added yet.",
            "Open that one, or add a second one all the same.",
        )
        self.found = found
