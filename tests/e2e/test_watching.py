"""`sync --watch` as a person runs it: it tells what comes in, and ends cleanly when stopped."""

import json
import os
import select
import signal
import subprocess
import sys
from pathlib import Path

from tests.e2e.commands import Person
from tests.e2e.test_a_team_by_commands import People
from tests.e2e.test_real_processes import ROOT


def test_a_watcher_hears_of_what_others_do_until_it_is_stopped(
    person: People, place: str, tmp_path: Path
) -> None:
    grace, tom = person("grace"), person("tom")
    grace("init", "--me", "Grace Moreau")
    grace.json("share", "create", place)
    code = grace.json("share", "invite", "--name", "Tom Okafor")["code"]
    tom.json("share", "join", place, "--code", code, "--me", "Tom Okafor")
    assert grace("sync").code == 0
    assert tom("sync").code == 0
    watcher = watching(grace)
    assert watcher.stdout is not None
    first = json.loads(watcher.stdout.readline())
    assert first["status"] == "shared"
    tom("account", "add", "From Tom")
    assert tom("sync").code == 0
    heard = json.loads(watcher.stdout.readline())
    assert heard["pulled"] == 1
    Path(place).unlink()
    Path(place).mkdir()
    assert json.loads(watcher.stdout.readline())["trouble"]["code"] == "is_folder"
    quiet = select.select([watcher.stdout], [], [], 2.2)[0]
    assert not quiet, "a trouble that goes on is said once"
    watcher.send_signal(signal.SIGTERM)
    out, err = watcher.communicate(timeout=60)
    assert (watcher.returncode, out) == (0, "")
    assert err == ""
    assert [one["account"] for one in grace.json("account", "list")] == ["From Tom"]


def watching(grace: Person) -> "subprocess.Popen[str]":
    """Grace's own laptop in a process that watches."""
    grace.close()
    words = [*grace.options, "--json"]
    return subprocess.Popen(
        [sys.executable, "-m", "sponsor_app", "sync", "--watch", "--every", "1", *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
