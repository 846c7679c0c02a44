"""A believable team, made up from a seed: for looking around, for measuring and for tests."""

from collections.abc import Callable
from dataclasses import dataclass

from sponsor_app.services import Services


@dataclass(frozen=True, slots=True)
class Size:
    """How large a team to make up, and from which seed."""

    seed: int = 1
    accounts: int = 40
    members: int = 14
    interactions: int = 600


def fill(app: Services, size: Size, progress: Callable[[str], None]) -> dict[str, int]:
    """Fill an empty store; returns counts by kind."""
    raise NotImplementedError
