"""A status in words: it is painted with the window, so it loads nothing of what a team is."""

from dataclasses import dataclass

from sponsor_app.ui.widgets.tokens import ToneName


@dataclass(frozen=True, slots=True)
class Said:
    """A symbol, a word or two, when, in which tone; what happened and what to do next where something is wrong."""

    symbol: str
    words: str
    detail: str = ""
    tone: ToneName = "idle"
    trouble: str = ""
    next: str = ""

    @property
    def sentence(self) -> str:
        """All of it, for a screen reader and a tip."""
        head = ", ".join(part for part in (self.words, self.detail) if part)
        rest = " ".join(part for part in (self.trouble, self.next) if part)
        return f"{head}. {rest}".strip()
