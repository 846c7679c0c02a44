"""The log line: one sentence becomes chips that can be corrected by keyboard, then one step with one undo."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.corrections import Corrections
from sponsor_app.domain.errors import SponsorError
from sponsor_app.services import Services, interactions, sentences
from sponsor_app.services.sentences import Reading
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.interactions.faces import Face, Line, Option, faces, restarted
from sponsor_app.ui.interactions.sentence_edit import SentenceEdit
from sponsor_app.ui.widgets.alternative import Alternative
from sponsor_app.ui.widgets.boxes import Column, Row, fix, holding
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.glyph import Glyph
from sponsor_app.ui.widgets.key_cap import KeyCap
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.overlay import Overlay
from sponsor_app.ui.widgets.surface import Rule

WIDTH, CAPTION = 760, 84
WEEK = timedelta(days=7)


class LogLine(QWidget):
    """Enter saves, Tab walks the chips, digits choose, Backspace removes, Alt+Up and Alt+Down move a day by a week."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._desk = desk
        self._corrections = Corrections()
        self._reading: Reading | None = None
        self._asked_times = 0
        self._faces: dict[Chip, Face] = {}
        self._focused_part = ""
        self.input = SentenceEdit(
            tr("What happened"), tr("coffee with Dana at Acme yesterday, promised pricing by Fri")
        )
        self._rows = {line: self._row() for line in Line}
        self._options = holding(Flow(gap=4))
        self._options_caption = Label("", "meta", "text3")
        self._note = Label("", "body", "text2", wrap=True)
        self._note_sign = Glyph("info", "text2")
        self._lay_out()
        self.overlay = Overlay(host, self, name=tr("Log what happened"), width=WIDTH)
        self.input.textChanged.connect(self._on_typed)
        self.input.returnPressed.connect(self.save)

    # --- opening and closing --------------------------------------------------------------------

    def open(self, text: str = "") -> None:
        """Float over the window; a draft that was left is there again unless other words are given."""
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
        self._say(f"{error.message} {error.next}".strip(), warns=True)
        doubtful = next(
            (chip for chip, face in self._faces.items() if face.guessed and face.mention), None
        )
        if doubtful is not None:
            doubtful.setFocus()

    # --- reading --------------------------------------------------------------------------------

    def _on_typed(self, text: str) -> None:
        if not text.strip():
            self._corrections = Corrections()
        self._ask()

    def _ask(self) -> None:
        self._asked_times += 1
        number, text, corrections = self._asked_times, self.input.text(), self._corrections
        if not text.strip():
            self._clear()
            return
        self._desk.operations.query(
            self,
            lambda app: (sentences.read(app, text, corrections), app.today()),
            lambda found: self._show(number, *found),
        )

    def _show(self, number: int, reading: Reading, today: date) -> None:
        if number != self._asked_times:
            return
        self._reading = reading
        self.input.underline(reading.sentence.spans)
        self._show_chips(faces(reading, today))
        unparsed = reading.sentence.unparsed
        note = restarted(reading, today)
        if unparsed:
            note = tr("{note} Kept as text: {words}").format(note=note, words=unparsed)
        self._say(note)

    def _clear(self) -> None:
        self._reading = None
        self.input.underline(())
        self._show_chips([])
        self._say(tr("One line: what, with whom, where, when, and what was promised."))

    def _say(self, words: str, *, warns: bool = False) -> None:
        self._note.set_text(words)
        self._note.set_ink("bad" if warns else "text2")
        self._note_sign.set_icon("triangle-alert" if warns else "info", "bad" if warns else "text2")

    # --- chips ----------------------------------------------------------------------------------

    def _show_chips(self, shown: Sequence[Face]) -> None:
        """Lay the chips anew; the one that had the keyboard keeps it, by what it corrects."""
        focused = self._focused_part if self._has_chip_focus() else ""
        by_part = {face.part: chip for chip, face in self._faces.items()}
        wanted = [face.part for face in shown]
        if [face.part for face in self._faces.values()] != wanted:
            for chip in self._faces:
                chip.deleteLater()
                chip.hide()
            by_part = {face.part: self._chip(face) for face in shown}
        self._faces = {by_part[face.part]: face for face in shown}
        for chip, face in self._faces.items():
            chip.show_value(face.words, face.detail, face.icon, guessed=face.guessed)
        for line, row in self._rows.items():
            row.setVisible(any(face.line is line for face in shown))
        chip = by_part.get(focused)
        if chip is not None:
            chip.setFocus()
        self._show_options(self._faces.get(chip) if chip else None)

    def _chip(self, face: Face) -> Chip:
        chip = Chip(
            face.words,
            face.icon,
            face.detail,
            guessed=face.guessed,
            opens=bool(face.options),
            removable=face.removable,
        )
        layout = self._rows[face.line].findChild(QWidget, "chips").layout()  # pyright: ignore[reportOptionalMemberAccess]
        layout.addWidget(chip)  # pyright: ignore[reportOptionalMemberAccess]
        chip.chosen.connect(partial(self._choose, chip))
        chip.removed.connect(lambda: self._remove(chip))
        chip.installEventFilter(self)
        chip.show()
        return chip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, Chip) and watched in self._faces:
            if event.type() is QEvent.Type.FocusIn:
                self._focused_part = self._faces[watched].part
                self._show_options(self._faces[watched])
            elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                return self._chip_key(watched, event)
        return super().eventFilter(watched, event)

    def _chip_key(self, chip: Chip, event: QKeyEvent) -> bool:
        """Enter saves from anywhere; Alt with Up or Down moves a day by a week."""
        face, key = self._faces[chip], event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
            return True
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and face.day is not None and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._correct(face.part, face.day + (WEEK if key == Qt.Key.Key_Up else -WEEK))
            return True
        return False

    def _choose(self, chip: Chip, number: int) -> None:
        face = self._faces[chip]
        if 1 <= number <= len(face.options):
            self._take(face, face.options[number - 1])

    def _take(self, face: Face, option: Option) -> None:
        if face.mention:
            self._corrections = self._corrections.choose(face.mention, option.value)  # pyright: ignore[reportArgumentType]
            self._ask()
        else:
            self._correct(face.part, option.value)

    def _remove(self, chip: Chip) -> None:
        self._correct(self._faces[chip].part, None)

    def _correct(self, part: str, value: object) -> None:
        self._corrections = self._corrections.put(part, value)
        self._ask()

    def _has_chip_focus(self) -> bool:
        return any(chip.hasFocus() for chip in self._faces)

    # --- alternatives ---------------------------------------------------------------------------

    def _show_options(self, face: Face | None) -> None:
        layout = self._options.layout()
        while layout is not None and layout.count():
            item = layout.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
                widget.hide()
        options = face.options if face else ()
        self._options_caption.set_text(
            tr("Keys 1 to {count}").format(count=len(options)) if options else ""
        )
        for number, option in enumerate(options, 1):
            made = Alternative(number, option.words, option.detail)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.setChecked(face is not None and option.value == face.current)
            made.clicked.connect(lambda _on=False, o=option, f=face: self._take(f, o))  # pyright: ignore[reportArgumentType]
            layout.addWidget(made)  # pyright: ignore[reportOptionalMemberAccess]
            made.show()

    # --- layout ---------------------------------------------------------------------------------

    def _row(self) -> QWidget:
        chips = holding(Flow(gap=8, line_gap=8))
        chips.setObjectName("chips")
        return holding(Row(chips, gap=0))

    def _lay_out(self) -> None:
        captions = {
            Line.WHAT: tr("What"),
            Line.WHEN: tr("When, where"),
            Line.PROMISE: tr("Promise"),
        }
        rows = Column(gap=10, margins=(20, 14, 20, 10))
        for line, row in self._rows.items():
            caption = fix(Label(captions[line], "meta", "text2"), width=CAPTION)
            layout = row.layout()
            if isinstance(layout, Row):
                layout.insertWidget(0, caption)
                layout.setSpacing(8)
            row.hide()
            rows.add(row)
        rows.add(Row(fix(self._options_caption, width=CAPTION), (self._options, 1), gap=8))
        head = Row(
            Glyph("pencil-line", "accent", 18), 12, (self.input, 1), gap=0, margins=(20, 0, 20, 0)
        )
        note = Row(self._note_sign, 6, (self._note, 1), gap=0, margins=(20, 10, 20, 4))
        keys = Row(
            KeyCap("Enter", tr("save")),
            KeyCap("Tab", tr("next chip")),
            KeyCap("Backspace", tr("remove")),
            KeyCap("Alt+↑↓", tr("a week")),
            None,
            KeyCap("Esc", tr("keep as draft")),
            gap=16,
            margins=(20, 4, 20, 14),
        )
        self.setLayout(Column(head, Rule(), rows, Rule(), note, keys))
