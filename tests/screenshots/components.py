"""Every part of the kit in every state as pictures: `python -m tests.screenshots.components OUT [THEME ...]`."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.alternative import Alternative
from sponsor_app.ui.widgets.boxes import Column, Item, Row, fix, holding, inset
from sponsor_app.ui.widgets.button import Button, Kind
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.choice import Answer, Choice
from sponsor_app.ui.widgets.clock_cell import ClockCell
from sponsor_app.ui.widgets.columns import Columns
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.exposure_cell import ExposureCell, ExposureCellDelegate
from sponsor_app.ui.widgets.field import Field, LineEdit, TextEdit
from sponsor_app.ui.widgets.glyph import Glyph
from sponsor_app.ui.widgets.grid_view import GridView
from sponsor_app.ui.widgets.heat_cell import HeatCellDelegate
from sponsor_app.ui.widgets.key_cap import KeyCap
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.list_view import Flow, ListView
from sponsor_app.ui.widgets.message_bar import MessageBar
from sponsor_app.ui.widgets.moment import hold
from sponsor_app.ui.widgets.overlay import Overlay
from sponsor_app.ui.widgets.page import Header, Page
from sponsor_app.ui.widgets.pill import Pill
from sponsor_app.ui.widgets.progress_line import ProgressLine
from sponsor_app.ui.widgets.rail_item import RailItem
from sponsor_app.ui.widgets.record_grid import RecordGrid
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.record_table import RecordTable
from sponsor_app.ui.widgets.rich_page import RichPage
from sponsor_app.ui.widgets.row_delegate import RowDelegate
from sponsor_app.ui.widgets.rows.change_row import ChangeRowDelegate
from sponsor_app.ui.widgets.rows.clock_row import ClockRowDelegate
from sponsor_app.ui.widgets.rows.gap_row import GapRowDelegate
from sponsor_app.ui.widgets.rows.issue_card import IssueCardDelegate
from sponsor_app.ui.widgets.rows.list_row import (
    CompactRowDelegate,
    ListRowDelegate,
    PeekRowDelegate,
)
from sponsor_app.ui.widgets.rows.palette_row import PaletteRowDelegate
from sponsor_app.ui.widgets.rows.person_tile import PersonTileDelegate
from sponsor_app.ui.widgets.rows.timeline_row import TimelineRowDelegate
from sponsor_app.ui.widgets.rows.visit_row import VisitRowDelegate
from sponsor_app.ui.widgets.search_button import SearchButton
from sponsor_app.ui.widgets.section import GAP, Section
from sponsor_app.ui.widgets.section_links import SectionLinks
from sponsor_app.ui.widgets.states import StateKey
from sponsor_app.ui.widgets.strength import StrengthCell, StrengthFactors
from sponsor_app.ui.widgets.surface import Rule, Surface
from sponsor_app.ui.widgets.table_view import TableView
from sponsor_app.ui.widgets.toast import Toast
from sponsor_app.ui.widgets.tokens import ThemeName
from sponsor_app.ui.widgets.total import Total
from tests.screenshots import samples

R = TypeVar("R")
RESOURCES = Path(__file__).parents[2] / "resources"
MOMENTS = ({}, {"hovered": True}, {"focused": True})
BRIEF = """
<p class="text3" style="font-size:12px; margin:0">Brief as of Wed 18 Nov 2026, 08:48.</p>
<p style="font-size:26px; font-weight:600; margin:6px 0 0 0">Halvorsen Maritime</p>
<p style="font-size:9px; margin:0">&nbsp;</p>
<table width="100%" cellspacing="0" cellpadding="0"><tr>
<td width="104" style="font-size:12px; font-weight:600"><span class="bad">Bad news</span></td>
<td><p style="font-size:14px; line-height:142%; margin:0"><span style="font-weight:600">They heard it from
their crew, not from us.</span> About 27 people probably know; we have called 6.</p></td>
<td width="128" align="right" style="font-size:12px"><a class="cite" href="call:1">call 17 Nov, Okafor</a></td>
</tr></table>
"""


def row(name: str, *parts: Item) -> Row:
    """A line of the sheet: what it is, then the part in each state."""
    return Row(fix(Label(name, "meta", "text3"), width=92), *parts, None, gap=10)


def held(part: QWidget, moment: dict[str, bool]) -> QWidget:
    """`part` as it looks under the pointer or with the keyboard."""
    hold(part, **moment)
    return part


def disabled(part: QWidget) -> QWidget:
    """`part` switched off."""
    part.setEnabled(False)
    return part


def checked(part: RailItem | Chip | Alternative) -> QWidget:
    """`part` switched on."""
    part.setChecked(True)
    return part


def buttons(name: str, text: str, icon: str, kind: Kind, shortcut: str = "") -> Row:
    """A button at rest, hovered, focused and disabled."""
    made = [Button(text, icon, kind, shortcut=shortcut) for _ in range(4)]
    alive = [held(button, moment) for button, moment in zip(made[:3], MOMENTS, strict=True)]
    return row(name, *alive, disabled(made[3]))


def rail_items() -> list[QWidget]:
    """A rail item at rest, hovered, focused and current."""
    made = [RailItem("Issues", "circle-alert", "Ctrl+4") for _ in range(4)]
    for item in made:
        item.setAutoExclusive(False)
        item.set_count(2)
        fix(item, width=160)
    alive = [held(item, moment) for item, moment in zip(made[:3], MOMENTS, strict=True)]
    return [*alive, checked(made[3])]


def chips() -> list[QWidget]:
    """Chips in every state."""
    return [
        Chip("Coffee", "coffee", opens=True),
        held(Chip("Coffee", "coffee", opens=True), {"hovered": True}),
        held(Chip("Tue 17 Nov", "calendar-days", "yesterday", opens=True), {"focused": True}),
        checked(Chip("Mine", detail="4", checkable=True)),
        Chip("Care", "heart", "guess", guessed=True),
        disabled(Chip("Care", "heart")),
    ]


def pills(name: str, *keys: StateKey) -> Row:
    """The pills of one family."""
    return row(name, *(Pill(key) for key in keys))


def listing(
    name: str,
    records: Sequence[R],
    delegate: RowDelegate[R, Any],
    *,
    group: Callable[[R], str] | None = None,
    flow: Flow = "down",
    fit: bool = True,
    fades: bool = False,
    selected: int | None = None,
    hovered: int | None = None,
    focused: int | None = None,
) -> ListView[R]:
    """A list with rows frozen in the states asked for."""
    model = RecordList[R](
        lambda record: delegate.face(record).sentence,
        lambda record: delegate.face(record).sentence,
        group=group,
    )
    model.show(records)
    view = ListView(name, model, delegate, flow=flow, fit=fit, fades=fades, selects=True)
    model.setParent(view)
    if selected is not None:
        view.setCurrentIndex(model.index(selected))
    hold(view, hovered=hovered, focused=focused)
    return view


def same(record: R) -> R:
    """The face of a record that is its own face."""
    return record


def heat(rows: int = 3, focused: tuple[int, int] | None = (0, 0)) -> GridView[samples.Heat]:
    """The coverage grid."""
    model = RecordGrid[samples.Heat](lambda cell: cell.sentence)
    model.show(samples.HEAT_HEADS, samples.HEAT[:rows])
    view = GridView(
        "Sponsors by tier",
        model,
        HeatCellDelegate(),
        widths={4: 56},
        alignments={4: "right"},
        pads={0: 12, 1: 12, 2: 12, 3: 12},
        fit=True,
    )
    model.setParent(view)
    hold(view, focused=focused)
    return view


def exposure() -> GridView[ExposureCell]:
    """The exposure grid."""
    model = RecordGrid[ExposureCell](lambda cell: cell.sentence)
    model.show(samples.EXPOSURE_HEADS, samples.EXPOSURE)
    view = GridView(
        "Exposure",
        model,
        ExposureCellDelegate(),
        row_height=34,
        head_width=110,
        alignments=dict.fromkeys(range(6), "center"),
        fit=True,
    )
    model.setParent(view)
    hold(view, focused=(1, 1), hovered=(1, 2))
    return view


def accounts() -> TableView[samples.Account]:
    """The accounts table."""
    model = RecordTable(samples.COLUMNS, lambda account: account.name)
    model.show(samples.ACCOUNTS)
    view = TableView("Accounts", model, fit=True)
    model.setParent(view)
    view.select("Halvorsen Maritime")
    hold(view, hovered=4, focused=2)
    return view


def small_parts() -> QWidget:
    """Controls, pills, clocks and bars."""
    left = Column(
        Label("Components", "title"), 4,
        Label("rest · hover · focus · selected · disabled", "body", "text2"), 18,
        row("Rail item", *rail_items()), 12,
        buttons("Primary", "Log", "pencil-line", "primary", "Ctrl+L"), 10,
        buttons("Plain", "Brief", "file-text", "plain", "B"), 10,
        buttons("Quiet", "Export", "download", "quiet"), 10,
        buttons("Link", "Show map", "", "link"), 10,
        row("Chip", *chips()), 14,
        row("Alternative", checked(Alternative(1, "Fri 20 Nov", "in 2 days")),
            Alternative(2, "Fri 27 Nov", "in 9 days"),
            held(Alternative(3, "other", "type a day"), {"focused": True})), 14,
        pills("Coverage", "covered", "due", "overdue", "never_met", "no_cadence", "unsponsored"), 8,
        pills("Account", "prospect", "customer", "at_risk", "lost", "former"), 8,
        pills("Severity", "sev1", "sev2", "sev3", "sev4", "resolved", "closed"), 8,
        pills("Promise", "open", "kept", "late", "unowned", "dropped"), 18,
        Row(*((ClockCell(clock), 1) for clock in (*samples.CLOCKS[:3], samples.NEVER)), gap=28), 6,
        Row(*((part, 1) for part in (
            ClockCell(samples.CLOCKS[3]), StrengthCell(samples.STRENGTH, "5 of 6 contacts"),
            StrengthCell(None, "no touch in 365 days"), Total(13, 198, "overdue"))), gap=28), 10,
        StrengthFactors(samples.STRENGTH, "half-life 120 days", headed=True), 14,
        MessageBar("2 of 9 laptops are not in step: Mia since Sat 14 Nov, Jonas since Mon 16 Nov.",
                   "warn", "cloud-off", action="Show"), 8,
        MessageBar("The shared file could not be read back. Nothing is lost; we try again in 2 minutes.",
                   "bad", "cloud-off", action="Try now", closable=True), None,
    )  # fmt: skip
    right = Column(
        Section("List row", listing("Needs you", samples.NEEDS, ListRowDelegate(same),
                selected=2, hovered=1, focused=2), count="4", note="rest, hover, selected with focus",
                action="Show all"), 18,
        Section("Timeline row", listing("Timeline", samples.EVENTS, TimelineRowDelegate(same),
                hovered=1), count="48, newest first"), 18,
        Section("Palette row", listing("Finds", samples.FINDS, PaletteRowDelegate(lambda f: f.row),
                group=lambda f: f.group, selected=1, hovered=4)), 18,
        inset(EmptyState("calendar-days", "No visit in the next 30 days",
              "Drop a calendar file here, or plan one by hand.",
              action="Plan a visit", action_icon="plus")), 18,
        inset(fields()), None,
    )  # fmt: skip
    return holding(Row((holding(left), 11), (holding(right), 9), gap=40, margins=(32, 28, 32, 20)))


def fields() -> QWidget:
    """Fields, keys, search, progress."""
    wrong = Field(LineEdit("Mail", "name@example.com"), "Mail")
    wrong.set_error("That is not a mail address. Leave it empty if you do not know it.")
    focused = LineEdit("Filter", "Filter these accounts")
    progress, working = ProgressLine(), ProgressLine()
    progress.show_progress("Reading accounts", 120, 500)
    working.show_working("Waiting for the shared file")
    notes = TextEdit("Notes", "What was said", lines=2)
    return holding(
        Column(
            Row((SearchButton("Find anything", "Ctrl+K"), 1), (focused, 1), gap=12), 12,
            Row((wrong, 1), (Field(notes, "Notes", "Markdown is fine"), 1), gap=12), 12,
            Row((progress, 1), (working, 1), gap=24), 10,
            Row(KeyCap("Enter", "open"), KeyCap("Ctrl+Enter", "brief"), KeyCap("A", "assign"), None, gap=14),
        )
    )  # fmt: skip


def lists_and_tables() -> QWidget:
    """Rows, cards, tiles, tables and grids."""
    page = Page("Lists and tables")
    header = Header(
        "Halvorsen Maritime", "198 of 214 accounts count; 16 without a cadence are left out."
    )
    header.add_mark(Pill("at_risk"))
    header.add_mark(Pill("sev1", "Sev 1, update 1 day late"))
    for action in (
        Button("Brief", "file-text", shortcut="B"),
        Button("", "ellipsis", "quiet", name="More"),
    ):
        header.add_action(action)
    links = SectionLinks("Sections", page)
    people = listing(
        "People", samples.PEOPLE, PersonTileDelegate(same), flow="across", fades=True, hovered=1
    )
    sections = {
        "Visits": Section(
            "Visits", listing("Visits", samples.VISITS, VisitRowDelegate(same), hovered=1)
        ),
        "People": Section("People", inset(people), count="6", action="Show map"),
        "Accounts": Section(
            "Accounts", accounts(), note="200 of 214; 14 lost or former are left out by your filter"
        ),
        "Coverage": Section(
            "Sponsors by tier",
            heat(),
            note="16 of 74 sponsors, worst first; covered / all accounts",
        ),
        "Exposure": Section(
            "Exposure", exposure(), note="11 of 30 pairs met in 365 days; stronger is more recent"
        ),
    }
    left = Column(gap=GAP)
    for name, section in sections.items():
        left.add(section)
        links.add(name, section, "6" if name == "People" else "")
    left.add(None)
    right = Column(
        Section("Issues", listing("Issues", samples.ISSUES, CompactRowDelegate(same), selected=0, focused=0),
                note="3 open, 2 at Sev 1–2", action="Add"),
        Section("Going cold", listing("Cold", samples.COLD, ClockRowDelegate(same)), count="2 of 9 accounts"),
        Section("Since you last looked", listing("Changes", samples.CHANGES, ChangeRowDelegate(same), hovered=1)),
        Section("Gaps", listing("Gaps", samples.GAPS, GapRowDelegate(same), hovered=2), count="7 lists"),
        Section("Peek", listing("Peek", samples.PEEKS, PeekRowDelegate(same), selected=0)),
        inset(listing("Board", samples.CARDS, IssueCardDelegate(same), selected=0, focused=0, hovered=1)),
        None, gap=GAP,
    )  # fmt: skip
    page.add(header, 12, links, 18, Columns(left, right, shares=(640, 320)), None)
    return page


def floating() -> QWidget:
    """Overlay, choice, toast and paper over a page."""
    brief = RichPage("Brief")
    brief.show_html(BRIEF)
    paper = fix(Surface("paper", Column(brief, margins=(48, 40, 48, 44))), width=794)
    host = holding(Column(Header("Brief"), 20, Row(paper, None), None, margins=(32, 24, 32, 0)))
    host.resize(1280, 900)
    field = LineEdit("Find", "Find anything", role="input", bare=True)
    finds = listing(
        "Finds",
        samples.FINDS,
        PaletteRowDelegate(lambda f: f.row),
        group=lambda f: f.group,
        selected=1,
    )
    palette = holding(
        Column(
            Row(Glyph("search", size=18), (field, 1), Label("5 of 3,108", "meta", "text3"), gap=12, margins=(20, 13, 20, 12)),
            Rule(),
            Column(finds, margins=(6, 4, 6, 6)),
            Rule(),
            Row(KeyCap("Enter", "open"), KeyCap("Ctrl+Enter", "brief"), None, gap=14, margins=(20, 9, 20, 10)),
        )
    )  # fmt: skip
    Overlay(host, palette, name="Palette").open()
    field.setText("hal")
    return host


def asking() -> QWidget:
    """A choice over a page, and a toast."""
    host = holding(Column(Header("Settings"), None, margins=(32, 24, 32, 0)))
    host.resize(1280, 620)
    Toast(host).say("Logged coffee with Dana Whitfield-Ramanujan. 3 clocks restarted.")
    Choice(
        host,
        "Remove this laptop from the team?",
        "It forgets the team’s key and everything that has not been shared. The others keep what they have.",
        (Answer("keep", "Keep it", safe=True), Answer("remove", "Remove it", ink="bad")),
    ).ask()
    return host


def told() -> QWidget:
    """A toast over a page."""
    host = holding(
        Column(Header("Issues", "10 open at 7 of 214 accounts."), None, margins=(32, 24, 32, 0))
    )
    host.resize(1068, 300)
    Toast(host).say("Logged coffee with Dana Whitfield-Ramanujan. 3 clocks restarted.")
    return host


QUIET = ("components", "lists", "toast")  # where the real keyboard would add a ring of its own
SHEETS: dict[str, tuple[Callable[[], QWidget], int, int]] = {
    "components": (small_parts, 1440, 1240),
    "lists": (lists_and_tables, 1240, 1500),
    "floating": (floating, 1280, 900),
    "asking": (asking, 1280, 620),
    "toast": (told, 1068, 300),
}


def main(out: Path, names: Sequence[str]) -> None:
    """Write one picture for each sheet and theme into `out`."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    theme.install(app, RESOURCES)
    theme.set_less_motion(True)
    out.mkdir(parents=True, exist_ok=True)
    themes: tuple[ThemeName, ...] = ("light", "dark", "contrast")
    for name in themes:
        if names and name not in names:
            continue
        theme.use(name)
        for title, (build, width, height) in SHEETS.items():
            sheet = build()
            sheet.setAutoFillBackground(True)
            sheet.resize(width, height)
            sheet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            sheet.show()
            if QApplication.focusWidget() is None or title in QUIET:
                sheet.setFocus()
            for _ in range(3):
                app.processEvents()
            sheet.grab().save(str(out / f"{title}-{name}.png"))
            sheet.close()
            sheet.deleteLater()
            app.processEvents()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(Path(sys.argv[1]), sys.argv[2:])
