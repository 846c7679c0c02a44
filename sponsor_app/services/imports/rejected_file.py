"""What did not come in, as a table to mend and bring in again."""

from pathlib import Path

from sponsor_app.exchange.tabular.writing import write_csv
from sponsor_app.services.imports.run import FileReport
from sponsor_app.system.publish import publishing

HEADINGS = ("Where", "Why Left Out", "Which Column")


def save_left_out(report: FileReport, path: Path) -> int:
    """Write each row or value left out with where it stood, why, and its cells; returns how many."""
    columns = report.read.columns
    rows = [(one.at, one.reason, one.column, *one.cells[: len(columns)]) for one in report.rejected]
    return write_csv(path, (*HEADINGS, *columns), rows, publishing)
