"""A program in a process of its own, with a real and throw-away Secret Service around it, or with none at all."""

import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PASSWORD = "what unlocks"
UNLOCK = f"printf %s '{PASSWORD}' | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
START = "gnome-keyring-daemon --start --components=secrets >/dev/null"
"""Of a person who logged in without a password, as by ssh: the key ring stays locked."""
NONE = "true"
AROUND = """
set -eu
mkdir -p -m700 "$1/run" "$1/share" "$1/cache"
export XDG_RUNTIME_DIR="$1/run" XDG_DATA_HOME="$1/share" XDG_CACHE_HOME="$1/cache" HOME="$1"
start=$2
shift 2
exec dbus-run-session -- sh -c "$start"' ; exec "$@"' sh "$@"
"""

needs_service = pytest.mark.skipif(
    not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")),
    reason="gnome-keyring and dbus are not installed: no real key store to test against",
)
needs_prompter = pytest.mark.skipif(
    not (
        shutil.which("Xvfb")
        and shutil.which("xdotool")
        and Path("/usr/libexec/gcr-prompter").exists()
    ),
    reason="Xvfb, xdotool or gnome-keyring's prompter is not installed: nobody can be asked",
)


def in_session(program: str, folder: Path, start: str = UNLOCK, **environment: str) -> str:
    """What a program prints inside a session of its own; key rings in `folder` outlive it."""
    return _run(["sh", "-c", AROUND, "sh", str(folder), start, *_python(program)], environment)


def alone(program: str, folder: Path, **environment: str) -> str:
    """What a program prints where no session bus is."""
    nowhere = {"HOME": str(folder), "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/none"}
    return _run(_python(program), nowhere | environment)


def _python(program: str) -> list[str]:
    return [sys.executable, "-c", textwrap.dedent(program)]


def _run(command: list[str], environment: dict[str, str]) -> str:
    unrelated = ("DBUS", "XDG", "PYTHON_KEYRING", "GNOME", "DISPLAY", "WAYLAND")
    plain = {name: value for name, value in os.environ.items() if not name.startswith(unrelated)}
    done = subprocess.run(
        command, cwd=ROOT, env={**plain, **environment}, capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
