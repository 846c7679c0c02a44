"""What somebody meant to type, though a finger slipped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.near import begins_nearly

WORDS = st.text("abcdefghij", min_size=5, max_size=12)


@pytest.mark.parametrize(
    "typed", ["cov", "coverage", "covreage", "coverge", "covverage", "covarage", "covreag"]
)
def test_one_slip_still_means_the_word(typed: str) -> None:
    assert begins_nearly(typed, "coverage")


@pytest.mark.parametrize("typed", ["cvo", "dover", "covrgae", "coverable", "overage", "xoverage"])
def test_short_words_other_beginnings_and_two_slips_mean_something_else(typed: str) -> None:
    assert not begins_nearly(typed, "coverage")


@given(WORDS, st.data())
def test_any_letter_left_out_doubled_changed_or_swapped_is_one_slip(
    word: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(1, len(word) - 2))
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for typed in (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + "z" + word[at + 1 :],
        swapped,
    ):
        assert begins_nearly(typed, word)
