"""One line below the page: what the statement under the pointer or the keyboard rests on."""

from PySide6.QtWidgets import QWidget

from sponsor_app.ui.brief.cited import Cited
from sponsor_app.ui.widgets.boxes import Row, fix
from sponsor_app.ui.widgets.glyph import Glyph
from sponsor_app.ui.widgets.key_cap import KeyCap
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.surface import Surface

HEIGHT = 42


class SourceLine(Surface):
    """It is always there, so that nothing jumps or is covered; without a statement it says how to get one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.shown: Cited | None = None
        self._sign = Glyph("quote", "text3")
        self._title = Label("", "medium", whole=False, flexible=True)
        self._more = Label("", "meta", "text2", flexible=True)
        self._key = KeyCap("Enter", tr("open"))
        row = Row(
            self._sign, (self._title, 2), (self._more, 3), self._key, gap=10, margins=(16, 0, 16, 0)
        )
        super().__init__("foot", row, parent)
        fix(self, height=HEIGHT)
        self.clear()

    def clear(self) -> None:
        """Nothing is pointed at."""
        self.shown = None
        self._sign.set_icon("quote", "text3")
        self._title.hide()
        self._more.set_text(tr("Point at a line, or press Tab: what it rests on stands here."))
        self._more.set_ink("text3")
        self._key.hide()
        self.setAccessibleName(tr("Source"))

    def show_cited(self, found: Cited) -> None:
        """Show a record in one line: what it is, when, and their words or the first fact."""
        self.shown = found
        self._sign.set_icon(found.symbol, "text3")
        self._title.set_text(f"{found.kind}: {found.title}")
        self._title.show()
        words = " ".join(found.words.split())
        facts = " · ".join(f"{name}: {value}" for name, value in found.facts[:2])
        self._more.set_text(" · ".join(part for part in (found.meta, words or facts) if part))
        self._more.set_ink("text2")
        self._key.show()
        self.setAccessibleName(self.sentence())

    def sentence(self) -> str:
        """All of it in words."""
        title = "" if self._title.isHidden() else self._title.text()
        return ", ".join(part for part in (title, self._more.text()) if part)
