"""Whole laptops around one folder: the real program behind a real store, over a disk that fails when told to."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sponsor_app.domain.hybrid_clock import Stamp
from sponsor_app.domain.sync_status import Shared
from sponsor_app.services import Services
from sponsor_app.services.sharing import beginning, inviting, members, roster
from sponsor_app.services.sharing.bases import BASE_DUE
from sponsor_app.services.sharing.laptop import SharedLaptop
from sponsor_app.services.sharing.parcels import unpack
from sponsor_app.services.sharing.places import Means, memory_of
from sponsor_app.services.sharing.putting import unsealed
from sponsor_app.services.sharing.standing import required
from sponsor_app.services.sharing.syncing import Report, Visit
from sponsor_app.store.sharing import kept, outgoing
from sponsor_app.store.store import Store
from sponsor_app.sync.envelope.limits import FORMAT, READER
from sponsor_app.sync.envelope.reading import read
from sponsor_app.sync.envelope.records import FileHeader, Kind
from sponsor_app.sync.file_hub.memory import Memory
from sponsor_app.system.folders import Profile
from tests.conftest import KEY, Clock
from tests.sync.file_hub.faults import FaultyDisk, Plan, quiet
from tests.sync.file_hub.stage import Hands
from tests.sync.stores import add_account, laptop, visit

NOON = datetime(2026, 11, 18, 10, 42, tzinfo=UTC)
NAMES = ("anna", "bob", "carol", "dora", "emil", "frida", "gus", "hana")
ADMINS = 2
CODES = ("ivan", "judy")
"""Whom an invitation is out for."""
FILE = "Team.sponsor"
STORE = ("store.db", "store.db-wal")


@dataclass
class Desk:
    """One laptop: what is in its folder survives everything but a theft."""

    folder: Path
    share: Path
    clock: Clock = field(default_factory=lambda: Clock(NOON))
    pace: Hands = field(default_factory=Hands)
    before: Callable[[str, Path | None], None] = lambda call, path: None

    def __post_init__(self) -> None:
        self.start()

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def path(self) -> Path:
        return self.share / FILE

    @property
    def means(self) -> Means:
        return Means(lambda _now: self.pace, lambda: self.files)

    def start(self) -> None:
        """As a program that was just started: only what is on the disk is left."""
        self.files = FaultyDisk(watched=self.path, on_clock=self.pace.jump)
        store = Store.open(self.folder / "store.db", KEY, self.clock.now)
        self.app = Services(store, Profile(self.folder), self.clock.now, self.clock.today)
        self.visit: Visit | None = None

    def restart(self) -> None:
        self.close()
        self.start()

    def close(self) -> None:
        self.app.store.close()

    def sync(self, plan: Plan = quiet, *, confirmed: bool = False) -> Report:
        """Sync, perhaps with faults; what is said is checked against what the file held each time it was read."""
        if self.visit is None:
            self.visit = Visit(self.app, str(self.path), self.means)
        self.visit.laptop.confirmed = confirmed
        self.files.plan = plan
        self.files.calls.clear()
        self.files.opened.clear()
        known = self.visit.memory.acknowledged
        try:
            report = self.visit.sync()
        finally:
            self.files.plan = quiet
        if isinstance(report.status, Shared):
            with self.app.store.read() as connection:
                assert not unsealed(connection), "shared was said untruly"
            held = self.records()
            assert all(record in self.files.opened[-1] for record in held), "untruly shared"
        if (now := self.visit.memory.acknowledged) > known:
            assert any(self.mine(now) <= self.told(one) for one in self.files.opened), "not there"
        return report

    def compacts(self) -> None:
        """At its next sync it makes a base of all that it knows, as when the tail has grown long."""
        with self.app.store.write_local() as connection:
            outgoing.set_setting(connection, BASE_DUE, "1")

    def mine(self, upto: int) -> set[Stamp]:
        """What this laptop did up to a clock."""
        with self.app.store.read() as connection:
            me, _name, _member = kept.me(connection)
            sql = "SELECT clock FROM deed WHERE device = ? AND clock <= ?"
            return {Stamp(one, me) for one in connection.exec_driver_sql(sql, (me, upto)).scalars()}

    def told(self, content: bytes) -> set[Stamp]:
        """What is believable in a file, whoever did it."""
        with self.app.store.read() as connection:
            standing = required(connection)
        head = FileHeader(FORMAT, READER, standing.kept.file_id).packed()
        reading = read(head + content[len(head) :], standing.team, standing.reads)
        parcel = unpack(reading.bases, reading.frames, standing).parcel
        return {deed.stamp for deed in parcel.deeds}

    def records(self) -> list[bytes]:
        """Everything that this laptop holds of the shared file, but for cards."""
        with self.app.store.read() as connection:
            found = [one.hash for one in kept.sealed(connection) if one.kind != Kind.CARD]
            return kept.contents(connection, found)

    def memory(self) -> Memory:
        with self.app.store.read() as connection:
            return memory_of(kept.places(connection)[str(self.path)][0])

    def moved(self, old: str) -> None:
        """The team's folder is somewhere else now."""
        with self.app.store.write_local() as connection:
            memory, report = kept.places(connection)[old]
            kept.drop_place(connection, old)
            kept.set_place(connection, str(self.path), memory, report)

    @property
    def own(self) -> bytes:
        """The id that others know this laptop by."""
        with self.app.store.read() as connection:
            return required(connection).own.id

    @property
    def writes(self) -> bool:
        """Whether it is in the team, as far as it knows."""
        with self.app.store.read() as connection:
            return required(connection).writes

    def copy_disk(self, folder: Path) -> None:
        """Copy the store's files, in the middle of the day: nothing is moved out of its log before."""
        folder.mkdir(exist_ok=True)
        for file in STORE:
            (folder / file).unlink(missing_ok=True)
            if (self.folder / file).exists():
                shutil.copyfile(self.folder / file, folder / file)

    def put_back(self, backup: Path) -> None:
        """The disk is as it was when it was copied."""
        self.close()
        for file in self.folder.glob("store.db*"):
            file.unlink()
        for file in backup.iterdir():
            shutil.copyfile(file, self.folder / file.name)
        self.start()

    def cloned(self, folder: Path) -> "Desk":
        """Another laptop with a copy of this one's disk."""
        self.copy_disk(folder)
        return Desk(folder, self.share)

    def laptop(self) -> SharedLaptop:
        return SharedLaptop(self.app)


