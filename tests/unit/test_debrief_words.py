"""What is typed after a visit: promises with their day, ours and theirs, and minutes without anything of ours."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.commitment import Commitment, Direction
from sponsor_app.domain.debrief import Debrief, Minutes, internal_note, minutes_text, promise_of
from sponsor_app.domain.drafts import Promise
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.handoff import days_waiting, may_accept, working_days
from sponsor_app.domain.ids import AccountId, CommitmentId, InteractionId, MemberId
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment, State
from sponsor_app.domain.timeline import Interaction, Person
from tests.conftest import TODAY

OURS, THEIRS = Direction.OURS, Direction.THEIRS
LEAD, BOSS, OTHER = MemberId("lead"), MemberId("sponsor"), MemberId("other")


@pytest.mark.parametrize(
    ("text", "promise"),
    [
        ("a spare key by Fri", Promise("a spare key", OURS, date(2026, 11, 20))),
        ("they send the logs by 3 Dec", Promise("send the logs", THEIRS, date(2026, 12, 3))),
        ("Theirs: the signature", Promise("the signature", THEIRS)),
        ("stand by me", Promise("stand by me", OURS)),
        ("call on Monday", Promise("call", OURS, date(2026, 11, 23))),
    ],
)
def test_a_promise_is_read_with_its_day_and_whose_it_is(text: str, promise: Promise) -> None:
    assert promise_of(text, TODAY) == promise


@pytest.mark.parametrize("text", ["", "   ", "theirs: "])
def test_no_words_are_no_promise(text: str) -> None:
    with pytest.raises(InvalidError):
        promise_of(text, TODAY)


WORDS = st.text("abcdefghij", min_size=3, max_size=12).map(lambda word: f"secret{word}")


def a_promise(direction: Direction) -> Commitment:
    return Commitment(
        CommitmentId("p"), 1, AccountId("a"), "Acme", "the key", direction, TODAY, TODAY,
        None, None, "Owner Inside", None, None, None, None, None,
    )  # fmt: skip


@given(WORDS, WORDS, WORDS)
def test_minutes_say_nothing_that_is_ours_alone(note: str, quote: str, reason: str) -> None:
    held = Interaction(
        InteractionId("i"), AccountId("a"), "Acme", Kind.VISIT, State.HELD, TODAY, None, None,
        Place.THEIRS, "Lyon", Intent.SELL, Sentiment.NEGATIVE, note, quote,
        (Person("Dana Reed"),), (Person("Grace Moreau"),), "Grace Moreau", datetime(2026, 11, 18, tzinfo=UTC),
    )  # fmt: skip
    agreed = (replace(a_promise(OURS), drop_reason=reason), a_promise(THEIRS))
    text = minutes_text(Minutes(held, agreed, TODAY + timedelta(days=7)))
    for word in (note, quote, reason, "negative", "sell", "Owner Inside"):
        assert word not in text
    assert "Where: your site, Lyon" in text
    assert text.count("- the key, by Wed 18 Nov") == 2


def test_the_note_keeps_the_bad_news_in_their_words() -> None:
    said = Debrief(InteractionId("i"), bad_news=" It stops ", note="Ask Nadia")
    assert internal_note(said) == "Ask Nadia\nBad news: It stops"
    assert internal_note(Debrief(InteractionId("i"))) == ""


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 400))
def test_working_days_are_those_from_monday_to_friday(start: date, days: int) -> None:
    between = [start + timedelta(days=number) for number in range(1, days + 1)]
    counted = sum(day.weekday() < 5 for day in between)
    assert working_days(start, start + timedelta(days=days)) == counted
    assert working_days(start + timedelta(days=1), start) == 0


def test_a_promise_waits_beyond_its_time_only_while_nobody_has_it() -> None:
    one = replace(a_promise(OURS), made_on=TODAY - timedelta(days=2))
    assert (days_waiting(one, TODAY, 2), days_waiting(one, TODAY, 3)) == (2, 0)
    assert days_waiting(replace(one, accepted_on=TODAY), TODAY, 2) == 0
    assert days_waiting(replace(one, direction=THEIRS), TODAY, 2) == 0


def test_the_lead_accepts_and_once_it_is_escalated_the_sponsor_may() -> None:
    assert may_accept(LEAD, LEAD, BOSS, escalated=False)
    assert not may_accept(BOSS, LEAD, BOSS, escalated=False)
    assert may_accept(BOSS, LEAD, BOSS, escalated=True)
    assert not may_accept(OTHER, LEAD, BOSS, escalated=True)
    assert may_accept(OTHER, None, BOSS, escalated=False)
