"""What was held and what is only meant, read and saved in a real store: a plan restarts no clock."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sponsor_app.domain.corrections import Corrections, Part, corrected
from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.interaction import Kind, State
from sponsor_app.domain.sentence import Sentence, parse
from sponsor_app.services import Services, accounts, contacts, interactions, members, sentences
from tests.unit.sentence.corpus import NAMES, TODAY

HERE = Path(__file__).parent


def table() -> Iterator[tuple[str, str]]:
    lines = (HERE / "outlook.txt").read_text("utf-8").splitlines()
    said = [line for line in lines if line and not line.startswith(("#", "=="))]
    yield from ((a, b.strip()) for a, b in zip(said[::2], said[1::2], strict=True))


def short(day: date | None) -> str:
    return "none" if day is None else day.isoformat().removeprefix(f"{TODAY.year}-")


def shown(draft: InteractionDraft) -> str:
    parts = [interactions.state_of(draft, TODAY), draft.kind, short(draft.on)]
    parts += [f"{one.direction}: {one.text} @ {short(one.due)}" for one in draft.promises]
    return " | ".join(parts)


@pytest.fixture
def dana(app: Services, acme: AccountId) -> Services:
    contacts.add(app, acme, name="Dana Reed")
    members.add(app, name="Tom Okafor")
    return app


@pytest.mark.parametrize(("text", "expected"), list(table()), ids=[text for text, _ in table()])
def test_a_line_becomes_what_it_says(
    dana: Services, acme: AccountId, text: str, expected: str
) -> None:
    draft = sentences.draft(sentences.read(dana, text))
    assert shown(draft) == expected
    interactions.log(dana, draft)
    page = accounts.page(dana, acme)
    assert len(page.commitments) == len(draft.promises)
    held = interactions.state_of(draft, TODAY) is State.HELD
    assert (page.row.clocks.touch is not None) == held


OPENERS = st.sampled_from(
    [
        "",
        "I will",
        "we'll",
        "remind me to",
        "don't forget to",
        "need to",
        "I must",
        "going to",
        "planning to",
        "I want to",
        "I am going to",
        "let's",
        "hope to",
        "we should",
        "remember to",
    ]
)
ACTS = st.sampled_from(
    [
        "call Dana Reed",
        "have lunch with Dana Reed",
        "visit Acme",
        "meet Dana Reed at Acme",
        "see Dana Reed",
        "email Dana Reed",
        "have coffee with Dana Reed at their office",
        "call her",
        "send Dana Reed the pricing",
        "review the outage with Dana Reed",
    ]
)
SURE_DAYS = st.sampled_from(
    [
        "tomorrow",
        "next Tuesday",
        "on 14 Dec",
        "next week",
        "in two weeks",
        "next month",
        "the day after tomorrow",
        "on 2026-12-03",
        "on Friday next week",
        "tomorrow at 9am",
    ]
)
WEEKDAYS = st.sampled_from(["on Friday", "Monday", "on Thursday at 3pm"])
NOUNS = st.sampled_from(
    [
        "visit to Acme",
        "lunch with Dana Reed",
        "call with Dana Reed",
        "Acme review",
        "Dana Reed",
        "visiting Acme",
        "seeing Dana Reed",
        "Dana Reed visits us",
        "demo for Acme",
        "Acme: call Dana Reed",
    ]
)
MEANT = st.one_of(
    st.tuples(OPENERS.filter(bool), ACTS, st.one_of(SURE_DAYS, WEEKDAYS)).map(" ".join),
    st.tuples(OPENERS, ACTS, SURE_DAYS).map(" ".join),
    st.tuples(NOUNS, SURE_DAYS).map(" ".join),
    st.tuples(SURE_DAYS, st.sampled_from([" ", ": "]), NOUNS).map("".join),
)


def state(sentence: Sentence) -> State:
    kind, on = sentences.likely_kind(sentence), sentence.on
    draft = InteractionDraft(AccountId("a"), kind, on, planned=sentence.planned)
    return interactions.state_of(draft, TODAY)


@settings(max_examples=400)
@given(MEANT)
def test_a_line_whose_only_day_is_after_today_was_not_held(text: str) -> None:
    assert state(parse(text, NAMES, TODAY)) is State.PLANNED


@settings(max_examples=200)
@given(MEANT, st.sampled_from(["", ", zorkblatt", " (bring the xyzzy)", " about the plugh"]))
def test_nothing_typed_is_dropped_from_a_plan(text: str, more: str) -> None:
    sentence = parse(text + more, NAMES, TODAY)
    assert "".join(sentence.summary.split()) == "".join((text + more).split())


@settings(max_examples=200)
@given(MEANT)
def test_a_meeting_told_before_it_is_held_all_the_same(text: str) -> None:
    sentence = parse(f"coffee with Dana Reed yesterday. {text}", NAMES, TODAY)
    assert state(sentence) is State.HELD
    assert (sentence.kind, sentence.on) == (Kind.COFFEE, date(2026, 11, 17))


def test_a_day_that_was_put_right_to_today_was_held() -> None:
    sentence = parse("need to call Dana Reed", NAMES, TODAY)
    assert state(sentence) is State.PLANNED
    assert state(corrected(sentence, Corrections().put(Part.ON, TODAY))) is State.HELD
    later = Corrections().put(Part.ON, date(2026, 11, 20))
    assert state(corrected(sentence, later)) is State.PLANNED


def test_a_wish_has_no_day_of_the_meeting() -> None:
    sentence = parse("coffee with Dana Reed, she wants to visit us on Friday", NAMES, TODAY)
    assert (sentence.on, sentence.on_guessed) == (TODAY, True)
    assert sentence.unparsed == "us on Friday"
