"""How far something long has come, in words and as a thin bar, and the way to stop it."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.widgets import paint, theme
from sponsor_app.ui.widgets.boxes import Column, Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.painted import Painted
from sponsor_app.ui.widgets.theme import px


class ProgressBar(Painted):
    """Filled to `part`; hatched when nobody knows, because nothing here loops."""

    height_at_100 = 4

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part: float | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect, accent = paint.on(self), QRectF(self.rect()), theme.color("accent")
        if self.part is None:
            paint.bar(painter, rect, 0, accent)
            paint.hatch(painter, rect, accent, px(2))
        else:
            paint.bar(painter, rect, self.part, accent)


class ProgressLine(QWidget):
    """`show_progress` with a count and its whole, `show_working` where there is no whole."""

    cancelled = Signal()

    def __init__(self, *, cancel: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label("", "meta", "text2", flexible=True)
        self._cancel = Button(tr("Cancel"), kind="link", role="metaB", parent=self)
        self._cancel.setVisible(cancel)
        self._cancel.clicked.connect(self.cancelled)
        self._bar = ProgressBar()
        self.setLayout(Column(Row((self._words, 1), self._cancel), 2, self._bar))

    def show_progress(self, words: str, done: int, whole: int) -> None:
        """Say what is done: `Reading accounts`, 120, 500."""
        counted = tr("{done} of {whole}").format(done=done, whole=whole)
        self._show(f"{words} · {counted}", min(1.0, done / whole) if whole else 1.0)

    def show_share(self, words: str, share: float | None) -> None:
        """Say how much is done, from 0 to 1: `Attaching plan.pdf · 40 %`."""
        done = "" if share is None else f" · {round(100 * share)} %"
        self._show(words + done, share)

    def show_working(self, words: str) -> None:
        """Say what is done while nobody knows how long it takes."""
        self._show(words, None)

    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def _show(self, words: str, part: float | None) -> None:
        self._words.set_text(words)
        self.setAccessibleName(words)
        self._bar.part = part
        self._bar.update()
