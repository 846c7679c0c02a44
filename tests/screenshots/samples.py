"""Invented records around Wednesday 18 November 2026; no real organisation or person is meant."""

from dataclasses import dataclass

from sponsor_app.domain.account import AccountStatus
from sponsor_app.domain.coverage import Cadence, Coverage
from sponsor_app.domain.issue import Severity
from sponsor_app.domain.load import LoadState
from sponsor_app.domain.strength import Factor, Strength
from sponsor_app.ui.widgets.cell import Cell
from sponsor_app.ui.widgets.clock_cell import Clock
from sponsor_app.ui.widgets.exposure_cell import ExposureCell
from sponsor_app.ui.widgets.heat_cell import HeatCell, LoadCell
from sponsor_app.ui.widgets.record_grid import GridRow
from sponsor_app.ui.widgets.record_table import Column
from sponsor_app.ui.widgets.rows.change_row import ChangeRow
from sponsor_app.ui.widgets.rows.clock_row import ClockRow
from sponsor_app.ui.widgets.rows.gap_row import GapRow
from sponsor_app.ui.widgets.rows.issue_card import IssueCard
from sponsor_app.ui.widgets.rows.list_row import ListRow
from sponsor_app.ui.widgets.rows.palette_row import PaletteRow, match
from sponsor_app.ui.widgets.rows.person_tile import PersonTile
from sponsor_app.ui.widgets.rows.timeline_row import TimelineRow
from sponsor_app.ui.widgets.rows.visit_row import VisitRow
from sponsor_app.ui.widgets.states import state

STRATEGIC = Cadence(45, 90)
CLOCKS = (
    Clock("Any touch", Coverage.COVERED, 12, STRATEGIC, "Fri 6 Nov, call"),
    Clock("Sponsor face to face", Coverage.DUE, 61, STRATEGIC, "Fri 18 Sep, visit"),
    Clock("No ask", Coverage.COVERED, 34, STRATEGIC, "Thu 15 Oct, coffee"),
    Clock("Their turf", Coverage.OVERDUE, 103, STRATEGIC, "Fri 7 Aug, visit"),
)
NEVER = Clock("Their turf", Coverage.NEVER_MET, None, STRATEGIC)
STRENGTH = Strength(
    62,
    (
        Factor("visits", 21),
        Factor("meals", 14),
        Factor("meetings", 12),
        Factor("calls", 9),
        Factor("tenure", 6),
    ),
)
NEEDS = (
    ListRow(
        "Send the revised pricing for the northern fleet",
        "Halvorsen Maritime · promised 4 Nov for Fri 13 Nov",
        "5 days late",
        "handshake",
        "bad",
        "bad",
    ),
    ListRow(
        "Introduce their CFO to ours",
        "Kestrel Aerospace Components · promised 29 Oct for Mon 16 Nov",
        "2 days late",
        "handshake",
        "bad",
        "bad",
    ),
    ListRow(
        "Reference locked itself: Pellworm & Söhne",
        "Pulse fell from 8 to 5 on 12 Nov · 1 request waiting",
        "decide",
        "lock",
        "warn",
        "warn",
    ),
    ListRow(
        "Sev 1: crane telemetry drops out at sea",
        "Halvorsen Maritime · open 6 days · escalated to you by Tomás Iglesias",
        "update 1 day late",
        "octagon-alert",
        "bad",
        "bad",
    ),
)
ISSUES = (
    ListRow(
        "Crane telemetry drops out at sea",
        "Sev 1 · Tomás Iglesias",
        state("late", "update 1 day late"),
        "octagon-alert",
        "bad",
    ),
    ListRow(
        "Wrong spare-part kit on two deliveries to Ålesund",
        "Sev 2 · Lena Okonkwo",
        "due tomorrow",
        "triangle-alert",
        "bad",
    ),
    ListRow(
        "Name the on-site engineer",
        "ours · waits for Mia",
        state("unowned", "unowned, Fri 20 Nov"),
        "arrow-up-right",
    ),
)
PEEKS = (
    ListRow("Halvorsen Maritime", "their turf 103 of 90 days · next today", state("overdue")),
    ListRow("Bramblewood Foods", "their turf 84, ideal 45 · no next date", state("due")),
)
EVENTS = (
    TimelineRow(
        "Tue 17 Nov",
        "phone",
        "Call with Ruth Okafor",
        "“We found out from the crew, not from you.” Pulse 4.",
        "remote · fix",
        "Mia Andersson",
    ),
    TimelineRow(
        "Thu 12 Nov",
        "octagon-alert",
        "Sev 1 opened: crane telemetry drops out at sea",
        "Three ships affected; work-around costs a watch officer per shift.",
        "issue",
        "Tomás Iglesias",
        "bad",
    ),
    TimelineRow(
        "Fri 6 Nov",
        "phone",
        "Call with Sigurd Aasen",
        "Asked for a named engineer on site before 2 December.",
        "remote · fix",
        "Tomás Iglesias",
    ),
)
VISITS = (
    VisitRow(
        "Today", "15:00", "Pellworm & Söhne", "Dr. Annegret Vollmer-Castellanos",
        "Video", "video", Coverage.COVERED,
    ),
    VisitRow(
        "Thu 19", "12:15", "Kestrel Aerospace Components", "Tobias Achterberg and 2 more",
        "Lunch, neutral", "utensils", Coverage.DUE,
    ),
    VisitRow(
        "Mon 23", "10:00", "Ibérica de Aguas", "María Fernanda Echeverría Santibáñez",
        "Our site", "briefcase", Coverage.OVERDUE,
    ),
)  # fmt: skip
COLD = (
    ClockRow(
        "Oakhurst Municipal Utilities",
        "face to face · 97 of 180 days",
        Clock("Face to face", Coverage.DUE, 97, Cadence(90, 180)),
    ),
    ClockRow(
        "Nordlys Kraft",
        "any touch · 366 of 365 days",
        Clock("Any touch", Coverage.OVERDUE, 366, Cadence(180, 365)),
    ),
)
CHANGES = (
    ChangeRow("08:12", "Tomás Iglesias", "raised the crane issue to Sev 1", "Halvorsen Maritime"),
    ChangeRow("07:55", "Mia Andersson", "logged a call, pulse 4", "Halvorsen Maritime"),
)
GAPS = (
    GapRow("No sponsor", "user-x", 31, 214),
    GapRow("Executive, no account", "user-round", 3, 77),
    GapRow("No next date", "calendar-clock", 62, 214),
)


