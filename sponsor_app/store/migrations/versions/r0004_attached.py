"""Files that stand at a record, on this laptop only."""

from pathlib import Path

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables and the index written in the file beside this one; all start empty."""
    statements = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";;\n")
    for statement in filter(str.strip, statements):
        op.get_bind().exec_driver_sql(statement)
