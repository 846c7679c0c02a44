"""What refers to what: nothing enforces it, because a child may arrive before its parent."""

from sqlalchemy import Table

from sponsor_app.store.models import SYNCED

TARGETS = {
    "account_id": "account",
    "contact_id": "contact",
    "told_id": "contact",
    "member_id": "member",
    "interaction_id": "interaction",
    "issue_id": "issue",
    "commitment_id": "commitment",
    "parent_id": "account",
    "reports_to_id": "contact",
    "counterpart_id": "member",
    "manager_id": "member",
    "owner_id": "member",
    "event_id": "event",
    "reference_id": "reference",
    "reach_out_id": "reach_out",
}
"""The table that a column refers to."""


def referring(target: str) -> list[tuple[Table, str]]:
    """(table, column) of everything that may refer to a record of `target`."""
    return [
        (table, column)
        for table in SYNCED.values()
        for column, aimed_at in TARGETS.items()
        if aimed_at == target and column in table.c
    ]
