"""How somebody left the table of accounts: its order, its filter and the columns they hid, on this laptop."""

import json
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt

from sponsor_app.ui.accounts.wanted import Wanted, from_text

KEY = "accounts"
COLUMNS = (
    "account",
    "status",
    "tier",
    "sponsor",
    "lead",
    "touch",
    "face_to_face",
    "strength",
    "severe",
    "next",
)
"""The columns by names that stay when they move or are translated."""


@dataclass(frozen=True, slots=True)
class ListMemory:
    """What is kept; `column` and `hidden` are places in `COLUMNS`."""

    column: int = 0
    down: bool = False
    hidden: frozenset[int] = frozenset()
    wanted: Wanted = field(default_factory=Wanted)

    @property
    def order(self) -> Qt.SortOrder:
        """The order as Qt says it."""
        return Qt.SortOrder.DescendingOrder if self.down else Qt.SortOrder.AscendingOrder

    def to_text(self) -> str:
        """As the preference holds it."""
        hidden = [COLUMNS[place] for place in sorted(self.hidden)]
        kept = {"sort": COLUMNS[self.column], "down": self.down, "hidden": hidden}
        return json.dumps({**kept, "filter": self.wanted.to_text()})


def remembered(text: str | None) -> ListMemory:
    """What a preference holds; whatever cannot be read is as if it was never kept."""
    try:
        kept: Any = json.loads(text or "{}")
        sort, hidden = kept.get("sort"), list(kept.get("hidden", ()))
        down, wanted = bool(kept.get("down")), kept.get("filter")
    except (ValueError, AttributeError, TypeError):
        return ListMemory()
    return ListMemory(
        COLUMNS.index(sort) if sort in COLUMNS else 0,
        down,
        frozenset(COLUMNS.index(one) for one in hidden if one in COLUMNS[1:]),
        from_text(wanted if isinstance(wanted, str) else None),
    )
