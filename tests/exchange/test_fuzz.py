"""Damaged files: whatever is flipped or cut, there is a table or a sentence, and no child is left."""

import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sponsor_app.domain.errors import FileProblemError
from sponsor_app.exchange.tabular.harvest import Harvest
from sponsor_app.exchange.tabular.problems import UnreadableError
from sponsor_app.exchange.tabular.reading import read_all, read_tabular
from sponsor_app.exchange.tabular.tables import Table
from sponsor_app.exchange.tabular.wire import Closing
from sponsor_app.exchange.tabular.wishes import Wishes
from tests.exchange.fuzzing import AT_ONCE, BRIEFLY, LONG, keep_on

LARGEST = 12_000
OWN = [
    b'Account Name;Annual Revenue;Website\r\n"Acme; ""Inc.""";1.234,56;acme.example\r\n"two\r\nlines";x;\r\n',
    "First Name,Last Name,Birthday,E-mail 1 - Label,E-mail 1 - Value\nDäna,Reed,31/02/1980,* Work,d@x.example\n".encode(),
    "Firma\tOrt\nMüller\tKöln\n".encode("utf-16"),
    "名前,会社\n山田太郎,株式会社\n".encode("cp932"),
    b"sep=|\nName|Email\n'=Dana|dana@acme.example\n\n\nGrand total\n",
]
SAMPLES = Path(__file__).parents[2] / ".." / "shared" / "data" / "csv"
REAL = [path for path in sorted(SAMPLES.rglob("*.*sv")) if path.stat().st_size <= LARGEST]
FILES = OWN + [path.read_bytes() for path in REAL]


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A sample with some bits flipped, some bytes put in, and perhaps its end cut off."""
    content = bytearray(draw(st.sampled_from(FILES)))
    for place in draw(st.lists(st.integers(0, max(0, len(content) * 8 - 1)), max_size=20)):
        content[place // 8] ^= 1 << place % 8
    for place in draw(st.lists(st.integers(0, len(content)), max_size=4)):
        content[place:place] = draw(
            st.sampled_from([b'"', b"\0", b"\r", b"\xff", b";", b"\t", b"'="])
        )
    return bytes(content[: draw(st.integers(0, len(content)) | st.just(len(content)))])


def outcome(content: bytes, **wishes: str) -> Closing | UnreadableError:
    """The account of a whole table, checked to be complete; or why there is none."""
    try:
        harvest = Harvest(Table.understand(content, Wishes(name="damaged.csv", **wishes)))  # pyright: ignore[reportArgumentType] - texts
        batches = list(harvest.batches())
    except UnreadableError as error:
        return error
    closing = harvest.closing
    rejected = sum(one.whole_row for batch in batches for one in batch.rejected)
    left_out = sum(one.count for one in closing.left_out if one.whole_rows)
    assert closing.rows_read == sum(len(batch.rows) for batch in batches) + rejected + left_out
    return closing


ENCODINGS = ["utf-8", "utf-16", "utf-7", "shift_jis", "punycode", "idna", "gb18030"]
WISHES: st.SearchStrategy[dict[str, str]] = st.one_of(
    st.just({}),
    st.sampled_from(ENCODINGS).map(lambda name: {"encoding": name}),
    st.sampled_from([",", ";", "tab", "|", " ", "a"]).map(lambda sign: {"delimiter": sign}),
)


@given(damaged(), WISHES)
@settings(max_examples=AT_ONCE)
def attack(content: bytes, named: dict[str, str]) -> None:
    found = outcome(content, **named)
    assert isinstance(found, Closing) or (
        found.message.endswith("Nothing was changed.") and found.next
    )


def test_a_damaged_file_is_a_table_or_a_refusal() -> None:
    keep_on(attack, BRIEFLY)


@pytest.mark.soak
def test_a_damaged_file_is_a_table_or_a_refusal_for_long() -> None:
    keep_on(attack, LONG)


@given(damaged())
@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_damaged_file_never_harms_whoever_reads_it(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "damaged.csv"
    path.write_bytes(content)
    message = ""
    try:
        read_all(read_tabular(path))
    except FileProblemError as error:
        message = error.message
    assert "the reader" not in message
    assert [one.name for one in threading.enumerate() if one.name == "table-reader"] == []


@pytest.mark.parametrize("content", OWN)
def test_every_beginning_of_a_file_is_a_table_or_a_refusal(content: bytes) -> None:
    found = [outcome(content[:length]) for length in range(len(content))]
    assert all(isinstance(one, Closing) or one.clause for one in found)
