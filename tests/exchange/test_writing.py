"""A table that a spreadsheet opens without running anything, and that we read back as it was."""

import io
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sponsor_app.exchange.tabular.cells import unguarded
from sponsor_app.exchange.tabular.encodings import decoded_lines, settle_encoding
from sponsor_app.exchange.tabular.rows import Dialect, RowReader
from sponsor_app.exchange.tabular.writing import formula_safe, write_csv


def read_back(content: bytes) -> list[list[str]]:
    lines = decoded_lines(io.BytesIO(content), settle_encoding(content))
    rows = list(RowReader(lines, Dialect()))
    return [[unguarded(cell) for cell in row[1]] for row in rows if isinstance(row, tuple)]


def written(header: list[str], rows: list[list[str]]) -> bytes:
    stream = io.BytesIO()
    assert write_csv(stream, header, rows) == len(rows)
    return stream.getvalue()


def test_the_file_is_utf_8_with_its_mark_and_windows_line_ends() -> None:
    stream = io.BytesIO()
    write_csv(
        stream, ["Name", "Revenue", "Since"], [["Müller, GmbH", 12, None], ['say "hi"', 1.5, "x"]]
    )
    assert stream.getvalue() == (
        b'\xef\xbb\xbfName,Revenue,Since\r\n"M\xc3\xbcller, GmbH",12,\r\n"say ""hi""",1.5,x\r\n'
    )


@pytest.mark.parametrize(
    "cell", ["=1+1", "+49 30 1234", "-cmd|x", "@SUM(A1)", "\tx", "\rx", "\n=x", "\uff1d1+1"]
)
def test_what_a_spreadsheet_would_run_stands_behind_a_quote(cell: str) -> None:
    assert formula_safe(cell) == f"'{cell}"
    assert unguarded(formula_safe(cell)) == cell


@pytest.mark.parametrize(
    "cell", ["-5", "+5", "-1.234", "-7,5", "12", "plain", "'t Hooft", "", "a=b"]
)
def test_numbers_and_harmless_text_are_written_as_they_are(cell: str) -> None:
    assert formula_safe(cell) == cell


def test_numbers_that_are_numbers_are_untouched() -> None:
    assert [formula_safe(cell) for cell in (-5, -1.5, 0, None)] == ["-5", "-1.5", "0", ""]


CELLS = st.text(st.characters(codec="utf-8"), max_size=12) | st.text(
    st.sampled_from("'=+-@\t\r\n,;\" 1a\ufeff\0"), max_size=6
)


@given(
    st.integers(1, 5).flatmap(
        lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=1)
    )
)
@example([["''=x", "'=x", "=x"], ["'", "''", "'-5"]])
@example([["sep=;"], ["\ufeff"], [""], ["\0"]])
def test_every_cell_written_is_read_back(rows: list[list[str]]) -> None:
    assert read_back(written(rows[0], rows[1:])) == rows


def test_a_path_is_written_beside_and_then_put_in_place(tmp_path: Path) -> None:
    seen: list[Path] = []

    @contextmanager
    def publishing(path: Path) -> Generator[Path]:
        beside = path.with_suffix(".part")
        yield beside
        seen.append(beside)
        beside.rename(path)

    target = tmp_path / "accounts.csv"
    assert write_csv(target, ["Name"], [["Acme"]], publishing) == 1
    assert target.read_bytes() == b"\xef\xbb\xbfName\r\nAcme\r\n"
    assert seen == [tmp_path / "accounts.part"]


def test_a_path_without_a_way_to_publish_is_our_mistake(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="publishing"):
        write_csv(tmp_path / "accounts.csv", ["Name"], [])  # pyright: ignore[reportCallIssue, reportArgumentType] - the mistake


def test_our_own_export_is_recognised_when_it_comes_back(take) -> None:
    header = ["id", "name", "status", "industry", "phone", "annual_revenue", "currency", "story"]
    row = [
        "",
        "=Acme",
        "customer",
        "Mining",
        "+49 30 1234",
        "120000000.00",
        "EUR",
        "-first\nsecond",
    ]
    taken = take(written(header, [row]))
    assert taken.fields == [
        {
            "name": "=Acme",
            "status": "customer",
            "industry": "Mining",
            "phone": "+49 30 1234",
            "annual_revenue": 12_000_000_000,
            "currency": "EUR",
            "story": "-first\nsecond",
        }
    ]
