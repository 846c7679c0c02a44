"""How long it takes; prints, asserts only that a pasted novel comes back at all."""

import statistics
import time

import pytest

from sponsor_app.domain.sentence import parse
from tests.unit.sentence.corpus import LANGUAGES, NAMES, TODAY, asked, cases

NOVEL = 200_000
AWKWARD = [
    "coffee with Dana, ",
    ",",
    "1/2 ",
    "\n",
    "'",
    "promised ",
    "with Ab ",
    ". ",
    "😀",
    "a",
    "by Fri ",
]


@pytest.mark.parametrize("part", AWKWARD)
def test_a_pasted_novel_is_kept_whole_and_read_only_at_its_start(part: str) -> None:
    text = (part * (NOVEL // len(part) + 1))[:NOVEL]
    begun = time.perf_counter()
    sentence = parse(text, NAMES, TODAY)
    print(f"\n{part!r}: {(time.perf_counter() - begun) * 1000:.0f} ms")
    assert "".join(sentence.summary.split()) == "".join(text.split())


def test_how_long_a_sentence_takes() -> None:
    lines = [(c.text, asked(c.text)) for code in LANGUAGES for c in cases(f"corpus_{code}.txt")]
    took: list[float] = []
    for text, names in lines * 3:
        begun = time.perf_counter()
        parse(text, names, TODAY)
        took.append((time.perf_counter() - begun) * 1000)
    print(
        f"\nmedian {statistics.median(took):.2f} ms, slowest of 100 {sorted(took)[len(took) * 99 // 100]:.2f} ms"
    )
    assert len(took) == 3 * len(lines)
