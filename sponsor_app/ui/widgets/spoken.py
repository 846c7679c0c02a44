"""Sentences for screen readers when something appears that has not got the keyboard."""

from PySide6 import QtGui
from PySide6.QtWidgets import QWidget


def announce(part: QWidget, sentence: str) -> None:
    """Say `sentence` once, politely, on behalf of `part`."""
    # Named here and not above: the first mention of QAccessible costs 5 ms of a cold start.
    QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(part, sentence))
