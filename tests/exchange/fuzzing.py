"""How long a fuzz target runs: 20 seconds each with every test, as long as is asked in a soak.

There are five, one a family of readers: tables of text, workbooks, cards, calendars, mail. That is 100 seconds of
one core, 50 of two, out of the 15 minutes that the whole suite may take. They lie in three files so that both
cores have one to run; a target draws among everything of its family (with and without an encoding named, the
archive alone and the whole reader, .eml and .msg), as a target of its own for each would share the same seconds.
"""

import os
import time
from collections.abc import Callable

BRIEFLY = float(os.environ.get("FUZZ_SECONDS") or 20)
"""Of each target in `make test`; `FUZZ_SECONDS=1` while one works on a reader."""
LONG = max(60.0, BRIEFLY, 60 * float(os.environ.get("MINUTES") or 1))
"""Of each target in `make soak`."""
AT_ONCE = 60


def keep_on(attack: Callable[[], object], seconds: float) -> None:
    """Attack until the time is over, at least once; hypothesis draws anew each time, and names what it found."""
    until = time.monotonic() + seconds
    attack()
    while time.monotonic() < until:
        attack()
