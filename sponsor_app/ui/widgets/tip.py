"""A tool tip that shows text as it is: Qt would take a customer's name for HTML and open what it names."""

from textwrap import fill

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QWidget

WIDEST = 88  # characters; Qt wraps only HTML by itself


def set_tip(part: QWidget, text: str) -> None:
    """Show `text`, wrapped, when the pointer rests on `part`; nothing when it is empty."""
    if text or part.toolTip():
        part.setToolTip(plain(text))


def plain(text: str) -> str:
    """`text` for tool tips and for `ToolTipRole`; escaped only where it looks like HTML, since it is read out too."""
    if Qt.mightBeRichText(text):
        return Qt.convertFromPlainText(text)
    return fill(text, WIDEST)