@dataclass(frozen=True, slots=True)
class Find:
    """A palette row and the group it belongs to."""

    group: str
    row: PaletteRow


FINDS = (
    Find(
        "Accounts",
        PaletteRow(
            "building-2", "Halvorsen Maritime", "at risk · Strategic · yours", "Enter",
            match("Halvorsen Maritime", "hal"),
        ),
    ),
    Find("Accounts", PaletteRow("building-2", "Nordlys Kraft", "was “Hallingdal Energi” until 2019", "old name")),
    Find(
        "People",
        PaletteRow(
            "user-round", "Ingeborg Hallström-Nakagawa", "Head of Procurement, Halvorsen Maritime",
            "", match("Ingeborg Hallström-Nakagawa", "hal"),
        ),
    ),
    Find(
        "Actions",
        PaletteRow(
            "file-text", "Open brief: Halvorsen Maritime", "today 09:30", "Ctrl+B",
            match("Open brief: Halvorsen Maritime", "hal"),
        ),
    ),
)  # fmt: skip
CARDS = (
    IssueCard(
        Severity.SEV1, "Crane telemetry drops out at sea, three ships of the northern fleet",
        "Halvorsen Maritime", "1 day late", "late", 27, 6, "Tomás Iglesias",
    ),
    IssueCard(
        Severity.SEV2, "Portal log-in fails for the night shift",
        "Bramblewood Foods", "due today 17:00", "today", 9, 9, "Jonas Feld",
    ),
    IssueCard(
        Severity.SEV3, "Invoices show the old legal name",
        "Pellworm & Söhne", "due Fri 20 Nov", "", 4, 2, "Lena Okonkwo",
    ),
    IssueCard(
        Severity.SEV4, "Training videos in Norwegian",
        "Halvorsen Maritime", "due Mon 30 Nov", "", 1, 1, "Jonas Feld",
    ),
)  # fmt: skip
PEOPLE = (
    PersonTile(
        "Dana Whitfield-Ramanujan", "Chief Operating Officer", "decides", "61 d",
        Coverage.DUE, 62, "You",
    ),
    PersonTile(
        "Sigurd Aasen", "Chief Engineer, northern fleet", "champion", "12 d",
        Coverage.COVERED, 48, "Tomás Iglesias",
    ),
    PersonTile(
        "Øystein Bakke", "Chief Financial Officer", "decides", "never", Coverage.NEVER_MET,
    ),
    PersonTile(
        "Ingeborg Hallström-Nakagawa", "Head of Procurement", "blocks", "140 d",
        Coverage.OVERDUE, 17, "Mia Andersson",
    ),
    PersonTile(
        "Ruth Okafor", "Crew Safety Lead", "influences", "34 d",
        Coverage.COVERED, 35, "Priya Raghunathan",
    ),
)  # fmt: skip
HEAT_HEADS = ("Strategic", "Key", "Standard", "Lost, former", "Load")
Heat = HeatCell | LoadCell
HEAT: tuple[GridRow[Heat], ...] = (
    GridRow[Heat](
        "Katharina Lindqvist-Osei",
        (
            HeatCell(2, 0, Coverage.OVERDUE, 1),
            HeatCell(1, 0, Coverage.DUE, 1),
            HeatCell(1, 1, Coverage.COVERED, 1),
            None,
            LoadCell(4, LoadState.HIGH),
        ),
        "Operations",
    ),
    GridRow[Heat](
        "Olumide Adébáyò-Fairweather",
        (
            HeatCell(2, 1, Coverage.OVERDUE, 1),
            HeatCell(1, 1, Coverage.COVERED, 1),
            HeatCell(2, 1, Coverage.NO_CADENCE, 1),
            HeatCell(1, 0, Coverage.NEVER_MET, 1),
            LoadCell(6, LoadState.OVER),
        ),
        "Marketing",
    ),
    GridRow[Heat](
        "Jean-Baptiste Rochambeau",
        (None, None, HeatCell(2, 0, Coverage.OVERDUE, 2), None, LoadCell(2, LoadState.FITS)),
        "Legal",
    ),
)
EXPOSURE_HEADS = ("Operations", "Engineering", "Procurement", "Finance", "IT", "Board")


