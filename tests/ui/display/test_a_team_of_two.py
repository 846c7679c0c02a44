"""Two people, two windows on a real display: create, invite, join, edit both, in step, clash, settle, by keyboard."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.team import Kind, Standing
from sponsor_app.services import Services, accounts, contacts, stores
from sponsor_app.services.profiles import Clocks, Me, Unlocking
from sponsor_app.services.sharing import disputing, roster
from sponsor_app.system.folders import Profile

ROOT = Path(__file__).parents[3]
CLOCKS = Clocks(lambda: datetime.now(UTC), lambda: datetime.now(UTC).date())
PASSPHRASE = "four unrelated plain words"
LONG = timedelta(seconds=60)
SERVER = ("Xvfb", "-screen", "0", "1280x720x24", "-nolisten", "tcp", "-r")
"""The last word keeps a key that is held from being one that is pressed again and again."""

pytestmark = [
    pytest.mark.skipif(
        not all(map(shutil.which, ("Xvfb", "xdotool"))),
        reason="xvfb and xdotool are not installed: no display to drive",
    ),
    pytest.mark.timeout(300),
]


@contextmanager
def display() -> Iterator[str]:
    """A display of its own, under the first number that is free."""
    read, write = os.pipe()
    command = [*SERVER, "-displayfd", str(write)]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as found:
            number = found.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


def wait_for(what: Callable[[], object]) -> None:
    """Until something holds; a store may be busy, and a place be away, for a moment."""
    until = datetime.now(UTC) + LONG
    while datetime.now(UTC) < until:
        with suppress(SponsorError):
            if what():
                return
    raise AssertionError(what)


@dataclass
class Person:
    """Somebody at a window, and a second door to their store for the test to look through."""

    app: Services
    environment: dict[str, str]
    process: "subprocess.Popen[bytes]"
    window: str

    def tool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        return done.stdout.strip()

    def shows(self, title: str) -> None:
        """Wait until the window is called so: that is what it shows."""
        wait_for(lambda: self.tool("getwindowname", self.window) == title)

    def come_forward(self) -> None:
        self.tool("windowraise", self.window, "windowfocus", "--sync", self.window)

    def press(self, *keys: str) -> None:
        self.come_forward()
        self.tool("key", "--clearmodifiers", "--delay", "700", *keys)

    def write(self, text: str) -> None:
        self.tool("type", "--delay", "8", text)

    def edit(self, *words: str) -> None:
        """Change something from the command line, beside the open window."""
        command = [sys.executable, "-m", "sponsor_app", "--profile", str(self.app.profile.root)]
        file = str(self.app.profile.root.parent / "pass")
        subprocess.run(
            [*command, "--passphrase-file", file, *words],
            env=self.environment,
            cwd=ROOT,
            check=True,
            timeout=60,
            capture_output=True,
        )


@contextmanager
def person(
    folder: Path, name: str, screen: str, fill: Callable[[Services], None]
) -> Iterator[Person]:
    """A profile with a passphrase, and its window on the display."""
    profile = Profile(folder / name)
    unlocking = Unlocking(passphrase=PASSPHRASE)
    app = stores.create(profile, Me(name.title()), unlocking, CLOCKS)
    fill(app)
    (folder / "pass").write_text(PASSPHRASE)
    run = folder / f"run-{name}"
    run.mkdir(mode=0o700)
    plain = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
    own = {"DISPLAY": screen, "HOME": str(folder), "XDG_RUNTIME_DIR": str(run)}
    environment = {**plain, **own, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "sponsor_app", "--profile", str(profile.root)]
    process = subprocess.Popen(
        [*command, "--passphrase-file", str(folder / "pass")], cwd=ROOT, env=environment
    )
    made = Person(app, environment, process, "")
    try:
        found = made.tool(
            "search", "--sync", "--all", "--onlyvisible", "--pid", str(process.pid), "--name", "Sponsor$"
        )  # fmt: skip
        made.window = found.splitlines()[0]
        made.tool("windowsize", "--sync", made.window, "1280", "720")
        made.shows("Today – Sponsor")
        yield made
        made.press("ctrl+q")
        assert process.wait(timeout=30) == 0
    finally:
        process.kill()
        process.wait()
        app.store.close()


def city(one: Person) -> str | None:
    [acme] = [row for row in accounts.listed(one.app) if row.account == "Acme"]
    return accounts.page(one.app, acme.account_id).details.city


def fill_acme(app: Services) -> None:
    acme = AccountId(accounts.add(app, fields={"name": "Acme", "city": "Bergen"}).created[0])
    contacts.add(app, acme, name="Dana Reed")


def standing(one: Person) -> Standing:
    return roster.team(one.app).standing


def begin(anna: Person, file: Path) -> None:
    anna.press("ctrl+t", "Return")
    anna.shows("Team – Sponsor")
    anna.write(str(file.parent))
    anna.press("Return")
    wait_for(file.exists)
    wait_for(lambda: standing(anna) is Standing.IN)


def let_in(anna: Person, bob: Person, file: Path) -> None:
    """Anna makes a code and copies it, Bob pastes it."""
    anna.press("ctrl+1", "ctrl+t", "i")
    anna.write("Bob")
    anna.press("Return")
    kinds = lambda: [one.kind for one in roster.team(anna.app).laptops]  # noqa: E731
    wait_for(lambda: Kind.INVITATION in kinds())
    anna.press("Shift_L", "Shift_L", "space")
    bob.press("ctrl+t", "Tab", "Return")
    bob.write(str(file))
    bob.press("Tab", "Tab", "ctrl+v", "Return")
    wait_for(lambda: standing(bob) is not Standing.ALONE)
    anna.press("Escape")
    wait_for(lambda: len(kinds()) == 2 and Kind.INVITATION not in kinds())
    bob.come_forward()
    wait_for(lambda: standing(bob) is Standing.IN)


def test_two_windows_go_from_nothing_to_a_team_that_clashes_and_settles(tmp_path: Path) -> None:
    file = tmp_path / "share" / "Team.sponsor"
    file.parent.mkdir()
    with ExitStack() as stack:
        screen = stack.enter_context(display())
        anna = stack.enter_context(person(tmp_path, "anna", screen, fill_acme))
        bob = stack.enter_context(person(tmp_path, "bob", screen, lambda _app: None))
        begin(anna, file)
        let_in(anna, bob, file)
        wait_for(lambda: city(bob) == "Bergen")
        anna.press("ctrl+l")
        anna.write("coffee with Dana at Acme yesterday, their place, happy")
        anna.press("Return")
        bob.press("ctrl+l")
        bob.write("call with Dana at Acme today")
        bob.press("Return")
        wait_for(lambda: talks(anna) == talks(bob) == 2)
        away = file.parent.rename(tmp_path / "away")
        anna.edit("account", "set", "Acme", "city=Oslo")
        bob.edit("account", "set", "Acme", "city=Paris")
        away.rename(file.parent)
        anna.come_forward()
        bob.come_forward()
        wait_for(lambda: disputing.how_many(anna.app) == disputing.how_many(bob.app) == 1)
        anna.press("ctrl+9", "c", "1")
        wait_for(lambda: disputing.how_many(anna.app) == 0)
        bob.come_forward()
        wait_for(lambda: disputing.how_many(bob.app) == 0)
        assert city(anna) == city(bob) == "Oslo"


def talks(one: Person) -> int:
    [acme] = [row for row in accounts.listed(one.app) if row.account == "Acme"]
    return len(accounts.page(one.app, acme.account_id).timeline)
