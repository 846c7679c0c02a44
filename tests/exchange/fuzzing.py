"""How long a fuzz target runs: some seconds with every test, as long as is asked in a soak."""

import os
import time
from collections.abc import Callable

BRIEFLY = float(os.environ.get("FUZZ_SECONDS") or 5)
"""Of each of the ten targets in `make test`; `FUZZ_SECONDS=20 make test` for more."""
LONG = max(20.0, BRIEFLY, 60 * float(os.environ.get("MINUTES") or 1))
"""Of each target in `make soak`."""
AT_ONCE = 60


def keep_on(attack: Callable[[], object], seconds: float) -> None:
    """Attack until the time is over, at least once; hypothesis draws anew each time, and names what it found."""
    until = time.monotonic() + seconds
    attack()
    while time.monotonic() < until:
        attack()
