"""What holds for every brief, whatever is on file."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from sponsor_app.domain.brief import BriefSource, Line, SectionKey, phrasing
from sponsor_app.domain.brief.bad_news import bad_news
from sponsor_app.domain.brief.compose import MOST, compose, prepare
from sponsor_app.domain.brief.room import room
from tests.unit.brief.pages import SOURCES

SOME = settings(max_examples=40)


def records_of(source: BriefSource) -> set[tuple[str, str]]:
    page = source.page
    clocks = (getattr(page.row.clocks, name) for name in page.row.clocks._fields)
    return {
        ("account", page.row.account_id),
        *(("contact", one.id) for one in page.contacts),
        *(("interaction", one.id) for one in page.timeline),
        *(("interaction", one.interaction_id) for one in clocks if one),
        *(("issue", one.id) for one in page.issues),
        *(("commitment", one.id) for one in page.commitments),
        *(("pulse", one.id) for one in page.pulses),
        *(("fact", one.id) for one in page.facts),
    }


def lines_of(source: BriefSource) -> list[Line]:
    return [line for section in compose(source).sections for line in section.lines]


@SOME
@given(SOURCES)
def test_every_line_cites_a_record_of_the_page(source: BriefSource) -> None:
    known = records_of(source)
    for line in lines_of(source):
        assert (line.record.kind, line.record.id) in known
        assert line.citation.strip()


@SOME
@given(SOURCES)
def test_sections_stand_in_one_order_with_bad_news_first(source: BriefSource) -> None:
    keys = [section.key for section in compose(source).sections]
    assert keys == [key for key in SectionKey if key in keys]
    if any(bad_news(source)):
        assert keys[0] is SectionKey.BAD_NEWS


@SOME
@given(SOURCES)
def test_no_section_is_empty_or_longer_than_its_room(source: BriefSource) -> None:
    for section in compose(source).sections:
        assert 1 <= len(section.lines) <= MOST[section.key]
        assert section.left_out >= 0
        assert bool(section.more) == bool(section.left_out)


@SOME
@given(SOURCES)
def test_what_was_left_out_is_counted_honestly(source: BriefSource) -> None:
    made = {section.key: section for section in compose(source).sections}
    bad = made.get(SectionKey.BAD_NEWS)
    shown = len(bad.lines) + bad.left_out if bad else 0
    assert shown == sum(map(len, bad_news(source)))
    here = made.get(SectionKey.IN_THE_ROOM)
    assert (len(here.lines) + here.left_out if here else 0) == len(room(source))


@SOME
@given(SOURCES)
def test_the_same_page_always_makes_the_same_brief(source: BriefSource) -> None:
    assert compose(source) == compose(source) == prepare(source).brief


@SOME
@given(SOURCES)
def test_statements_have_no_double_stops_and_no_line_ends(source: BriefSource) -> None:
    brief = compose(source)
    ours = (brief.occasion, brief.standing, brief.not_in_step)
    assert not any("\n" in text for text in ours)
    for line in lines_of(source):
        assert line.text.strip()
        assert line.because == "" or re.fullmatch(r"Because .+\.", line.because, re.DOTALL)


@given(st.text(max_size=400))
def test_a_statement_has_one_capital_and_one_end(text: str) -> None:
    made = phrasing.statement(text)
    if made:
        assert made == phrasing.statement(made)
        assert len(made) <= phrasing.LONGEST + 3
        assert not made.endswith((" .", ",.", ";.", ":.", "..")) or ".." in text
        assert "\n" not in made
    else:
        assert not phrasing.one_line(text).strip(phrasing.TRAILING)


@given(st.integers(0, 5000))
def test_how_long_it_took_is_said_with_a_fitting_unit(days: int) -> None:
    said = phrasing.lapse(days)
    number, unit = said.split()
    assert unit.rstrip("s") in ("day", "week", "month", "year")
    assert unit.endswith("s") == (number != "one")
