"""Monday's page as a web page, a sheet of paper, a workbook and a table, all telling the same."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from sponsor_app.cli.output import as_json
from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.clocks import Clocks, LastTouch
from sponsor_app.domain.coverage import Cadence, Coverage, CoverageRow, assess, totals
from sponsor_app.domain.coverage_document import coverage_document
from sponsor_app.domain.devices import Device
from sponsor_app.domain.errors import FileProblemError, InvalidError
from sponsor_app.domain.gaps import ALWAYS
from sponsor_app.domain.ids import AccountId, InteractionId, MemberId
from sponsor_app.domain.interaction import Kind
from sponsor_app.domain.moves import moves
from sponsor_app.domain.people import Member
from sponsor_app.domain.report import CoverageReport, Known, compose
from sponsor_app.domain.rules import Rules
from sponsor_app.exchange.outgoing.coverage.web import MOST_ROWS
from sponsor_app.exchange.outgoing.coverage.words import GAP_WORDS
from sponsor_app.services import Services, coverage, exports
from tests.conftest import TODAY
from tests.services.exports.conftest import FORMULA, PICTURE

ENDINGS = (".html", ".pdf", ".xlsx", ".csv")


class Page(HTMLParser):
    """The text, tags and attributes of a page."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(content)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def member(number: int, name: str, accounts: int = 0) -> Member:
    return Member(MemberId(f"m{number}"), name, None, None, None, None, None, None, accounts, 0)


def row(
    number: int, name: str, days: int | None, sponsor: Member | None, **more: object
) -> CoverageRow:
    cadence = Cadence(45, 90) if more.pop("promised", True) else None
    last = None if days is None else date.fromordinal(TODAY.toordinal() - days)
    touch = LastTouch(last, InteractionId("i"), Kind.VISIT) if last else None
    made = CoverageRow(
        AccountId(f"a{number}"),
        name,
        AccountStatus.CUSTOMER,
        Tier.KEY if cadence else None,
        None,
        None,
        None,
        sponsor.id if sponsor else None,
        sponsor.name if sponsor else None,
        None,
        None,
        cadence,
        assess(cadence, last, TODAY),
        Clocks(touch, touch),
        days,
        None,
        0,
        2,
    )
    return made._replace(**more)


def report(rows: list[CoverageRow], members: list[Member], *devices: Device) -> CoverageReport:
    return replace(
        compose(Known(TODAY, tuple(rows), tuple(members), Rules())), devices=tuple(devices)
    )


@pytest.fixture
def monday() -> CoverageReport:
    """Six accounts in every state, two with names that are attacks, and a laptop that is behind."""
    grace, tom = member(1, "Grace Moreau", 7), member(2, "<b>Tom</b>", 1)
    idle = member(3, "Idle Jones")
    rows = [
        row(1, "Acme & Sons", 10, grace, open_sev12=2, next_planned=date(2026, 12, 1)),
        row(2, FORMULA, 60, grace),
        row(3, PICTURE, 103, tom, live_contacts=1),
        row(4, "Never GmbH", None, None),
        row(5, "株式会社テスト", 5, None, promised=False),
        row(6, "Overdue, very", 200, grace),
    ]
    mine = Device("grace-laptop", "Grace Moreau", mine=True, last_synced=None)
    behind = Device("mia", "Mia Fox", mine=False, last_synced=datetime(2026, 11, 13, 7, tzinfo=UTC))
    return report(rows, [grace, tom, idle], mine, behind)


@pytest.fixture
def large() -> CoverageReport:
    """Ten thousand accounts of a hundred sponsors."""
    sponsors = [member(n, f"Sponsor {n} von Hohenberg", 100) for n in range(100)]
    days = [10, 60, 100, None, 20, 30, 40, 5, 6, 7]
    rows = [
        row(n, f"Halvorsen Maritime Systems {n}", days[n % 10], sponsors[n % 100])
        for n in range(10_000)
    ]
    return report(rows, sponsors)


def html(app: Services, found: CoverageReport, folder: Path) -> str:
    return coverage.write(app, found, folder / "c.html").read_text("utf-8")


def paper(app: Services, found: CoverageReport, folder: Path) -> tuple[int, str]:
    pages = PdfReader(coverage.write(app, found, folder / "c.pdf")).pages
    return len(pages), " ".join(pages[0].extract_text().split())


def test_the_page_says_all_of_it_in_words(
    app: Services, folder: Path, monday: CoverageReport
) -> None:
    said = Page(html(app, monday, folder)).text
    for words in (
        "As of Wed 18 Nov 2026.",
        "5 of 6 accounts count. Left out: 1 account (no tier and no cadence of their own).",
        "1 of 2 laptops not in step: Mia since Fri 13 Nov.",
        "1 of 5 ✓ covered",
        "1 of 5 △ due",
        "2 of 5 ▲ overdue",
        "1 of 5 ○ never met",
        "2 of 6 □ no sponsor",
        "Executive without an account 1 of 3 Idle Jones",
        "Overdue 2 of 5 Overdue, very · <img src=file:///etc/passwd>",
        "1 of 3 ▲ 1 overdue",
        "All 6 accounts, worst first.",
        "Mia Fox: mia last in step Fri 13 Nov",
    ):
        assert words in said
    for one in monday.rows:
        assert one.account in said
    for gap in ALWAYS:
        assert GAP_WORDS[gap] in said


