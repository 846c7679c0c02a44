"""Whole laptops on one machine: real stores, a real team, a real file in a folder they all reach."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sponsor_app.domain.ids import Identity
from sponsor_app.services import Services, shared_changes, stores
from sponsor_app.services.profiles import Clocks, Me, Unlocking
from sponsor_app.services.sharing import beginning, inviting, syncing
from sponsor_app.services.sharing.inviting import Invitation
from sponsor_app.services.sharing.places import Means
from sponsor_app.services.sharing.syncing import Report
from sponsor_app.sync.file_hub.disk import Disk
from sponsor_app.system.folders import Profile
from tests.conftest import Clock
from tests.sync.file_hub.stage import Hands
from tests.sync.stores import NOON, assert_agree, laptop


def means_of(clock: Clock) -> Means:
    """A place visited without waiting: pauses pass at once."""
    return Means(lambda _now: Hands(at=clock.moment), Disk)


@dataclass
class Office:
    """Laptops around one shared file, whose watches agree."""

    folder: Path
    clock: Clock = field(default_factory=lambda: Clock(NOON))
    every: list[Services] = field(default_factory=list[Services])

    def __post_init__(self) -> None:
        (self.folder / "share").mkdir(exist_ok=True)

    @property
    def file(self) -> Path:
        return self.folder / "share" / "Team.sponsor"

    @property
    def means(self) -> Means:
        return means_of(self.clock)

    def laptop(self, name: str) -> Services:
        made = laptop(self.folder, name, self.clock)
        self.every.append(made)
        return made

    def founder(self, name: str = "anna") -> Services:
        app = self.laptop(name)
        beginning.create(app, str(self.file), self.means)
        return app

    def invite(self, host: Services, name: str) -> Invitation:
        return inviting.invite(host, name.title(), means=self.means)

    def ask(self, name: str, code: str) -> Services:
        """A laptop that has handed in its card."""
        app = self.laptop(name)
        beginning.join(app, str(self.file), code, self.means)
        return app

    def colleague(self, host: Services, name: str) -> Services:
        """A laptop that is in the team."""
        app = self.ask(name, self.invite(host, name).code)
        self.sync(host, app)
        return app

    def sync(self, *apps: Services) -> list[Report]:
        return [one for app in apps for one in syncing.sync(app, self.means)]

    def settle(self, *apps: Services) -> None:
        """Everybody syncs twice, then knows the same."""
        self.sync(*apps, *apps)
        assert_agree(list(apps))

    def fresh(self, name: str, code: str) -> Services:
        """A laptop without any store that joins."""
        clocks = Clocks(self.clock.now, self.clock.today)
        words = Unlocking(passphrase="four unrelated plain words")
        profile, me = Profile(self.folder / name), Me(name.title())

        def make(who: Identity | None) -> Services:
            return stores.create(profile, me, words, clocks, who=who)

        begun = beginning.join_anew(
            make, str(self.file), code, me.name, clocks.now, means=self.means
        )
        self.every.append(begun.app)
        return begun.app

    def close(self) -> None:
        for one in self.every:
            one.store.close()


@contextmanager
def office(folder: Path) -> Iterator[Office]:
    made = Office(folder)
    try:
        yield made
    finally:
        made.close()


def digest(app: Services) -> int:
    return shared_changes.heads(app).digest
