"""The first schema: members, accounts, interactions, promises, issues, their changes and their index."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table and index, as written in the file beside this one."""
    statements = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";;\n")
    for statement in statements:
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)
