"""The filter of the timeline, in place below its heading: a few words, and chips with their counts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.folding import fold
from sponsor_app.domain.interaction import Intent, Place, Sentiment, is_face_to_face
from sponsor_app.domain.timeline import Interaction
from sponsor_app.ui.accounts.timeline_face import title_of
from sponsor_app.ui.widgets.boxes import Column, Row, fix, holding
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.filter_field import FilterField
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.tokens import STEP_OUT

FIELD_WIDTH = 200


class Sort(StrEnum):
    """What can be asked of an interaction with one press."""

    FACE_TO_FACE = "face_to_face"
    THEIR_TURF = "their_turf"
    CARE = "care"
    FIX = "fix"
    SELL = "sell"
    UNHAPPY = "unhappy"


TESTS: Mapping[Sort, Callable[[Interaction], bool]] = {
    Sort.FACE_TO_FACE: lambda one: is_face_to_face(one.kind, one.place),
    Sort.THEIR_TURF: lambda one: one.place is Place.THEIRS,
    Sort.CARE: lambda one: one.intent is Intent.CARE,
    Sort.FIX: lambda one: one.intent is Intent.FIX,
    Sort.SELL: lambda one: one.intent is Intent.SELL,
    Sort.UNHAPPY: lambda one: one.sentiment is Sentiment.NEGATIVE,
}
EITHER = frozenset({Sort.CARE, Sort.FIX, Sort.SELL})
"""Of these any will do; of the others each must hold."""


def sort_word(sort: Sort) -> str:
    """A sort as its chip says it."""
    words = {
        Sort.FACE_TO_FACE: tr("Face to face"),
        Sort.THEIR_TURF: tr("Their site"),
        Sort.CARE: tr("Care"),
        Sort.FIX: tr("Fix"),
        Sort.SELL: tr("Sell"),
        Sort.UNHAPPY: tr("Unhappy"),
    }
    return words[sort]


@dataclass(frozen=True, slots=True)
class WantedTouches:
    """Every word must be found, in whatever order; then what the chips ask for."""

    text: str = ""
    sorts: frozenset[Sort] = frozenset()

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return not self.sorts and not self.text.strip()

    def of(self, found: Sequence[Interaction]) -> list[Interaction]:
        """Those that fit, in their order."""
        words, intents = fold(self.text).split(), self.sorts & EITHER
        return [
            one
            for one in found
            if all(TESTS[sort](one) for sort in self.sorts - EITHER)
            and (not intents or any(TESTS[sort](one) for sort in intents))
            and (not words or _has(one, words))
        ]


def _has(one: Interaction, words: Sequence[str]) -> bool:
    people = " ".join(person.name for person in (*one.contacts, *one.members))
    parts = (title_of(one), one.summary, one.quote, one.city, people)
    said = fold(" ".join(part for part in parts if part))
    return all(word in said for word in words)


class TimelineFilter(QWidget):
    """`changed` tells that something else is wanted; `left` that the keyboard goes to the rows."""

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = WantedTouches()
        self.field = FilterField(tr("Filter the timeline by words"), tr("A word, a name"))
        self.chips = {sort: Chip(sort_word(sort), checkable=True) for sort in Sort}
        fix(self.field, width=FIELD_WIDTH)
        chips = Column(1, Flow(*self.chips.values(), gap=6, line_gap=6))
        row = Row(margins=(STEP_OUT, 4, STEP_OUT, 8))
        row.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)
        row.add((holding(chips), 1))
        self.setLayout(row)
        self.setAccessibleName(tr("Filter of the timeline"))
        self.field.textChanged.connect(self._on_changed)
        self.field.entered.connect(self.left)
        self.field.left.connect(self.left)
        for chip in self.chips.values():
            chip.clicked.connect(self._on_changed)

    def show_counts(self, found: Sequence[Interaction]) -> None:
        """Say on each chip for how many of all it stands."""
        for sort, chip in self.chips.items():
            chip.set_detail(number(sum(map(TESTS[sort], found))))

    def clear(self) -> None:
        """Want everything again, without telling."""
        self.blockSignals(True)
        self.field.clear()
        for chip in self.chips.values():
            chip.setChecked(False)
        self._on_changed()
        self.blockSignals(False)

    def _on_changed(self) -> None:
        sorts = frozenset(sort for sort, chip in self.chips.items() if chip.isChecked())
        self.wanted = WantedTouches(self.field.text(), sorts)
        self.changed.emit()
