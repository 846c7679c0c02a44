"""What refers to what: nothing enforces it, because a child may arrive before its parent."""

from sqlalchemy import Table

from sponsor_app.store.models import SYNCED

TARGETS = {
    "account_id": ("account",),
    "contact_id": ("contact",),
    "told_id": ("contact",),
    "raised_by_id": ("contact",),
    "member_id": ("member",),
    "interaction_id": ("interaction",),
    "issue_id": ("issue",),
    "commitment_id": ("commitment",),
    "parent_id": ("account",),
    "reports_to_id": ("contact",),
    "counterpart_id": ("member",),
    "manager_id": ("member",),
    "owner_id": ("member",),
    "host_id": ("member",),
    "to_id": ("member",),
    "asked_by_id": ("member",),
    "accepted_by_id": ("member",),
    "approved_by_id": ("member",),
    "promised_by_id": ("member", "contact"),
    "event_id": ("event",),
    "reference_id": ("reference",),
    "request_id": ("reference_request",),
    "reach_out_id": ("reach_out",),
}
"""The table that a column refers to; a promise is made by one of ours, or by one of theirs."""

PARTS = (
    ("account_alias", "account_id"),
    ("attendance", "interaction_id"),
    ("contact_point", "account_id"),
    ("contact_point", "contact_id"),
    ("invitation", "event_id"),
    ("sponsorship", "account_id"),
    ("team_member", "account_id"),
)
"""Tables whose records are part of another one in everybody's eyes, each with the column that names it."""


def referring(target: str) -> list[tuple[Table, str]]:
    """(table, column) of everything that may refer to a record of `target`."""
    return [
        (table, column)
        for table in SYNCED.values()
        for column, targets in TARGETS.items()
        if target in targets and column in table.c
    ]
