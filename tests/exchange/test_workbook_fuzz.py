"""Damaged workbooks: whatever is flipped, cut or put in, there is a table or a sentence, and no child is left."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sponsor_app.domain.errors import FileProblemError
from sponsor_app.exchange.readers import read_file
from sponsor_app.exchange.tabular.problems import UnreadableError
from sponsor_app.exchange.tabular.reading import read_all
from sponsor_app.exchange.workbooks.archive import check, glance
from tests.exchange.books import ods, parts_of, table, xlsx, zipped
from tests.exchange.fuzzing import AT_ONCE, BRIEFLY, LONG, keep_on

SAMPLES = Path(__file__).parents[3] / "shared" / "data" / "xlsx"
LARGEST = 30_000
ROWS = [["Account Name", "Industry", "Website"], ["Acme", "Mining", "acme.example"]]
UNHURRIED = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
PIECES = (
    b"PK\x05\x06",
    b"<!DOCTYPE x>",
    b"\0" * 8,
    b"</row>",
    b'r="XFD1048576"',
    b"\xff\xff\xff\xff",
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """Sound workbooks, ours and, where they are, those of other programs."""
    folder = tmp_path_factory.mktemp("books")
    made = [
        xlsx(folder / "a.xlsx", lambda book: table(book, "S", ROWS)),
        ods(folder / "a.ods", {"S": ROWS}),
    ]
    real = [path for path in sorted(SAMPLES.rglob("*.xls*")) if path.stat().st_size <= LARGEST]
    return [path.read_bytes() for path in (*made, *real)]


@st.composite
def damage(draw: st.DrawFn, content: bytes) -> bytes:
    """Some bits flipped, something put in, perhaps the end cut off; in the archive or in one of its parts."""
    if content.startswith(b"PK") and draw(st.booleans()):
        parts = parts_of(content)
        name = draw(st.sampled_from(sorted(parts)))
        return zipped({**parts, name: draw(hurt(parts[name]))})
    return draw(hurt(content))


@st.composite
def hurt(draw: st.DrawFn, content: bytes) -> bytes:
    hurt = bytearray(content)
    for place in draw(st.lists(st.integers(0, max(0, len(hurt) * 8 - 1)), max_size=12)):
        if hurt:
            hurt[place // 8] ^= 1 << place % 8
    for place in draw(st.lists(st.integers(0, len(hurt)), max_size=2)):
        hurt[place:place] = draw(st.sampled_from(PIECES))
    return bytes(hurt[: draw(st.integers(0, len(hurt)) | st.just(len(hurt)))])


def told(path: Path) -> bool:
    """Whether the file is read, or refused in a sentence with what to do."""
    try:
        report = read_all(read_file(path)).report
    except FileProblemError as error:
        return error.message.endswith("Nothing was changed.") and bool(error.next)
    return report.rows >= report.records


def attack(whole: list[bytes], path: Path, examples: int) -> None:
    """Damage workbooks and read them as the application does."""

    @given(st.data())
    @settings(max_examples=examples, deadline=None, suppress_health_check=UNHURRIED)
    def once(data: st.DataObject) -> None:
        path.write_bytes(data.draw(damage(data.draw(st.sampled_from(whole)))))
        assert told(path)

    once()


Looked = Callable[[bytes], object]


def look(looked: Looked, packed: list[bytes]) -> None:
    """Damage archives and look at them before anything is unpacked."""

    @given(st.data())
    @settings(max_examples=AT_ONCE, deadline=None, suppress_health_check=UNHURRIED)
    def once(data: st.DataObject) -> None:
        content = data.draw(damage(data.draw(st.sampled_from(packed))))
        refused = ""
        try:
            looked(content)
        except UnreadableError as error:
            refused = error.next
            assert refused
        assert isinstance(refused, str)

    once()


def attack_all(whole: list[bytes], path: Path) -> None:
    """A round of everything; to look at an archive takes a hundredth of what it takes to read a workbook."""
    packed = [content for content in whole if content.startswith(b"PK")]
    look(glance, packed)
    look(check, packed)
    attack(whole, path, 10)


def test_a_damaged_workbook_is_a_table_or_a_refusal(whole: list[bytes], tmp_path: Path) -> None:
    keep_on(lambda: attack_all(whole, tmp_path / "damaged.xlsx"), BRIEFLY)
    assert [one.name for one in threading.enumerate() if one.name == "table-reader"] == []


@pytest.mark.soak
def test_a_damaged_workbook_is_a_table_or_a_refusal_for_long(
    whole: list[bytes], tmp_path: Path
) -> None:
    keep_on(lambda: attack_all(whole, tmp_path / "damaged.xlsx"), LONG)


def test_every_tenth_beginning_of_a_workbook_is_refused(whole: list[bytes]) -> None:
    packed = [content for content in whole if content.startswith(b"PK")][:2]
    for content in packed:
        for length in range(0, len(content), max(1, len(content) // 10)):
            with pytest.raises(UnreadableError):
                check(content[:length])
