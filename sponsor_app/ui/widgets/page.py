"""A page that scrolls, and the header that puts every page's title in the same place."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Column, Item, Row, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.scroll_area import ScrollArea
from sponsor_app.ui.widgets.sheet import Sheet
from sponsor_app.ui.widgets.theme import px

SHORT = 220  # up to here no button cuts a title


class Page(ScrollArea):
    """`sheet` holds the parts; a page whose table scrolls by itself uses a `Sheet` alone."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.sheet = Sheet(name)
        self.hold(self.sheet)
        self.setAccessibleName(name)

    def add(self, *items: Item) -> None:
        """Append parts; see `boxes.Box.add`."""
        self.sheet.add(*items)


class Header(QWidget):
    """A title with pills after it, actions at the right, and one line below."""

    def __init__(self, title: str, line: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label(title, "title")
        self._line = Label(line, "body", "text2", flexible=True)
        self._marks, self._actions = Row(), Row()
        self._top = Row(self._title, self._marks, None, self._actions, gap=10)
        # The row is as high as a button even without one, so the title never moves from page to page.
        self._top.addLayout(Column(30))
        self._below = holding(Column(2, inset(self._line)))
        self.setLayout(Column(self._top, self._below))
        self.set_title(title)
        self.set_line(line)
        self._fit()
        theme.follow(self)

    def set_title(self, title: str) -> None:
        """Say where we are."""
        self._title.set_text(title)
        self.setAccessibleName(title)
        self.restyle()

    def restyle(self) -> None:
        """Keep a short title whole at the zoom in force."""
        wanted = self._title.sizeHint().width()
        self._title.setMinimumWidth(wanted if wanted <= px(SHORT) else 0)

    def set_line(self, line: str) -> None:
        """Say it in one line; an empty line takes no room."""
        self._line.set_text(line)
        self._below.setVisible(bool(line))

    def add_mark(self, mark: QWidget) -> None:
        """Put a pill after the title."""
        self._marks.add(mark)

    def add_action(self, action: QWidget) -> None:
        """Put a button or a filter at the right; a button gives up its shortcut before the title its letters."""
        if isinstance(action, Button):
            action.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._actions.add(action)
        self._fit()

    def _fit(self) -> None:
        last = self._actions.itemAt(self._actions.count() - 1)
        part = last.widget() if last else None
        # A quiet button's own padding is the step to the text edge.
        quiet = isinstance(part, Button) and part.is_quiet()
        self._top.set_margins(8, 0, 0 if quiet else 8, 0)
