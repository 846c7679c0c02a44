"""Lots drawn from a seed: the same lots for the same seed, on every laptop and at any hour."""

from bisect import bisect
from collections.abc import Mapping, Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

from sponsor_app.domain.ids import uuid7

T = TypeVar("T")

ID_BITS = 74
IDS_A_MILLISECOND = 8


class Dice:
    """A stream of lots. Each stage of the work takes its own, so that one more draw here moves nothing there."""

    __slots__ = ("_random", "_seed", "roll")

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._random = Random(seed)
        self.roll = self._random.random

    def part(self, name: str) -> "Dice":
        """The stream of one stage."""
        return Dice(f"{self._seed}/{name}")

    def pick(self, items: Sequence[T]) -> T:
        """One of `items`, each as likely."""
        return items[int(self.roll() * len(items))]

    def chance(self, share: float) -> bool:
        """True in `share` of all cases."""
        return self.roll() < share

    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self.roll() * (high - low + 1))

    def bits(self, count: int) -> int:
        """That many random bits."""
        return self._random.getrandbits(count)

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """The same items in another order."""
        mixed = list(items)
        for last in range(len(mixed) - 1, 0, -1):
            other = int(self.roll() * (last + 1))
            mixed[last], mixed[other] = mixed[other], mixed[last]
        return mixed

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """`count` different items, or all there are."""
        if count == 1 and items:
            return [self.pick(items)]
        return self.shuffled(items)[:count]


class Wheel(Generic[T]):
    """Picks by weight."""

    __slots__ = ("_ends", "_items")

    def __init__(self, weights: Mapping[T, float]) -> None:
        self._items = tuple(weights)
        self._ends = list(accumulate(weights.values()))

    def spin(self, dice: Dice) -> T:
        """One item; twice the weight is twice as likely."""
        return self._items[bisect(self._ends, dice.roll() * self._ends[-1])]


def shares(weights: Mapping[T, float], count: int) -> dict[T, int]:
    """`count` split by weight, by largest remainder."""
    whole = sum(weights.values()) or 1.0
    exact = {one: count * weight / whole for one, weight in weights.items()}
    counts = {one: int(part) for one, part in exact.items()}
    by_remainder = sorted(exact, key=lambda one: counts[one] - exact[one])
    for one in by_remainder[: count - sum(counts.values())]:
        counts[one] += 1
    return counts


def deal(dice: Dice, weights: Mapping[T, float], count: int) -> list[T]:
    """A shuffled deck of `count` cards in these proportions; where there is room, one of each at least."""
    counts = shares(weights, count)
    for one in [one for one, times in counts.items() if times == 0]:
        richest = max(counts, key=lambda other: counts[other])
        if counts[richest] > len(counts):
            counts[richest] -= 1
            counts[one] = 1
    return dice.shuffled([one for one, times in counts.items() for _ in range(times)])


class Mint:
    """Fresh ids, shaped like UUIDv7 and in order, from the seed and a pretended moment."""

    __slots__ = ("_count", "_dice", "_milliseconds")

    def __init__(self, dice: Dice, milliseconds: int) -> None:
        self._dice = dice
        self._milliseconds = milliseconds
        self._count = 0

    def new(self) -> str:
        """The next id."""
        self._count += 1
        at = self._milliseconds + self._count // IDS_A_MILLISECOND
        return uuid7(at, self._dice.bits(ID_BITS))
