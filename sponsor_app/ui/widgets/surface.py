"""Grounds for what stands alone: a card, the paper of a brief, a side panel, a strip of tools, a foot line, a hairline."""

from typing import Literal

from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QWidget

Ground = Literal["card", "paper", "side", "strip", "foot"]


class Surface(QFrame):
    """A frame whose ground and outline come from the style sheet."""

    def __init__(self, ground: Ground, layout: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(ground)
        self.setLayout(layout)


class Rule(QFrame):
    """A hairline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rule")
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
