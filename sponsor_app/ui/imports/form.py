"""What the import shows: facts of the file, what comes in, what to decide, first rows, columns, what is left out."""

from PySide6.QtWidgets import QWidget

from sponsor_app.domain.import_look import ImportLook
from sponsor_app.domain.importing import Shape
from sponsor_app.services.imports import Options
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.imports.columns_table import ColumnsTable
from sponsor_app.ui.imports.doubts_table import DoubtsTable
from sponsor_app.ui.imports.earlier import Beginning
from sponsor_app.ui.imports.facts import Facts
from sponsor_app.ui.imports.preview_table import PreviewTable
from sponsor_app.ui.imports.words import for_all_words, policy_words
from sponsor_app.ui.widgets.boxes import Column, Row, fix, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip_choice import ChipChoice
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.page import Page
from sponsor_app.ui.widgets.picker import Picker
from sponsor_app.ui.widgets.progress_line import ProgressLine
from sponsor_app.ui.widgets.section import GAP, Section
from sponsor_app.ui.widgets.surface import Rule

HIGH, LINES = 420, 60


class Form(QWidget):
    """Parts and their places; whoever inherits says what happens."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._desk = desk
        picker = Picker(host)
        self._title = Label("", "heading", flexible=True)
        self._words = Label("", "body", "text", wrap=True)
        self._left = Label("", "meta", "text2", wrap=True, lines=LINES)
        self.facts = Facts(picker)
        self.policy = ChipChoice(tr("For what is here already"), policy_words(), needed=True)
        self.preview = PreviewTable()
        self.columns = ColumnsTable(picker)
        self.doubts = DoubtsTable(picker)
        self.for_all = ChipChoice(tr("All that nobody decided"), for_all_words())
        self.beginning = Beginning(desk)
        self.progress = ProgressLine()
        self.take = Button(tr("Import"), "download", "primary", shortcut="Enter")
        self.back = Button(tr("Take it back"), "undo-2")
        self.leave = Button(tr("Leave it"), kind="quiet")
        self.save = Button(tr("Save what is left out"), "file-down", "quiet")
        self._build_sections()
        self._lay_out()

    def _build_sections(self) -> None:
        comes = Column(self._words, 10, Row(self.policy, None))
        self._comes = Section(tr("What comes in"), comes, steps_out=False)
        for_all = Label(tr("For all:"), "metaB", "text2")
        decide = Column(inset(Row(for_all, (self.for_all, 1))), 8, self.doubts)
        self._decide = Section(tr("To decide"), decide, note=tr("Enter chooses which one it is"))
        self._rows = Section(tr("First rows as they will be"), self.preview)
        self._columns = Section(
            tr("Columns"), self.columns, note=tr("Enter chooses what a column becomes")
        )
        left = Column(self._left, 8, Row(self.save, None, margins=(-8, 0, 0, 0)))
        self._left_section = Section(tr("Left out"), left, steps_out=False)
        self._sections = (
            self._comes,
            self._decide,
            self._rows,
            self._columns,
            self._left_section,
        )

    def _lay_out(self) -> None:
        close = Button("", "x", "quiet", name=tr("Close"))
        close.clicked.connect(self.leave.click)
        page = fix(Page(tr("Import")), height=HIGH)
        page.sheet.column.set_margins(16, 4, 16, 16)
        # Each brings the room below it, so that one which is not shown leaves none.
        self._places = {section: holding(Column(section, GAP)) for section in self._sections}
        page.add(*self._places.values(), None)
        self._page = page
        self._begin_part = holding(Column(self.beginning, margins=(24, 4, 24, 0)))
        head = Row((self._title, 1), close, margins=(24, 14, 14, 0))
        foot = Row(
            self.take,
            self.back,
            self.leave,
            16,
            (self.progress, 8),
            None,
            margins=(24, 12, 24, 16),
        )
        facts = holding(Row((self.facts, 1), margins=(20, 0, 24, 8)))
        self._facts_part = facts
        self.setLayout(Column(head, facts, page, self._begin_part, Rule(), foot))

    # --- what is shown --------------------------------------------------------------------------

    def show_beginning(self) -> None:
        """No file yet."""
        self._title.set_text(tr("Bring in a file"))
        self._show(beginning=True)
        self.leave.set_label(tr("Close"))
        self.beginning.ask()

    def show_file(self, name: str) -> None:
        """A file that nobody has looked at yet."""
        self._title.set_text(name)
        self._show()
        self.leave.set_label(tr("Leave it"))
        self._comes.heading.set_text(tr("What comes in"))
        self._say(tr("Looking at the file"), "")
        self.doubts.forget()
        self._show_only(self._comes)
        self.policy.hide()

    def show_look(
        self, look: ImportLook, shape: Shape, options: Options, words: str, left: str
    ) -> None:
        """What a look found."""
        self._facts_part.show()
        self.facts.show_shape(shape)
        self.policy.choose(options.policy)
        self.policy.show()
        self.preview.show_look(look)
        self.columns.show_shape(shape)
        self.for_all.choose(options.duplicates or "")
        self.doubts.show_look(look, {**look.answers, **options.decisions})
        self._rows.set_count(tr("{shown} rows").format(shown=len(look.rows)))
        self._columns.set_count(
            tr("{used} of {all} used").format(used=len(shape.mapped), all=len(shape.columns))
        )
        self._decide.set_count(str(look.doubtful) if look.doubtful else "")
        there = {
            self._rows: bool(look.rows),
            self._columns: bool(shape.columns),
            self._decide: self.doubts.doubts.rowCount() > 0,
        }
        self._show_only(self._comes, *(one for one, shown in there.items() if shown))
        self._say(words, left)

    def show_unknown(self, shape: Shape) -> None:
        """Nothing tells what the rows are: the person says it."""
        self._facts_part.show()
        self.facts.show_shape(shape)
        self.take.hide()
        self.columns.show_shape(shape)
        self._columns.set_count("")
        self._show_only(self._comes, *([self._columns] if shape.columns else []))
        said = tr("Nothing in the file says what its rows are. Choose it above.")
        self._say(said, "")
        self.facts.buttons["kind"].setFocus()

    def show_refused(self, message: str, advice: str) -> None:
        """What cannot be read, and what to do."""
        self.take.hide()
        self._show_only(self._comes)
        self.policy.hide()
        self._say("\n".join(part for part in (message, advice) if part), "")

    def show_done(self, words: str, left: str) -> None:
        """What came in, and what was left out."""
        self._show_only(self._comes)
        self._facts_part.hide()
        self.policy.hide()
        self.take.hide()
        self.back.show()
        self.leave.set_label(tr("Done"))
        self._comes.heading.set_text(tr("What came in"))
        self._say(words, left)

    def _show(self, *, beginning: bool = False) -> None:
        self._begin_part.setVisible(beginning)
        self._page.setVisible(not beginning)
        self._facts_part.hide()
        self.take.hide()
        self.back.hide()
        self.progress.hide()

    def _say(self, words: str, left: str) -> None:
        self._words.set_text(words)
        self._left.set_text(left)
        self._places[self._left_section].setVisible(bool(left))

    def _show_only(self, *sections: Section) -> None:
        for section, place in self._places.items():
            place.setVisible(section in sections)
