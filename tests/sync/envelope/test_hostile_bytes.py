"""Whatever stands in the shared file, reading it raises nothing, takes nothing wrong, and is soon done."""

import random
import resource
import time
import tracemalloc
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sponsor_app.domain.errors import SponsorError
from sponsor_app.sync.envelope.devices import DeviceKeys
from sponsor_app.sync.envelope.findings import Damaged, TooMuch
from sponsor_app.sync.envelope.joining import open_with_code
from sponsor_app.sync.envelope.limits import (
    MARKER,
    MOST_DAMAGES,
    MOST_REFUSED,
)
from sponsor_app.sync.envelope.reading import Reading, read
from sponsor_app.sync.envelope.records import FILE_HEADER, Kind, RecordHeader
from sponsor_app.sync.envelope.team import Team
from sponsor_app.sync.envelope.trailers import last_trailer
from tests.sync.envelope.cases import pair
from tests.sync.envelope.forged_cases import unsealed
from tests.sync.envelope.stage import NOW, Stage, actor, pack

SEED = 20_261_122
MIB = 1 << 20


def small() -> Stage:
    """Two people, a base, frames behind it: every kind of record that matters."""
    stage = pair("hostile")
    stage.records += stage.base("bob", pack({"say": "rows"}))
    stage.say("anna", "behind the base")
    return stage


@pytest.fixture(scope="module")
def stage() -> Stage:
    return small()


@pytest.fixture(scope="module")
def blank(stage: Stage) -> Team:
    return Team(stage.team.file_id, stage.team.genesis)


def taken(reading: Reading) -> set[tuple[bytes, int, bytes]]:
    return {(f.writer, f.sequence, f.payload) for f in reading.frames}


def judge(contents: Iterator[bytes], blank: Team, me: DeviceKeys, truth: Reading) -> int:
    """Read each; nothing wrong is taken, and what is lost is never lost in silence."""
    count = 0
    for content in contents:
        found = read(content, blank, me)
        assert taken(found) <= taken(truth)
        assert {b.id for b in found.bases} <= {b.id for b in truth.bases}
        if taken(found) != taken(truth) or len(found.bases) != len(truth.bases):
            assert found.findings or not found.team.trunk
        for finding in found.findings:
            assert finding.said(found.team.name_of)
        count += 1
    return count


def test_a_file_cut_at_every_byte_gives_what_is_whole_and_says_so(
    stage: Stage, blank: Team
) -> None:
    content = stage.file()
    truth = read(content, blank, stage.anna)
    assert truth.findings == ()
    assert len(truth.frames) == 5
    cuts = (content[:at] for at in range(len(content)))
    assert judge(cuts, blank, stage.anna, truth) == len(content)


def test_a_bit_flipped_in_every_byte_gives_nothing_wrong(stage: Stage, blank: Team) -> None:
    content, draw = stage.file(), random.Random(SEED)
    truth = read(content, blank, stage.anna)

    def flips() -> Iterator[bytes]:
        for at in range(len(content)):
            changed = bytearray(content)
            changed[at] ^= 1 << draw.randrange(8)
            yield bytes(changed)

    count = judge(flips(), blank, stage.anna, truth)
    print(f"{count} flipped bits, seed {SEED}")


