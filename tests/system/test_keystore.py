"""The operating system's key store: a real Secret Service, none at all, one that never answers."""

import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SERVICE = """
set -eu
mkdir -m700 "$1/run" "$1/share" "$1/cache"
export XDG_RUNTIME_DIR="$1/run" XDG_DATA_HOME="$1/share" XDG_CACHE_HOME="$1/cache" HOME="$1"
shift
exec dbus-run-session -- sh -c 'printf %s secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec "$@"' _ "$@"
"""


def python(program: str, folder: Path, *, service: bool, **environment: str) -> str:
    """Run a program in a process of its own, with a throw-away Secret Service around it or with none."""
    import os

    inside = [sys.executable, "-c", textwrap.dedent(program)]
    command = ["sh", "-c", SERVICE, "sh", str(folder), *inside] if service else inside
    plain = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("DBUS", "XDG", "PYTHON_KEYRING", "GNOME"))
    }
    if not service:
        plain |= {"HOME": str(folder), "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/none"}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**plain, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


needs_service = pytest.mark.skipif(
    not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")),
    reason="gnome-keyring and dbus are not installed: no real key store to test against",
)


@needs_service
def test_a_secret_is_kept_read_back_and_forgotten_by_a_real_key_store(tmp_path: Path) -> None:
    said = python(
        """
        from sponsor_app.system.keystore import KeyStore
        store = KeyStore()
        assert store.read("one") is None
        secret = store.make("one")
        assert store.read("one") == secret and len(secret) == 32
        assert store.read("two") is None
        store.forget("one")
        assert store.read("one") is None
        print(store.name())
        """,
        tmp_path,
        service=True,
    )
    assert "SecretService" in said


@needs_service
def test_a_store_made_with_the_key_store_opens_again_without_a_question(tmp_path: Path) -> None:
    said = python(
        f"""
        from pathlib import Path
        from sponsor_app.services import accounts, profiles, stores
        from sponsor_app.services.profiles import Me, Unlocking, system_clocks
        profile = profiles.profile_at({str(tmp_path / "profile")!r})
        app = stores.create(profile, Me("Grace"), Unlocking(), system_clocks())
        accounts.add(app, fields={{"name": "Acme"}})
        app.store.close()
        app = stores.open_profile(profile, Unlocking(), system_clocks())
        print(accounts.listed(app)[0].account, profiles.protection(profile).value)
        """,
        tmp_path,
        service=True,
    )
    assert said == "Acme key store"


NO_STORE = """
from sponsor_app.domain.errors import KeyStoreError
from sponsor_app.system.keystore import KeyStore
try:
    KeyStore(patience={patience}).make("one")
except KeyStoreError as error:
    print(error.message, error.next)
"""


@pytest.mark.parametrize(
    "backend",
    [None, "", "keyring.backends.null.Keyring", "keyring.backends.fail.Keyring"],
)
def test_without_a_real_key_store_nothing_is_kept_and_the_way_out_is_named(
    tmp_path: Path, backend: str | None
) -> None:
    environment = {} if backend is None else {"PYTHON_KEYRING_BACKEND": backend}
    said = python(NO_STORE.format(patience=20), tmp_path, service=False, **environment)
    assert "passphrase" in said


def test_a_key_store_that_never_answers_is_left_after_its_time(tmp_path: Path) -> None:
    (tmp_path / "slow.py").write_text(
        textwrap.dedent(
            """
            import threading
            from keyring.backend import KeyringBackend
            class Keyring(KeyringBackend):
                priority = 9
                def get_password(self, service, username): threading.Event().wait()
                def set_password(self, service, username, password): threading.Event().wait()
                def delete_password(self, service, username): pass
            Keyring.__module__ = "keyring.backends.SecretService"
            """
        ),
        "utf-8",
    )
    said = python(
        NO_STORE.format(patience=0.3),
        tmp_path,
        service=False,
        PYTHON_KEYRING_BACKEND="slow.Keyring",
        PYTHONPATH=str(tmp_path),
    )
    assert "has not answered" in said
    assert "prompt" in said
