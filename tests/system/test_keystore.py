"""The operating system's key store, a real Secret Service: open, locked, denied, slow, gone, another's, twice, none."""

import subprocess
import textwrap
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.system.secret_service import (
    NONE,
    PASSWORD,
    START,
    UNLOCK,
    alone,
    in_session,
    needs_prompter,
    needs_service,
)

SAID = """
from sponsor_app.domain.errors import SponsorError
def said(call):
    try:
        return call()
    except SponsorError as error:
        return f"{error.message} {error.next}"
"""
ITEMS = """
import secretstorage
bus = secretstorage.dbus_init()
ring = secretstorage.get_default_collection(bus)
def items(name):
    return list(ring.search_items({"service": "sponsor-app", "username": name}))
"""


def store_at(folder: Path) -> str:
    """The beginning of a program that works on a profile in `folder`."""
    return f"""
from sponsor_app.services import accounts, profiles, stores
from sponsor_app.services.profiles import Me, Unlocking, system_clocks
from sponsor_app.system import key_file
from sponsor_app.system.keystore import KeyStore
profile = profiles.profile_at({str(folder / "profile")!r})
def make():
    app = stores.create(profile, Me("Grace"), Unlocking(), system_clocks())
    accounts.add(app, fields={{"name": "Acme"}})
    app.store.close()
def opened():
    app = stores.open_profile(profile, Unlocking(), system_clocks())
    name = accounts.listed(app)[0].account
    app.store.close()
    return name
def store_id():
    return key_file.read(profile.key_file).store_id
"""


def key_at(folder: Path) -> str:
    """The same with the key of a store only."""
    return f"""
from pathlib import Path
from sponsor_app.system import key_file
from sponsor_app.system.keystore import KeyStore
path, key = Path({str(folder / "key.json")!r}), bytes(range(32))
name = key_file.new_store_id()
key_file.write(path, key_file.wrap_with_key_store(key, name, KeyStore()))
def opened():
    return key_file.unwrap(key_file.read(path), passphrase=None, key_store=KeyStore()) == key
"""


# --- open ------------------------------------------------------------------------------------


@needs_service
def test_a_secret_is_kept_read_back_and_forgotten_by_a_real_key_store(tmp_path: Path) -> None:
    said = in_session(
        """
        from sponsor_app.system.keystore import KeyStore
        store = KeyStore()
        assert store.read("one") is None
        assert store.every("one") == ()
        secret = store.make("one")
        assert store.read("one") == secret and len(secret) == 32
        assert store.every("one") == (secret,)
        assert store.read("two") is None
        store.forget("one")
        assert store.read("one") is None
        print(store.name())
        """,
        tmp_path,
    )
    assert "SecretService" in said


@needs_service
def test_the_password_of_a_server_is_kept_beside_and_not_mixed_up(tmp_path: Path) -> None:
    said = in_session(
        SAID
        + textwrap.dedent("""
        from sponsor_app.system.keystore import KeyStore
        store, place = KeyStore(), "postgresql://anna@db.example:5432/team"
        secret = store.make(place)
        assert store.password(place) is None
        store.keep_password(place, "pa ß \\N{SNOWMAN} word")
        assert store.password(place) == "pa ß \\N{SNOWMAN} word"
        store.keep_password(place, "another")
        assert store.password(place) == "another"
        assert store.read(place) == secret
        store.forget_password(place)
        store.forget_password(place)
        assert store.password(place) is None
        for wrong in ("", "x" * 513, "a\\0b"):
            print(said(lambda: store.keep_password(place, wrong)))
        """),
        tmp_path,
    )
    assert said.count("Nothing was changed") == 3


@needs_service
def test_a_store_made_with_the_key_store_opens_again_in_another_session(tmp_path: Path) -> None:
    program = store_at(tmp_path)
    in_session(program + "make()", tmp_path)
    assert in_session(program + "print(opened())", tmp_path) == "Acme"


# --- locked, denied, slow --------------------------------------------------------------------


@needs_service
def test_a_locked_key_ring_without_a_display_is_said_at_once_and_opens_later(
    tmp_path: Path,
) -> None:
    program = SAID + store_at(tmp_path)
    in_session(program + "make()", tmp_path)
    locked = in_session(program + "print(said(opened))", tmp_path, START)
    assert locked.startswith("The key store is locked.")
    assert "Nothing was changed" in locked
    wrong = UNLOCK.replace(PASSWORD, "not that one")
    assert "locked" in in_session(program + "print(said(opened))", tmp_path, wrong)
    assert in_session(program + "print(opened())", tmp_path) == "Acme"


