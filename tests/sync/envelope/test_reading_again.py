"""What a laptop holds already is skipped; what it lacks is named; what is new comes out once."""

import subprocess
import sys

import pytest

from sponsor_app.domain.errors import InvalidError
from sponsor_app.sync.envelope import findings
from sponsor_app.sync.envelope.chains import Known
from sponsor_app.sync.envelope.epochs import Head
from sponsor_app.sync.envelope.findings import Cut, Forked, Lost, Waiting, lost
from sponsor_app.sync.envelope.limits import LARGEST_PLAIN
from sponsor_app.sync.envelope.reading import Reading, read
from sponsor_app.sync.envelope.records import Kind
from sponsor_app.sync.envelope.refusals import SAID, Reason
from sponsor_app.sync.envelope.team import Team
from sponsor_app.sync.envelope.trailers import last_trailer
from sponsor_app.sync.envelope.writing import seal_frame
from tests.sync.envelope.cases import pair
from tests.sync.envelope.stage import DIGEST, Stage, actor, pack, record, said


def known_from(*readings: Reading) -> Known:
    """What a store would know after joining these readings."""
    frames: dict[tuple[bytes, int], set[bytes]] = {}
    covered: dict[bytes, Head] = {}
    bases: set[bytes] = set()
    for reading in readings:
        for frame in reading.frames:
            frames.setdefault((frame.writer, frame.sequence), set()).add(frame.hash)
        for base in reading.bases:
            bases.add(base.id)
            for writer, head in base.vector.items():
                covered[writer] = max(head, covered.get(writer, head))
    return Known(frames, covered, bases)


@pytest.fixture
def stage() -> Stage:
    return pair("again")


def texts(reading: Reading) -> list[str]:
    return [said(frame.payload) for frame in reading.frames]


def test_reading_twice_gives_nothing_new(stage: Stage) -> None:
    first = read(stage.file(), stage.team, stage.anna)
    again = read(stage.file(), first.team, stage.anna, known_from(first))
    assert (again.frames, again.bases, again.findings) == ((), (), ())
    assert again.present == first.present
    assert again.body == first.body == tuple(stage.records)


def test_only_what_came_since_comes_out(stage: Stage) -> None:
    first = read(stage.file(), stage.team, stage.anna)
    stage.say("bob", "since then")
    stage.add("carl")
    stage.say("carl", "hello")
    second = read(stage.file(), first.team, stage.anna, known_from(first))
    assert sorted(texts(second)) == ["hello", "since then"]
    assert second.team.tip.number == 3
    assert second.reached[actor("bob").id].sequence == 3


def test_a_frame_goes_on_from_one_that_is_known_and_no_longer_in_the_file(stage: Stage) -> None:
    first = read(stage.file(), stage.team, stage.anna)
    stage.say("bob", "third")
    content = stage.file([*stage.records[:2], stage.records[-1]])
    assert texts(read(content, first.team, stage.anna, known_from(first))) == ["third"]
    blank = read(content, first.team, stage.anna)
    assert texts(blank) == []
    assert Waiting(actor("bob").id, 3, 3) in blank.findings


def test_a_base_is_joined_once_and_what_it_covers_is_not_missed(stage: Stage) -> None:
    stage.records[2:] = stage.base("bob", pack({"say": "rows"}))
    first = read(stage.file(), stage.team, stage.anna)
    assert [b.digest for b in first.bases] == [DIGEST]
    stage.say("anna", "third")
    second = read(stage.file(), first.team, stage.anna, known_from(first))
    assert (second.bases, texts(second), second.findings) == ((), ["third"], ())
    assert set(stage.records) == set(second.body)


def test_a_clone_that_wrote_on_is_noticed_against_what_is_known(stage: Stage) -> None:
    head = stage.heads[actor("bob").id]
    stage.say("bob", "from the laptop")
    first = read(stage.file(), stage.team, stage.anna)
    stage.records.pop()
    stage.say("bob", "from its clone", after=head)
    second = read(stage.file(), first.team, stage.anna, known_from(first))
    assert texts(second) == ["from its clone"]
    assert Forked(actor("bob").id, 3) in second.findings
    assert read(stage.file(), first.team, stage.anna, known_from(first, second)).frames == ()