def test_sectors_lost_doubled_and_swapped_give_nothing_wrong(stage: Stage, blank: Team) -> None:
    content, draw = stage.file(), random.Random(SEED)
    truth = read(content, blank, stage.anna)

    def broken() -> Iterator[bytes]:
        for _ in range(600):
            changed = bytearray(content)
            size, at, to = draw.choice((16, 64, 512)), *(draw.randrange(len(content)) for _ in "12")
            how = draw.randrange(5)
            part = content[at : at + size]
            if how == 0:
                changed[at : at + size] = bytes(len(part))
            elif how == 1:
                changed[at : at + size] = draw.randbytes(len(part))
            elif how == 2:
                del changed[at : at + size]
            elif how == 3:
                changed[to:to] = part
            else:
                changed[to : to + size] = part
            yield bytes(changed)

    assert judge(broken(), blank, stage.anna, truth) == 600


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=2000), st.booleans())
def test_any_bytes_behind_a_header_raise_nothing(junk: bytes, marked: bool) -> None:
    stage = small_once()
    head = stage.file()[: FILE_HEADER.size]
    content = head + (MARKER + bytes([4, 0, 0, 1, 80]) if marked else b"") + junk
    found = read(content, stage.team, stage.anna)
    assert found.frames == ()
    assert read(junk, stage.team, stage.anna).frames == ()
    last_trailer(junk, stage.team)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 31))
def test_a_wrong_file_or_code_is_refused_in_words(junk: bytes, cut: int) -> None:
    content = small_once().file()[:cut] + junk
    with pytest.raises(SponsorError) as refused:
        open_with_code(content, "not a code", NOW)
    assert refused.value.message
    assert refused.value.next


_made: list[Stage] = []


def small_once() -> Stage:
    if not _made:
        _made.append(small())
    return _made[0]


def _header(stage: Stage, length: int, **fields: object) -> bytes:
    writer = actor("bob").id
    header = RecordHeader(Kind.FRAME, length, stage.tip.id, writer, 3, bytes(32), bytes(32))
    return header._replace(**fields).packed()


def _floods(stage: Stage) -> dict[str, Callable[[], bytes]]:
    head = stage.file()[: FILE_HEADER.size]
    states = b"".join(stage.records[:2])
    frame = stage.records[2]
    forged = frame[:-64] + bytes(64)

    def renumbered(count: int) -> bytes:
        parts = [forged[:57] + n.to_bytes(8, "big") + forged[65:] for n in range(1, count)]
        return head + states + b"".join(parts)

    return {
        "only markers": lambda: head + states + MARKER * 200_000,
        "headers without an end": lambda: head + states + _header(stage, 4 * MIB) * 8000,
        "headers one in another": lambda: head + states + _header(stage, MIB) * 16_000 + bytes(MIB),
        "forged frames": lambda: renumbered(3000),
        "a frame of 4 GiB": lambda: head + states + _header(stage, (1 << 32) - 1) + bytes(1000),
        "the same frame again": lambda: head + states + frame * 20_000,
        "zeros": lambda: head + states + bytes(32 * MIB),
        "genesis again and again": lambda: head + stage.records[0] * 2000,
    }


@pytest.mark.parametrize("name", sorted(_floods(small_once())))
def test_a_flood_ends_soon_and_stays_small(name: str) -> None:
    stage = small_once()
    content = _floods(stage)[name]()
    started = time.perf_counter()
    found = read(content, stage.team, stage.anna)
    took = time.perf_counter() - started
    assert len(found.findings) <= MOST_REFUSED + MOST_DAMAGES + 10
    assert taken(found) <= {
        (f.writer, f.sequence, f.payload) for f in read(stage.file(), stage.team, stage.anna).frames
    }
    print(f"{name}: {len(content)} bytes in {took * 1000:.0f} ms, {len(found.findings)} findings")
    assert took < 5, "a flood of thousands of pieces, each of which must stay under 100 ms"
    if name == "forged frames":
        assert TooMuch(MOST_REFUSED) in found.findings
    if name == "zeros":
        assert any(isinstance(f, Damaged) for f in found.findings)


@pytest.mark.parametrize("case", unsealed().cases, ids=lambda case: case.name)
def test_each_hostile_frame_costs_little_time_and_memory(case) -> None:
    blank = Team(case.file_id, case.genesis)
    me = actor("anna")
    read(case.content, blank, me)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    tracemalloc.start()
    started = time.process_time()
    read(case.content, blank, me)
    took = time.process_time() - started
    traced = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert took < 0.1
    assert traced < 64 * MIB
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak < 64 * 1024
