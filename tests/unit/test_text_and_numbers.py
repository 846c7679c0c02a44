from datetime import date
from uuid import UUID, uuid5

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sponsor_app.domain.account_fields import parse_fields
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.folding import fold, words
from sponsor_app.domain.hybrid_clock import milliseconds, tick
from sponsor_app.domain.ids import link_id, looks_like_id, uuid7
from sponsor_app.domain.money import amount, minor_units
from sponsor_app.domain.phones import domain_of, normal_phone
from sponsor_app.domain.search import match_field, phone_scrap, snippet
from sponsor_app.domain.text import LONGEST_NOTE, breakable, clean_line, clean_note
from sponsor_app.domain.wording import ago, full_day, listed, near_day

TODAY = date(2026, 11, 18)
NAMESPACE = UUID("5b1f0a52-9c5e-5d0e-8a39-8f3c1d7e2a64")


@given(st.text())
@example("\U0001d400")
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Ångström", "angstrom"), ("STRASSE", "strasse"), ("Straße", "strasse"), ("Ø  ré", "o re")],
)
def test_names_compare_without_case_accents_and_width(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_words_are_runs_of_letters_and_digits() -> None:
    assert words("Halvorsen & Söhne, Nr.7") == ["halvorsen", "sohne", "nr", "7"]


@given(st.integers(0, 2**48 - 1), st.integers(0, 2**74 - 1))
def test_ids_are_version_7_and_sort_by_time(moment: int, randomness: int) -> None:
    made = uuid7(moment, randomness)
    assert looks_like_id(made)
    assert made[14] == "7"
    assert made[19] in "89ab"
    assert moment == 0 or uuid7(moment - 1, 2**74 - 1) < made


@given(st.text(), st.text())
def test_two_laptops_make_the_same_link(one: str, other: str) -> None:
    assert link_id(one, other) == str(uuid5(NAMESPACE, f"{one}\x1f{other}"))
    assert link_id(one, other) != link_id(one + other)


@given(st.integers(0, 2**62), st.integers(0, 2**44))
def test_the_clock_never_repeats_and_never_lags_the_wall(last: int, moment: int) -> None:
    following = tick(last, moment)
    assert following > last
    assert milliseconds(following) >= moment


def test_seventy_thousand_edits_in_one_millisecond_stay_in_order() -> None:
    clock, seen = 0, []
    for _ in range(70_000):
        clock = tick(clock, 1_000)
        seen.append(clock)
    assert seen == sorted(set(seen))


def test_a_note_of_200_000_characters_is_refused_and_says_where_the_text_still_is() -> None:
    with pytest.raises(InvalidError, match="200,000 characters") as refused:
        clean_note("note", "x" * 200_000)
    assert "still where you typed it" in refused.value.message
    assert clean_note("note", "x" * LONGEST_NOTE)


@given(st.text(max_size=300))
def test_cleaning_keeps_every_letter_and_drops_what_drives_a_terminal(text: str) -> None:
    cleaned = clean_note("note", text)
    assert [c for c in cleaned if c.isalnum()] == [c for c in text if c.isalnum()]
    assert "\x1b" not in cleaned


@given(st.text(max_size=2000))
def test_long_runs_get_room_to_break_and_lose_nothing(text: str) -> None:
    assert breakable(text).replace("\u200b", "") == text.replace("\u200b", "")
    assert max(map(len, breakable(text).replace("\u200b", " ").split(" ")), default=0) <= 200


def test_a_line_has_no_line_ends() -> None:
    assert clean_line("name", "  Acme\n  Corp\t") == "Acme Corp"
    with pytest.raises(InvalidError):
        clean_line("name", " \n ")


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("1250000", "EUR", 125000000),
        ("1,250.50", "USD", 125050),
        ("1000", "JPY", 1000),
        ("1.5", "KWD", 1500),
    ],
)
def test_money_is_whole_minor_units(text: str, currency: str, minor: int) -> None:
    assert minor_units(text, currency) == minor


@given(st.integers(-(10**15), 10**15), st.sampled_from(["EUR", "JPY", "BHD"]))
def test_money_survives_being_written_and_read(minor: int, currency: str) -> None:
    assert minor_units(str(amount(minor, currency)), currency) == minor


@pytest.mark.parametrize("text", ["", "NaN", "inf", "1e999", "twelve", "1.2.3"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(InvalidError):
        minor_units(text, "EUR")


def test_unknown_fields_and_bad_choices_are_refused_with_what_is_allowed() -> None:
    with pytest.raises(InvalidError, match="no field") as unknown:
        parse_fields({"colour": "blue"})
    assert "website" in unknown.value.next
    with pytest.raises(InvalidError) as tier:
        parse_fields({"tier": "gold"})
    assert "strategic, key, standard" in tier.value.next


@pytest.mark.parametrize(
    ("written", "normal"),
    [("+33 (0)6 28 12", "+3362812"), ("0033 6 28", "+33628"), ("06 28 12", "62812")],
)
def test_phone_numbers_compare_without_their_dress(written: str, normal: str) -> None:
    assert normal_phone(written) == normal


@pytest.mark.parametrize(
    ("text", "scrap"),
    [
        ("+33 6 28", "33628"),
        ("06 28 12", "62812"),
        ("0033 6 28", "33628"),
        ("acme 12345", ""),
        ("28", ""),
    ],
)
def test_a_piece_of_a_phone_number_is_recognised(text: str, scrap: str) -> None:
    assert phone_scrap(text) == scrap


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.acme.example/de?x=1", "acme.example"),
        ("dana@ACME.example", "acme.example"),
        ("acme.example:8080", "acme.example"),
        ("", None),
        (None, None),
    ],
)
def test_a_web_or_mail_address_gives_its_domain(address: str | None, host: str | None) -> None:
    assert domain_of(address) == host


@given(st.text(min_size=1, max_size=60))
def test_a_name_always_matches_itself_best(name: str) -> None:
    asked = words(name)
    if asked:
        assert match_field(asked, "", "name", name) >= match_field(
            asked, "", "name", name + " more"
        )


@given(st.text(max_size=3000), st.text(min_size=1, max_size=10))
def test_a_snippet_is_one_short_line(text: str, query: str) -> None:
    made = snippet(words(query), text)
    assert "\n" not in made
    assert len(made) <= 126


def test_days_are_said_as_people_say_them() -> None:
    assert near_day(TODAY, TODAY) == "today"
    assert near_day(date(2026, 11, 20), TODAY) == "Fri 20 Nov"
    assert full_day(date(2025, 11, 20), TODAY) == "Thu 20 Nov 2025"
    assert ago(1) == "yesterday"
    assert ago(61) == "61 days ago"
    assert ago(335) == "11 months ago"
    assert listed(["Dana", "Tom", "Mia", "Jonas"]) == "Dana, Tom, Mia and 1 more"
    assert listed(["Dana", "Tom"]) == "Dana and Tom"