def exposure_row(name: str, *days: int | None) -> GridRow[ExposureCell]:
    """A row of the exposure grid; -1 proposes whom to bring next."""
    cells = (None if d is None else ExposureCell(None if d < 0 else d, d < 0) for d in days)
    return GridRow[ExposureCell](name, tuple(cells))


EXPOSURE = (
    exposure_row("Executive", 61, 61, None, None, None, 210),
    exposure_row("Engineering", 34, 12, None, None, 75, None),
    exposure_row("Finance", None, None, 160, -1, None, None),
)


@dataclass(frozen=True, slots=True)
class Account:
    """A row of the accounts table."""

    name: str
    status: AccountStatus
    tier: str
    sponsor: str
    days: int | None
    coverage: Coverage
    strength: int | None
    severe: int
    following: str


ACCOUNTS = (
    Account("Fjordlund Textiles", AccountStatus.CUSTOMER, "Strategic", "Sofia Marchetti", 49, Coverage.DUE, 59, 0, "–"),
    Account("Halvorsen & Söhne", AccountStatus.PROSPECT, "Key", "Matthias von Hohenberg", 104, Coverage.DUE, 57, 0, "9 Dec"),
    Account("Halvorsen Maritime", AccountStatus.AT_RISK, "Strategic", "Katharina Lindqvist-Osei", 12, Coverage.COVERED, 62, 2, "18 Nov"),
    Account("Halvorsen Precision Instruments Holding", AccountStatus.CUSTOMER, "Key", "", 22, Coverage.COVERED, 83, 0, "23 Nov"),
    Account("Ibérica Kraft", AccountStatus.LOST, "Standard", "Esther Goldwasser", 435, Coverage.OVERDUE, 3, 0, "19 Nov"),
    Account("Quillon Dairy", AccountStatus.FORMER, "Standard", "Chen Wei-Ling", None, Coverage.NEVER_MET, None, 0, "–"),
)  # fmt: skip


def _sponsor(row: Account) -> Cell:
    if row.sponsor:
        return Cell(row.sponsor, ink="text")
    return Cell(state=state("unsponsored"), state_ink="warn")


def _touch(row: Account) -> Cell:
    days = "–" if row.days is None else str(row.days)
    return Cell(days, "medium", "text", state(row.coverage))


def _strength(row: Account) -> Cell:
    if row.strength is None:
        return Cell("none", "meta", "text3")
    return Cell(str(row.strength), part=row.strength / 100)


COLUMNS = (
    Column[Account]("Account", lambda r: r.name, cell=lambda r: Cell(r.name, "medium", "text")),
    Column[Account](
        "Status",
        lambda r: state(r.status).word,
        cell=lambda r: Cell(state=state(r.status)),
        width=108,
    ),
    Column[Account]("Tier", lambda r: r.tier, width=88, hide_below=860),
    Column[Account]("Sponsor", lambda r: r.sponsor, cell=_sponsor, width=190),
    Column[Account]("Any touch", lambda r: str(r.days), lambda r: r.days, _touch, width=144),
    Column[Account](
        "Strength",
        lambda r: str(r.strength),
        lambda r: r.strength,
        _strength,
        width=110,
        right=True,
    ),
    Column[Account](
        "Sev 1–2",
        lambda r: str(r.severe or ""),
        lambda r: r.severe,
        lambda r: (
            Cell(str(r.severe), "metaB", "bad", symbol="octagon-alert") if r.severe else Cell()
        ),
        lambda r: f"{r.severe} at Sev 1–2",
        width=72,
        right=True,
    ),
    Column[Account]("Next", lambda r: r.following, width=76, right=True, hide_below=640),
)
