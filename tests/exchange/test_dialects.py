"""What stands between the cells of a file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.exchange.tabular.dialects import given_delimiter, separator_line, vote
from sponsor_app.exchange.tabular.problems import UnreadableError


def lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_that_makes_a_regular_table_wins(delimiter: str) -> None:
    rows = [["Name", "City", "Revenue"], ["Acme, Inc.", "Berlin", "1"], ["Beta; Ltd", "Rome", "2"]]
    text = "\n".join(
        delimiter.join(f'"{cell}"' if delimiter in cell else cell for cell in row) for row in rows
    )
    assert vote(lines(text)).delimiter == delimiter


def test_decimal_commas_do_not_make_a_semicolon_file_a_comma_file() -> None:
    text = "Firma;Umsatz;Anteil\n" + "Acme;1.234,56;0,5\nBeta;99,00;0,1\n" * 20
    assert vote(lines(text)).delimiter == ";"


def test_a_preamble_without_delimiters_is_outvoted() -> None:
    text = "Accounts, all of them\nAs of today\n\nName;City;Country\nAcme;Berlin;DE\nBeta;Rome;IT\n"
    assert vote(lines(text)).delimiter == ";"


def test_commas_in_a_single_column_are_part_of_the_names() -> None:
    text = "Account Name\nAcme, Inc.\nBeta\nGamma, Ltd.\nDelta\n"
    dialect = vote(lines(text))
    assert dialect.delimiter == ","
    text = "Account Name\n" + "Acme; Beta\nGamma\n" * 5
    assert vote(lines(text)).delimiter == ","


def test_headings_we_know_outweigh_commas_in_the_notes() -> None:
    text = "Firma;Ort\n" + "Acme;Berlin, Mitte, am Park, links\n" * 10
    assert vote(lines(text)).delimiter == ";"


def test_backslashes_before_quotes_are_noticed() -> None:
    assert vote(lines('"Name","Notes"\n"Acme","he said \\"yes\\", then left"\n')).backslash
    assert not vote(lines('"Name","Notes"\n"Acme","C:\\dir ""x"""\n')).backslash


@pytest.mark.parametrize(
    ("line", "delimiter"),
    [
        ("sep=;\r\n", ";"),
        ('"sep=,"\n', ","),
        ("SEP=\t\n", "\t"),
        ("sep=;;;\n", ";"),
        ("sepia;x\n", None),
    ],
)
def test_a_first_line_may_announce_the_delimiter(line: str, delimiter: str | None) -> None:
    assert separator_line(line) == delimiter


@pytest.mark.parametrize(
    ("wanted", "delimiter"),
    [
        ("tab", "\t"),
        ("TAB", "\t"),
        ("\\t", "\t"),
        ("\t", "\t"),
        (";", ";"),
        ("pipe", "|"),
        (" ", " "),
    ],
)
def test_a_named_delimiter_is_understood(wanted: str, delimiter: str) -> None:
    assert given_delimiter(wanted) == delimiter


@pytest.mark.parametrize("wanted", ["", "ab", '"', "\n", "\0", "tabulator"])
def test_what_cannot_stand_between_cells_is_refused(wanted: str) -> None:
    with pytest.raises(UnreadableError, match="cannot stand between cells"):
        given_delimiter(wanted)


def test_thousands_of_blank_lines_cost_no_time() -> None:
    assert vote(["\n"] * 60_000).delimiter == ","


WORDS = st.text(st.sampled_from("abcXYZ 0123é"), min_size=1, max_size=8).filter(str.strip)


@given(
    st.sampled_from([",", ";", "\t", "|"]),
    st.integers(2, 6).flatmap(
        lambda n: st.lists(st.lists(WORDS, min_size=n, max_size=n), min_size=3)
    ),
)
def test_any_regular_table_gives_its_delimiter_away(delimiter: str, rows: list[list[str]]) -> None:
    text = "".join(delimiter.join(row) + "\n" for row in rows)
    assert vote(lines(text)).delimiter == delimiter
