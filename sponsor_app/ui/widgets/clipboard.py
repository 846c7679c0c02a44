"""Put a page on the clipboard as text and as HTML at once: each program takes what it can use."""

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QGuiApplication


def put(text: str, html: str) -> None:
    """Copy both. What holds them is made by Qt, not by us: the clipboard may outlive Python, and then asks nobody."""
    model = QStringListModel([""])
    held = model.mimeData([model.index(0)])
    for kind in held.formats():
        held.removeFormat(kind)
    held.setText(text)
    held.setHtml(html)
    QGuiApplication.clipboard().setMimeData(held)
