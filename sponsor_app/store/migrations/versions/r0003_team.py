"""The team of a laptop, the records of the shared file it holds, and where they are; a table nobody used goes."""

from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables and indexes written in the file beside this one; all start empty."""
    statements = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";;\n")
    for statement in filter(str.strip, statements):
        op.get_bind().exec_driver_sql(statement)
