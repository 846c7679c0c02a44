"""Sync with every place of the team, and keep in step until stopped."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Self

import msgspec

from sponsor_app import __version__
from sponsor_app.domain.changes import Topic
from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.sync_status import (
    Handed,
    NotReachable,
    Saved,
    Shared,
    SyncStatus,
    Trouble,
)
from sponsor_app.services import Services
from sponsor_app.services.sharing.laptop import SharedLaptop
from sponsor_app.services.sharing.places import (
    REAL,
    Hub,
    Means,
    hub_at,
    memory_of,
    memory_text,
)
from sponsor_app.services.sharing.standing import required
from sponsor_app.store.sharing import kept
from sponsor_app.sync.file_hub.hub import Outcome
from sponsor_app.sync.file_hub.pace import Tell
from sponsor_app.sync.file_hub.reading import nobody


class Kept(msgspec.Struct, frozen=True):
    """What is remembered of the last sync with a place: how far each writer was, and what was said."""

    reached: dict[str, int] = {}
    alarms: list[str] = []


@dataclass(frozen=True)
class Report:
    """What one sync did. `pulled` and `pushed` count deeds, `conflicts` clashes that are new, `adopted` copies beside.

    `records` is how many records came that were not here, `held` is how many records the others' deletions would take, which waits for a yes; `topics` what views must ask
    again; `bytes` the size of the file.
    """

    place: str
    status: SyncStatus
    pulled: int = 0
    records: int = 0
    pushed: int = 0
    conflicts: int = 0
    adopted: int = 0
    healed: int = 0
    alarms: tuple[str, ...] = ()
    size: int = 0
    seconds: float = 0.0
    held: int = 0
    topics: frozenset[Topic] = field(default_factory=frozenset[Topic])

    @property
    def trouble(self) -> Trouble | None:
        """What hindered it, if anything did."""
        match self.status:
            case NotReachable(trouble=why):
                return why
            case Saved(trouble=why) | Handed(trouble=why):
                return why
            case _:
                return None


class Visit:
    """One place, visited again and again: keep it for as long as you watch, so that a poll can be a glance, then close it."""

    def __init__(
        self,
        app: Services,
        address: str,
        means: Means = REAL,
        *,
        confirmed: bool = False,
        leaving: bool = False,
    ) -> None:
        self.app = app
        self.address = address
        with app.store.write_local() as connection:
            required(connection)
            _number, name, _member = kept.me(connection)
            kept.tell_version(connection, __version__)
            known = kept.places(connection)
            if address not in known:
                msg = f"The team does not meet at {address} any more. Everything is saved on this laptop."
                raise NotFoundError(msg, "Look where it meets.", "Look: sponsor-app share status")
            memory, report = known[address]
        self.memory = memory_of(memory)
        reached = _kept(report).reached
        self.laptop = SharedLaptop(
            app,
            confirmed=confirmed,
            leaving=leaving,
            reached={bytes.fromhex(writer): number for writer, number in reached.items()},
        )
        visitor = hub_at(app, address, self.laptop, name, means)
        self.hub: Hub = visitor.hub
        self.close = visitor.close

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_about: object) -> None:
        self.close()

    def sync(self, tell: Tell = nobody) -> Report:
        """Join what is there and put back what is missing; every fault is in the report."""
        began = time.monotonic()
        self.laptop.begin()
        return self._done(self.hub.sync(self.memory, tell), began)

    def poll(self) -> Report | None:
        """Sync if there is a reason to; None when all is as it was."""
        began = time.monotonic()
        self.laptop.begin()
        outcome = self.hub.poll(self.memory)
        return None if outcome is None else self._done(outcome, began)

    def status(self) -> SyncStatus:
        """What may be said of my edits now, without looking."""
        return self.hub.status(self.memory)

    def _done(self, outcome: Outcome, began: float) -> Report:
        self.memory, tally = outcome.memory, self.laptop.tally
        alarms = list(dict.fromkeys([*outcome.said, *tally.alarms]))
        reached = {writer.hex(): number for writer, number in self.laptop.reached.items()}
        report = msgspec.json.encode(Kept(reached, alarms)).decode()
        with self.app.store.write_local() as connection:
            if self.address in kept.places(connection):
                memory = memory_text(outcome.memory)
                kept.set_place(connection, self.address, memory, report)
            if isinstance(outcome.status, Shared):
                kept.tell_synced(connection, self.app.store.now_text())
        landed = outcome.wrote or isinstance(outcome.status, Handed)
        return Report(
            place=self.address,
            status=outcome.status,
            pulled=tally.pulled,
            records=tally.records,
            pushed=tally.pushed if landed else 0,
            conflicts=len(tally.clashes),
            adopted=len(tally.copies),
            healed=tally.healed if outcome.wrote else 0,
            alarms=tuple(alarms),
            size=tally.size,
            seconds=round(time.monotonic() - began, 3),
            held=tally.held.gone if tally.held else 0,
            topics=frozenset(tally.topics),
        )


def addresses(app: Services) -> list[str]:
    """Every place where the team of this laptop meets."""
    with app.store.read() as connection:
        return list(kept.places(connection))


def visits(
    app: Services, means: Means = REAL, *, confirmed: bool = False, leaving: bool = False
) -> list[Visit]:
    """A visit to each place; refuses when this laptop shares with nobody."""
    with app.store.read() as connection:
        required(connection)
    found = addresses(app)
    if not found:
        msg = "No place is known where the team meets. Everything is saved on this laptop."
        raise NotFoundError(
            msg, "Choose the shared file.", "Choose it: sponsor-app share place PLACE"
        )
    return [Visit(app, address, means, confirmed=confirmed, leaving=leaving) for address in found]


def sync(
    app: Services,
    means: Means = REAL,
    *,
    confirmed: bool = False,
    leaving: bool = False,
    tell: Tell = nobody,
) -> list[Report]:
    """Sync once with every place. `confirmed` lets in what would delete much; `leaving` hands on that I go.

    With more than one place the first is visited again, so that what came from the last goes there too.
    """
    with ExitStack() as stack:
        found = visits(app, means, confirmed=confirmed, leaving=leaving)
        every = [stack.enter_context(one) for one in found]
        reports = [one.sync(tell) for one in every]
        if len(every) > 1 and any(one.pulled for one in reports[1:]):
            reports[0] = _together(reports[0], every[0].sync(tell))
    return reports


def _together(one: Report, again: Report) -> Report:
    return Report(
        place=one.place,
        status=again.status,
        pulled=one.pulled + again.pulled,
        records=one.records + again.records,
        pushed=one.pushed + again.pushed,
        conflicts=one.conflicts + again.conflicts,
        adopted=one.adopted + again.adopted,
        healed=one.healed + again.healed,
        alarms=tuple(dict.fromkeys([*one.alarms, *again.alarms])),
        size=again.size,
        seconds=one.seconds + again.seconds,
        held=max(one.held, again.held),
        topics=one.topics | again.topics,
    )


def last_alarms(app: Services) -> list[str]:
    """What the last sync with each place said."""
    with app.store.read() as connection:
        places = kept.places(connection).values()
    return [said for _memory, report in places for said in _kept(report).alarms]


def statuses(app: Services, means: Means = REAL) -> Iterator[tuple[str, SyncStatus]]:
    """What may be said of my edits at each place, without looking."""
    for one in visits(app, means):
        with one:
            yield one.address, one.status()


def _kept(report: str) -> Kept:
    try:
        return msgspec.json.decode(report, type=Kept)
    except msgspec.MsgspecError:
        return Kept()
