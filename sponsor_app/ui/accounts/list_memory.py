"""How somebody left the table of accounts: its order, its filter and the columns they hid, on this laptop."""

import json
from collections.abc import Iterable
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
    "non_selling",
    "their_turf",
    "strength",
    "severe",
    "next",
)
"""The columns by names that stay when they move or are translated."""


@dataclass(frozen=True, slots=True)
class ListMemory:
    """What is kept; `column`, `hidden` and `kept`, shown however little room there is, are places in `COLUMNS`."""

    column: int = 0
    down: bool = False
    hidden: frozenset[int] = frozenset()
    kept: frozenset[int] = frozenset()
    wanted: Wanted = field(default_factory=Wanted)

    @property
    def order(self) -> Qt.SortOrder:
        """The order as Qt says it."""
        return Qt.SortOrder.DescendingOrder if self.down else Qt.SortOrder.AscendingOrder

    @property
    def is_usual(self) -> bool:
        """Whether everything is wanted, by name."""
        return not self.column and not self.down and self.wanted.everything

    def to_text(self) -> str:
        """As the preference holds it."""
        hidden = [COLUMNS[place] for place in sorted(self.hidden)]
        shown = [COLUMNS[place] for place in sorted(self.kept)]
        order = {"sort": COLUMNS[self.column], "down": self.down}
        columns = {"hidden": hidden, "shown": shown}
        return json.dumps({**order, **columns, "filter": self.wanted.to_text()})


def remembered(text: str | None) -> ListMemory:
    """What a preference holds; whatever cannot be read is as if it was never kept."""
    try:
        kept: Any = json.loads(text or "{}")
        sort, hidden = kept.get("sort"), list(kept.get("hidden", ()))
        shown = list(kept.get("shown", ()))
        down, wanted = bool(kept.get("down")), kept.get("filter")
    except (ValueError, AttributeError, TypeError):
        return ListMemory()
    return ListMemory(
        COLUMNS.index(sort) if sort in COLUMNS else 0,
        down,
        _places(hidden),
        _places(shown),
        from_text(wanted if isinstance(wanted, str) else None),
    )


def _places(names: Iterable[object]) -> frozenset[int]:
    return frozenset(COLUMNS.index(str(one)) for one in names if one in COLUMNS[1:])
