"""How a file was understood, fact by fact; Enter on one chooses another."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.importing import FIELDS, ImportKind, Shape
from sponsor_app.ui.imports.words import (
    DELIMITERS,
    ENCODINGS,
    delimiter_word,
    header_word,
    kind_word,
    kinds_word,
)
from sponsor_app.ui.widgets.fact_button import FactButton
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.picker import Option, Picker
from sponsor_app.ui.widgets.rows.list_row import ListRow

LINES = 12
TABLES = frozenset({"csv", "tsv"})
"""Formats whose cells a sign parts."""


class Facts(QWidget):
    """`chosen` carries `kind`, `sheet`, `encoding`, `delimiter` or `header`, and what was chosen."""

    chosen = Signal(str, str)

    def __init__(self, picker: Picker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picker = picker
        self._shape: Shape | None = None
        names = {
            "kind": tr("These are"),
            "sheet": tr("Sheet"),
            "encoding": tr("Encoding"),
            "delimiter": tr("Between cells"),
            "header": tr("Headings"),
        }
        self.buttons = {key: FactButton(name) for key, name in names.items()}
        for key, button in self.buttons.items():
            button.clicked.connect(partial(self._ask, key))
        self.setLayout(Flow(*self.buttons.values(), gap=16, line_gap=2))
        self.setAccessibleName(tr("How the file is read"))

    def show_shape(self, shape: Shape) -> None:
        """Show how a file was understood; what a format has not is not shown."""
        self._shape = shape
        values = {
            "kind": kinds_word(shape.kinds) or kind_word(None),
            "sheet": shape.sheet,
            "encoding": shape.encoding,
            "delimiter": delimiter_word(shape.delimiter),
            "header": header_word(shape),
        }
        text, table = bool(shape.columns) and not shape.sheet, bool(shape.columns)
        there = {
            "kind": table or shape.kind is None,
            "sheet": len(shape.sheets) > 1,
            "encoding": text,
            "delimiter": shape.format in TABLES,
            "header": bool(shape.sheet) or shape.format in TABLES,
        }
        for key, button in self.buttons.items():
            missing = key == "kind" and shape.kind is None
            button.show_value(values[key], symbol="circle-help" if missing else "")
            button.setVisible(there[key])

    def _ask(self, key: str, _checked: bool = False) -> None:
        shape = self._shape
        if shape is None:
            return
        offers: dict[str, Callable[[Shape], Sequence[Option]]] = {
            "kind": lambda _shape: [
                Option(one, ListRow(kind_word(one))) for one in ImportKind if FIELDS[one]
            ],
            "sheet": _sheets,
            "encoding": lambda _shape: [Option(one, ListRow(one)) for one in ENCODINGS],
            "delimiter": lambda _shape: [
                Option(one, ListRow(delimiter_word(one), one.strip())) for one in DELIMITERS
            ],
            "header": _lines,
        }
        self._picker.ask(
            self.buttons[key].accessibleName(),
            tr("Type a few letters"),
            lambda option: self.chosen.emit(key, option.key),
        )
        self._picker.offer(offers[key](shape))


def _sheets(shape: Shape) -> list[Option]:
    return [
        Option(
            one.name,
            ListRow(
                one.name,
                tr("hidden") if one.hidden else "",
                tr("{count} rows").format(count=number(one.rows)),
            ),
        )
        for one in shape.sheets
    ]


def _lines(shape: Shape) -> list[Option]:
    """The first lines, and that there are none."""
    unit = tr("Row") if shape.sheet else tr("Line")
    heads = [] if shape.header_line is None else [(shape.header_line, shape.columns)]
    below = list(zip(shape.preview.lines, shape.preview.rows, strict=False))
    lines = [(line, ", ".join(cell for cell in cells if cell)) for line, cells in (*heads, *below)]
    known = {line for line, _ in lines}
    above = [(n, "") for n in range(1, LINES + 1) if n not in known and n < min(known, default=1)]
    options = [
        Option(str(line), ListRow(f"{unit} {line}", text))
        for line, text in sorted([*above, *lines])[:LINES]
    ]
    return [*options, Option("0", ListRow(tr("There are no headings")))]
