"""How many fields of real sentences are right; `-s` prints the figures and every miss."""

import pytest

from tests.unit.sentence.corpus import LANGUAGES, cases, score

ENOUGH_TUNED = 97.0
ENOUGH_HELD_OUT = 92.0


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_sentences_it_was_tuned_on_are_understood(code: str) -> None:
    found = cases(f"corpus_{code}.txt")
    result = score(found)
    print(f"\n{code}: {len(found)} sentences, {result}")
    assert len(found) >= (140 if code == "en" else 60)
    assert result.percent() >= ENOUGH_TUNED


@pytest.mark.parametrize("code", LANGUAGES)
def test_sentences_it_was_never_tuned_on_are_understood(code: str) -> None:
    found = [c for c in cases("held_out.txt") if c.language == code]
    result = score(found)
    print(f"\n{code}: {len(found)} sentences held out, {result}")
    assert result.percent() >= ENOUGH_HELD_OUT
