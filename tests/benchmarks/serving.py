"""A large team at one PostgreSQL server."""

from tests.benchmarks.timing import Figure, median, milliseconds, p95
from tests.sync.sql_hub.crowd import CHANGES, LAPTOPS
from tests.sync.sql_hub.fifty import CROWDS, pushed
from tests.sync.sql_hub.server import binaries, running

AT_MOST = 0.25


def figures() -> list[Figure]:
    """A sync while all of them push: laptops and server share this computer."""
    what = f"a sync of {LAPTOPS} laptops ({CROWDS} processes) that push {CHANGES} changes each to one server"
    if binaries() is None:
        return [Figure(what, "skipped: PostgreSQL is not installed", "")]
    with running() as server:
        took, _held = pushed(server)
    worst = p95(took)
    value = f"p95 {milliseconds(worst)}, median {milliseconds(median(took))} of {len(took)}"
    return [Figure(what, value, f"p95 under {AT_MOST * 1000:.0f} ms", worst < AT_MOST)]
