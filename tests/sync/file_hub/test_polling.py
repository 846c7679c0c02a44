"""Between syncs the file costs a glance; whatever changes is seen by the next one."""

from pathlib import Path

import pytest

from sponsor_app.sync.file_hub.pace import RealPace, StoppedError
from tests.conftest import Clock
from tests.sync.file_hub.lines import HEAD, signed
from tests.sync.file_hub.stage import NOON, Desk, desk


@pytest.fixture
def anna(tmp_path: Path) -> Desk:
    made = desk(tmp_path, "anna")
    made.laptop.edit()
    made.sync()
    made.sync()
    made.files.calls.clear()
    return made


def test_a_poll_of_an_unchanged_file_reads_its_ends_only(anna: Desk) -> None:
    for _ in range(10):
        assert anna.hub.poll(anna.memory) is None
    assert anna.files.calls == ["stat", "open", "read", "read", "close", "list"] * 10


def test_a_poll_after_a_write_reads_once_more_to_acknowledge(tmp_path: Path) -> None:
    anna = desk(tmp_path, "anna")
    anna.laptop.edit()
    anna.sync()
    outcome = anna.hub.poll(anna.memory)
    assert outcome is not None
    assert outcome.memory.acknowledged == 1
    assert anna.hub.poll(outcome.memory) is None


def test_a_colleagues_edit_is_seen_at_the_next_poll(tmp_path: Path, anna: Desk) -> None:
    bob = desk(tmp_path, "bob")
    bob.laptop.edit()
    bob.sync()
    outcome = anna.hub.poll(anna.memory)
    assert outcome is not None
    assert outcome.learnt == 1
    assert anna.hub.poll(outcome.memory) is None


def test_a_copy_beside_the_file_is_seen_at_the_next_poll(anna: Desk) -> None:
    (anna.place.folder / "Team (1).sponsor").write_bytes(HEAD + signed("carl-1"))
    outcome = anna.hub.poll(anna.memory)
    assert outcome is not None
    assert outcome.moved == ("Team (1).sponsor",)
    anna.memory = outcome.memory
    assert anna.hub.poll(anna.memory) is None


@pytest.mark.parametrize("what", ["edit", "cut", "gone", "hour"])
def test_every_other_reason_to_look_is_one(anna: Desk, what: str) -> None:
    if what == "edit":
        anna.laptop.edit()
    elif what == "cut":
        anna.place.path.write_bytes(anna.place.path.read_bytes()[:-1])
    elif what == "gone":
        anna.place.path.unlink()
    else:
        anna.pace.advance(3601)
    assert anna.hub.poll(anna.memory) is not None
    assert anna.place.path.exists()


def test_polls_are_fifteen_to_thirty_seconds_apart_and_never_in_step(anna: Desk) -> None:
    waits = [anna.hub.next_poll() for _ in range(200)]
    assert all(15 <= wait < 30 for wait in waits)
    assert len(set(waits)) > 190


def test_real_waiting_ends_at_once_when_it_is_stopped() -> None:
    pace = RealPace(Clock(NOON).now)
    pace.pause(0)
    pace.stop()
    with pytest.raises(StoppedError, match="saved on this laptop"):
        pace.pause(3600)
    assert 0 <= pace.draw() < 1
    assert pace.ticks() <= pace.ticks()
