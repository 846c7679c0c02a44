"""Every word the window says, in the language of the person who reads it."""

from PySide6.QtCore import QLocale

from sponsor_app.domain.language import code, how_many, later, number, tr, trn, understood

__all__ = ["how_many", "later", "locale", "number", "tr", "trn", "understood"]

REGIONS = {"ar": "ar_AE"}
"""Where a language is written with the figures that the rest of the window has."""


def locale() -> QLocale:
    """How Qt names days and months in the language of the window."""
    return QLocale(REGIONS.get(code(), code()))
