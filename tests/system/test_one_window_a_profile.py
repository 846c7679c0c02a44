"""Where a running window is found, by whom, and what can be said to it."""

import json
import os
import socket
import stat
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.system import instance
from sponsor_app.system.folders import Profile
from sponsor_app.system.instance import Call


@pytest.fixture
def own(short_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A runtime folder of the test's own, short enough for a socket."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(short_path))
    return short_path


def test_every_profile_has_an_address_of_its_own_in_a_folder_that_is_mine_alone(own: Path) -> None:
    first, again, other = (
        instance.address(Profile(own / name)) for name in ("one", "one", "another")
    )
    assert first is not None
    assert first == again != other
    assert stat.S_IMODE(Path(first).parent.stat().st_mode) == 0o700
    assert len(os.fsencode(first)) - len(os.fsencode(own)) < 50


def test_a_folder_that_others_may_enter_is_not_used(own: Path) -> None:
    (own / "sponsor-app").mkdir()
    (own / "sponsor-app").chmod(0o755)
    found = instance.address(Profile(own / "one"))
    assert found is None or not found.startswith(str(own))


def test_a_link_to_a_folder_is_not_used(own: Path) -> None:
    (own / "elsewhere").mkdir(mode=0o700)
    (own / "sponsor-app").symlink_to(own / "elsewhere")
    found = instance.address(Profile(own / "one"))
    assert found is None or not found.startswith(str(own))


def test_a_folder_too_long_for_a_socket_is_not_used(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = own / ("a" * 60) / ("b" * 60)
    deep.mkdir(parents=True, mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    found = instance.address(Profile(own / "one"))
    assert found is None or not found.startswith(str(own))


def test_nobody_is_there_and_that_is_no_error(own: Path) -> None:
    profile = Profile(own / "one")
    assert instance.call(profile, Call("raise")) is False
    place = instance.address(profile)
    assert place is not None
    Path(place).write_text("left by a crash")
    assert instance.call(profile, Call("raise")) is False


def test_who_answers_something_else_is_not_our_window(own: Path) -> None:
    profile = Profile(own / "one")
    place = instance.address(profile)
    assert place is not None
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(place)
        server.listen()

        def answer() -> None:
            door, _ = server.accept()
            with door:
                door.recv(1024)
                door.sendall(b"no\n")

        other = threading.Thread(target=answer)
        other.start()
        assert instance.call(profile, Call("raise")) is False
        other.join()


@given(st.sampled_from(["raise", "capture", "open"]), st.text(max_size=3000), st.text(max_size=200))
def test_what_is_said_is_what_is_heard(act: str, text: str, token: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    token = token.encode("utf-8", "replace").decode()
    wish = Call(act, text, token)
    assert instance.decode(instance.encode(wish)) == wish


def test_a_novel_is_cut_and_still_one_line(own: Path) -> None:
    line = instance.encode(Call("capture", "ü" * 500_000))
    assert len(line) <= instance.MOST_BYTES
    assert line.count(b"\n") == 1
    assert instance.decode(line) is not None


@given(st.binary(max_size=300))
def test_any_bytes_are_heard_as_nothing_or_as_a_call(line: bytes) -> None:
    found = instance.decode(line)
    assert found is None or found.act in instance.ACTS


@pytest.mark.parametrize(
    "body", [[], "raise", {"act": "delete"}, {"act": 1}, {"act": "raise", "text": None}, {}]
)
def test_what_is_no_call_is_not_answered(body: object) -> None:
    assert instance.decode(json.dumps(body).encode()) is None
    assert instance.decode(b"[" * 60_000) is None
