"""The rows of the book: promises under their group, each unfolding in place to what can be done with it."""

from collections.abc import Callable, Sequence

from sponsor_app.domain.commitment import Commitment
from sponsor_app.ui.widgets import typography
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import (
    GAP,
    ICON_ROOM,
    ListRow,
    ListRowDelegate,
    verdict_width,
)
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import STEP_OUT
from sponsor_app.ui.widgets.unfolding import UnfoldingList, Unfolds

Face = Callable[[Commitment], ListRow]


class BookRows(Unfolds[Commitment, ListRow], ListRowDelegate[Commitment]):
    """Promises that unfold."""


class BookList(UnfoldingList[Commitment]):
    """Enter and double click open, Space and click peek."""

    def __init__(self, face: Face, group: Callable[[Commitment], str]) -> None:
        self._face = face
        self.rows = RecordList[Commitment](
            lambda one: one.id,
            lambda one: one.text,
            accessible=lambda one: f"{group(one)}: {face(one).sentence}",
            tip=lambda one: face(one).sentence,
            group=group,
        )
        super().__init__(tr("Promises"), self.rows, BookRows(face), click_opens=False)

    def show_rows(self, found: Sequence[Commitment]) -> None:
        """Show these promises; the keyboard never stays on the head of a group."""
        self.rows.show(found)
        if self.current_record() is None and found:
            self._step_off_the_head()

    def hides_words(self, one: Commitment) -> bool:
        """Whether the row is too narrow for all of the promise."""
        face = self._face(one)
        beside = px(ICON_ROOM + 2 * STEP_OUT + GAP) + verdict_width(face)
        return typography.width(one.text, "strong") > self.viewport().width() - beside

    def _step_off_the_head(self) -> None:
        row, last = max(0, self.currentIndex().row()), self.rows.rowCount() - 1
        near = (*range(row, last + 1), *range(row, -1, -1))
        here = next((place for place in near if self.rows.record(place) is not None), -1)
        if here >= 0:
            self.setCurrentIndex(self.rows.index(here))
