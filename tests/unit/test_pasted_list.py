"""A list pasted from anywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.pasted_list import MOST_LINES, read_list


def test_addresses_are_found_wherever_a_program_put_them() -> None:
    text = """Dana Reed <dana@acme.example>; tom@bolt.example,
"Ann, Lee" <ann@acme.example>\tCIO
mailto:kim@acme.example
Just A Name"""
    found = read_list(text)
    assert [one.said for one in found.entries] == [
        "dana@acme.example",
        "tom@bolt.example",
        "ann@acme.example",
        "kim@acme.example",
        "Just A Name",
    ]
    assert not found.repeated
    assert not found.bad


def test_the_same_one_twice_names_the_line_it_was_in_and_case_does_not_matter() -> None:
    found = read_list("dana@acme.example\n\nDANA@Acme.example")
    assert len(found.entries) == 1
    assert [(one.line, one.why) for one in found.repeated] == [(3, "the same as in line 1")]


@pytest.mark.parametrize(
    "wrong", ["dana@", "@acme.example", "a@@b.example", "a..b@c.example", "a@b"]
)
def test_what_is_no_address_is_said_so_and_invites_nobody(wrong: str) -> None:
    found = read_list(wrong)
    assert not found.entries
    assert [one.text for one in found.bad] == [wrong]


def test_a_list_without_end_is_refused() -> None:
    with pytest.raises(InvalidError, match="Nobody was invited"):
        read_list("a@b.example\n" * (MOST_LINES + 1))


@given(st.text(max_size=400))
def test_any_text_is_read_and_nobody_is_in_it_twice(text: str) -> None:
    found = read_list(text)
    said = [one.said.casefold() for one in found.entries]
    assert len(said) == len(set(said))
    assert all(one.said for one in found.entries)
    lines = len(text.splitlines())
    assert all(1 <= one.line <= lines for one in (*found.entries, *found.repeated, *found.bad))
