"""Exposure: who of ours meets whom of theirs, whom to bring next, and what hangs on one thread."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.exposure import (
    By,
    Known,
    Ours,
    Pair,
    Theirs,
    bring_words,
    exposure,
    single_thread,
)
from sponsor_app.domain.ids import AccountId, ContactId, MemberId
from sponsor_app.domain.member import Function
from sponsor_app.domain.people import Role

TODAY = date(2026, 11, 18)
ACME = AccountId("acme")


def ours(name: str, function: Function | None, accounts: int = 1, *, team: bool = False) -> Ours:
    return Ours(MemberId(name), name, function, accounts, True, (ACME,) if team else ())


def theirs(name: str, function: Function | None, role: Role | None = None) -> Theirs:
    return Theirs(ContactId(name), ACME, "Acme", name, None, function, role)


def pair(member: str, contact: str, days: int, times: int = 1) -> Pair:
    return Pair(MemberId(member), ContactId(contact), TODAY - timedelta(days=days), times)


OURS = (
    ours("Grace", Function.ENGINEERING),
    ours("Lena", Function.FINANCE),
    ours("Jonas", Function.FINANCE, 2, team=True),
)
THEIRS = (
    theirs("Dana", Function.ENGINEERING, Role.DECIDES),
    theirs("Ruth", Function.FINANCE),
    theirs("Finn", Function.FINANCE, Role.CHAMPION),
)


def test_an_empty_cell_says_whom_to_bring_and_whom_they_should_meet() -> None:
    found = exposure(Known(OURS, THEIRS, [pair("Grace", "Dana", 12)]), TODAY)
    assert (found.met, found.of) == (1, 4)
    best = found.next[0]
    assert (best.ours, best.column.title) == (Function.FINANCE, "Finance")
    assert bring_words(best) == ("Bring Jonas (on the team) or Lena (owns 1 account) to meet Finn.")


def test_who_met_more_than_a_year_ago_is_brought_again_and_who_met_lately_is_not() -> None:
    old = exposure(Known(OURS, THEIRS, [pair("Lena", "Finn", 400, 0)]), TODAY)
    cell = old.cells[1][1]
    assert (cell.last_on, cell.times, cell.fits[0].name) == (
        TODAY - timedelta(days=400),
        0,
        "Jonas",
    )
    new = exposure(Known(OURS, THEIRS, [pair("Lena", "Ruth", 20)]), TODAY)
    assert not new.cells[1][1].fits


def test_their_people_stand_across_whoever_decides_first() -> None:
    found = exposure(Known(OURS, THEIRS, []), TODAY, By.PERSON)
    assert [one.title for one in found.columns] == ["Dana", "Finn", "Ruth"]


def test_one_person_on_either_side_is_a_single_thread() -> None:
    assert "only Dana was met, of 3" in single_thread(
        Known(OURS, THEIRS, [pair("Grace", "Dana", 9), pair("Lena", "Dana", 30)])
    )
    assert "only Grace of ours" in single_thread(
        Known(OURS, THEIRS, [pair("Grace", "Dana", 9), pair("Grace", "Ruth", 9)])
    )
    assert not single_thread(Known(OURS, THEIRS, []))
    two = [pair("Grace", "Dana", 9), pair("Lena", "Ruth", 9)]
    assert not single_thread(Known(OURS, THEIRS, two))
    assert single_thread(Known(OURS, THEIRS, [*two[:1], pair("Lena", "Ruth", 500, 0)]))


@given(
    st.lists(st.sampled_from([*Function, None]), max_size=5),
    st.lists(st.sampled_from([*Function, None]), max_size=5),
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(0, 800)), max_size=8),
)
def test_every_meeting_is_in_one_cell_and_what_is_next_was_not_met_within_a_year(
    members: list[Function | None],
    contacts: list[Function | None],
    met: list[tuple[int, int, int]],
) -> None:
    here = [ours(f"m{n}", function) for n, function in enumerate(members)]
    there = [theirs(f"c{n}", function) for n, function in enumerate(contacts)]
    pairs = {
        (m, c): pair(f"m{m}", f"c{c}", days, int(days <= 365))
        for m, c, days in met
        if m < len(here) and c < len(there)
    }
    found = exposure(Known(here, there, list(pairs.values())), TODAY)
    cells = [cell for row in found.cells for cell in row]
    assert sum(cell.times for cell in cells) == sum(one.times for one in pairs.values())
    assert all(cell.times == 0 and cell.meet is not None for cell in found.next)
    assert len({cell.ours for cell in found.next}) == len(found.next)
