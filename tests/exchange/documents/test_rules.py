"""Rules that repeat: the same days as another library finds, and none that runs for ever."""

import time
from datetime import date, datetime
from datetime import time as clock

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from sponsor_app.exchange.calendars.rules import RuleError, parse_rule
from sponsor_app.exchange.calendars.unrolling import Budget, unroll

A_DAY, LONG_AGO = datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("1601-01-01")
FIRST, LAST = date(2024, 11, 18), date(2028, 11, 18)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@st.composite
def rules(draw: st.DrawFn) -> str:
    """A rule as a program may write it; parts that few programs agree upon are left out."""
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={frequency}", f"INTERVAL={draw(st.integers(1, 4))}"]
    days = draw(st.lists(st.sampled_from(DAYS), max_size=3, unique=True))
    nth = draw(st.sampled_from(["", "1", "2", "-1"])) if frequency in ("MONTHLY", "YEARLY") else ""
    months = draw(st.lists(st.integers(1, 12), max_size=3, unique=True))
    if frequency == "YEARLY" and nth:
        months = months or [3]
    if days:
        parts.append("BYDAY=" + ",".join(nth + day for day in days))
    if months:
        parts.append("BYMONTH=" + ",".join(map(str, months)))
    if frequency != "WEEKLY" and not days and draw(st.booleans()):
        parts.append(
            f"BYMONTHDAY={draw(st.sampled_from(['1', '15', '31', '-1', '1,15', '-2,28']))}"
        )
    if days and frequency == "MONTHLY" and draw(st.booleans()):
        parts.append(f"BYSETPOS={draw(st.sampled_from(['1', '-1', '1,2']))}")
    if draw(st.booleans()):
        parts.append(f"WKST={draw(st.sampled_from(['MO', 'SU']))}")
    end = draw(st.sampled_from(["", "COUNT=7", "COUNT=400", "UNTIL=20270105T120000"]))
    return ";".join([*parts, end] if end else parts)


@given(rules(), st.datetimes(datetime.fromisoformat("2019-01-01"), A_DAY))
@settings(max_examples=200)
def test_the_days_of_a_rule_are_those_that_another_library_finds(
    text: str, start: datetime
) -> None:
    begin = start.replace(microsecond=0)
    theirs = rrulestr(text, dtstart=begin).between(
        datetime.combine(FIRST, clock.min), datetime.combine(LAST, clock.max), inc=True
    )
    ours = list(unroll(parse_rule(text), begin, FIRST, LAST, Budget()))
    assert ours == theirs


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31;COUNT=100000",
        "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=6",
        "FREQ=DAILY;INTERVAL=99999",
        "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1;INTERVAL=3",
    ],
)
def test_a_rule_that_never_comes_true_ends_at_once(text: str) -> None:
    started = time.perf_counter()
    for start in (A_DAY, LONG_AGO):
        found = list(unroll(parse_rule(text), start, FIRST, LAST, Budget()))
        assert all(FIRST <= one.date() <= LAST for one in found)
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("FREQ=SECONDLY", "more often than daily"),
        ("FREQ=HOURLY;INTERVAL=2", "more often than daily"),
        ("FREQ=SOMETIMES", "no frequency"),
        ("FREQ=DAILY;INTERVAL=0", "no number"),
        ("FREQ=DAILY;COUNT=99999999999999999999", "no number"),
        ("FREQ=WEEKLY;BYDAY=XX", "no weekday"),
        ("FREQ=DAILY;UNTIL=later", "no day"),
        ("FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))) + ";BYMINUTE=0,30", "hourly"),
        ("FREQ=DAILY;" + "X=1;" * 1000, "longer"),
    ],
)
def test_a_rule_nobody_can_follow_says_why(text: str, why: str) -> None:
    with pytest.raises(RuleError, match=why):
        parse_rule(text)


@given(st.text(max_size=200))
def test_any_text_is_a_rule_or_a_reason(text: str) -> None:
    try:
        rule = parse_rule(text)
    except RuleError:
        return
    assert rule.interval >= 1


def test_many_rules_together_are_bounded_by_one_budget() -> None:
    budget, started = Budget(500_000), time.perf_counter()
    rule = parse_rule("FREQ=YEARLY;BYDAY=5MO;BYSETPOS=9;COUNT=100000")
    while budget.left > 0:
        list(unroll(rule, LONG_AGO, FIRST, LAST, budget))
    assert time.perf_counter() - started < 5
