"""What holds for any text whatever: nothing raises, nothing is lost, nothing overlaps."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from sponsor_app.domain.sentence import (
    KnownName,
    NameKind,
    Role,
    alternatives,
    candidate_words,
    parse,
    resolve,
)
from tests.unit.sentence.corpus import LANGUAGES, NAMES, TODAY, cases

LINES = [c.text for code in LANGUAGES for c in cases(f"corpus_{code}.txt")]
WORDS = sorted(
    {word for line in LINES for word in line.split()}
    | {"12.", "31/02", "KW", "Q3", "w/", "1)", "'s", "’"}
)
SPOKEN = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
SHUFFLED = st.sampled_from(LINES).flatmap(lambda line: st.permutations(line.split())).map(" ".join)
TEXTS = st.one_of(st.text(max_size=300), SPOKEN, SHUFFLED, st.sampled_from(LINES))
DAYS = st.one_of(
    st.just(TODAY),
    st.dates(min_value=date(2020, 1, 1), max_value=date(2035, 12, 31)),
    st.sampled_from([date.min, date.max, date(2028, 2, 29), date(2026, 12, 31)]),
)
CODES = st.sampled_from([None, *LANGUAGES, "xx"])


@settings(max_examples=400)
@given(TEXTS, DAYS, CODES)
def test_no_text_raises(text: str, today: date, code: str | None) -> None:
    sentence = parse(text, NAMES, today, code)
    resolve(sentence)
    for span in sentence.spans:
        if span.role in (Role.DATE, Role.DUE, Role.NEXT_DATE):
            assert 1 <= len(alternatives(sentence, span, today)) <= 4


@settings(max_examples=300)
@given(TEXTS)
def test_every_character_that_is_not_blank_is_in_the_summary_in_order(text: str) -> None:
    assert "".join(parse(text, NAMES, TODAY).summary.split()) == "".join(text.split())


@settings(max_examples=300)
@given(TEXTS)
def test_spans_lie_inside_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for span in parse(text, NAMES, TODAY).spans:
        assert end <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text
        end = span.end


@settings(max_examples=300)
@given(
    SPOKEN.filter(lambda s: not any(c.isdigit() for c in s)),
    DAYS.filter(lambda d: date.min < d < date.max),
)
def test_a_promise_is_never_due_in_the_past_unless_a_calendar_day_was_named(
    text: str, today: date
) -> None:
    assert all(p.due is None or p.due >= today for p in parse(text, NAMES, today).promises)


@settings(max_examples=100)
@given(TEXTS)
def test_the_same_line_gives_the_same_sentence(text: str) -> None:
    assert parse(text, NAMES, TODAY) == parse(text, NAMES, TODAY)


@settings(max_examples=200)
@given(TEXTS.filter(lambda s: "xylo" not in s.casefold()), st.sampled_from(list(NameKind)))
def test_a_name_that_is_not_in_the_line_changes_nothing(text: str, kind: NameKind) -> None:
    stranger = KnownName(kind, "x", "Xylophon Xylander", "xa", "Xylo AG", ("Xylo",), rank=9.0)
    assert parse(text, (*NAMES, stranger), TODAY) == parse(text, NAMES, TODAY)


@settings(max_examples=200)
@given(TEXTS, st.permutations(NAMES))
def test_the_order_of_the_names_changes_nothing(text: str, names: list[KnownName]) -> None:
    assert parse(text, names, TODAY) == parse(text, NAMES, TODAY)


@settings(max_examples=200)
@given(TEXTS)
def test_words_to_ask_for_are_folded_and_few(text: str) -> None:
    words = candidate_words(text)
    assert len(words) <= 64
    assert all(word == word.casefold() and word for word in words)


@settings(max_examples=200)
@given(st.sampled_from(LINES), st.integers(min_value=-400, max_value=400))
def test_real_lines_make_sense_on_any_day(text: str, days: int) -> None:
    today = TODAY + timedelta(days=days)
    sentence = parse(text, NAMES, today)
    assert abs((sentence.on - today).days) <= 800
