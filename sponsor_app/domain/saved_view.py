"""A view of the coverage board that somebody gave a name: mine on this laptop, or the team's."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sponsor_app.domain.board import BoardView, from_plain, to_plain
from sponsor_app.domain.folding import fold
from sponsor_app.domain.text import clean_line

PREFIX = "view.coverage."
"""The team's views are kept among its policies, under keys that begin so; older versions keep them and look away."""


@dataclass(frozen=True, slots=True)
class SavedView:
    """What it is called, what it shows, and whether the whole team has it."""

    name: str
    view: BoardView
    shared: bool

    @property
    def key(self) -> str:
        """What tells views apart: two that are called the same are one."""
        return PREFIX + fold(self.name)

    def to_text(self) -> str:
        """As it is kept."""
        return json.dumps({"name": self.name, **to_plain(self.view)}, ensure_ascii=False)


def named(name: str, view: BoardView, *, shared: bool) -> SavedView:
    """A view under a name that a person typed; refuses an empty one."""
    return SavedView(clean_line("name", name), view, shared)


def read_view(text: str, *, shared: bool) -> SavedView | None:
    """What was kept; None when it is nothing that a version of ours wrote."""
    try:
        kept: Any = json.loads(text)
        name = kept.get("name")
    except (ValueError, AttributeError):
        return None
    if not isinstance(name, str) or not name.strip():
        return None
    return SavedView(" ".join(name.split())[:200], from_plain(kept), shared)


def by_name(views: Iterable[SavedView | None]) -> list[SavedView]:
    """Those that could be read, the team's and mine together, by name."""
    found = [one for one in views if one is not None]
    return sorted(found, key=lambda one: (fold(one.name), one.shared))
