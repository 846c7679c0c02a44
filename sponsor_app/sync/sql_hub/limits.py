"""Every bound and every waiting time of the hub, in bytes, rows and seconds."""

from sponsor_app.sync.envelope.limits import LARGEST_RECORD
from sponsor_app.sync.envelope.records import RECORD_HEADER

LARGEST_ROW = RECORD_HEADER.size + LARGEST_RECORD
"""A longer one is not fetched: it cannot be a record."""
AT_ONCE = 8 << 20
"""Bytes of records fetched or put in one go."""
ROWS_AT_ONCE = 2000
"""Rows named, fetched or put in one go."""
MOST_KEYS = 1 << 20
"""Names of rows listed in one sync; more than that nobody wrote who meant well."""

CONNECTING = 10
PATIENCE = 10.0
"""A server that has not answered by then is said to hang."""
SLOWEST = 64 << 10
"""Bytes a second that a slow line may take."""
WATCHED_EVERY = 0.1

RETRY_PAUSES = (0.1, 0.4, 1.0, 2.0)
"""Before a server that restarts, is busy or broke off is asked again; times 0.5 to 1.5."""

POLL_FROM, POLL_TO = 15.0, 30.0
LISTEN_FROM, LISTEN_TO = 240.0, 360.0
"""Between two looks when the server says by itself that there is something."""
STAGGER = 0.5
"""What a laptop waits at most after it was told, so that a large team does not ask all at once."""
COMPARE_EVERY = 3600.0
"""Between two comparisons of everything: what was put below what is known is seen by nothing else."""

SKEW = 600.0
"""A difference of clocks that a person is told of."""
OLDEST = 11
"""The first version of PostgreSQL with everything used here; 15 is what is tested."""
LAYOUT = 1
"""The tables as `schema` makes them."""