def test_the_page_runs_nothing_and_loads_nothing(
    app: Services, folder: Path, monday: CoverageReport
) -> None:
    content = html(app, monday, folder)
    page = Page(content)
    assert not {"script", "img", "link", "iframe", "object", "form", "base"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name in ("src", "href", "srcset", "style")]
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    assert ("content", policy) in page.attributes
    assert "url(" not in content
    assert "@import" not in content
    assert page.open == []


def test_the_page_is_made_for_telephones_and_screen_readers(
    app: Services, folder: Path, monday: CoverageReport
) -> None:
    content = html(app, monday, folder)
    assert '<html lang="en">' in content
    assert "width=device-width" in content
    assert "@media (max-width:720px)" in content
    assert content.count('scope="row"') >= len(monday.rows)
    assert "prefers-color-scheme:dark" in content


def test_no_state_is_told_by_colour_alone(
    app: Services, folder: Path, monday: CoverageReport
) -> None:
    content = html(app, monday, folder)
    cells = re.findall(r'<td class="\w+">(.*?)</td>', content)
    assert cells
    for cell in cells:
        assert re.search(r"[✓△▲○–] [\d ]*(covered|due|overdue|never met|no cadence)", cell)


def test_ten_thousand_accounts_make_a_page_of_less_than_two_megabytes(
    app: Services, folder: Path, large: CoverageReport
) -> None:
    content = html(app, large, folder)
    assert len(content.encode()) < 2_000_000
    said = Page(content).text
    assert "The 3,000 of 10,000 accounts that are not covered, worst first." in said
    assert "7,000 covered accounts are not listed here; the workbook" in said
    assert "and 800 more, in the workbook (.xlsx)" in said


def test_when_nothing_is_covered_the_page_still_says_how_many_it_leaves_out(
    app: Services, folder: Path
) -> None:
    rows = [row(n, f"A{n}", 100, None) for n in range(MOST_ROWS + 5)]
    said = Page(html(app, report(rows, []), folder)).text
    assert f"The {MOST_ROWS:,} of {MOST_ROWS + 5:,} accounts that are not covered" in said
    assert "0 covered accounts are not listed here, nor are 5 others" in said


def test_the_paper_is_one_page_in_reading_order(
    app: Services, folder: Path, monday: CoverageReport
) -> None:
    pages, said = paper(app, monday, folder)
    assert pages == 1
    order = (
        "As of Wed 18 Nov 2026. 1 of 2 laptops not in step: Mia since Fri 13 Nov.",
        "Coverage 5 of 6 accounts count. Left out: 1 account",
        "1 of 5 ✓ covered 1 of 5 △ due 2 of 5 ▲ overdue 1 of 5 ○ never met 2 of 6 □ no sponsor",
        "Gaps No sponsor 2 of 6 Never GmbH,",
        "Executive without an account 1 of 3 Idle Jones Overdue 2 of 5 Overdue, very,",
        "Sponsors by tier",
        "Grace Moreau 1 of 3 ▲ 1 overdue 3",
        "See these first Overdue, very ▲ overdue 7 months ago (at most 90) Grace Moreau",
    )
    places = [said.find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)
    assert PICTURE in said


def test_the_paper_counts_what_it_has_no_room_for(
    app: Services, folder: Path, large: CoverageReport
) -> None:
    pages, said = paper(app, large, folder)
    assert pages == 1
    sponsors = re.search(r"and (\d+) more sponsors", said)
    accounts = re.search(r"and ([\d,]+) more that are overdue, never met or due", said)
    assert sponsors
    assert accounts
    assert int(sponsors[1]) + len(re.findall(r"Sponsor \d+ von Hohenberg \d+ of", said)) == 100
    shown = len(re.findall(r"▲ overdue 100 days ago", said))
    assert int(accounts[1].replace(",", "")) + shown == 3000


@pytest.mark.parametrize("name", ["Unbroken" * 62, "Very long name " * 33, "株式会社" * 120])
def test_names_of_five_hundred_letters_still_leave_one_page(
    app: Services, folder: Path, name: str
) -> None:
    sponsors = [member(n, f"{n} {name}", 5) for n in range(30)]
    rows = [row(n, f"{n} {name}", 100 + n, sponsors[n % 30]) for n in range(60)]
    behind = [Device(name, f"{name} {n}", mine=n == 0, last_synced=None) for n in range(5)]
    pages, said = paper(app, report(rows, sponsors, *behind), folder)
    assert pages == 1
    assert "more sponsors" in said
    assert name[:20] in said


