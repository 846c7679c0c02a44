"""What we know about the people there, dated and sourced: the next good question begins here."""

from sponsor_app.domain.people import Fact
from sponsor_app.services import knowledge
from sponsor_app.ui.accounts.part import Part, Shown
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.boxes import Column, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.day_words import row_day
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.panel import Panel
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import CompactRowDelegate, ListRow
from sponsor_app.ui.widgets.typography import one_line
from sponsor_app.ui.widgets.unfolding import UnfoldingList, Unfolds


def face_of(one: Fact, shown: Shown | None) -> ListRow:
    """How a fact looks: about whom, and where it comes from."""
    parts = (one.contact or tr("about the account"), one.source or "")
    day = row_day(one.on, shown.today) if shown else ""
    return ListRow(one_line(one.text), " · ".join(part for part in parts if part), day)


class FactRows(Unfolds[Fact, ListRow], CompactRowDelegate[Fact]):
    """Facts that unfold."""


class FactPanel(Panel):
    """The whole of a fact, and the way to remove it."""

    def __init__(self, one: Fact) -> None:
        self.remove = Button(tr("Remove"), "x", "quiet", shortcut="Del")
        super().__init__(tr("The whole fact"), Label(one.text, "body", wrap=True), self.remove)


class FactsPart(Part):
    """Facts are added at the person they are about; here they stand together, newest first."""

    def __init__(self, desk: Desk) -> None:
        self.model = RecordList[Fact](
            lambda one: one.id,
            lambda one: one.text,
            accessible=lambda one: face_of(one, self._shown).sentence,
            tip=lambda one: one.text,
        )
        self.list = UnfoldingList(
            tr("Facts"), self.model, FactRows(lambda one: face_of(one, self._shown))
        )
        self.empty = EmptyState(
            "lightbulb",
            tr("No fact about anyone there yet"),
            tr(
                "Open a person above and write what you learned: children, sports, what worries them."
            ),
        )
        super().__init__(desk, tr("Facts"), Column(self.list, inset(self.empty)))
        self.list.opened.connect(self._open)
        self.list.deleted.connect(self._remove)

    def show_page(self, shown: Shown) -> None:
        super().show_page(shown)
        self.model.show(shown.page.facts)
        self.set_count(str(len(shown.page.facts)) if shown.page.facts else "")
        self.list.setVisible(bool(shown.page.facts))
        self.empty.setVisible(not shown.page.facts)

    def leave(self) -> None:
        self.list.fold()

    def _open(self, one: Fact) -> None:
        if self.list.unfolded == one.id:
            self.list.fold()
            return
        panel = FactPanel(one)
        panel.remove.clicked.connect(lambda: self._remove(one))
        self.list.unfold(panel)

    def _remove(self, one: Fact) -> None:
        self.do(lambda app: knowledge.delete_fact(app, one.id))
