"""Whether a cell is a heading that any of our tables knows."""

from collections.abc import Sequence

from sponsor_app.exchange.tabular.headings.accounts import ACCOUNT_HEADINGS
from sponsor_app.exchange.tabular.headings.happenings import (
    DEAL_HEADINGS,
    INTERACTION_HEADINGS,
    ISSUE_HEADINGS,
)
from sponsor_app.exchange.tabular.headings.keys import heading_key
from sponsor_app.exchange.tabular.headings.people import CONTACT_HEADINGS, MEMBER_HEADINGS
from sponsor_app.exchange.tabular.headings.points import point_heading

_LONGEST = 60
_KEYS = frozenset(ACCOUNT_HEADINGS).union(
    CONTACT_HEADINGS, MEMBER_HEADINGS, INTERACTION_HEADINGS, ISSUE_HEADINGS, DEAL_HEADINGS
)


def is_known(cell: str) -> bool:
    """Whether any table we read may have this heading."""
    if not cell or len(cell) > _LONGEST:
        return False
    return heading_key(cell) in _KEYS or point_heading(cell) is not None


def known_headings(cells: Sequence[str]) -> int:
    """How many cells of a row are headings we know; each heading counts once."""
    return len({heading_key(cell) for cell in cells if is_known(cell)})