@needs_service
def test_without_a_key_ring_and_a_display_no_store_is_made_half(tmp_path: Path) -> None:
    program = SAID + store_at(tmp_path)
    said = in_session(
        program + "print(said(make)); print(profile.store.exists(), profile.key_file.exists())",
        tmp_path,
        START,
    )
    assert "passphrase" in said
    assert said.endswith("False False")


@needs_prompter
@needs_service
def test_a_prompt_is_waited_for_only_so_long_and_its_late_answer_counts(tmp_path: Path) -> None:
    said = on_display(
        """
        print(said(lambda: KeyStore(patience=1).read("one")))
        answer(f"type '{PASSWORD}'")
        answer("key Return")
        print(KeyStore(patience=20).read("one") == secret)
        """,
        tmp_path,
    )
    assert "has not answered for 1 seconds" in said
    assert "prompt behind other windows" in said
    assert said.endswith("True")


@needs_prompter
@needs_service
def test_a_prompt_that_a_person_dismisses_is_a_no_and_asked_again_next_time(
    tmp_path: Path,
) -> None:
    said = on_display(
        """
        from threading import Thread
        Thread(target=answer, args=("key Escape",)).start()
        print(said(lambda: KeyStore(patience=20).read("one")))
        Thread(target=lambda: (answer(f"type '{PASSWORD}'"), answer("key Return"))).start()
        print(KeyStore(patience=20).read("one") == secret)
        """,
        tmp_path,
    )
    assert "The key store is locked." in said
    assert said.endswith("True")


def on_display(program: str, folder: Path) -> str:
    """A key ring that was locked again, on a display where somebody can type."""
    before = f"""
    import subprocess
    from sponsor_app.system.keystore import KeyStore
    PASSWORD = {PASSWORD!r}
    secret = KeyStore().make("one")
    import secretstorage
    secretstorage.get_default_collection(secretstorage.dbus_init()).lock()
    def answer(keys):
        find = "xdotool search --sync --onlyvisible --class gcr-prompter windowfocus --sync "
        subprocess.run(find + keys, shell=True, check=False, timeout=20, capture_output=True)
    """
    with display() as name:
        whole = SAID + textwrap.dedent(before) + textwrap.dedent(program)
        return in_session(whole, folder, DISPLAY=name)


@contextmanager
def display() -> Generator[str]:
    """A display of its own; its name."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "800x600x24", "-nolisten", "tcp"]
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as server:
        assert server.stdout is not None
        try:
            yield f":{server.stdout.readline().decode().strip()}"
        finally:
            server.terminate()


# --- gone, another's, twice ------------------------------------------------------------------


@needs_service
def test_an_emptied_key_store_is_never_given_a_new_key_over_an_old_store(tmp_path: Path) -> None:
    said = in_session(
        SAID
        + key_at(tmp_path)
        + ITEMS
        + textwrap.dedent("""
        before = path.read_bytes()
        [item] = items(name)
        secret = item.get_secret()
        item.delete()
        print(said(opened))
        assert items(name) == []
        assert before == path.read_bytes()
        attributes = {"service": "sponsor-app", "username": name}
        ring.create_item("brought back", attributes, secret)
        print(opened())
        """),
        tmp_path,
    )
    assert "no new key is made" in said
    assert said.endswith("True")


@needs_service
def test_the_key_of_another_store_or_rubbish_under_our_name_is_refused(tmp_path: Path) -> None:
    said = in_session(
        SAID
        + key_at(tmp_path)
        + ITEMS
        + textwrap.dedent("""
        [item] = items(name)
        right = item.get_secret()
        for wrong in (bytes(32).hex(), "what another program wrote", "00", "\\udcff".encode("utf-8", "surrogateescape")):
            item.set_secret(wrong if isinstance(wrong, bytes) else wrong.encode())
            print(said(opened))
        item.set_secret(right)
        print(opened())
        """),
        tmp_path,
    )
    lines = said.splitlines()
    assert "does not open this store" in lines[0]
    assert all("not this program's key" in line for line in lines[1:-1])
    assert lines[-1] == "True"


@needs_service
def test_of_two_entries_under_one_name_the_right_one_is_found(tmp_path: Path) -> None:
    said = in_session(
        SAID
        + key_at(tmp_path)
        + ITEMS
        + textwrap.dedent("""
        attributes = {"service": "sponsor-app", "username": name}
        [item] = items(name)
        right, other = item.get_secret(), bytes(32).hex().encode()
        for first, second in ((other, right), (right, other), (b"rubbish", right)):
            for one in items(name):
                one.delete()
            ring.create_item("first", attributes, first, replace=False)
            ring.create_item("second", attributes, second, replace=False)
            print(len(items(name)), opened())
        for one in items(name):
            one.set_secret(other)
        print(said(opened))
        """),
        tmp_path,
    )
    assert said.splitlines()[:3] == ["2 True"] * 3
    assert "does not open this store" in said


# --- none, or none that is real --------------------------------------------------------------


def no_store(patience: float) -> str:
    return f"""{SAID}
