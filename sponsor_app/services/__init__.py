"""Use cases: one verb per function, each owning its transaction.

What is in the window before its first paint says `services.accounts` instead of importing it: the database and all
that it needs are then loaded by the worker, when the first verb is called.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any

from sponsor_app.domain.ids import MemberId

if TYPE_CHECKING:
    from sponsor_app.services import (
        accounts,
        beginning,
        briefs,
        calendars,
        calm,
        commitments,
        coverage,
        history,
        imports,
        interactions,
        issue_board,
        issues,
        lookup,
        members,
        references,
        rehearsal,
        searching,
        sentences,
        sponsorships,
        stores,
        today,
    )
    from sponsor_app.store.store import Store
    from sponsor_app.system.folders import Profile

__all__ = [
    "Services",
    "accounts",
    "beginning",
    "briefs",
    "calendars",
    "calm",
    "commitments",
    "coverage",
    "history",
    "imports",
    "interactions",
    "issue_board",
    "issues",
    "lookup",
    "members",
    "references",
    "rehearsal",
    "searching",
    "sentences",
    "sponsorships",
    "stores",
    "today",
]


def __getattr__(name: str) -> Any:
    """Load a group of use cases when it is first asked for."""
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    msg = f"there are no services for {name!r}"
    raise AttributeError(msg)


@dataclass(frozen=True, slots=True)
class Services:
    """What a use case may reach for."""

    store: "Store"
    profile: "Profile"
    now: Callable[[], datetime]
    today: Callable[[], date]

    @property
    def me(self) -> MemberId:
        """The member whose laptop this is."""
        member = self.store.identity().member
        if member is None:
            msg = "a store without its own member"
            raise LookupError(msg)
        return member

    def local_now(self) -> datetime:
        """The moment in this laptop's zone, on the day that counts as today."""
        return datetime.combine(self.today(), self.now().astimezone().timetz())

    def as_of(self, day: date) -> "Services":
        """The same services on a day that only pretends to be today."""
        return replace(self, today=lambda: day)
