"""Events, references and reach-outs can be found: what stood in a store before is indexed."""

from pathlib import Path

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add to the index what the file beside this one says; no table changes."""
    statements = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";;\n")
    for statement in filter(str.strip, statements):
        op.get_bind().exec_driver_sql(statement)
