"""The real files beside the repository, and what somebody else counted in them."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SHARED = Path(__file__).parents[3] / "shared" / "data"
MANIFEST = SHARED / "MANIFEST.tsv"
COUNTED = frozenset({"vcf", "ics", "csv", "companies"})
"""The folders whose records the manifest counts as we do: cards, entries of a calendar, rows."""
BROKEN = ("malformed", "empty")


class Sample(NamedTuple):
    """One file: where it is, of what kind, how many records it is said to hold, and whether it is broken on purpose."""

    path: Path
    kind: str
    records: int | None
    broken: bool
    validity: str
    notes: str = ""

    @property
    def delimiter(self) -> str:
        """What stands between its cells, as the manifest has it."""
        found = re.search(r"delim='(.*?)'", self.notes)
        return found[1].replace("\\t", "\t") if found else ","

    @property
    def encoding(self) -> str:
        """Its encoding, as the manifest has it; one of eight bits is only told apart from others by guessing."""
        found = re.search(r"enc=([\w+-]+)", self.notes)
        return found[1].removesuffix("+BOM") if found else "utf-8"


def samples(*kinds: str) -> Iterator[Sample]:
    """The files of the manifest, of some kinds or of all."""
    with MANIFEST.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            if not kinds or row["kind"] in kinds:
                known = row["records"].isdigit() and row["kind"] in COUNTED
                yield Sample(
                    SHARED / row["path"],
                    row["kind"],
                    int(row["records"]) if known else None,
                    any(word in row["validity"] for word in BROKEN),
                    row["validity"],
                    row["notes"],
                )
