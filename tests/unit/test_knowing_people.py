"""The people map, days that matter and what is still owed, as rules."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.ids import ContactId
from sponsor_app.domain.important_dates import (
    ImportantDate,
    birthday_of,
    due_dates,
    parse_birthday,
)
from sponsor_app.domain.moments import Remind
from sponsor_app.domain.people import Contact, Role
from sponsor_app.domain.people_map import people_map

TODAY = date(2026, 11, 18)
DANA = ContactId("dana")
BLANK = Contact(
    ContactId(""), None, None, "", None, None, None, None, None, None, None, None, None, None,
    (), None, None, 0,
)  # fmt: skip


def person(who: str, boss: str | None = None, role: Role | None = None) -> Contact:
    return replace(
        BLANK, id=ContactId(who), name=who, reports_to_id=boss and ContactId(boss), role=role
    )


def drawn(*contacts: Contact) -> list[tuple[str, int]]:
    return [(row.person.name, row.depth) for row in people_map(contacts, TODAY).rows]


def test_everybody_stands_below_their_boss_and_whoever_decides_stands_first() -> None:
    assert drawn(
        person("Uma", "Dana"),
        person("Finn"),
        person("Dana", None, Role.DECIDES),
        person("Ole", "Uma"),
    ) == [("Dana", 0), ("Uma", 1), ("Ole", 2), ("Finn", 0)]


def test_a_ring_is_cut_above_whoever_weighs_most_and_said() -> None:
    ring = (person("Ann", "Bo"), person("Bo", "Cy", Role.DECIDES), person("Cy", "Ann"))
    found = people_map([*ring, person("Di", "Ann")], TODAY)
    assert [(row.person.name, row.depth) for row in found.rows] == [
        ("Bo", 0), ("Ann", 1), ("Cy", 2), ("Di", 2),
    ]  # fmt: skip
    assert found.rings == (("Bo", "Cy", "Ann"),)
    assert found.ring_words.startswith(
        "Bo, Cy and Ann report to each other in a ring; Bo stands on"
    )


@given(st.lists(st.one_of(st.none(), st.integers(0, 9)), max_size=10))
def test_whatever_the_bosses_everybody_is_drawn_once(bosses: list[int | None]) -> None:
    people = [person(str(n), None if boss is None else str(boss)) for n, boss in enumerate(bosses)]
    found = people_map(people, TODAY)
    assert sorted(row.person.name for row in found.rows) == sorted(one.name for one in people)
    depths = [row.depth for row in found.rows]
    assert all(after <= before + 1 for before, after in pairwise(depths))
    assert depths[:1] in ([], [0])


@given(st.dates(date(1930, 1, 1), date(2026, 11, 18)), st.dates(date(2026, 1, 1), date(2032, 1, 1)))
def test_a_day_that_comes_back_comes_within_a_year(first: date, today: date) -> None:
    one = ImportantDate("a", DANA, "Dana", "Anniversary", first)
    coming = one.next_on(today)
    assert coming is not None
    assert 0 <= (coming - today).days <= 366 or coming == first


def test_a_reminder_of_a_day_speaks_once_a_year_and_never_again_once_the_day_is_over() -> None:
    one = ImportantDate("a", DANA, "Dana", "Wedding", date(2026, 11, 25), remind=Remind.WEEK)
    now = datetime(2026, 11, 18, 8, 48, tzinfo=UTC)
    (told,) = due_dates([one], now)
    assert (told.text, told.on) == ("Wedding", date(2026, 11, 25))
    assert due_dates([replace(one, shown_for=told.at)], now) == ()
    assert due_dates([replace(one, shown_for=told.at)], now.replace(year=2027)) != ()
    assert due_dates([replace(one, yearly=False)], now.replace(year=2027)) == ()
    assert due_dates([replace(one, remind=None)], now) == ()


@pytest.mark.parametrize(
    ("written", "kept"),
    [("1980-05-17", "1980-05-17"), ("05-17", "--05-17"), ("--02-29", "--02-29")],
)
def test_a_birthday_is_kept_as_far_as_it_is_known(written: str, kept: str) -> None:
    assert parse_birthday(written) == kept
    assert birthday_of(DANA, "Dana", kept) is not None


@pytest.mark.parametrize("written", ["in spring", "1970-13-40", "", "02-30"])
def test_what_is_no_birthday_is_refused_or_passed_over(written: str) -> None:
    with pytest.raises(InvalidError):
        parse_birthday(written)
    assert birthday_of(DANA, "Dana", written) is None
