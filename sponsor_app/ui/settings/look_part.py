"""Which colours the window wears on this laptop, and how large it is."""

from functools import partial

from PySide6.QtCore import Signal

from sponsor_app.ui.widgets.boxes import Column, holding
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.chip_choice import ChipChoice
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.section import Section


class LookPart(Section):
    """`theme_chosen` carries light, dark, contrast or system; `zoomed` carries steps, 0 for 100 %."""

    theme_chosen = Signal(str)
    zoomed = Signal(int)

    def __init__(self) -> None:
        themes = {
            "system": tr("As the system"),
            "light": tr("Light"),
            "dark": tr("Dark"),
            "contrast": tr("High contrast"),
        }
        self.choice = ChipChoice(tr("Look"), list(themes.items()), needed=True)
        zooms = {-1: tr("Smaller"), 0: tr("100 %"), 1: tr("Larger")}
        chips = [Chip(words) for words in zooms.values()]
        body = Column(self.choice, 6, holding(Flow(*chips, gap=6)))
        super().__init__(tr("Look"), body, steps_out=False)
        self.choice.changed.connect(self.theme_chosen)
        for step, chip in zip(zooms, chips, strict=True):
            chip.clicked.connect(partial(self.zoomed.emit, step))
