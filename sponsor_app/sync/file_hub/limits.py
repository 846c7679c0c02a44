"""Every bound and every waiting time of the file hub, in bytes and seconds."""

LARGEST_FILE = 512 << 20
"""Larger than any shared file of ours: it is not even opened."""
HEAD = 64
"""First bytes that say whose file it is."""
TAIL = 4096
"""Last bytes, where a signature covers the rest; equal ones mean that nothing was written."""
PIECE = 1 << 20
"""Read and written at once, so that a slow drive shows progress and a hanging one is noticed: 100 KB/s are enough."""
PROBE, QUICK, AT_ONCE = 1 << 16, 0.01, 16 << 20
"""A drive that gives so many bytes in so many seconds is asked for a file of up to so many in one piece."""

READ_PAUSES = (0.05, 0.2, 0.5, 1.0)
"""Before the file is read again that was missing, empty, or changed while it was read."""
READ_BACK_PAUSES = (0.05, 0.2)
REPLACE_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0, 1.5, 1.9, 2.0, 2.0)
"""Before a replace that was refused is tried again: 10 s together."""
ROUNDS = 5
"""Attempts in one sync when others write at the same time."""
ROUND_PAUSE = 0.4

LEASE = 60.0
"""A lock whose content stands still so long, by my own clock, belongs to nobody."""
LOCK_PATIENCE = 2.0
"""Then it is written without the lock: two writers at once cannot hurt."""
LOCK_PAUSE = 0.1
LARGEST_LOCK = 1024

POLL_FROM, POLL_TO = 15.0, 30.0
READ_WHOLE_EVERY = 3600.0
"""Damage in the middle of the file is not seen by a poll."""

PATIENCE = 10.0
"""A drive that has not answered by then is said to hang."""
SLOWEST = 256 << 10
"""Bytes a second that a slow drive may take to put on disk what was written."""

HEADS_AT_ONCE = 200
"""Files of other names in the folder that are looked into at one sync."""
COPIES_AT_ONCE = 32
TEMPORARY_KEPT = 3600.0
"""A temporary file that stands still so long, by my own clock, was left by a laptop that was switched off."""
