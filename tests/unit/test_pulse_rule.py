"""What readings of how they feel add up to."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.ids import ContactId
from sponsor_app.domain.people import Pulse
from sponsor_app.domain.pulse import (
    MOST_FEELING,
    OWN_FEELING,
    Trend,
    Voice,
    blend,
    trend,
    voice_of,
)

TODAY = date(2026, 11, 18)


def reading(ago: int, score: int, who: str = "dana", source: str | None = None) -> Pulse:
    on = TODAY - timedelta(days=ago)
    return Pulse(f"{ago}{who}{score}", ContactId(who), who, score, None, source, on)


def test_nine_and_ten_promote_us_six_and_less_warn_others() -> None:
    assert [voice_of(score) for score in (0, 6, 7, 8, 9, 10)] == [
        Voice.DETRACTOR,
        Voice.DETRACTOR,
        Voice.PASSIVE,
        Voice.PASSIVE,
        Voice.PROMOTER,
        Voice.PROMOTER,
    ]


def test_a_trend_compares_one_person_with_themselves_first() -> None:
    of_two = [reading(50, 9, "dana"), reading(20, 3, "tom"), reading(1, 8, "dana")]
    assert trend(of_two, TODAY) is Trend.STEADY
    assert trend([*of_two, reading(0, 5, "dana")], TODAY) is Trend.FALLING
    assert trend([reading(40, 4), reading(2, 6)], TODAY) is Trend.RISING
    assert trend([], TODAY) is None
    assert trend([reading(3, 2, source=OWN_FEELING)], TODAY) is None


def test_what_is_too_old_is_left_out_and_counted() -> None:
    found = blend([reading(3, 8, "dana"), reading(31, 9, "tom"), reading(15, 5, "ann")], TODAY)
    assert (found.value, found.asked, found.stale) == (8, 1, 2)
    assert blend([reading(40, 8)], TODAY).value is None


def test_our_own_feeling_alone_is_no_reading() -> None:
    found = blend([reading(1, 9, source=OWN_FEELING)], TODAY)
    assert (found.value, found.asked) == (None, 0)
    assert found.feeling is not None


@given(
    st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=1, max_size=8),
    st.integers(0, 10),
)
def test_our_own_feeling_never_weighs_more_than_15_percent(
    asked: list[tuple[int, int]], felt: int
) -> None:
    said = [reading(ago, score, str(n)) for n, (ago, score) in enumerate(asked)]
    alone = blend(said, TODAY).value
    both = blend([*said, reading(0, felt, "me", OWN_FEELING)], TODAY)
    assert alone is not None
    assert both.value is not None
    assert both.feeling_share <= MOST_FEELING
    assert abs(both.value - alone) <= 10 * MOST_FEELING / 100 + 1e-9
    assert min(alone, felt) - 1e-9 <= both.value <= max(alone, felt) + 1e-9