def test_a_poll_reads_the_end_alone(stage: Stage) -> None:
    content = stage.file()
    end = last_trailer(content[-2000:], stage.team)
    assert end is not None
    assert end.length == len(content) - len(record(content[end.length :]).content)
    assert end.vector == stage.heads
    assert last_trailer(content[:-1], stage.team) is None
    assert last_trailer(b"", stage.team) is None
    assert last_trailer(b"".join(stage.records), stage.team) is None


def test_a_rollback_is_said_with_names_and_numbers() -> None:
    anna, bob = actor("anna").id, actor("bob").id
    assert lost({anna: 3, bob: 5}, {anna: 3, bob: 5}) is None
    found = lost({anna: 3, bob: 5}, {anna: 4})
    assert found == Lost({bob: (5, 0)})
    assert found is not None
    assert "5 edits of Bob" in found.said(lambda device: "Bob")


def test_the_beginning_of_a_file_stays_byte_by_byte_when_something_is_added(stage: Stage) -> None:
    before = stage.file()
    end = last_trailer(before, stage.team)
    assert end is not None
    stage.say("bob", "more")
    assert stage.file().startswith(before[: end.length])


def test_a_file_that_begins_as_last_time_is_read_from_there(stage: Stage) -> None:
    stage.records += stage.base("anna", pack({"say": "rows"}))
    before = stage.file()
    first = read(before, stage.team, stage.anna)
    end = last_trailer(before, stage.team)
    assert end is not None
    stage.add("carl")
    stage.say("carl", "hello")
    stage.say("bob", "third")
    after = stage.file()
    assert after[: end.length] == before[: end.length]
    second = read(after, first.team, stage.anna, known_from(first), end.length)
    whole = read(after, first.team, stage.anna, known_from(first))
    assert (second.frames, second.findings) == (whole.frames, ())
    assert second.team.tip.id == whole.team.tip.id
    assert first.body + second.body == whole.body


def test_what_nobody_here_can_judge_is_kept_byte_by_byte(stage: Stage) -> None:
    tip = stage.tip
    later = stage.sealer("bob").seal(42, tip.id, tip.key, 1, bytes(32), pack({"new": 1}))
    stage.records.insert(3, later)
    found = read(stage.file(), stage.team, stage.anna)
    assert found.kept == (later,)
    assert found.body == tuple(stage.records)
    assert found.writable


def test_too_much_for_one_record_is_refused_before_it_is_sealed(stage: Stage) -> None:
    head = stage.heads[stage.anna.id]
    with pytest.raises(InvalidError, match="all is saved here"):
        seal_frame(stage.team, stage.anna, head, bytes(LARGEST_PLAIN + 1))
    import os

    with pytest.raises(InvalidError, match="Nothing was shared"):
        seal_frame(stage.team, stage.anna, head, pack(os.urandom(5 << 20)))


def test_every_reason_and_every_finding_is_said_in_words(stage: Stage) -> None:
    assert SAID.keys() == set(Reason)
    device = stage.anna.id
    samples = [
        *(findings.Refused(reason, device, 3, 40) for reason in Reason),
        findings.Damaged(40, 90),
        Cut(None, 40),
        Forked(device, 3),
        Waiting(device, 3, 3),
        Waiting(device, 3, 7),
        Lost({device: (5, 2)}),
        findings.Excluded(device, 3, latest=True),
        findings.Excluded(device, 3, latest=False),
        findings.Split(device, 3),
        findings.NotOurs(0),
        findings.NotOurs(77),
        findings.OtherTeam(bytes(16)),
        findings.NewerFormat(2),
        findings.TooMuch(1000),
        findings.Quiet(9),
    ]
    for sample in samples:
        words = sample.said(stage.team.name_of)
        assert words.endswith(".")
        assert device.hex() not in words
        assert len(words) < 400
    assert "unknown laptop" in stage.team.name_of(bytes(16))
    assert isinstance(Team(bytes(16), bytes(32)).records, tuple)
    assert Kind(1) is Kind.EPOCH


@pytest.mark.parametrize("start", ["sponsor_app.bootstrap", "sponsor_app.services"])
def test_nothing_of_it_is_loaded_when_the_program_starts(start: str) -> None:
    probe = (
        f"import sys, {start};"
        "print([m for m in sys.modules if 'zstandard' in m or 'sync.envelope' in m])"
    )
    out = subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True, text=True)
    assert out.stdout.strip() == "[]"