@dataclass(frozen=True)
class Template:
    """A team of eight, in step, with two invitations out; `codes` by name."""

    folder: Path
    codes: dict[str, str]

    def copy(self, folder: Path, count: int, *, cloud: bool) -> list[Desk]:
        """The first `count` of them, and the file."""
        share = folder / ("Dropbox" if cloud else "share")
        shutil.copytree(self.folder / "share", share)
        desks: list[Desk] = []
        for name in NAMES[:count]:
            shutil.copytree(self.folder / name, folder / name)
            desks.append(Desk(folder / name, share))
            desks[-1].moved(str(self.folder / "share" / FILE))
        return desks


def make_template(
    folder: Path, names: Sequence[str] = NAMES, guests: Sequence[str] = CODES
) -> Template:
    """Laptops, two of them admins', two accounts and a meeting, all of it everywhere; invitations for the guests."""
    (folder / "share").mkdir(parents=True)
    clock = Clock(NOON)
    desks = [_new(folder, name, clock) for name in names]
    anna = desks[0]
    visit(anna.app, add_account(anna.app, "Acme", city="Bergen"))
    add_account(anna.app, "Globex")
    beginning.create(anna.app, str(anna.path), anna.means)
    for one in desks[1:]:
        code = inviting.invite(anna.app, one.name.title(), means=anna.means).code
        beginning.join(one.app, str(one.path), code, one.means)
    anna.sync()
    for line in roster.team(anna.app, anna.means).laptops:
        if line.device in [f"{name}-laptop" for name in NAMES[1:ADMINS]]:
            members.set_admin(anna.app, line, admin=True, means=anna.means)
    codes = {name: inviting.invite(anna.app, name.title(), means=anna.means).code for name in CODES}
    for one in desks * 2:
        one.sync()
    for one in desks:
        one.close()
    return Template(folder, codes)


def newcomer(folder: Path, name: str, share: Path) -> Desk:
    """A laptop of somebody who is in no team yet."""
    return _new(folder, name, Clock(NOON), share)


def _new(folder: Path, name: str, clock: Clock, share: Path | None = None) -> Desk:
    laptop(folder, name, clock).store.close()
    return Desk(folder / name, share or folder / "share", clock)
