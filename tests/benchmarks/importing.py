"""What capture, search and encryption cost an import, against the same rows written raw into plain SQLite."""

import csv
import re
import sqlite3
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sponsor_app.domain.ids import uuid7
from sponsor_app.services import Services, accounts, imports
from sponsor_app.services.imports import Options
from sponsor_app.store.models import account
from sponsor_app.store.schema import MIGRATIONS
from sponsor_app.store.store import Store
from sponsor_app.system.folders import Profile
from tests.benchmarks.timing import ROOT, Figure, median, milliseconds, once
from tests.exchange.test_workbook_bombs import BOMBS, refused_in

COMPANIES = (
    ROOT.parent / "shared/data/companies/JerBouma+FinanceDatabase/derived_companies_world.csv"
)
COLUMNS = {
    "name": "name",
    "industry": "industry",
    "country": "country",
    "city": "city",
    "zipcode": "postcode",
    "website": "website",
    "currency": "currency",
}
ROUNDS = 7
REFUSED_WITHIN = 0.1


def figures() -> list[Figure]:
    """The ratio, and the import as a person waits for it."""
    return [*_companies(), *_made(), _bombs()]


def _bombs() -> Figure:
    """Workbooks made to harm, each read three times; the one that took longest to be refused."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bomb.xlsx"
        slowest = 0.0
        for make, told in BOMBS.values():
            path.write_bytes(make())
            slowest = max(slowest, min(refused_in(path, told)[0] for _ in range(3)))
    what = f"refuse a workbook made to harm, the slowest of {len(BOMBS)}"
    return Figure(what, milliseconds(slowest), "within 100 ms", slowest <= REFUSED_WITHIN)


def _companies() -> list[Figure]:
    if not COMPANIES.exists():
        return [Figure("import of 26,723 companies", "skipped: the shared files are not here", "")]
    with COMPANIES.open(encoding="utf-8", newline="") as stream:
        rows = [
            {
                "status": "customer",
                **{ours: row[theirs] or None for theirs, ours in COLUMNS.items()},
            }
            for row in csv.DictReader(stream)
        ]
    ids = sorted(uuid7(1_790_000_000_000, n * 7919) for n in range(len(rows)))
    raw, ours, ratios = [], [], []
    for _ in range(ROUNDS):
        raw.append(_raw(rows, ids))
        ours.append(_captured(rows, ids))
        ratios.append(ours[-1] / raw[-1])
    whole, _report = _as_a_person_waits(COMPANIES, Options())
    return [
        Figure(
            f"write {len(rows):,} accounts with capture, search and encryption",
            f"{milliseconds(median(ours))}, {median(ratios):.2f} x raw ({milliseconds(median(raw))})",
            "at most 4 x raw",
            median(ratios) <= 4,
        ),
        Figure(
            "import the same file, read and matched", milliseconds(whole), "under 10 s", whole < 10
        ),
    ]


def _raw(rows: list[dict[str, object]], ids: list[str]) -> float:
    """`executemany` of the same rows, with the same table and indexes, durable, in plain SQLite."""
    text = (MIGRATIONS / "versions" / "r0001_foundation.sql").read_text(encoding="utf-8")
    wanted = re.compile(r"CREATE (TABLE account \(|INDEX \S+ ON account )")
    statements = [one for one in text.split("\n;;\n") if wanted.match(one)]
    with tempfile.TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "raw.db", isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        for statement in statements:
            connection.execute(statement)
        names = list(rows[0])
        sql = (
            f"INSERT INTO account (id, {', '.join(names)}, created_at, created_by)"
            f" VALUES ({', '.join('?' * (len(names) + 3))})"
        )
        now, me = "2026-11-18T09:30:00.000Z", ids[0]
        values = [(i, *row.values(), now, me) for i, row in zip(ids, rows, strict=True)]

        def write() -> None:
            connection.execute("BEGIN")
            connection.executemany(sql, values)
            connection.execute("COMMIT")

        seconds, _nothing = once(write)
        connection.close()
    return seconds


def _captured(rows: list[dict[str, object]], ids: list[str]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        store = _store(Path(folder))

        def write() -> None:
            with store.write("Imported") as writer:
                writer.insert_many(account, rows, ids)

        seconds, _nothing = once(write)
        store.close()
    return seconds


def _made() -> list[Figure]:
    """A calendar and a workbook as large as people have them, read, matched and committed."""
    with tempfile.TemporaryDirectory() as folder:
        found: list[Figure] = []
        for make, what, promised in (
            (_calendar, "import 5,000 events of a calendar", 5),
            (_workbook, "import a workbook of 20,000 rows", 10),
        ):
            path, options = make(Path(folder))
            seconds, created = _as_a_person_waits(path, options)
            value = f"{milliseconds(seconds)}, {created:,} new"
            found.append(
                Figure(what, value, f"under {promised} s", seconds < promised and created > 0)
            )
    return found


def _calendar(folder: Path) -> tuple[Path, Options]:
    """Meetings over two years, each with two people of one of a hundred accounts that come in with them."""
    start = datetime(2025, 12, 1, 9, tzinfo=UTC)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench//EN"]
    for n in range(5_000):
        at = start + timedelta(hours=3 * n)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{n}@bench",
            f"DTSTAMP:{start:%Y%m%dT%H%M%SZ}",
            f"DTSTART:{at:%Y%m%dT%H%M%SZ}",
            "DURATION:PT1H",
            f"SUMMARY:Meeting {n}",
            f"ATTENDEE;CN=Somebody {n % 100}:mailto:somebody{n % 100}@account{n % 100}.example",
            "ATTENDEE;CN=Grace:mailto:grace@ours.example",
            "END:VEVENT",
        ]
    path = folder / "calendar.ics"
    path.write_text("\r\n".join([*lines, "END:VCALENDAR", ""]), encoding="utf-8", newline="")
    return path, Options()


def _workbook(folder: Path) -> tuple[Path, Options]:
    import xlsxwriter

    path = folder / "accounts.xlsx"
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("Accounts")
    sheet.write_row(0, 0, ["Account Name", "Industry", "City", "Country", "Website", "Employees"])
    for n in range(1, 20_001):
        row = [f"Account {n:05}", "Mining", "Oslo", "Norway", f"account{n:05}.example", n]
        sheet.write_row(n, 0, row)
    book.close()
    return path, Options()


def _as_a_person_waits(path: Path, options: Options) -> tuple[float, int]:
    """Seconds from the choice of a file to its commit, in a store that knows a hundred accounts; what was new."""
    with tempfile.TemporaryDirectory() as folder:
        store = _store(Path(folder))
        now = datetime(2026, 11, 18, 9, tzinfo=UTC)
        app = Services(store, Profile(Path(folder)), lambda: now, now.date)
        if path.suffix == ".ics":
            _know_accounts(app)
        seconds, report = once(lambda: imports.run(app, path, options))
        store.close()
    return seconds, report.created


def _know_accounts(app: Services) -> None:
    for n in range(100):
        accounts.add(app, fields={"name": f"Account {n}", "website": f"account{n}.example"})


def _store(folder: Path) -> Store:
    return Store.create(
        folder / "store.db",
        bytes(range(32)),
        lambda: datetime.now(UTC),
        me={"name": "Grace"},
        device="bench",
    )
