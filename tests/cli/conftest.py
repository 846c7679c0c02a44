"""Run verbs in this process on a profile of their own, and read what they print."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sponsor_app.cli.run import run

Verb = Callable[..., Any]


class Said:
    """What one command printed and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        """The one JSON document on stdout."""
        return json.loads(self.out)


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty profile folder, and a working folder beside it."""
    folder = tmp_path / "profile"
    monkeypatch.setenv("SPONSOR_APP_PROFILE", str(folder))
    monkeypatch.delenv("SPONSOR_APP_PASSPHRASE_FILE", raising=False)
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def do(profile: Path, capsys: pytest.CaptureFixture[str]) -> Verb:
    """Run a command; `do("find", "acme")` gives what it said."""

    def command(*words: str) -> Said:
        capsys.readouterr()
        try:
            code = run(words)
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return command


@pytest.fixture
def team(do: Verb) -> Verb:
    """A store with one account, its sponsor, a contact and a colleague, as of 18 November 2026."""
    assert (
        do("init", "--me", "Grace Moreau", "--function", "engineering", "--unencrypted").code == 0
    )
    do("member", "add", "Tom Okafor", "--function", "sales")
    do("account", "add", "Acme", "--tier", "strategic", "--phone", "+33 6 28 12 34 56")
    do("contact", "add", "Acme", "Dana Reed", "--title", "CIO", "--email", "dana@acme.example")
    do("sponsor", "set", "Acme", "Grace Moreau", "--from", "2026-01-01")
    return do