from sponsor_app.system.keystore import KeyStore
print(said(lambda: KeyStore(patience={patience}).make("one")))
"""


OTHERS = """
from keyring.backend import KeyringBackend
class Keyring(KeyringBackend):
    priority = 99
    kept = {}
    def get_password(self, service, username): return self.kept.get((service, username))
    def set_password(self, service, username, password):
        self.kept[service, username] = password
        open("kept in plain text", "w").write(password)
    def delete_password(self, service, username): self.kept.pop((service, username))
Keyring.__module__ = "keyrings.alt.file"
"""


@needs_service
def test_a_session_without_a_key_store_names_the_way_out(tmp_path: Path) -> None:
    """As on a server: a bus, and nobody on it."""
    hidden = "XDG_DATA_DIRS"  # where the bus would look for a key store that it could start
    assert "passphrase" in in_session(no_store(20), tmp_path, NONE, **{hidden: str(tmp_path)})


@pytest.mark.parametrize(
    "backend",
    [
        None,
        "",
        "keyring.backends.null.Keyring",
        "keyring.backends.fail.Keyring",
        "keyring.backends.chainer.ChainerBackend",
        "plain.Keyring",
    ],
)
def test_without_a_real_key_store_nothing_is_kept_and_the_way_out_is_named(
    tmp_path: Path, backend: str | None
) -> None:
    (tmp_path / "plain.py").write_text(OTHERS, "utf-8")
    environment = {} if backend is None else {"PYTHON_KEYRING_BACKEND": backend}
    said = alone(no_store(20), tmp_path, PYTHONPATH=str(tmp_path), **environment)
    assert "passphrase" in said
    assert not list(tmp_path.glob("**/kept*"))


@needs_service
def test_of_several_back_ends_only_the_operating_systems_is_used(tmp_path: Path) -> None:
    """A plain-text one that wants to come first is passed over, alone and in a chain."""
    (tmp_path / "plain.py").write_text(OTHERS, "utf-8")
    said = in_session(
        """
        import plain, keyring
        from keyring.backends import chainer
        keyring.set_keyring(chainer.ChainerBackend())
        from sponsor_app.system.keystore import KeyStore
        names = [type(one).__module__ for one in keyring.get_keyring().backends]
        KeyStore().make("one")
        print(names[0], plain.Keyring.kept, KeyStore().name())
        """,
        tmp_path,
        PYTHONPATH=str(tmp_path),
    )
    assert said.startswith("keyrings.alt.file {}")
    assert "SecretService" in said


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
    said = alone(
        no_store(0.3),
        tmp_path,
        PYTHON_KEYRING_BACKEND="slow.Keyring",
        PYTHONPATH=str(tmp_path),
    )
    assert "has not answered" in said
    assert "prompt" in said


@needs_service
def test_a_key_store_that_ends_while_the_program_runs_is_said(tmp_path: Path) -> None:
    said = in_session(
        SAID
        + textwrap.dedent("""
        import os, signal, subprocess
        from sponsor_app.system.keystore import KeyStore
        KeyStore().make("one")
        owner = "dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / "
        owner += "org.freedesktop.DBus.GetConnectionUnixProcessID string:org.freedesktop.secrets"
        daemon = subprocess.run(owner, shell=True, capture_output=True, text=True).stdout.split()[-1]
        os.kill(int(daemon), signal.SIGSTOP)
        print(said(lambda: KeyStore(patience=0.5).read("one")))
        os.kill(int(daemon), signal.SIGCONT)
        print(len(KeyStore(patience=20).read("one")))
        """),
        tmp_path,
    )
    assert "has not answered" in said
    assert said.endswith("32")
