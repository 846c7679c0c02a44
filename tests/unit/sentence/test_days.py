"""What a day means: looking back in the meeting, ahead in a promise."""

from datetime import date

import pytest

from sponsor_app.domain.sentence import Role, alternatives, parse
from tests.unit.sentence.corpus import NAMES, TODAY


def day(text: str) -> str:
    year, month, number = text.split("-") if text.count("-") == 2 else ("2026", *text.split("-"))
    return date(int(year), int(month), int(number)).isoformat()


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("yesterday", "11-17"),
        ("today", "11-18"),
        ("this morning", "11-18"),
        ("the day before yesterday", "11-16"),
        ("on Friday", "11-13"),
        ("Wednesday", "11-18"),
        ("last Wednesday", "11-11"),
        ("last Tuesday at 3pm", "11-17"),
        ("this Friday", "11-20"),
        ("next Friday", "11-27"),
        ("tomorrow", "11-19"),
        ("last week", "11-11"),
        ("last week on Tuesday", "11-10"),
        ("two weeks ago", "11-04"),
        ("a couple of days ago", "11-16"),
        ("on the 12th", "11-12"),
        ("on the 20th", "10-20"),
        ("on 12 Nov", "11-12"),
        ("Nov 12th", "11-12"),
        ("12 November 2025", "2025-11-12"),
        ("2026-11-03", "11-03"),
        ("12/11", "11-12"),
        ("11/12", "11-12"),
        ("12.11.", "11-12"),
        ("3-4 Nov", "11-04"),
        ("Fri 13 Nov", "11-13"),
        ("in March", "03-01"),
        ("on 3 Dec", "12-03"),
        ("in week 46", "11-09"),
    ],
)
def test_a_meeting_lies_behind_unless_the_words_say_ahead(words: str, on: str) -> None:
    assert parse(f"call with Dana Reed {words}", NAMES, TODAY).on.isoformat() == day(on)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("by Fri", "11-20"),
        ("by Wed", "11-25"),
        ("on Friday", "11-20"),
        ("this Friday", "11-20"),
        ("by next Friday", "11-27"),
        ("Friday week", "11-27"),
        ("by cob Thursday", "11-19"),
        ("by noon tomorrow", "11-19"),
        ("eod", "11-18"),
        ("by eow", "11-20"),
        ("by end of next week", "11-27"),
        ("next week", "11-27"),
        ("by eom", "11-30"),
        ("by the end of the month", "11-30"),
        ("next month", "12-31"),
        ("by end of quarter", "12-31"),
        ("by end of Q1", "2027-03-31"),
        ("by mid-December", "12-15"),
        ("by early next week", "11-23"),
        ("by the end of January", "2027-01-31"),
        ("in 3 weeks", "12-09"),
        ("in 2-3 weeks", "12-09"),
        ("within ten days", "11-28"),
        ("within 48 hours", "11-20"),
        ("within 10 working days", "12-02"),
        ("by the 20th", "11-20"),
        ("by the 12th", "12-12"),
        ("by 1 March", "2027-03-01"),
        ("by 10 Nov", "11-10"),
        ("by 12/11", "12-11"),
        ("before Christmas", "12-24"),
        ("by year end", "12-31"),
    ],
)
def test_a_promise_is_due_ahead(words: str, due: str) -> None:
    promise = parse(f"call with Dana Reed, promised pricing {words}", NAMES, TODAY).promises[0]
    assert promise.due is not None
    assert (promise.text, promise.due.isoformat()) == ("pricing", day(due))


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Preise bis Freitag versprochen", "11-20"),
        ("Preise bis übermorgen versprochen", "11-20"),
        ("Preise bis Ende nächster Woche versprochen", "11-27"),
        ("Preise bis zum 25. versprochen", "11-25"),
        ("Preise bis 3. 12. versprochen", "12-03"),
        ("Preise bis KW 49 versprochen", "12-04"),
        ("Preise bis Mitte Dezember versprochen", "12-15"),
        ("Preise in vierzehn Tagen versprochen", "12-02"),
        ("promis les prix d'ici vendredi", "11-20"),
        ("promis les prix d'ici la fin du mois", "11-30"),
        ("promis les prix pour le 25", "11-25"),
        ("promis les prix avant le 1er décembre", "12-01"),
        ("promis les prix sous huitaine", "11-25"),
        ("promis les prix mardi en huit", "12-01"),
        ("promis les prix dans une quinzaine de jours", "12-03"),
    ],
)
def test_promises_in_german_and_french(text: str, due: str) -> None:
    promise = parse(text, NAMES, TODAY).promises[0]
    assert promise.due is not None
    assert promise.due.isoformat() == day(due)


@pytest.mark.parametrize(
    "text",
    [
        "call with Dana Reed about the Q3 numbers",
        "call with Dana Reed on 31/02",
        "call with Dana Reed, 24/7 support",
        "call with Dana Reed, 3.5 million",
        "call with Dana Reed, pulse 8/10",
        "call with Dana Reed, every Friday",
        "call with Dana Reed, down since Monday",
        "call with Dana Reed, they may march on",
        "call with Dana Reed, she retires in March 2027",
        "Kaffee mit Dana Reed, so war das",
    ],
)
def test_these_are_no_day_of_the_meeting(text: str) -> None:
    assert parse(text, NAMES, TODAY).on_guessed


def test_no_calendar_has_these_days() -> None:
    assert parse("coffee, promised pricing by 30 Feb", NAMES, TODAY).promises[0].due is None
    assert parse("coffee, promised pricing by 30 Feb", NAMES, TODAY).unparsed == "by 30 Feb"


@pytest.mark.parametrize(
    ("text", "role", "days"),
    [
        ("coffee, promised pricing by Fri", Role.DUE, ["11-20", "11-27", "11-19"]),
        ("coffee last Tuesday", Role.DATE, ["11-17", "11-10"]),
        ("coffee on 11/12", Role.DATE, ["11-12", "12-11", "2025-11-12", "11-17"]),
        ("coffee, next lunch on 3 Dec", Role.NEXT_DATE, ["12-03", "2027-12-03", "11-19"]),
        ("coffee, promised pricing next week", Role.DUE, ["11-27", "11-23", "11-19"]),
    ],
)
def test_a_date_chip_offers_the_day_taken_first(text: str, role: Role, days: list[str]) -> None:
    sentence = parse(text, NAMES, TODAY)
    span = next(s for s in sentence.spans if s.role is role)
    assert [d.isoformat() for d in alternatives(sentence, span, TODAY)] == [day(d) for d in days]
