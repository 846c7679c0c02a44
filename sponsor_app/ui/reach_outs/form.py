"""A reason to write, the accounts it fits, and the words of the note."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.reach_out import TEMPLATE, Criteria, criteria_of
from sponsor_app.ui.reach_outs.words import status_choices, tier_choices
from sponsor_app.ui.widgets.boxes import Row, holding
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.field import LineEdit, TextEdit
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.panel import Panel


class ReachOutForm(Panel):
    """No chip chosen means that any will do."""

    submitted = Signal()

    def __init__(self) -> None:
        self.title = LineEdit(
            tr("What it is about"), tr("What is it about? Prices fall in January")
        )
        self.because = LineEdit(tr("What it does for them"), tr("What does it do for them?"))
        self.tiers = _chips(tr("Tier"), tier_choices())
        self.statuses = _chips(tr("Status"), status_choices())
        self.industries = LineEdit(tr("Industries"), tr("Industries, between commas; empty: any"))
        self.countries = LineEdit(tr("Countries"), tr("Countries, between commas; empty: any"))
        hint = tr("The note; {contact} {account} {because} {me} are filled in")
        self.template = TextEdit(tr("The note"), hint, lines=4)
        self.save = Button(tr("Add"), "plus", shortcut="Ctrl+Enter")
        super().__init__(
            tr("A reason that only helps them"),
            Row((self.title, 1), (self.because, 1)),
            _flow(self.tiers),
            _flow(self.statuses),
            Row((self.industries, 1), (self.countries, 1)),
            self.template,
            Row(self.save, None),
        )
        self.title.returnPressed.connect(self.because.setFocus)
        self.because.returnPressed.connect(self.submitted)
        self.template.submitted.connect(self.submitted)
        self.save.clicked.connect(self.submitted)

    def clear(self) -> None:
        """Ready for the next one."""
        for field in (self.title, self.because, self.industries, self.countries):
            field.clear()
        for chip in (*self.tiers.values(), *self.statuses.values()):
            chip.setChecked(False)
        self.template.setPlainText(TEMPLATE)
        self.forgive()

    def criteria(self) -> Criteria:
        """Which accounts it fits."""
        return criteria_of(
            tiers=_chosen(self.tiers),
            statuses=_chosen(self.statuses),
            industries=self.industries.text().split(","),
            countries=self.countries.text().split(","),
        )

    def note(self) -> str | None:
        """The words of the note where they are not the usual ones."""
        text = self.template.toPlainText()
        return text if text.strip() and text.strip() != TEMPLATE.strip() else None


def _chips(name: str, choices: Sequence[tuple[str, str]]) -> dict[str, Chip]:
    chips = {key: Chip(word, checkable=True) for key, word in choices}
    for chip in chips.values():
        chip.setAccessibleName(f"{name}: {chip.text()}")
    return chips


def _flow(chips: dict[str, Chip]) -> QWidget:
    return holding(Flow(*chips.values(), gap=6))


def _chosen(chips: dict[str, Chip]) -> list[str]:
    return [key for key, chip in chips.items() if chip.isChecked()]
