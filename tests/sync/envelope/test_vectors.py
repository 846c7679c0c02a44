"""Every committed file gives what is said beside it: by our reader, and by one written from the specification alone."""

import base64
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
import zstandard

from tests.sync import independent_reader, make_vectors
from tests.sync.envelope.outcomes import outcome

VECTORS = sorted((Path(__file__).parents[1] / "vectors").glob("*.json"))

unhex = bytes.fromhex


def vector(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text("utf-8"))


def test_there_are_enough_files_for_an_independent_reader() -> None:
    assert len(VECTORS) >= 150
    assert sum(path.stat().st_size for path in VECTORS) < 3_000_000


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
def test_our_reader_takes_and_refuses_what_is_said(path: Path) -> None:
    told = vector(path)
    keys = (unhex(told[key]) for key in ("file_id", "genesis", "reader"))
    found = outcome(base64.b64decode(told["file"]), *keys)
    found["frames"] = sorted(found["frames"])
    assert found == told["expect"]


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
def test_a_reader_written_from_the_specification_takes_the_same(path: Path) -> None:
    told = vector(path)
    if path.stem == "file-other-team":
        pytest.skip("which team is asked for is not the reader's matter")
    content = base64.b64decode(told["file"])
    found = independent_reader.read(content, unhex(told["genesis"]), unhex(told["reader"]))
    expect = told["expect"]
    if found is None:
        assert expect["epoch"] == 0
        return
    people, epoch, bases, frames = found
    assert people == expect["people"]
    assert epoch == expect["epoch"]
    texts = [[msgspec.msgpack.decode(c)["say"] for c in chunks] for chunks in bases]
    assert texts == expect["bases"]
    said = sorted(f"{n} {msgspec.msgpack.decode(p)['say']}" for _, n, p in frames)
    assert said == sorted(line.split(" ", 1)[1] for line in expect["frames"])


def test_the_script_that_wrote_them_writes_them_again() -> None:
    if zstandard.ZSTD_VERSION != make_vectors.ZSTD:
        pytest.skip(f"zstd {zstandard.ZSTD_VERSION} packs otherwise than {make_vectors.ZSTD}")
    again = {case.name: make_vectors.kept(case) + "\n" for case in make_vectors.every_case()}
    assert again.keys() == {path.stem for path in VECTORS}
    assert [p.stem for p in VECTORS if p.read_text("utf-8") != again[p.stem]] == []
