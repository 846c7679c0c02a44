"""Which language the window speaks on this laptop."""

from PySide6.QtCore import Signal

from sponsor_app.services import languages
from sponsor_app.ui.widgets.boxes import Column
from sponsor_app.ui.widgets.chip_choice import ChipChoice
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.section import Section


class LanguagePart(Section):
    """Each language by its own name; `language_chosen` carries its code, or `system`."""

    language_chosen = Signal(str)

    def __init__(self, chosen: str) -> None:
        names = [(languages.SYSTEM, tr("As the system")), *languages.NAMES.items()]
        self.choice = ChipChoice(tr("Language"), names, needed=True)
        self.choice.choose(chosen)
        hint = tr(
            "Sponsor speaks it from its next start. Names and notes stay as they were written."
        )
        body = Column(self.choice, 4, Label(hint, "meta", "text3", wrap=True))
        super().__init__(tr("Language"), body, steps_out=False)
        self.choice.changed.connect(self.language_chosen)
