"""Days gone by are asked from indexes alone: who was where, and what was edited since."""

from pathlib import Path

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Replace the indexes as the file beside this one says; no table changes."""
    statements = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";;\n")
    for statement in filter(str.strip, statements):
        op.get_bind().exec_driver_sql(statement)
