"""Where chance begins: each run has new dice, and ``SEED=…`` throws the old ones again."""

import os
import secrets


def first_seed() -> int:
    """The seed that was asked for, else a new one; a test prints it."""
    return int(os.environ.get("SEED") or secrets.randbelow(10**6))