def test_the_workbook_has_four_sheets_and_every_row(
    app: Services, folder: Path, monday: CoverageReport
) -> None:
    book = CalamineWorkbook.from_path(coverage.write(app, monday, folder / "c.xlsx"))
    assert book.sheet_names == ["Totals", "Accounts", "Gaps", "Sponsors"]
    total = {str(one[0]): one[1:] for one in book.get_sheet_by_name("Totals").to_python()[1:]}
    assert total["As of"][2] == "Wed 18 Nov 2026"
    assert total["Overdue"][:2] == [2, 5]
    assert total["No sponsor"][:2] == [2, 6]
    assert total["Left out"] == [1, 6, "accounts: no tier and no cadence of their own"]
    assert total["Gap: Executive without an account"][:2] == [1, 3]
    assert total["Laptop: Mia Fox"][2] == "mia, last in step: 2026-11-13 07:00 UTC"
    head, *rows = book.get_sheet_by_name("Accounts").to_python()
    assert [one[0] for one in rows] == [one.account for one in monday.rows]
    acme = dict(zip(map(str, head), rows[0], strict=True))
    assert (acme["Coverage"], acme["Last Touch"]) == ("covered", date(2026, 11, 8))
    assert (acme["Days Since"], acme["Next Planned"], acme["Open Sev 1-2"]) == (
        10,
        date(2026, 12, 1),
        2,
    )
    gaps = [one[:2] for one in book.get_sheet_by_name("Gaps").to_python()[1:]]
    assert gaps == [
        [GAP_WORDS[gap.gap], name]
        for gap in monday.gaps
        for name in [*(one.account for one in gap.accounts), *(one.name for one in gap.members)]
    ]
    sponsors = book.get_sheet_by_name("Sponsors").to_python()
    assert sponsors[0][4:] == ["Key: Covered", "Key: All", "Key: Worst"]
    assert sponsors[1][0] == "Grace Moreau"
    assert sponsors[1][2:] == [3, "fits", 1, 3, "1 overdue"]


def test_the_table_and_the_document_hold_what_coverage_prints(
    app: Services, folder: Path, team: Services
) -> None:
    found = coverage.report(team)
    content = coverage.write(team, found, folder / "c.csv").read_bytes().decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(content, newline="")))
    assert [one["Coverage"] for one in lines] == [one.coverage.value for one in found.rows]
    done = exports.export(team, exports.What.COVERAGE, folder / "c.json")
    written = json.loads(done.file.read_bytes())
    printed = json.loads(as_json(coverage_document(found)))
    assert done.rows == len(found.rows) == len(written["rows"])
    assert written == printed


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_empty_store_has_a_page_too(app: Services, folder: Path, ending: str) -> None:
    path = coverage.write(app, coverage.report(app), folder / f"c{ending}")
    assert path.stat().st_size > 0
    assert [one.name for one in folder.iterdir()] == [f"c{ending}"]


@pytest.mark.parametrize("name", ["c.docx", "c", "c.json"])
def test_an_ending_nobody_writes_is_refused(app: Services, folder: Path, name: str) -> None:
    with pytest.raises(InvalidError, match=r"\.html, \.pdf, \.xlsx or \.csv"):
        coverage.write(app, coverage.report(app), folder / name)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_folder_that_is_not_there_is_told_in_a_sentence(
    app: Services, folder: Path, ending: str
) -> None:
    with pytest.raises(FileProblemError, match="its folder does not exist"):
        coverage.write(app, coverage.report(app), folder / "no" / f"c{ending}")


def test_covered_is_the_only_state_that_needs_nobody(monday: CoverageReport) -> None:
    def states() -> Iterator[Coverage]:
        for one in monday.rows:
            yield one.coverage

    assert set(states()) == set(Coverage)


def test_what_moved_is_in_the_page_the_paper_and_the_workbook_with_its_reason(
    app: Services, folder: Path, monday: CoverageReport
) -> None:
    since = date(2026, 10, 1)
    before = [
        row._replace(coverage=Coverage.COVERED, days_since=1)
        for row in monday.rows
        if row.account != "Never GmbH"
    ]
    found = moves(before, monday.rows, totals(before), (since, TODAY))
    compared = replace(monday, moved=found)
    (direction, *_) = {one.direction for one in found.moved if one.row.account == FORMULA}
    assert direction == "worse"
    said = Page(html(app, compared, folder)).text
    assert "Since Thu 1 Oct 2026" in said
    assert "Never GmbH new ○ never met new since 1 Oct" in said
    pages, words = paper(app, compared, folder)
    assert pages == 1
    assert "Since Thu 1 Oct 2026: 3 worse, 1 new, 1 other; 1 as they were." in words
    book = CalamineWorkbook.from_path(coverage.write(app, compared, folder / "m.xlsx"))
    head, *rows = book.get_sheet_by_name("Since 2026-10-01").to_python()
    assert head[:5] == ["Account Name", "Went", "From", "To", "Because"]
    listed = {row[0]: row[1:5] for row in rows}
    assert listed[FORMULA][:3] == ["worse", "covered", "due"]
    assert set(listed) == {one.row.account for one in found.moved}
