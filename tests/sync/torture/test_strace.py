"""Every write-like system call of a sync fails or is the last one: the file is old or new, and nothing is lost."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest

from sponsor_app.domain.errors import StoreNewerError
from sponsor_app.domain.hybrid_clock import Stamp
from sponsor_app.domain.sync_status import Shared
from sponsor_app.services import backups, shared_changes
from sponsor_app.services.sharing.parcels import unpack
from sponsor_app.services.sharing.standing import required
from sponsor_app.store import schema
from sponsor_app.store.store import Store
from sponsor_app.sync.envelope.findings import Cut, Damaged
from sponsor_app.sync.envelope.reading import read
from sponsor_app.system.folders import Profile
from tests.conftest import KEY, Clock
from tests.store.test_schema import shape, with_one_more_revision
from tests.sync.stores import add_account
from tests.sync.torture.desks import FILE, NOON, STORE, Desk, make_template
from tests.sync.torture.victim import BACKUP, DONE, LATER, SAVED

ROOT = Path(__file__).parents[3]
CALLS = "openat,write,pwrite64,fsync,fdatasync,fchmod,ftruncate,rename,unlink,mkdir,close"
ERRORS = ("ENOSPC", "EIO", "EROFS", "ESTALE")
COPY = "Team (Bob's conflicted copy 2026-11-18).sponsor"
LINE = re.compile(r"^\d+ +(\w+)\((.*)")


class Fault(NamedTuple):
    """What strace is told to do at one call; `where` names the call for a person."""

    call: str
    nth: int
    how: str
    where: str

    @property
    def told(self) -> str:
        return f"{self.call}:{self.how}:when={self.nth}"


@dataclass
class Scene:
    """Anna and Bob in step; then Anna did something, and a copy that Bob's laptop made lies beside the file."""

    folder: Path
    victims: "subprocess.Popen[str]"

    def __post_init__(self) -> None:
        self.play, self.kept = self.folder / "play", self.folder / "kept"
        make_template(self.play, ("anna", "bob"), ())
        anna, bob = self.desks()
        bob.restart()
        add_account(bob.app, "Before")
        bob.sync()
        anna.sync()
        shutil.copyfile(anna.path, anna.path.with_name(COPY))
        add_account(anna.app, "Added by Anna")
        with anna.app.store.read() as connection:
            self.standing = required(connection)
        self.old = anna.path.read_bytes()
        self.told = self.tells(self.old)
        self.end(anna, bob)
        Profile(anna.folder).key_file.write_text("{}")
        with_one_more_revision(self.play)
        shutil.copytree(self.play, self.kept)

    def desks(self) -> tuple[Desk, Desk]:
        share = self.play / "share"
        return Desk(self.play / "anna", share), Desk(self.play / "bob", share)

    def end(self, *desks: Desk) -> None:
        for one in desks:
            one.close()

    def begin(self) -> None:
        shutil.rmtree(self.play)
        shutil.copytree(self.kept, self.play)

    def do(self, what: str, *told: str) -> tuple[dict[str, object], str]:
        """One deed of Anna's in a process that strace watches; what came of it, and the calls it made."""
        feed, answers = self.victims.stdin, self.victims.stdout
        assert feed
        assert answers
        feed.write(f"{what} {self.play / 'anna'} {self.play / 'share'}\n")
        feed.flush()
        number, trace = answers.readline().strip(), self.folder / "trace"
        command = ["strace", "-f", "-y", "-o", str(trace), "-e", f"trace={CALLS}", "-p", number]
        command += [word for one in told for word in ("-e", f"inject={one}")]
        watch = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert watch.stderr
        with watch.stderr as said:
            attached = said.readline()
            os.kill(int(number), signal.SIGCONT)
            came = json.loads(answers.readline())
            watch.wait()
        if "attached" not in attached:
            pytest.skip(f"strace may not watch processes here: {attached.strip()}")
        return came, trace.read_text("utf-8", errors="replace")

    def calls(self, trace: str) -> Iterator[tuple[str, int, str]]:
        """The write-like calls of a sync with their number among those of their name, and what they are about."""
        count: Counter[str] = Counter()
        written = ""
        for found in map(LINE.match, trace.splitlines()):
            if found is None:
                continue
            call, about = found[1], found[2]
            count[call] += 1
            if str(self.play) not in about:
                continue
            if call == "openat" and "O_CREAT" in about:
                written = about.split('"')[1]
            elif call == "openat" or (call == "close" and f"<{written}>" not in about):
                continue
            yield call, count[call], about.replace(str(self.play), "")

    def tells(self, content: bytes) -> set[Stamp]:
        """Every deed in a file that has no flaw."""
        reading = read(content, self.standing.team, self.standing.own)
        assert not [one for one in reading.findings if isinstance(one, Cut | Damaged)]
        parcel = unpack(reading.bases, reading.frames, self.standing).parcel
        return {deed.stamp for deed in parcel.deeds}

    def whole(self, came: dict[str, object]) -> None:
        """The file is the old one, or a flawless new one that holds more; and *shared* was said truly."""
        content = (self.play / "share" / FILE).read_bytes()
        assert content == self.old or self.tells(content) > self.told
        assert came["said"] != "Shared" or content != self.old, "untruly shared"

    def heals(self) -> None:
        """Nothing that Anna or Bob did is lost, and all is said to be shared."""
        anna, bob = self.desks()
        reports = [one.sync() for one in (anna, bob, anna)]
        assert all(isinstance(one.status, Shared) for one in reports[1:])
        assert shared_changes.heads(anna.app) == shared_changes.heads(bob.app)
        for one in (anna, bob):
            with one.app.store.read() as connection:
                names = connection.exec_driver_sql("SELECT name FROM account").scalars().all()
            assert {"Acme", "Before", "Added by Anna"} <= set(names)
        left = anna.path.with_name(COPY)
        assert not left.exists()
        assert [p for p in (self.play / "anna" / "quarantine").iterdir() if p.name.endswith(COPY)]
        self.end(anna, bob)

    def holds(self, what: str, came: dict[str, object]) -> None:
        """What Anna was told to be done is done, and everything else is as it was."""
        folder, done = self.play / "anna", came["said"] == DONE
        assert came["killed"] or came["said"], "an error that nobody put into words"
        if what == "migrate":
            with suppress(StoreNewerError):  # brought up to date wholly, as far as its tables say
                assert "Added by Anna" in names_in(folder / STORE[0], self.play / LATER)
            assert "motto" in shape(folder / STORE[0])["account"]
            return
        if what in ("sync", "compact"):
            self.whole(came)
        if what == "save" and done:
            assert SAVED in names_in(folder / STORE[0])
        if what == "backup" and (done or (folder / BACKUP).exists()):
            with zipfile.ZipFile(folder / BACKUP) as archive:
                archive.extract(backups.STORE, self.folder)
            assert "Added by Anna" in names_in(self.folder / backups.STORE)
        self.heals()

    def survives(self, what: str, fault: Fault) -> bool:
        """One fault, and everything that must hold after it; whether it was met."""
        self.begin()
        came, trace = self.do(what, fault.told)
        self.holds(what, came)
        return bool(came["killed"]) or "(INJECTED)" in trace


