"""Whose coverage a few changes can have altered, so that only their rows are read again."""

from sqlalchemy import Connection

from sponsor_app.domain.history import Op

MANY = 500
"""From so many changes on it is cheaper to read every row."""
MOVES = frozenset({"account_id", "interaction_id", "contact_id"})
"""Fields that take a record away from an account which nothing names afterwards."""
ACCOUNTS_OF = {
    "account": "SELECT :record",
    "contact": "SELECT account_id FROM contact WHERE id = :record",
    "sponsorship": "SELECT account_id FROM sponsorship WHERE id = :record",
    "team_member": "SELECT account_id FROM team_member WHERE id = :record",
    "issue": "SELECT account_id FROM issue WHERE id = :record",
    "interaction": (
        "SELECT account_id FROM interaction WHERE id = :record UNION"
        " SELECT c.account_id FROM attendance a JOIN contact c ON c.id = a.contact_id"
        " WHERE a.interaction_id = :record"
    ),
    "attendance": (
        "SELECT i.account_id FROM attendance a JOIN interaction i ON i.id = a.interaction_id"
        " WHERE a.id = :record UNION"
        " SELECT c.account_id FROM attendance a JOIN contact c ON c.id = a.contact_id"
        " WHERE a.id = :record"
    ),
}
"""For each table that coverage is read from, the accounts that one of its records counts for."""
EVERYWHERE = frozenset({"member", "policy"})
"""Tables of which one record counts for many accounts."""


def touched_accounts(connection: Connection, since: int) -> list[str] | None:
    """The accounts whose coverage the changes after number `since` can have altered; None when any may be."""
    found = connection.exec_driver_sql(
        "SELECT s.table_name, s.names, c.op, c.record_id FROM change c JOIN shape s ON s.id = c.shape"
        " WHERE c.seq > ? LIMIT ?",
        (since, MANY),
    ).all()
    if len(found) == MANY or any(_is_wide(*row[:3]) for row in found):
        return None
    accounts: set[str] = set()
    for table, record in {(row.table_name, row.record_id) for row in found}:
        if table in ACCOUNTS_OF:
            asked = connection.exec_driver_sql(ACCOUNTS_OF[table], {"record": record})
            accounts.update(account for account in asked.scalars() if account)
    return sorted(accounts)


def _is_wide(table: str, names: str, op: str) -> bool:
    """Whether a change may alter more than the accounts that its record counts for now, or their order."""
    if table in EVERYWHERE:
        return True
    if table not in ACCOUNTS_OF or (op == Op.INSERT and table != "account"):
        return False
    moving = MOVES | {"name"} if table == "account" else MOVES
    return op != Op.UPDATE or not moving.isdisjoint(names.split())
