"""Choose one from many by typing a few letters: a sponsor, an account lead, another account."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.folding import fold
from sponsor_app.ui.widgets.boxes import Column, Row, fix
from sponsor_app.ui.widgets.field import LineEdit
from sponsor_app.ui.widgets.glyph import Glyph
from sponsor_app.ui.widgets.key_cap import KeyCap
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.overlay import Overlay
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.row_canvas import RowCanvas
from sponsor_app.ui.widgets.rows.list_row import CompactRowDelegate, ListRow
from sponsor_app.ui.widgets.surface import Rule
from sponsor_app.ui.widgets.theme import px

WIDTH, INPUT, LIST = 480, 44, 322


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: what it is called here, and how its row looks."""

    key: str
    row: ListRow

    @property
    def folded(self) -> str:
        """The words it is found by."""
        return fold(f"{self.row.title} {self.row.reason}")


class OptionRows(CompactRowDelegate[Option]):
    """A row without a reason has its title in the middle."""

    def draw(self, canvas: RowCanvas, face: ListRow) -> None:
        if face.reason or face.verdict:
            super().draw(canvas, face)
            return
        left, middle = canvas.rect.left(), canvas.middle
        if face.symbol:
            canvas.icon(left, middle, face.symbol, face.symbol_ink)
            left += px(26)
        canvas.text(left, middle, canvas.right - left, face.title, self.title_role)


Chosen = Callable[[Option], None]
Asks = Callable[[str], None]


class Picker(QWidget):
    """`ask` opens it; it filters what was offered, or, where a search is given, asks that for each letter typed."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._options: Sequence[Option] = ()
        self._folded: Sequence[str] = ()
        self._chosen: Chosen | None = None
        self._asks: Asks | None = None
        self._title = Label("", "heading", flexible=True)
        self._count = Label("", "meta", "text3")
        self.field = LineEdit(tr("Find"), role="lead", height=INPUT, bare=True)
        self.options = RecordList[Option](
            lambda option: option.key,
            lambda option: option.row.title,
            sentence=lambda option: option.row.sentence,
        )
        self.list = ListView(
            tr("Found"),
            self.options,
            OptionRows(lambda option: option.row),
            fit=False,
            selects=True,
            ground="surface",
        )
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.options.setParent(self.list)
        self._lay_out()
        self.overlay = Overlay(host, self, name="", width=WIDTH)
        self.field.textChanged.connect(self._on_typed)
        self.field.stepped.connect(self.list.step)
        self.field.returnPressed.connect(self.list.open_current)
        self.list.opened.connect(self._on_chosen)

    def ask(self, title: str, placeholder: str, chosen: Chosen, asks: Asks | None = None) -> None:
        """Float over the window; `chosen` is called with what was chosen, or never."""
        self._chosen, self._asks = chosen, asks
        self._title.set_text(title)
        self.overlay.setAccessibleName(title)
        self.field.setAccessibleName(f"{title}. {placeholder}")
        self.field.setPlaceholderText(placeholder)
        self.field.clear()
        self.offer(())
        self.overlay.open(self.field)
        if asks is not None:
            asks("")

    def offer(self, options: Sequence[Option]) -> None:
        """What can be chosen."""
        self._options = options
        self._folded = [option.folded for option in options]
        self._narrow()

    def _lay_out(self) -> None:
        title = Row((self._title, 1), self._count, margins=(20, 16, 20, 0))
        line = Row(Glyph("search", "text2", 18), 12, (self.field, 1), gap=0, margins=(20, 2, 20, 2))
        body = Row((fix(self.list, height=LIST), 1), gap=0, margins=(12, 4, 12, 6))
        keys = Row(
            KeyCap("Enter", tr("choose")),
            KeyCap("Esc", tr("close")),
            None,
            gap=16,
            margins=(20, 8, 20, 10),
        )
        self.setLayout(Column(title, line, Rule(), body, Rule(), keys))

    def _on_typed(self, text: str) -> None:
        if self._asks is not None:
            self._asks(text)
        else:
            self._narrow()

    def _narrow(self) -> None:
        words = [] if self._asks else fold(self.field.text()).split()
        shown = [
            option
            for option, folded in zip(self._options, self._folded, strict=True)
            if all(word in folded for word in words)
        ]
        self.options.show(shown)
        if shown:
            self.list.select(shown[0].key)
        count = tr("{shown} of {all}").format(
            shown=number(len(shown)), all=number(len(self._options))
        )
        self._count.set_text("" if self._asks else count)

    def _on_chosen(self, option: Option) -> None:
        self.overlay.dismiss()
        if self._chosen is not None:
            self._chosen(option)
