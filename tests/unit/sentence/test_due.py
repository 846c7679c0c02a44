"""Days as they are typed into a field that asks for one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.sentence.due import read_day, read_due

WEDNESDAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("today", WEDNESDAY),
        ("tomorrow", date(2026, 11, 19)),
        ("fri", date(2026, 11, 20)),
        ("Friday", date(2026, 11, 20)),
        ("next friday", date(2026, 11, 27)),
        ("wed", date(2026, 11, 25)),
        ("27 nov", date(2026, 11, 27)),
        ("Nov 27", date(2026, 11, 27)),
        ("27.11.", date(2026, 11, 27)),
        ("2026-12-04", date(2026, 12, 4)),
        ("4.12.2026", date(2026, 12, 4)),
        ("in 2 weeks", date(2026, 12, 2)),
        ("2 weeks", date(2026, 12, 2)),
        ("  10   days ", date(2026, 11, 28)),
        ("a month", date(2026, 12, 18)),
        ("the 12th", date(2026, 12, 12)),
        ("12th", date(2026, 12, 12)),
        ("by 3 dec 2027", date(2027, 12, 3)),
        ("end of month", date(2026, 11, 30)),
        ("eom", date(2026, 11, 30)),
        ("next week", date(2026, 11, 27)),
        ("morgen", date(2026, 11, 19)),
        ("nächsten Freitag", date(2026, 11, 27)),
        ("in zwei Wochen", date(2026, 12, 2)),
        ("KW 50", date(2026, 12, 11)),
        ("demain", date(2026, 11, 19)),
        ("vendredi", date(2026, 11, 20)),
    ],
)
def test_a_day_is_read_as_people_type_it(typed: str, meant: date) -> None:
    assert read_due(typed, WEDNESDAY) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "soon",
        "2027-02-30",
        "friday or monday",
        "friday at Acme",
        "x" * 500,
        "since monday",
        "yesterday",
    ],
)
def test_what_is_not_one_day_and_nothing_else_is_not_read(typed: str) -> None:
    assert read_due(typed, WEDNESDAY) is None


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_a_full_date_means_itself_whatever_the_day_it_is_typed(day: date, today: date) -> None:
    assert read_due(day.isoformat(), today) == day


@given(st.text(max_size=80), st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_no_text_whatever_breaks_the_reading(text: str, today: date) -> None:
    found = read_due(text, today)
    assert found is None or isinstance(found, date)


@pytest.mark.parametrize(
    ("words", "back", "ahead"),
    [
        ("Fri", date(2026, 11, 13), date(2026, 11, 20)),
        ("last Fri", date(2026, 11, 13), date(2026, 11, 13)),
        ("12 nov", date(2026, 11, 12), date(2026, 11, 12)),
        ("in 3 weeks", date(2026, 12, 9), date(2026, 12, 9)),
        ("gestern", date(2026, 11, 17), date(2026, 11, 17)),
        ("no day", None, None),
    ],
)
def test_a_day_is_read_on_the_side_that_is_meant(
    words: str, back: date | None, ahead: date | None
) -> None:
    assert read_day(words, WEDNESDAY, back=True) == back
    assert read_day(words, WEDNESDAY, back=False) == ahead
