"""A brief as text, Markdown and HTML: the same words, and nobody's words become markup."""

import re
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import given, settings

from sponsor_app.domain.brief import Brief, BriefSource
from sponsor_app.domain.brief.compose import compose
from sponsor_app.exchange.pages.brief import brief_file, brief_html, brief_markdown, brief_text
from tests.unit.brief.pages import (
    DANA,
    EVIL,
    ME,
    SOURCES,
    TOM,
    contact,
    days_ago,
    details,
    fact,
    held,
    issue,
    promise,
    row,
    source,
    who,
)

TEMPLATES = Path(__file__).parents[3] / "resources" / "templates"
SOME = settings(max_examples=25)
OURS = {"p", "table", "tr", "td", "span", "br", "a"}
ATTRIBUTES = {"style", "width", "cellspacing", "cellpadding", "align", "href"}


class Tags(HTMLParser):
    """The tags, attributes and words of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _value in attrs)
        self.links += [str(value) for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.words += data


def parsed(html: str) -> Tags:
    tags = Tags()
    tags.feed(html)
    return tags


def evil() -> Brief:
    """A brief in which every text a person can type is an attack."""
    return compose(
        source(
            row=row(account=EVIL, sponsor=EVIL, lead=EVIL),
            details=details(wants=EVIL, issue_channel=EVIL),
            contacts=(contact(DANA, name=EVIL, title=EVIL, last_on=days_ago(3)),),
            timeline=(held(3, summary=EVIL, contacts=who(DANA), by=EVIL),),
            planned=(held(0, city=EVIL),),
            issues=(issue(title=EVIL),),
            commitments=(promise(-3, text=EVIL, owner=EVIL), promise(3, text=EVIL)),
            facts=(fact(DANA, EVIL),),
        )
    )


@SOME
@given(SOURCES)
def test_html_has_no_tags_but_ours_whatever_people_wrote(made: BriefSource) -> None:
    brief = compose(made)
    for html in (brief_html(brief, TEMPLATES), brief_html(brief, TEMPLATES, linked=False)):
        tags = parsed(html)
        assert tags.tags <= OURS
        assert tags.attributes <= ATTRIBUTES
        assert all(re.fullmatch(r"record:[a-z]+/.+", link, re.DOTALL) for link in tags.links)


def test_an_attack_stays_the_words_it_is_in_every_format() -> None:
    brief = evil()
    html = parsed(brief_html(brief, TEMPLATES))
    assert "img" not in html.tags
    assert html.words.count(EVIL) >= 8
    assert EVIL in brief_text(brief)
    markdown = brief_markdown(brief)
    assert "<" not in re.sub(r"\\.", "", markdown)
    assert markdown.count("\\<img src=file:///etc/passwd\\>") >= 8


def test_a_heading_that_names_somebody_holds_no_markup_of_theirs() -> None:
    timeline = (held(1, contacts=who(TOM)), held(3, contacts=who(DANA), members=who(ME)))
    people = (contact(DANA, name=EVIL), contact(TOM))
    brief = compose(source(contacts=people, attendees=(DANA, TOM), timeline=timeline))
    assert any("<img" in section.note for section in brief.sections)
    assert "\n## Since you met, 15 Nov, \\<img\n" in brief_markdown(brief)
    assert "img" not in parsed(brief_html(brief, TEMPLATES)).tags


@SOME
@given(SOURCES)
def test_markdown_marks_are_all_ours(made: BriefSource) -> None:
    brief = compose(made)
    plain = re.sub(r"\\.", "", brief_markdown(brief))
    assert not set(plain) & set("<>[]`|~{}")
    starts = [line[:2] for line in plain.splitlines() if line]
    headings = 1 + len(brief.sections)
    assert starts.count("# ") + starts.count("##") == headings
    bullets = sum(len(one.lines) + bool(one.more) for one in brief.sections)
    assert starts.count("- ") == bullets


@SOME
@given(SOURCES)
def test_text_has_every_statement_on_lines_that_fit_a_mail(made: BriefSource) -> None:
    brief = compose(made)
    text = brief_text(brief)
    flat = " ".join(text.split())
    for section in brief.sections:
        for line in section.lines:
            assert " ".join(line.text.split()) in flat
    assert text.isprintable() or set(filter(lambda c: not c.isprintable(), text)) <= KEPT


KEPT = set("\n\t\u200c\u200d\u200e\u200f")


def test_only_a_view_of_ours_gets_links() -> None:
    brief = evil()
    lines = sum(len(one.lines) for one in brief.sections)
    assert len(parsed(brief_html(brief, TEMPLATES)).links) == lines
    assert parsed(brief_html(brief, TEMPLATES, linked=False)).links == []
    page = brief_file(brief, TEMPLATES)
    assert parsed(page).links == []
    assert "<title>Brief: &lt;img" in page
    assert page.count("default-src 'none'") == 1


def test_what_was_left_out_is_said_in_every_format() -> None:
    brief = compose(source(issues=tuple(issue(n, 3) for n in range(5))))
    more = "and 2 more on the account’s page"
    made = (brief_html(brief, TEMPLATES), brief_text(brief), brief_markdown(brief))
    assert all(more in text for text in made)
