"""Every word the window says, in the language of the person who reads it."""

from sponsor_app.domain.language import code, how_many, later, number, tr, trn, understood

__all__ = ["code", "how_many", "later", "number", "tr", "trn", "understood"]
