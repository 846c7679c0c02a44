"""Use cases: one verb per function, each owning its transaction."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from sponsor_app.domain.ids import MemberId
from sponsor_app.store.store import Store
from sponsor_app.system.folders import Profile


@dataclass(frozen=True, slots=True)
class Services:
    """What a use case may reach for."""

    store: Store
    profile: Profile
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
