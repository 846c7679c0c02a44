"""A tool tip that shows text as it is: Qt would take a customer's name for HTML and open what it names."""

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QWidget


def set_tip(part: QWidget, text: str) -> None:
    """Show `text`, wrapped, when the pointer rests on `part`; nothing when it is empty."""
    part.setToolTip(plain(text))


def plain(text: str) -> str:
    """`text` escaped, for tool tips and for `ToolTipRole`."""
    return text and Qt.convertFromPlainText(text, Qt.WhiteSpaceMode.WhiteSpaceNormal)
