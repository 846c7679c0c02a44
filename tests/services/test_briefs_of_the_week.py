"""A week of briefs in one PDF, to be read where there is no network; and one brief on its page, read by a program."""

from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.ids import AccountId, ContactId
from sponsor_app.domain.interaction import Kind, Place
from sponsor_app.services import (
    Services,
    accounts,
    briefs,
    contacts,
    interactions,
    issues,
    sponsorships,
)


@pytest.fixture
def week(app: Services, acme: AccountId) -> AccountId:
    """Visits today, in 6 and in 7 days, and a second one at Acme with somebody else."""
    bolt = AccountId(accounts.add(app, fields={"name": "Bolt GmbH"}).created[0])
    sponsorships.set_sponsor(app, [acme, bolt], app.me)
    dana = ContactId(contacts.add(app, acme, name="Dana Reed").created[0])
    tom = ContactId(contacts.add(app, acme, name="Tom Hale").created[0])
    issues.open_issue(app, bolt, title="Crane stops", severity=1)
    before = app.as_of(app.today() - timedelta(days=9))
    for days, at, who in ((0, acme, dana), (6, bolt, None), (7, bolt, None), (3, acme, tom)):
        on = app.today() + timedelta(days=days)
        people = (who,) if who else ()
        interactions.log(
            before, InteractionDraft(at, Kind.VISIT, on, Place.THEIRS, contact_ids=people)
        )
    return acme


def test_every_visit_of_seven_days_has_its_own_brief_with_its_own_people(
    app: Services, week: AccountId
) -> None:
    made = briefs.week(app)
    assert [(one.account, one.occasion.split(",")[0]) for one in made] == [
        ("Acme", "Today"),
        ("Acme", "Sat 21 Nov"),
        ("Bolt GmbH", "Tue 24 Nov"),
    ]
    assert ["Tom Hale" in briefs.text(one) for one in made] == [False, True, False]


def test_the_pack_is_one_file_with_what_is_ahead_and_a_page_each(
    app: Services, week: AccountId, tmp_path: Path
) -> None:
    path = briefs.write_week(app, briefs.week(app), tmp_path / "week.pdf")
    document = PdfReader(path)
    first, *pages = [page.extract_text() for page in document.pages]
    assert first.index("3 visits in the next 7 days") < first.index("Acme")
    assert "1 of 3 opens with bad news" in first
    assert "Crane stops" in first
    assert "1 of 4" in first
    assert [text.count("Brief as of") for text in pages] == [1, 1, 1]
    assert document.metadata is not None
    assert document.metadata.title == "Briefs of the week from 2026-11-18"
    assert document.metadata.author == "Grace Moreau"


def test_a_week_without_a_visit_writes_nothing_and_says_so(app: Services, tmp_path: Path) -> None:
    with pytest.raises(InvalidError, match="No visit is planned"):
        briefs.write_week(app, briefs.week(app), tmp_path / "week.pdf")
    with pytest.raises(InvalidError, match=r"one \.pdf"):
        briefs.write_week(app, [], tmp_path / "week.docx")
    assert list(tmp_path.glob("week*")) == []


def test_a_brief_is_one_page_with_title_and_author_and_is_read_in_its_order(
    app: Services, week: AccountId, tmp_path: Path
) -> None:
    brief = briefs.compose_brief(app, week)
    document = PdfReader(briefs.write(app, brief, tmp_path / "acme.pdf"))
    assert len(document.pages) == 1
    assert document.metadata is not None
    assert (document.metadata.title, document.metadata.author) == (
        "Brief: Acme, 2026-11-18",
        "Grace Moreau",
    )
    said = " ".join(document.pages[0].extract_text().split())
    order = [brief.account, brief.standing]
    for section in brief.sections:
        for line in section.lines:
            order += [line.text, line.citation]
    places = [said.find(" ".join(words.split())) for words in order]
    assert -1 not in places
    at = 0
    for words in order:
        at = said.index(" ".join(words.split()), at)
