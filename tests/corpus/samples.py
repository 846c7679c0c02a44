"""The real files beside the repository, and what somebody else counted in them."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SHARED = Path(__file__).parents[3] / "shared" / "data"
MANIFEST = SHARED / "MANIFEST.tsv"
COUNTED = frozenset({"vcf", "ics", "csv", "companies", "xlsx"})
"""The folders whose records the manifest counts as we do: cards, entries of a calendar, rows, rows of all sheets."""
BEGINS = {
    "vcf": re.compile(r"^\W*BEGIN:VCARD", re.IGNORECASE | re.MULTILINE),
    "ics": re.compile(
        r"^\W*BEGIN:V(?:EVENT|TODO|JOURNAL|FREEBUSY)\b", re.IGNORECASE | re.MULTILINE
    ),
}
"""What stands at the beginning of every entry, for a count that knows nothing of the rest."""
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
    def begins(self) -> int:
        """How many lines of the file begin an entry."""
        raw = self.path.read_bytes()
        wide = raw[:2] in (b"\xff\xfe", b"\xfe\xff")
        text = raw.decode("utf-16" if wide else "latin-1", "replace").replace("\r", "\n")
        return len(BEGINS[self.kind].findall(text)) if self.kind in BEGINS else 0

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
                here = row["kind"] in COUNTED or row["path"].endswith(".msg")
                known = row["records"].isdigit() and here
                yield Sample(
                    SHARED / row["path"],
                    row["kind"],
                    int(row["records"]) if known else None,
                    any(word in row["validity"] for word in BROKEN),
                    row["validity"],
                    row["notes"],
                )
