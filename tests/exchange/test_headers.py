"""Where the headings stand, and what the columns are called."""

import pytest

from sponsor_app.domain.importing import ImportKind
from sponsor_app.exchange.tabular.headers import column_names
from sponsor_app.exchange.tabular.problems import UnreadableError


def test_headings_are_found_below_a_preamble_and_what_is_above_is_reported(take) -> None:
    taken = take("Accounts of the north\nAs of 2024-01-01\n\nAccount Name,Industry\nAcme,Mining\n")
    shape = taken.table.shape
    assert (shape.header_line, shape.columns) == (4, ("Account Name", "Industry"))
    assert taken.fields == [{"name": "Acme", "industry": "Mining"}]
    above = taken.closing.left_out[0]
    assert (above.what, above.count) == ("lines above the headings", 2)
    assert "Accounts of the north" in above.reason


def test_a_line_that_announces_the_delimiter_is_no_row(take) -> None:
    taken = take("sep=;\r\nAccount Name;Industry\r\nAcme, Inc.;Mining\r\n")
    assert taken.table.shape.header_line == 2
    assert taken.rows[0][:2] == (3, {"name": "Acme, Inc.", "industry": "Mining"})


def test_a_file_without_headings_gets_columns_by_position_and_says_so(take) -> None:
    taken = take("Acme,12,acme.example\nBeta,7,beta.example\n")
    shape = taken.table.shape
    assert shape.header_line is None
    assert shape.columns == ("Column 1", "Column 2", "Column 3")
    assert any("no headings" in note for note in shape.notes)
    assert taken.closing.left_out[0].count == 2


def test_columns_by_position_can_be_mapped(take) -> None:
    taken = take(
        "Acme,12\nBeta,7\n",
        kind=ImportKind.ACCOUNTS,
        mapping={"Column 1": "name", "column 2": "employees"},
    )
    assert taken.fields == [{"name": "Acme", "employees": 12}, {"name": "Beta", "employees": 7}]


def test_mapping_by_position_makes_the_first_row_of_words_a_record(take) -> None:
    taken = take("Acme,Berlin\nBeta,Rome\n", kind=ImportKind.ACCOUNTS, mapping={"Column 1": "name"})
    assert [fields["name"] for fields in taken.fields] == ["Acme", "Beta"]


def test_empty_and_repeated_headings_are_kept_apart() -> None:
    names = column_names(["Email", "", "email", " E\tMail ", "Email (2)"])
    assert names == ("Email", "Column 2", "email (2)", "E Mail", "Email (2) (2)")


def test_headings_over_nothing_at_the_end_are_dropped(take) -> None:
    assert take("Account Name,Industry,,,\nAcme,Mining,,,\n").table.shape.columns == (
        "Account Name",
        "Industry",
    )
    assert take("Account Name,Industry,,\nAcme,Mining,,x\n").table.shape.columns[2:] == (
        "Column 3",
        "Column 4",
    )


def test_rows_with_a_trailing_delimiter_do_not_hide_the_headings(take) -> None:
    taken = take("Account Name,Industry\nAcme,Mining,\nBeta,Food,\n")
    assert taken.table.shape.header_line == 1
    assert len(taken.rows) == 2


def test_a_table_wider_than_any_is_refused_with_its_width() -> None:
    with pytest.raises(UnreadableError, match="2,001 columns"):
        column_names(["x"] * 2001)


def test_headings_repeated_in_the_middle_are_no_record(take) -> None:
    taken = take("Account Name,Industry\nAcme,Mining\nAccount Name,Industry\nBeta,Food\n")
    assert [fields["name"] for fields in taken.fields] == ["Acme", "Beta"]
    assert taken.closing.left_out[0].what == "repeated headings"
    assert taken.every_row_is_somewhere


def test_two_exports_put_together_keep_their_second_headings_out(take) -> None:
    one = b'\xef\xbb\xbf"Account Name","Industry"\r\n"Acme","Mining"\r\n'
    taken = take(one + one.replace(b"Acme", b"Beta"))
    assert [fields["name"] for fields in taken.fields] == ["Acme", "Beta"]
    assert taken.closing.left_out[0].what == "repeated headings"


def test_lines_below_the_table_are_no_records(take) -> None:
    text = "Account Name,Industry,Phone\nAcme,Mining,030 1234\n\nGrand Totals (1 record)\nConfidential\n"
    taken = take(text)
    assert len(taken.rows) == 1
    assert taken.closing.left_out[0].what == "lines below the table"
    assert taken.closing.left_out[0].count == 2
