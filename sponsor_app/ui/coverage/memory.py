"""How somebody left the coverage page: board or table, the table's order and what it leaves out, on this laptop."""

import json
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt

from sponsor_app.domain.board import EVERYTHING, BoardView, from_plain, to_plain
from sponsor_app.ui.coverage.totals import KEYS

KEY = "coverage"
COLUMNS = (
    "account",
    "tier",
    "status",
    "sponsor",
    "lead",
    "coverage",
    "last",
    "touch",
    "face_to_face",
    "non_selling",
    "their_turf",
    "next",
    "severe",
)
"""The columns by names that stay when they move or are translated."""


@dataclass(frozen=True, slots=True)
class CoverageMemory:
    """What is kept; `column` is a place in `COLUMNS`, `total` the state the table is narrowed to, `view` the board's."""

    as_table: bool = False
    column: int = 0
    down: bool = False
    total: str | None = None
    view: BoardView = EVERYTHING

    @property
    def order(self) -> Qt.SortOrder:
        """The order as Qt says it."""
        return Qt.SortOrder.DescendingOrder if self.down else Qt.SortOrder.AscendingOrder

    def to_text(self) -> str:
        """As the preference holds it."""
        sort = COLUMNS[self.column]
        kept = {"table": self.as_table, "sort": sort, "down": self.down, "total": self.total}
        return json.dumps({**kept, "view": to_plain(self.view)})


def remembered(text: str | None) -> CoverageMemory:
    """What a preference holds; whatever cannot be read is as if it was never kept."""
    try:
        kept: Any = json.loads(text or "{}")
        as_table, sort = bool(kept.get("table")), kept.get("sort")
        down, total = bool(kept.get("down")), kept.get("total")
    except (ValueError, AttributeError):
        return CoverageMemory()
    return CoverageMemory(
        as_table,
        COLUMNS.index(sort) if sort in COLUMNS else 0,
        down,
        total if total in KEYS else None,
        from_plain(kept.get("view")),
    )
