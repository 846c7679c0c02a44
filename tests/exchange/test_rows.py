"""Physical lines become rows, whatever their quotes and line ends."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.exchange.tabular.limits import MAX_LINE
from sponsor_app.exchange.tabular.rows import BrokenRow, Dialect, RowReader


def read(
    text: str, delimiter: str = ",", width: int = 0
) -> list[tuple[int, list[str]] | BrokenRow]:
    reader = RowReader(io.StringIO(text, newline=""), Dialect(delimiter))
    reader.width = width
    return list(reader)


def broken(rows: list[tuple[int, list[str]] | BrokenRow]) -> list[int]:
    return [row.line for row in rows if isinstance(row, BrokenRow)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_separates_rows(end: str) -> None:
    assert read(end.join(["a,b", "1,2", "3,4"])) == [
        (1, ["a", "b"]),
        (2, ["1", "2"]),
        (3, ["3", "4"]),
    ]


def test_line_ends_may_be_mixed_in_one_file() -> None:
    assert read("a\rb\nc\r\nd") == [(1, ["a"]), (2, ["b"]), (3, ["c"]), (4, ["d"])]


def test_quotes_keep_delimiters_quotes_and_line_ends() -> None:
    rows = read('"a, b","say ""hi""","two\r\nlines"\r\nx,y,z\r\n')
    assert rows == [(1, ["a, b", 'say "hi"', "two\r\nlines"]), (3, ["x", "y", "z"])]


def test_a_quote_inside_a_cell_is_a_letter_like_any_other() -> None:
    assert read('5" pipe,x\n') == [(1, ['5" pipe', "x"])]


def test_a_quote_that_never_closes_costs_its_own_line_only() -> None:
    rows = read('a,b\n"Acme,Berlin\nBeta,Paris\nGamma,Rome\n')
    assert broken(rows) == [2]
    assert rows[2:] == [(3, ["Beta", "Paris"]), (4, ["Gamma", "Rome"])]


def test_a_quote_left_open_on_the_last_line_is_reported() -> None:
    assert broken(read('a,b\nBeta,Paris\n"Acme,Ber')) == [3]


def test_a_stray_quote_does_not_swallow_rows_up_to_the_next_quoted_cell() -> None:
    rows = read('a,b\n"Acme,Berlin\nBeta,Paris\n"Gamma","Rome"\n')
    assert broken(rows) == [2]
    assert rows[2:] == [(3, ["Beta", "Paris"]), (4, ["Gamma", "Rome"])]


def test_rows_swallowed_by_two_stray_quotes_are_told_by_the_width_of_the_table() -> None:
    text = 'a,b,c\n"Acme,Berlin,x\nBeta,Paris,y\nGamma,Rome,z\nsize 5",foo,bar\n'
    assert broken(read(text, width=3)) == [2]
    assert (3, ["Beta", "Paris", "y"]) in read(text, width=3)


def test_a_note_of_several_lines_with_commas_is_no_swallowed_row() -> None:
    text = 'a,b,c\nAcme,"first, we met\nthen, they said, no\nand left",x\n'
    assert read(text, width=3)[1] == (
        2,
        ["Acme", "first, we met\nthen, they said, no\nand left", "x"],
    )


def test_a_backslash_before_a_quote_is_understood_when_asked_for() -> None:
    reader = RowReader(['"say \\"hi\\"",x\n'], Dialect(",", backslash=True))
    assert list(reader) == [(1, ['say "hi"', "x"])]


def test_an_endless_line_is_rejected_and_the_next_is_read() -> None:
    rows = read(f"a,b\n{'x' * (MAX_LINE + 1)},y\nBeta,Paris\n")
    assert broken(rows) == [2]
    assert rows[-1] == (3, ["Beta", "Paris"])


def test_blank_lines_count_as_lines_and_hold_no_cells() -> None:
    assert read("a\n\n\nb\n") == [(1, ["a"]), (2, []), (3, []), (4, ["b"])]


@given(st.text(st.sampled_from('",;\n\r ab'), max_size=60))
def test_any_mixture_of_quotes_and_ends_is_read_to_its_last_line(text: str) -> None:
    rows = read(text)
    lines = [row.line if isinstance(row, BrokenRow) else row[0] for row in rows]
    assert lines == sorted(set(lines))
    kept = "".join(row.text if isinstance(row, BrokenRow) else "".join(row[1]) for row in rows)
    assert sorted(c for c in kept if c in "ab") == sorted(c for c in text if c in "ab")
