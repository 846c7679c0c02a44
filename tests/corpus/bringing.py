"""Import one file into a store of its own, and say what became of it."""

import shutil
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from sponsor_app.domain.errors import InvalidError, SponsorError
from sponsor_app.domain.importing import ReadReport
from sponsor_app.exchange.readers import read_file
from sponsor_app.exchange.tabular.reading import read_all
from sponsor_app.services import Services, accounts, imports
from sponsor_app.services.imports import FileReport, Options
from sponsor_app.store.store import Store
from sponsor_app.system.folders import Profile
from tests.corpus.samples import BEGINS, Sample

KEY = bytes(range(32))
NOW = datetime(2026, 11, 18, 8, 48, tzinfo=UTC)
MEETINGS = frozenset({"ics", "mail"})


class Outcome(NamedTuple):
    """What became of a file; `report` is None when it was refused, and `why` says why or what was left out.

    `accounted` counts the cards or entries that are a record, rejected or left out.
    """

    sample: Sample
    report: FileReport | None
    why: str
    seconds: float
    asked: bool = False
    read: ReadReport | None = None
    accounted: int = 0

    @property
    def rows(self) -> int:
        """How many entries were found."""
        return self.read.rows if self.read else 0

    @property
    def as_understood(self) -> bool:
        """Whether a table of text has the encoding and the delimiter of the manifest."""
        read = self.read
        if read is None or read.format not in ("csv", "tsv"):
            return read is not None
        encoding = self.sample.encoding
        same = encoding.startswith("8-bit") or read.encoding.startswith(encoding)
        return same and (read.delimiter or ",") == self.sample.delimiter

    @property
    def as_counted(self) -> bool:
        """Whether as many entries were found as the manifest counts, which takes the first line for the headings."""
        counted, read = self.sample.records, self.read
        if counted is not None and read is not None and read.sheets:
            return counted in _rows_of_sheets(read)
        if counted is None or read is None or read.format not in ("csv", "tsv"):
            return counted is None or self.rows == counted
        above = sum(one.count for one in read.left_out if one.what.endswith("above the headings"))
        return self.rows + above + (read.header_line is not None) == counted + 1

    @property
    def fine(self) -> bool:
        """Imported, with every entry somewhere."""
        return self.report is not None


class Stores:
    """Makes the same small team again and again: one account, to which meetings of nobody known are given."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        first = folder / "first.db"
        store = Store.create(first, KEY, lambda: NOW, me={"name": "Grace Moreau"}, device="corpus")
        added = accounts.add(self._services(store), fields={"name": "Corpus"})
        self.account_id = added.created[0]
        store.close()

    def bring(self, sample: Sample) -> Outcome:
        """Import one file into a fresh store."""
        place = self._folder / "now.db"
        shutil.copyfile(self._folder / "first.db", place)
        store = Store.open(place, KEY, lambda: NOW)
        started = time.perf_counter()
        try:
            account = self.account_id if sample.kind in MEETINGS else None
            report = imports.run(self._services(store), sample.path, Options(account_id=account))
        except SponsorError as error:
            seconds = time.perf_counter() - started
            asked = isinstance(error, InvalidError)
            read = read_all(read_file(sample.path)).report if asked else None
            return Outcome(sample, None, error.message, seconds, asked, read)
        finally:
            store.close()
            for file in self._folder.glob("now.db*"):
                file.unlink()
        seconds = time.perf_counter() - started
        accounted = _accounted(sample) if sample.kind in BEGINS else 0
        return Outcome(
            sample, report, _left(report), seconds, read=report.read, accounted=accounted
        )

    def _services(self, store: Store) -> Services:
        return Services(store, Profile(self._folder), lambda: NOW, lambda: date(2026, 11, 18))


def _rows_of_sheets(read: ReadReport) -> tuple[int, int]:
    """The rows of all sheets with their headings: without, and with the empty rows above the first that is filled."""
    others = sum(one.rows for one in read.sheets if one.name != read.sheet)
    above = sum(one.count for one in read.left_out if one.what.endswith("above the headings"))
    whole = read.rows + (read.header_line is not None) + above + others
    return whole, whole + max(0, (read.header_line or 1) - 1 - above)


def _accounted(sample: Sample) -> int:
    """How many cards or entries are somewhere."""
    found = read_all(read_file(sample.path))
    taken = len({one.at for one in found.records})
    missing = sum(one.whole_row for one in found.report.rejected)
    return taken + missing + sum(one.count for one in found.report.left_out if one.whole_rows)


def _left(report: FileReport) -> str:
    rejected = [f"{one.at}: {one.reason}" for one in report.rejected]
    left_out = [f"{one.count:,} {one.what}: {one.reason}" for one in report.left_out]
    return "; ".join([*rejected, *left_out])
