"""How many fields of real sentences are right; `-s` prints the figures and every miss."""

import pytest

from tests.unit.sentence.corpus import LANGUAGES, cases, score

ENOUGH_TUNED = 97.0
ENOUGH_HELD_OUT = 95.0
HELD_OUT = ("held_out.txt", "held_out_later.txt", "held_out_last.txt")


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_sentences_it_was_tuned_on_are_understood(code: str) -> None:
    found = cases(f"corpus_{code}.txt")
    result = score(found)
    print(f"\n{code}: {len(found)} sentences, {result}")
    assert len(found) >= (150 if code == "en" else 60)
    assert result.percent() >= ENOUGH_TUNED


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("file", HELD_OUT)
def test_sentences_written_before_they_were_first_scored_are_understood(
    file: str, code: str
) -> None:
    found = [c for c in cases(file) if c.language == code]
    result = score(found)
    print(f"\n{file} {code}: {len(found)} sentences held out, {result}")
    assert result.percent() >= ENOUGH_HELD_OUT
