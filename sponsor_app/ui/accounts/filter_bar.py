"""The filters above the accounts: words, chips with their counts, and the rest in place behind More."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.accounts.wanted import FAMILIES, Counts, Quick, Wanted, choice_word, quick_word
from sponsor_app.ui.widgets.boxes import Column, Row, fix, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.filter_field import FilterField
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import number, tr

FIELD_WIDTH, CAPTION_WIDTH = 220, 84


class FilterBar(QWidget):
    """`changed` tells what is wanted now."""

    changed = Signal(object)  # Wanted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = Wanted()
        self.field = FilterField(tr("Filter these accounts by name"), tr("Filter these accounts"))
        self.all = Chip(tr("All"), checkable=True)
        self.quick = {one: Chip(quick_word(one), checkable=True) for one in Quick}
        self.more = Chip(tr("More"), "list-filter", checkable=True)
        self.columns = Button(tr("Columns"), "sliders-horizontal", "quiet")
        self.choices = {
            (family, value): Chip(choice_word(family, value), checkable=True)
            for family, values in FAMILIES.items()
            for value in values
        }
        self._lay_out()
        self._listen()
        self._mark()

    def show_counts(self, counts: Counts | None) -> None:
        """Say on each chip how many accounts it stands for; nothing while they are still counted."""
        self.all.set_detail(number(counts.accounts) if counts else "")
        for quick, chip in self.quick.items():
            chip.set_detail(number(counts.quick[quick]) if counts else "")
        for choice, chip in self.choices.items():
            chip.set_detail(number(counts.choices[choice]) if counts else "")

    def show_wanted(self, wanted: Wanted) -> None:
        """Take on what was remembered or asked for, without telling."""
        self.wanted = wanted
        self.field.blockSignals(True)
        self.field.setText(wanted.text)
        self.field.blockSignals(False)
        if wanted.choices:
            self.more.setChecked(True)
            self._families.show()
        self._mark()

    def type_on(self, text: str) -> None:
        """Give the keyboard to the field and let it begin with what was typed elsewhere."""
        self.field.type_on(text)

    def clear(self) -> None:
        """Want everything again."""
        self.show_wanted(Wanted())
        self.changed.emit(self.wanted)

    def _lay_out(self) -> None:
        # A chip is 2 px lower than the field, and sits in its middle.
        chips = Column(1, Flow(self.all, *self.quick.values(), self.more))
        fix(self.field, width=FIELD_WIDTH)
        line = Row(self.field, (holding(chips), 1), self.columns, margins=(8, 0, 0, 0))
        names = {"tier": tr("Tier"), "status": tr("Status"), "coverage": tr("Coverage")}
        families = Column(gap=6)
        for family, caption in names.items():
            of_family = [chip for (name, _), chip in self.choices.items() if name == family]
            row = Row(gap=0)
            label = fix(Label(caption, "metaB", "text2"), width=CAPTION_WIDTH, height=28)
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            row.add((holding(Flow(*of_family)), 1))
            families.add(row)
        self._families = holding(Column(10, inset(families)))
        self._families.hide()
        self.setLayout(Column(line, self._families))
        self.setAccessibleName(tr("Filters"))

    def _listen(self) -> None:
        self.field.textChanged.connect(self._on_typed)
        self.all.clicked.connect(self._on_all)
        self.more.clicked.connect(self._on_more)
        for chip in (*self.quick.values(), *self.choices.values()):
            chip.clicked.connect(self._on_chosen)

    def _mark(self) -> None:
        wanted = self.wanted
        self.all.setChecked(wanted.everything)
        for quick, chip in self.quick.items():
            chip.setChecked(quick in wanted.quick)
        for choice, chip in self.choices.items():
            chip.setChecked(choice in wanted.choices)
        self.more.set_detail(str(len(wanted.choices)) if wanted.choices else "")

    def _on_typed(self, text: str) -> None:
        self.wanted = self.wanted.typed(text)
        self.changed.emit(self.wanted)

    def _on_all(self) -> None:
        self.wanted = Wanted(self.wanted.text)
        self._mark()
        self.changed.emit(self.wanted)

    def _on_more(self, shown: bool) -> None:
        self._families.setVisible(shown)

    def _on_chosen(self) -> None:
        quick = frozenset(one for one, chip in self.quick.items() if chip.isChecked())
        choices = frozenset(one for one, chip in self.choices.items() if chip.isChecked())
        self.wanted = Wanted(self.wanted.text, frozenset(map(str, quick)), choices)
        self._mark()
        self.changed.emit(self.wanted)
