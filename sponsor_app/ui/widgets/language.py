"""Every word the window says, in the language of the person who reads it."""

from PySide6.QtCore import QCoreApplication

CONTEXT = "sponsor_app"


def tr(text: str) -> str:
    """Translate `text`, the English wording; without a translation it stays English."""
    return QCoreApplication.translate(CONTEXT, text)
