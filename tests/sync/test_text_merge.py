"""Two rewritings of one text: both are kept where they can be, and shown where they cannot."""

from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.sync.merge.text import MOST_TOKENS, TOKENS, Agreed, Disputed, clean, merge

texts = st.lists(
    st.sampled_from(["visit", "delay", " ", "\n", "Bergen", ".", "è", "\r\n"]), max_size=12
).map("".join)


def words(text: str) -> list[str]:
    return TOKENS.findall(text)


def swapped(pieces: tuple[Agreed | Disputed, ...]) -> tuple[Agreed | Disputed, ...]:
    return tuple(
        piece if isinstance(piece, Agreed) else Disputed(piece.base, piece.theirs, piece.mine)
        for piece in pieces
    )


@given(texts, texts)
def test_what_only_one_changed_is_as_that_one_left_it(base: str, changed: str) -> None:
    assert clean(merge(base, changed, base)) == changed
    assert clean(merge(base, base, changed)) == changed
    assert clean(merge(base, changed, changed)) == changed


@given(texts, texts, texts)
def test_neither_side_has_an_advantage(base: str, mine: str, theirs: str) -> None:
    assert merge(base, theirs, mine) == swapped(merge(base, mine, theirs))


@given(texts, texts, texts)
def test_no_word_that_somebody_wrote_is_missing(base: str, mine: str, theirs: str) -> None:
    shown = "".join("".join(piece) for piece in merge(base, mine, theirs))
    written = {*words(mine), *words(theirs)} - {*words(base)}
    assert all(word in shown for word in written if not word.isspace())


def test_different_lines_and_different_words_both_find_their_place() -> None:
    base = "Met Jana in Bergen.\nShe is unhappy with the delay.\n"
    mine = "Met Jana Novak in Bergen.\nShe is unhappy with the delay.\n"
    theirs = "Met Jana in Bergen.\nShe is unhappy with the second delay.\nCall in May.\n"
    assert clean(merge(base, mine, theirs)) == (
        "Met Jana Novak in Bergen.\nShe is unhappy with the second delay.\nCall in May.\n"
    )


def test_what_both_rewrote_is_disputed_and_the_rest_is_not() -> None:
    pieces = merge("Call on Monday, please.", "Call on Friday, please.", "Call on Sunday, please.")
    assert pieces == (
        Agreed("Call on "),
        Disputed("Monday", "Friday", "Sunday"),
        Agreed(", please."),
    )
    assert clean(pieces) is None


def test_a_text_longer_than_anybody_compares_is_disputed_as_a_whole() -> None:
    base = "a " * MOST_TOKENS
    assert merge(base, base + "b", base + "c") == (Disputed(base, base + "b", base + "c"),)
    assert clean(merge(base, base + "b", base)) == base + "b"
