"""The same journey with a process for every command, as a script would run it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


class Someone:
    """A person whose commands are processes."""

    def __init__(self, folder: Path, name: str) -> None:
        words = folder / "words.txt"
        words.write_text("four unrelated plain words\n")
        self.folder = folder
        self.environment = {
            **os.environ,
            "SPONSOR_APP_PROFILE": str(folder / name),
            "SPONSOR_APP_PASSPHRASE_FILE": str(words),
        }

    def __call__(self, *words: str, code: int = 0) -> Any:
        done = subprocess.run(
            [sys.executable, "-m", "sponsor_app", *words, "--json"],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return json.loads(done.stdout)


def test_two_people_share_by_processes_alone(tmp_path: Path) -> None:
    grace, tom = Someone(tmp_path, "grace"), Someone(tmp_path, "tom")
    (tmp_path / "share").mkdir()
    place = str(tmp_path / "share" / "team.sponsor")
    grace("init", "--me", "Grace Moreau")
    grace("account", "add", "Acme")
    assert grace("share", "create", place)["state"] == "in"
    code = grace("share", "invite", "--name", "Tom Okafor")["code"]
    assert tom("share", "join", place, "--code", code, "--me", "Tom Okafor")["state"] == "waits"
    tom("account", "set", "Acme", "city=Paris")
    grace("account", "set", "Acme", "city=Oslo")
    grace("sync")
    assert tom("sync")["pushed"] == 1
    assert grace("sync")["conflicts"] == 1
    [conflict] = grace("conflicts")
    assert (conflict["mine"], conflict["theirs"]) == ("Oslo", "Paris")
    grace("conflicts", "resolve", conflict["id"], "--keep", "theirs")
    grace("sync")
    tom("sync")
    assert tom("account", "show", "Acme")["city"] == "Paris"
    assert tom("conflicts") == []
    grace("share", "remove", "Tom Okafor")
    tom("sync", code=3)
    refused = tom("share", "create", place, code=1)["error"]
    assert "in a team already" in refused["message"]
