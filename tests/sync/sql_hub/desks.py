"""Laptops at a real server: each with its hub, its memory and the password from its key store."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from sponsor_app.domain.sync_status import NotReachable, Shared, Trouble
from sponsor_app.sync.file_hub.hub import Outcome
from sponsor_app.sync.file_hub.memory import Memory
from sponsor_app.sync.file_hub.pace import Pace, RealPace
from sponsor_app.sync.sql_hub.hub import SqlHub
from sponsor_app.sync.sql_hub.limits import PATIENCE
from sponsor_app.sync.sql_hub.place import Place
from tests.sync.sql_hub.sealed import Sealed, team_of
from tests.sync.sql_hub.server import TEAM_PASSWORD


def wall() -> datetime:
    return datetime.now(UTC)


@dataclass
class Clock:
    """A clock on the wall that a test sets wrong."""

    wrong_by: timedelta = timedelta()

    def now(self) -> datetime:
        return wall() + self.wrong_by


class Hurry(RealPace):
    """Real time, and pauses a tenth as long; its own clock goes `late` seconds on."""

    late = 0.0

    def ticks(self) -> float:
        return super().ticks() + self.late

    def pause(self, seconds: float) -> None:
        super().pause(seconds / 10)


@dataclass
class Desk:
    """One laptop; `memory` is what its store keeps."""

    laptop: Sealed
    place: Place
    password: Callable[[], str | None] = lambda: TEAM_PASSWORD
    clock: Clock = field(default_factory=Clock)
    memory: Memory = field(default_factory=Memory)

    def __post_init__(self) -> None:
        self.pace = Hurry(self.clock.now)
        self.seat(self.pace)

    def seat(self, pace: Pace, patience: float = PATIENCE) -> None:
        self.hub = SqlHub(self.place, self.laptop, self.asked, pace, patience)

    def asked(self) -> str | None:
        """What the key store answers just now."""
        return self.password()

    def restart(self) -> None:
        self.hub.close()
        self.__post_init__()

    def leave(self) -> None:
        self.hub.close()

    def move(self, **changes: object) -> None:
        """Another address from now on."""
        self.place = replace(self.place, **changes)
        self.restart()

    def sync(self) -> Outcome:
        outcome = self.hub.sync(self.memory)
        self.memory = outcome.memory
        return outcome

    def shares(self) -> Outcome:
        """Sync, and it has to come to an end that is worth its name."""
        outcome = self.sync()
        assert isinstance(outcome.status, Shared), outcome
        return outcome

    def hindered(self) -> Trouble:
        """Sync, and something has to hinder it."""
        outcome = self.sync()
        trouble = outcome.memory.trouble
        assert trouble is not None, outcome
        assert not isinstance(outcome.status, Shared)
        assert "saved on this laptop" in trouble.message
        return trouble

    def unreachable(self) -> Trouble:
        trouble = self.hindered()
        assert isinstance(self.hub.status(self.memory), NotReachable)
        return trouble


class Team(ExitStack):
    """Desks around one database; hubs are closed at the end."""

    def __init__(self, place: Place, *names: str, word: str = "hub") -> None:
        super().__init__()
        self.place = place
        self.stage, laptops = team_of(*names, word=word)
        self.desks = [self.seat(laptop) for laptop in laptops]

    def seat(self, laptop: Sealed) -> Desk:
        desk = Desk(laptop, self.place)
        self.callback(desk.leave)
        return desk

    def agree(self) -> None:
        for _ in range(2):
            for desk in self.desks:
                desk.shares()
        assert len({desk.laptop.digest() for desk in self.desks}) == 1
