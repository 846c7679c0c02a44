"""Several people at one machine, each with a profile, who only type commands."""

import argparse
import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from sponsor_app.cli.output import Printer
from sponsor_app.cli.run import build_parser
from sponsor_app.cli.session import Session
from sponsor_app.domain.errors import SponsorError
from sponsor_app.services import Services, profiles
from sponsor_app.services.profiles import Clocks
from sponsor_app.store.store import Store
from sponsor_app.system.folders import Profile

PASSPHRASE = "four unrelated plain words"


@dataclass
class Said:
    """What one command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True)
class Begun:
    """A profile as `init` made it, the key of its store, and what was said."""

    profile: Path
    key: bytes | None
    said: Said


Beginnings = dict[tuple[str, ...], Begun]
"""By the person and the words: each is made once and copied, for a passphrase takes a second."""


@dataclass
class Person:
    """Somebody with a profile. The store stays open between commands: unlocking it takes a second each time."""

    name: str
    folder: Path
    capsys: pytest.CaptureFixture[str]
    beginnings: Beginnings
    kept: Path
    clocks: Clocks = field(default_factory=profiles.system_clocks)
    app: Services | None = None

    @property
    def profile(self) -> Path:
        return self.folder / self.name

    def __call__(self, *words: str) -> Said:
        """Run a command as the program does, with the store that is open already."""
        if words[0] != "init":
            return self.run(*words)
        begun = self.beginnings.get((self.name, *words))
        if begun is None:
            begun = self.beginnings[self.name, *words] = self.begin(*words)
        else:
            shutil.copytree(begun.profile, self.profile)
        self.open(begun.key)
        return begun.said

    def begin(self, *words: str) -> Begun:
        """Make a profile by a command, and lay a copy aside."""
        said = self.run(*words)
        assert self.app is not None, said.err
        key = self.app.store._key
        self.close()
        shutil.copytree(self.profile, self.kept)
        return Begun(self.kept, key, said)

    def open(self, key: bytes | None) -> None:
        """Open the store with its key."""
        profile = Profile(self.profile)
        store = Store.open(profile.store, key, self.clocks.now)
        self.app = Services(store, profile, self.clocks.now, self.clocks.today)

    def run(self, *words: str) -> Said:
        """Run a command in this process."""
        self.capsys.readouterr()
        arguments = [*words, *self.options]
        parsed: argparse.Namespace = build_parser(arguments).parse_args(arguments)
        printer = Printer(as_json=parsed.json, quiet=parsed.quiet)
        session = Session(parsed, printer, self.clocks)
        if self.app is not None:
            session.keep(self.app)
        try:
            code = parsed.verb(session)
        except SponsorError as error:
            code = printer.refuse(error)
        if self.app is None and session._open:
            self.app = session._open[0]
        captured = self.capsys.readouterr()
        return Said(code, captured.out, captured.err)

    def json(self, *words: str, code: int = 0) -> Any:
        """What a command says as JSON; it must end with `code`."""
        said = self(*words, "--json")
        assert said.code == code, said.out + said.err
        return said.json

    def refused(self, *words: str) -> dict[str, str]:
        """The error a command ends with."""
        return self.json(*words, code=1)["error"]

    @property
    def options(self) -> tuple[str, ...]:
        words = self.folder / "words"
        words.write_text(PASSPHRASE)
        return ("--profile", str(self.profile), "--passphrase-file", str(words))

    def close(self) -> None:
        if self.app is not None:
            self.app.store.close()
            self.app = None


def joined(host: Person, guest: Person, place: str, name: str) -> None:
    """The guest is invited, joins, and is let in."""
    code = host.json("share", "invite", "--name", name)["code"]
    answer = guest.json("share", "join", place, "--code", code, "--me", name)
    assert answer["state"] == "waits"
    assert host("sync").code == 0
    assert guest("sync").code == 0
    assert guest.json("share", "status")["state"] == "in"
