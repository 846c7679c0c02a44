"""Print what becomes of every real file: imported, left out and why, against the counts of its manifest.

``make corpus``; ``python -m tests.corpus vcf ics`` takes only some kinds.
"""

import resource
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from tests.corpus.bringing import Outcome, Stores
from tests.corpus.samples import BEGINS, MANIFEST, samples

TABLES = frozenset({"csv", "tsv"})
SLOWEST, LARGEST = 30.0, 1 << 30
WHY, NAME = 110, 58
LEAST = {"vcf": 0.99, "ics": 0.99, "csv": 0.97, "companies": 0.97}
"""Which share of the sound files is taken at least."""


def main(kinds: Sequence[str]) -> int:
    """Import every file; 1 when a number that is promised does not hold."""
    if not MANIFEST.exists():
        print("The shared real files are not here: nothing was looked at.")
        return 0
    with tempfile.TemporaryDirectory() as name:
        stores = Stores(Path(name))
        found: dict[str, list[Outcome]] = defaultdict(list)
        for sample in samples(*kinds):
            outcome = stores.bring(sample)
            found[sample.kind].append(outcome)
            print(line(outcome))
    print()
    held = [summary(kind, outcomes) for kind, outcomes in found.items()]
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    print(f"largest reading child {largest / (1 << 20):,.0f} MiB (limit {LARGEST >> 20:,})")
    return 0 if all(held) and largest <= LARGEST else 1


def line(outcome: Outcome) -> str:
    """One file in one line."""
    sample, report = outcome.sample, outcome.report
    counted = "-" if sample.records is None else f"{sample.records:,}"
    did = "imported" if report else "asked   " if outcome.asked else "refused "
    mark = " " if outcome.as_counted or not outcome.read else "!"
    numbers = f"{report.created:>6,} new" if report else f"{'':>10}"
    name = f"{sample.kind}/{sample.path.name}"
    return (
        f"{did} {name:<{NAME}.{NAME}} {counted:>7} counted {outcome.rows:>7,} found{mark}{numbers}"
        f" {outcome.seconds:5.1f} s  {outcome.why:.{WHY}}"
    ).rstrip()


def summary(kind: str, outcomes: Sequence[Outcome]) -> bool:
    """Print the numbers of one kind; whether all that is promised holds."""
    sound = [one for one in outcomes if not one.sample.broken]
    fine = [one for one in sound if one.fine or one.asked]
    differ = [one for one in sound if one.read is not None and not one.as_counted]
    slowest = max(one.seconds for one in outcomes)
    share = len(fine) / max(1, len(sound))
    read = [one for one in sound if one.read and one.read.format in TABLES]
    right = [one for one in read if one.as_understood and one.as_counted]
    if read:
        print(
            f"{kind:10} {len(right)} of {len(read)} tables with the encoding, delimiter and rows of the manifest"
        )
        share = min(share, len(right) / len(read))
    print(
        f"{kind:10} {len(outcomes):4} files, {len(outcomes) - len(sound)} broken on purpose;"
        f" of the sound ones {share:.1%} taken, {len(differ)} with another count, slowest {slowest:.1f} s"
    )
    whole = True
    if kind in BEGINS:
        begun = sum(one.sample.begins for one in sound)
        accounted = sum(one.accounted for one in sound)
        whole = accounted >= begun and all(one.accounted >= one.sample.begins for one in sound)
        print(f"{kind:10} {accounted:,} entries accounted for, of {begun:,} lines that begin one")
    return whole and share >= LEAST.get(kind, 0.99) and slowest <= SLOWEST


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
