"""Print every figure that the project promises, as medians and ratios measured in this run.

``make bench``; ``python -m tests.benchmarks 1000 20000`` takes other sizes (accounts, interactions).
"""

import gc
import os
import platform
import sys
import tempfile
from pathlib import Path

from sponsor_app.bootstrap import COLLECT_AFTER
from sponsor_app.services.demo import Size
from tests.benchmarks import asking, importing, large_team, serving, sharing, starting
from tests.benchmarks.timing import Figure, table

SECONDS_TO_MAKE = 60


def main(accounts: int = 10_000, interactions: int = 200_000) -> None:
    """Make the team, measure, print the table."""
    gc.set_threshold(COLLECT_AFTER, 20, 20)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = large_team.make(
            folder, Size(accounts=accounts, members=200, interactions=interactions)
        )
        what = f"make up a team of {accounts:,} accounts and {interactions:,} interactions"
        found = [
            Figure(what, f"{made:.1f} s", f"under {SECONDS_TO_MAKE} s", made < SECONDS_TO_MAKE)
        ]
        found += starting.figures(folder)
        found += starting.gaps(folder)
        found += starting.views(folder)
        app = large_team.opened(folder)
        gc.collect()
        gc.disable()  # as while the window waits for an answer: it looks for garbage between two turns
        found += asking.figures(app, folder)
        gc.enable()
        app.store.close()
        found += starting.verbs(folder)
    found += importing.figures()
    found += sharing.figures()
    found += serving.figures()
    print(
        f"{accounts:,} accounts, {interactions:,} interactions; Python {platform.python_version()},",
        end=" ",
    )
    print(f"{os.cpu_count()} cores.\n")
    print(table(found))


main(*(int(word) for word in sys.argv[1:3]))
