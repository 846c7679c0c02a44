"""Reasons to write that only help them: whom they fit, who has been told, and who starts, they or we."""

from PySide6.QtWidgets import QWidget

from sponsor_app.domain.changes import Topic
from sponsor_app.domain.reach_out import Progress
from sponsor_app.services import reach_outs
from sponsor_app.services.reach_outs import ReachOutList
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.beside_screen import BesideScreen
from sponsor_app.ui.reach_outs.form import ReachOutForm
from sponsor_app.ui.reach_outs.side import ReachOutSide
from sponsor_app.ui.reach_outs.words import FILTERS, face_of, filter_word, fits, list_line
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.letter_keys import bind_keys
from sponsor_app.ui.widgets.list_and_side import ListAndSide
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import ListRowDelegate


class ReachOutsScreen(BesideScreen[Progress]):
    """N adds one; at the side Enter shows the note, D says that they were told, O opens the account."""

    topics = frozenset(
        {Topic.ACCOUNT, Topic.INTERACTION, Topic.POLICY, Topic.REACH_OUT, Topic.SPONSORSHIP}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._found: ReachOutList | None = None
        self.new_button = Button(tr("Add a reach-out"), "plus", shortcut="N")
        self.side, self.form = ReachOutSide(desk), ReachOutForm()
        rows = RecordList[Progress](
            lambda one: one.reach_out.id,
            lambda one: one.reach_out.title,
            sentence=lambda one: face_of(one).sentence,
        )
        view = ListAndSide[Progress](
            tr("Reach-outs"),
            rows,
            ListRowDelegate(face_of),
            self.side,
            nothing=EmptyState(
                "send",
                tr("Nothing to tell them yet"),
                tr(
                    "A price that falls, a fix that shipped, an article: what helps them and asks for nothing."
                ),
                action=tr("Add a reach-out"),
                action_icon="plus",
            ),
            chips=[(key, filter_word(key)) for key in FILTERS],
            keys=(
                ("Enter", tr("open")),
                ("Space", tr("look closer")),
                ("D", tr("they were told")),
                ("O", tr("account")),
            ),
            actions=(self.new_button,),
            form=self.form,
        )
        parts = (self.side, self.form, self.new_button)
        super().__init__(desk, tr("Reach-outs"), view, lambda one: one.reach_out.id, parts, parent)
        self._listen()

    def refresh(self) -> None:
        """Ask for everything."""
        self.desk.operations.query(self, reach_outs.listed, self._show)

    def show_beside(self, record: Progress, *, enter: bool) -> None:
        """Show one reach-out."""
        if self._found is not None:
            self.side.show_reach_out(record, self._found)
            if enter:
                self.side.begin()

    def add(self) -> None:
        """Add a reach-out."""
        self.form.clear()
        self.form.begin()

    def _show(self, found: ReachOutList) -> None:
        self._found = found
        self.rearrange()

    def arrange(self) -> None:
        """Fill the rows from what was found."""
        found = self._found
        if found is None:
            return
        shown = [one for one in found.progress if fits(one, self.view.chosen)]
        counts = {key: sum(fits(one, key) for one in found.progress) for key in self.view.chips}
        self.view.show_rows(shown, list_line(found), counts, empty=not found.progress)

    def _on_submitted(self) -> None:
        form = self.form
        title, because = form.title.text(), form.because.text()
        criteria, note = form.criteria(), form.note()
        self.do(
            lambda app: reach_outs.add(
                app, title=title, because=because, criteria=criteria, template=note
            ),
            self.made,
            form.refuse,
        )

    def _listen(self) -> None:
        self.form.submitted.connect(self._on_submitted)
        bind_keys(self, {"N": self.add})
