"""The questions of a debrief, one below the other: each is answered with a digit or a line, and Enter goes on."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QWidget

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.debrief import promise_of
from sponsor_app.domain.drafts import Promise
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.people import Contact
from sponsor_app.domain.timeline import Person
from sponsor_app.domain.wording import full_day
from sponsor_app.ui.interactions.crowd import Crowd
from sponsor_app.ui.widgets import focus
from sponsor_app.ui.widgets.boxes import Column, Row, fix, holding
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.chip_choice import ChipChoice
from sponsor_app.ui.widgets.field import LineEdit
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.tokens import HEIGHT

CAPTION = 104
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Step(QWidget):
    """`passed` when it is answered, by Enter on any of its parts; `finished` by Ctrl+Enter, when all is said."""

    passed = Signal()
    finished = Signal()

    def __init__(self, question: str, body: QWidget | QLayout) -> None:
        super().__init__()
        self.caption = Label(question, "metaB", "text2")
        fix(self.caption, CAPTION, HEIGHT.CHIP)
        row = Row(gap=0)
        row.addWidget(self.caption, 0, Qt.AlignmentFlag.AlignTop)
        row.add((body if isinstance(body, QWidget) else holding(body), 1))
        self.setLayout(row)
        self.setAccessibleName(question)

    def begin(self) -> None:
        """Take the keyboard."""
        parts = focus.reachable(self)
        if parts:
            parts[0].setFocus(Qt.FocusReason.TabFocusReason)

    def watch(self, *parts: QWidget) -> None:
        """Take Enter from these parts, whatever else they make of it."""
        for part in parts:
            part.installEventFilter(self)

    def enter(self) -> bool:
        """Whether Enter goes on now."""
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in ENTER:
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
        elif self.enter():
            self.passed.emit()
        return True


class Choosing(Step):
    """One of a few: its digit chooses and goes on at once."""

    def __init__(self, question: str, choices: Sequence[tuple[str, str]]) -> None:
        self._values = {str(number): value for number, (value, _word) in enumerate(choices, 1)}
        digits = [(str(number), word) for number, (_value, word) in enumerate(choices, 1)]
        self.choice = ChipChoice(question, digits, needed=True)
        for digit, chip in self.choice.chips.items():
            chip.set_detail(digit)
        super().__init__(question, self.choice)
        self.watch(*self.choice.chips.values())
        self.choice.changed.connect(self.passed)

    @property
    def value(self) -> str:
        """What was chosen, or nothing."""
        return self._values.get(self.choice.value, "")

    def choose(self, value: str | None) -> None:
        """Begin with a value, or with none."""
        digits = {known: digit for digit, known in self._values.items()}
        self.choice.choose(digits.get(value or "", ""))

    def begin(self) -> None:
        chips = self.choice.chips
        chip = chips.get(self.choice.value) or next(iter(chips.values()))
        chip.setFocus(Qt.FocusReason.TabFocusReason)


class Writing(Step):
    """A line of text, or none."""

    def __init__(self, question: str, placeholder: str) -> None:
        self.field = LineEdit(question, placeholder)
        super().__init__(question, self.field)
        self.watch(self.field)

    @property
    def text(self) -> str:
        """What was written."""
        return self.field.text().strip()


class WhoCame(Step):
    """Those who were expected, each with a digit that takes them out or in again, and a line for others."""

    def __init__(self) -> None:
        self.field = LineEdit(tr("Who else came"), tr("Who else? Names, with commas"))
        self._people = Crowd()
        self.chips: dict[str, Chip] = {}
        super().__init__(tr("Who came"), Column(self._people, self.field, gap=6))
        self.watch(self.field)

    def show_people(self, people: Sequence[Person]) -> None:
        """Everybody who was expected came, unless somebody says otherwise."""
        for chip in self.chips.values():
            self._people.remove(chip)
        self.chips = {}
        for number, one in enumerate(people, 1):
            chip = Chip(one.name, detail=str(number) if number <= 9 else "", checkable=True)
            chip.setChecked(True)
            chip.setAccessibleName(tr("{name} came").format(name=one.name))
            self.chips[str(one.contact_id)] = chip
            self._people.add(chip)
        self._people.setVisible(bool(people))
        self.watch(*self.chips.values())
        self.field.clear()

    def begin(self) -> None:
        first = next(iter(self.chips.values()), self.field)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def came(self) -> list[str]:
        """The ids of those expected who came."""
        return [one for one, chip in self.chips.items() if chip.isChecked()]

    def others(self, known: Sequence[Contact]) -> tuple[list[str], list[str]]:
        """Of the names written: the ids of those who are known there, and the names of those who are not."""
        names = [name.strip() for name in self.field.text().split(",") if name.strip()]
        by_name = {word: one.id for one in known for word in _called(one.name)}
        ids = [by_name[name.casefold()] for name in names if name.casefold() in by_name]
        return [str(one) for one in ids], [name for name in names if name.casefold() not in by_name]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, Chip) and event.type() == QEvent.Type.FocusIn:
            self._people.ensureWidgetVisible(watched, 0, 0)
        if watched is not self.field and event.type() == QEvent.Type.KeyPress:
            text = event.text() if isinstance(event, QKeyEvent) else ""
            chips = list(self.chips.values())
            if text.isdecimal() and 1 <= int(text) <= len(chips):
                chips[int(text) - 1].click()
                return True
        return super().eventFilter(watched, event)


class Promising(Step):
    """Promises, one after the other; Enter on an empty line goes on."""

    def __init__(self) -> None:
        self.field = LineEdit(
            tr("What was promised"), tr("a spare key by Fri; or: they send the drawings by 3 Dec")
        )
        self._listed = Label("", "body", "text2", wrap=True)
        self.promises: list[Promise] = []
        self.today = date.min
        super().__init__(tr("Promises"), Column(self._listed, self.field, gap=4))
        self._listed.hide()
        self.watch(self.field)

    def restart(self, today: date) -> None:
        """None yet."""
        self.promises, self.today = [], today
        self.field.clear()
        self._show()

    def enter(self) -> bool:
        text = self.field.text().strip()
        if not text:
            return True
        self.take(text)
        return False

    def take(self, text: str) -> None:
        """Add a promise; words that are none stay where they are."""
        try:
            self.promises.append(promise_of(text, self.today))
        except InvalidError:
            return
        self.field.clear()
        self._show()

    def _show(self) -> None:
        self._listed.set_text("\n".join(self._said(one) for one in self.promises))
        self._listed.setVisible(bool(self.promises))

    def _said(self, one: Promise) -> str:
        whose = tr("ours") if one.direction is Direction.OURS else tr("theirs")
        day = tr(", by {day}").format(day=full_day(one.due, self.today)) if one.due else ""
        return f"{whose}: {one.text}{day}"


def _called(name: str) -> tuple[str, ...]:
    folded = name.casefold()
    return folded, folded.split()[0] if folded.split() else folded
