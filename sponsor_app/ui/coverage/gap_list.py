"""The gaps that somebody is in, each with its count and of how many."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from sponsor_app.domain.gaps import ALWAYS, Gap, GapList
from sponsor_app.ui.coverage.words import GAPS, MEANINGS
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.gap_row import GapRow, GapRowDelegate
from sponsor_app.ui.widgets.theme import px

MOST = 8
"""So many rows leave room for the accounts below them on a small screen."""


def gap_row(one: GapList) -> GapRow:
    """How a gap is shown."""
    name, symbol = GAPS[one.gap]
    return GapRow(tr(name), symbol, one.count, one.of)


class GapsList(ListView[GapList]):
    """Enter opens a gap's accounts, Space or moving there shows them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.gaps = RecordList[GapList](
            lambda one: one.gap,
            lambda one: gap_row(one).name,
            accessible=lambda one: gap_row(one).sentence,
            tip=lambda one: tr(MEANINGS[one.gap]),
        )
        super().__init__(
            tr("Gaps"),
            self.gaps,
            GapRowDelegate[GapList](gap_row),
            fit=False,
            selects=True,
            click_opens=False,
            ground="surface",
            parent=parent,
        )
        self.gaps.setParent(self)
        self._most = MOST

    def show_gaps(self, found: Sequence[GapList]) -> None:
        """Show the lists that are always asked about, and the others when somebody is in them."""
        self.gaps.show([one for one in found if one.count or one.gap in ALWAYS])
        self.restyle()

    def set_most(self, most: int) -> None:
        """Be no higher than so many rows; the others are scrolled to."""
        self._most = most
        self.restyle()

    def restyle(self) -> None:
        super().restyle()
        rows = min(self.gaps.rowCount(), self._most)
        self.setFixedHeight(rows * px(GapRowDelegate.height))

    def pick(self, gap: Gap) -> GapList | None:
        """Select a gap and return its list; None before the lists are known."""
        self.select(gap)
        found = self.current_record()
        return found if found is not None and found.gap is gap else None
