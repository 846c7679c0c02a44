"""Whom we told what came of a theme, where it was not whoever said it."""

from pathlib import Path

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the column and its index; nobody is named yet."""
    statements = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";;\n")
    for statement in filter(str.strip, statements):
        op.get_bind().exec_driver_sql(statement)
