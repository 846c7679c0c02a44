"""What lies ahead: a line that tells of nothing that happened is a plan; a list of promises goes on after `and`."""

from datetime import date

import pytest

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.interaction import Kind, Sentiment
from sponsor_app.domain.sentence import PromiseDraft, Sentence, parse
from tests.unit.sentence.corpus import NAMES, TODAY


def said(text: str) -> Sentence:
    return parse(text, NAMES, TODAY)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("next meeting with Dana Reed on 14 Dec", Kind.MEETING),
        ("follow-up call with May Chen scheduled for 14 Dec 10am", Kind.CALL),
        ("next visit to Acme on 14 Dec, prepare deck by Monday", Kind.VISIT),
        ("nächster Besuch bei Acme am 14. Dezember", Kind.VISIT),
    ],
)
def test_a_line_about_the_next_time_only_is_that_plan_and_no_touch_of_today(
    text: str, kind: Kind
) -> None:
    sentence = said(text)
    assert (sentence.on, sentence.on_guessed) == (date(2026, 12, 14), False)
    assert sentence.next_on is None
    assert sentence.kind is kind


def test_a_line_that_also_tells_what_happened_keeps_both_days() -> None:
    sentence = said("Dana Reed happy, next visit 14 Dec")
    assert (sentence.on, sentence.next_on) == (TODAY, date(2026, 12, 14))
    assert sentence.sentiment is Sentiment.POSITIVE


def test_the_last_of_a_list_of_promises_is_one_too() -> None:
    sentence = said("Dana Reed happy. Promised: NDA by Mon, pricing by Fri, and a demo next month")
    assert [(one.text, one.due) for one in sentence.promises] == [
        ("NDA", date(2026, 11, 23)),
        ("pricing", date(2026, 11, 20)),
        ("demo", date(2026, 12, 31)),
    ]
    assert sentence.on == TODAY


def test_a_meal_after_the_promises_is_no_promise() -> None:
    sentence = said("coffee with Dana Reed, promised pricing by Fri, lunch on Tuesday")
    assert sentence.promises == (PromiseDraft("pricing", Direction.OURS, date(2026, 11, 20)),)


@pytest.mark.parametrize("word", ["demands", "requires", "insists on", "demanded", "wants"])
def test_what_they_demand_by_a_day_is_ours_to_do(word: str) -> None:
    [promise] = said(f"call with Dana Reed today, she {word} an RCA by Monday").promises
    assert promise == PromiseDraft("RCA", Direction.OURS, date(2026, 11, 23), promise.by)


def test_a_share_keeps_its_sign() -> None:
    [promise] = said("call with Dana Reed, promised a discount of 10% by Monday").promises
    assert promise.text == "discount of 10%"


@pytest.mark.parametrize(
    "text",
    [
        "did not meet Dana Reed yesterday",
        "Dana Reed didn't show up for lunch yesterday",
        "lunch with Dana Reed yesterday, she never showed up",
    ],
)
def test_what_did_not_take_place_is_no_touch(text: str) -> None:
    sentence = said(text)
    assert sentence.cancelled
    assert sentence.on == date(2026, 11, 17)


@pytest.mark.parametrize(
    "text",
    [
        "call with Dana Reed yesterday, we did not meet the target",
        "lunch with Dana Reed yesterday, she did not show interest",
    ],
)
def test_what_was_not_met_or_shown_took_place_all_the_same(text: str) -> None:
    assert not said(text).cancelled