def names_in(path: Path, migrations: Path = schema.MIGRATIONS) -> list[str]:
    """The accounts in a store that is whole."""
    store = Store.open(path, KEY, Clock(NOON).now, None, migrations)
    assert not store.problems()
    with store.read() as connection:
        names = connection.exec_driver_sql("SELECT name FROM account").scalars().all()
    store.close()
    return list(names)


def faults(calls: list[tuple[str, int, str]]) -> Iterator[Fault]:
    for call, nth, where in calls:
        for how in ("signal=KILL", *(f"error={error}" for error in ERRORS)):
            yield Fault(call, nth, how, where)
        if call == "rename":
            yield Fault(call, nth, "retval=0", where)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed: apt-get install strace")
    memory = Path("/dev/shm")
    folder = tmp_path_factory.mktemp("strace")
    if memory.is_dir():
        folder = memory / f"sponsor-{os.getpid()}"
        folder.mkdir()
    command = [sys.executable, "-m", "tests.sync.torture.victim"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    victims = subprocess.Popen(command, cwd=ROOT, **pipes)
    yield Scene(folder, victims)
    victims.communicate()
    shutil.rmtree(folder)


def matrix(scene: Scene, what: str, *places: str) -> int:
    """Every fault at every write-like call on one of the places; how many were injected."""
    scene.begin()
    came, trace = scene.do(what)
    assert came["said"] in ("Shared", DONE), came
    calls = [one for one in scene.calls(trace) if any(place in one[2] for place in places)]
    met: Counter[str] = Counter()
    for fault in faults(calls):
        try:
            met[fault.how] += scene.survives(what, fault)
        except AssertionError as error:
            error.add_note(f"after {fault.told} of {fault.where}")
            raise
    print(
        f"{what}: {len(calls)} write-like calls, {met.total()} faults injected: {dict(met)}, 0 lost"
    )
    return met.total()


def test_any_fault_at_any_call_around_the_shared_file_loses_nothing(scene: Scene) -> None:
    assert matrix(scene, "sync", "/share", "/quarantine") > 60, (
        "a run that injects nothing proves nothing"
    )


@pytest.mark.soak
@pytest.mark.parametrize("what", ["sync", "compact", "save", "backup", "migrate"])
def test_any_fault_at_any_call_on_the_own_disk_loses_nothing(scene: Scene, what: str) -> None:
    assert matrix(scene, what, "/anna/") > 20
