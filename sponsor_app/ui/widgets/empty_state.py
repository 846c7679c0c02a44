"""What stands where there is nothing yet: one sentence, one hint, and the one thing to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from sponsor_app.ui.widgets.boxes import Column, Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.glyph import Glyph
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.surface import Surface
from sponsor_app.ui.widgets.tokens import ICON


class EmptyState(Surface):
    """A card; without `action` it says only why it is empty."""

    acted = Signal()

    def __init__(
        self,
        icon: str,
        sentence: str,
        hint: str = "",
        *,
        action: str = "",
        action_icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        column = Column(
            None,
            Row(None, Glyph(icon, "text3", ICON.EMPTY), None),
            10,
            Label(sentence, "heading", wrap=True, align="center"),
            2,
            Label(hint, "body", "text2", wrap=True, align="center"),
            margins=(16, 20, 16, 20),
        )
        super().__init__("card", column, parent)
        self.action = Button(action, action_icon, parent=self)
        self.action.setVisible(bool(action))
        self.action.clicked.connect(self.acted)
        if action:
            column.add(12, Row(None, self.action, None))
        else:
            self.action.setParent(self)
        column.add(None)
        self.setAccessibleName(f"{sentence}. {hint}" if hint else sentence)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if action:
            self.setFocusProxy(self.action)
