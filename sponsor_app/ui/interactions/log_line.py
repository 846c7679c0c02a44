"""The log line: one sentence becomes chips that can be corrected by keyboard, then one step with one undo."""

from datetime import date

from PySide6.QtWidgets import QWidget

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.corrections import Corrections, Part
from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.sentence import KnownName, completed
from sponsor_app.services import Services, interactions, sentences
from sponsor_app.services.sentences import NOTHING_BEGUN, Completions, Reading
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.interactions.chip_rows import CAPTION, ChipRows
from sponsor_app.ui.interactions.choices import Choice, Choices
from sponsor_app.ui.interactions.faces import TYPED, Face, faces
from sponsor_app.ui.interactions.other_day import OtherDay
from sponsor_app.ui.interactions.preview import missing, restarted, saved
from sponsor_app.ui.interactions.sentence_edit import SentenceEdit
from sponsor_app.ui.widgets.boxes import Column, Row
from sponsor_app.ui.widgets.glyph import Glyph
from sponsor_app.ui.widgets.key_cap import KeyCap
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.overlay import Overlay
from sponsor_app.ui.widgets.spoken import announce
from sponsor_app.ui.widgets.surface import Rule

WIDTH = 760


class LogLine(QWidget):
    """Enter saves, Tab walks the chips; while a name is typed, Down picks among those that it may become."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._desk = desk
        self._corrections = Corrections()
        self._reading: Reading | None = None
        self._completions = NOTHING_BEGUN
        self._asked_times = 0
        self.input = SentenceEdit(
            tr("What happened"), tr("coffee with Dana at Acme yesterday, promised pricing by Fri")
        )
        self.chips = ChipRows()
        self.choices = Choices(CAPTION)
        self.other = OtherDay(desk, CAPTION)
        self._saves = Label("", "body", "text", wrap=True, lines=3)
        self._note = Label("", "body", "text2", wrap=True, lines=4)
        self._note_sign = Glyph("info", "text2")
        self._lay_out()
        self._connect()
        self.overlay = Overlay(host, self, name=tr("Log what happened"), width=WIDTH)

    # --- opening and closing --------------------------------------------------------------------

    def open(self, text: str = "") -> None:
        """Float over the window; a draft that was left is there again unless other words are given."""
        self.other.hide()
        if text:
            self._corrections = Corrections()
            self.input.setText(text)
        self.overlay.open(self.input)
        self.input.setCursorPosition(len(self.input.text()))
        self._ask()

    def save(self) -> None:
        """Save what the chips say, as one step."""
        text, corrections = self.input.text().strip(), self._corrections
        if not text:
            self._say(tr("Say what happened, and with whom."), warns=True)
            return

        def work(app: Services) -> Changes:
            reading = sentences.read(app, text, corrections)
            return interactions.log(app, sentences.draft(reading, with_new=True))

        self._desk.operations.command(work, self, then=self._on_saved, refused=self._on_refused)

    def _on_saved(self, _changes: Changes) -> None:
        self.input.clear()
        self._corrections = Corrections()
        self.overlay.dismiss()

    def _on_refused(self, error: SponsorError) -> None:
        self._say_saves("")
        self._say(f"{error.message} {error.next}".strip(), warns=True)
        announce(self.input, error.message)
        self.chips.focus_question()

    # --- reading --------------------------------------------------------------------------------

    def _on_typed(self, text: str) -> None:
        if not text.strip():
            self._corrections = Corrections()
        self._ask()

    def _ask(self) -> None:
        self._asked_times += 1
        number, text, corrections = self._asked_times, self.input.text(), self._corrections
        cursor = self.input.cursorPosition()
        if not text.strip():
            self._clear()
            return
        self.input.fall_behind()

        def work(app: Services) -> tuple[Reading, Completions, date] | None:
            if number != self._asked_times:
                return None  # more was typed since
            reading = sentences.read(app, text, corrections)
            return reading, sentences.complete(app, text, cursor), app.today()

        def then(found: tuple[Reading, Completions, date] | None) -> None:
            if found is not None and number == self._asked_times:
                self._show(*found)
                self.input.catch_up()

        self._desk.operations.query(self, work, then)

    def _show(self, reading: Reading, completions: Completions, today: date) -> None:
        reading = sentences.without_begun(reading, completions)
        self._reading, self._completions = reading, completions
        self.input.underline(reading.sentence.spans)
        self.chips.show_faces(faces(reading, today))
        self._show_choices()
        unparsed = reading.sentence.unparsed
        note = "" if missing(reading) else restarted(reading, today)
        if unparsed:
            note = tr("{note} Kept as text: {words}").format(note=note, words=unparsed).strip()
        self._say_saves(saved(reading, today))
        self._say(note)

    def _clear(self) -> None:
        self._reading, self._completions = None, NOTHING_BEGUN
        self.input.underline(())
        self.chips.show_faces([])
        self.choices.show_choices("", ())
        self._say_saves("")
        self._say(tr("One line: what, with whom, where, when, and what was promised."))
        self.input.catch_up()

    def _say_saves(self, words: str) -> None:
        self._saves.set_text(words)
        self._saves.setVisible(bool(words))

    def _say(self, words: str, *, warns: bool = False) -> None:
        self._note.set_text(words)
        self._note_sign.setVisible(bool(words))
        self._note.set_ink("bad" if warns else "text2")
        self._note_sign.set_icon("triangle-alert" if warns else "info", "bad" if warns else "text2")

    # --- alternatives and names -----------------------------------------------------------------

    def _show_choices(self) -> None:
        """Those of the chip with the keyboard; while words are typed, the names they may become."""
        face = self.chips.current() if not self.input.hasFocus() else None
        if face is not None:
            self._show_options(face)
            return
        names = self._completions.names
        shown = [Choice(one.name, one.account or tr("account")) for one in names]
        self.choices.show_choices(tr("Down, Enter"), shown)
        self.input.offer(len(names))

    def _show_options(self, face: Face) -> None:
        shown = [Choice(one.words, one.detail) for one in face.options]
        values = [one.value for one in face.options]
        current = values.index(face.current) if face.current in values else -1
        several = tr("Keys 1 to {count}").format(count=len(shown))
        self.choices.show_choices(several if len(shown) > 1 else tr("Key 1"), shown, current)

    def _on_opened(self, face: Face) -> None:
        self._show_options(face)
        values = [one.value for one in face.options]
        self.choices.enter(values.index(face.current) if face.current in values else 0)

    def _on_taken(self, which: int) -> None:
        """One of the row was chosen: for the chip it belongs to, or as the name being typed."""
        face = self.chips.current()
        if self._completions.names and self.input.hasFocus():
            self._complete(which)
        elif face is not None and which < len(face.options):
            self.chips.focus_on(face.part)
            self._take(face, which)

    def _take(self, face: Face, which: int) -> None:
        value = face.options[which].value
        if value == TYPED:
            self._type_day(face)
        elif face.mention and isinstance(value, KnownName):
            self._corrections = self._corrections.choose(face.mention, value)
            self._ask()
        else:
            self._correct(face.puts or face.part, value)

    def _type_day(self, face: Face, begun: str = "") -> None:
        """Ask for a day in words; of the meeting itself the last of several is meant, unless it is planned."""
        reading = self._reading
        back = face.part == Part.ON and not (reading and reading.sentence.planned)
        self.other.ask(face.part, begun, back=back)

    def _correct(self, part: str, value: object) -> None:
        self._corrections = self._corrections.put(part, value)
        self._ask()

    def _complete(self, which: int) -> None:
        """Write the name out, and mean that record by it."""
        begun, names = self._completions.begun, self._completions.names
        if begun is None or not 0 <= which < len(names):
            return
        text, cursor = completed(self.input.text(), begun, names[which])
        self._corrections = self._corrections.choose(names[which].name, names[which])
        self.input.rewrite(text, cursor)

    # --- layout ---------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.input.textChanged.connect(self._on_typed)
        self.input.returnPressed.connect(self.save)
        self.input.marked.connect(self.choices.mark)
        self.input.picked.connect(self._complete)
        self.input.entered.connect(self._show_choices)
        self.chips.corrected.connect(self._correct)
        self.chips.chosen.connect(self._take)
        self.chips.opened.connect(self._on_opened)
        self.chips.focused.connect(self._show_options)
        self.chips.submitted.connect(self.save)
        self.chips.typed.connect(self._type_day)
        self.other.taken.connect(self._correct)
        self.other.left.connect(self._on_left)
        self.choices.taken.connect(self._on_taken)
        self.choices.left.connect(self._on_left)

    def _on_left(self) -> None:
        face = self.chips.current()
        if face is not None:
            self.chips.focus_on(face.part)

    def _lay_out(self) -> None:
        rows = Column(self.chips, self.choices, self.other, gap=10, margins=(20, 14, 20, 10))
        head = Row(
            Glyph("pencil-line", "accent", 18), 12, (self.input, 1), gap=0, margins=(20, 0, 20, 0)
        )
        told = Column(self._saves, Row(self._note_sign, 6, (self._note, 1), gap=0), gap=4)
        told.set_margins(20, 10, 20, 4)
        keys = Row(
            KeyCap("Enter", tr("save")),
            KeyCap("Tab", tr("next chip")),
            KeyCap("Space", tr("choose")),
            KeyCap("Backspace", tr("remove")),
            KeyCap("Alt+↑↓", tr("a week")),
            None,
            KeyCap("Esc", tr("keep as draft")),
            gap=16,
            margins=(20, 4, 20, 14),
        )
        self.setLayout(Column(head, Rule(), rows, Rule(), told, keys))
