"""What capture, search and encryption cost an import, against the same rows written raw into plain SQLite."""

import csv
import re
import sqlite3
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from sponsor_app.domain.ids import uuid7
from sponsor_app.services import Services, imports
from sponsor_app.services.imports import Options
from sponsor_app.store.models import account
from sponsor_app.store.schema import MIGRATIONS
from sponsor_app.store.store import Store
from sponsor_app.system.folders import Profile
from tests.benchmarks.timing import ROOT, Figure, median, milliseconds, once

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


def figures() -> list[Figure]:
    """The ratio, and the import as a person waits for it."""
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
    whole = _as_a_person_waits()
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


def _as_a_person_waits() -> float:
    with tempfile.TemporaryDirectory() as folder:
        store = _store(Path(folder))
        app = Services(
            store,
            Profile(Path(folder)),
            lambda: datetime.now(UTC),
            lambda: datetime.now(UTC).date(),
        )
        seconds, _report = once(lambda: imports.run(app, COMPANIES, Options()))
        store.close()
    return seconds


def _store(folder: Path) -> Store:
    return Store.create(
        folder / "store.db",
        bytes(range(32)),
        lambda: datetime.now(UTC),
        me={"name": "Grace"},
        device="bench",
    )
