"""What this version understands of a change: every start compares it, so it loads nothing of the join."""

from sponsor_app.store.models import SYNCED

UNDERSTOOD = "understood"
"""The setting that says what this store's tables were when something was parked."""


def tables() -> str:
    """Every synced table with its columns, in one line."""
    return ";".join(f"{name}:{','.join(table.c.keys())}" for name, table in sorted(SYNCED.items()))
