"""A form that floats: a question, fields, and one act that may take its time and can be stopped."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from sponsor_app.domain.errors import SponsorError
from sponsor_app.ui.courier.courier import Courier, Errand
from sponsor_app.ui.operations import Cancel
from sponsor_app.ui.widgets.boxes import Column, Item, Row, holding
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.overlay import Overlay
from sponsor_app.ui.widgets.panel import Panel, reveal_soon
from sponsor_app.ui.widgets.progress_line import ProgressLine
from sponsor_app.ui.widgets.scrolled import Scrolled

T = TypeVar("T")
WIDTH = 540
KIB = 1024


class Form(QWidget):
    """`act` is the primary button; subclasses put their `_on_act` behind it and call `_run`."""

    closed = Signal()

    def __init__(
        self,
        courier: Courier,
        host: QWidget,
        title: str,
        words: str,
        *items: Item,
        act: str,
        more: Sequence[Button] = (),
    ) -> None:
        super().__init__(host)
        self._courier = courier
        self._cancel: Cancel | None = None
        self._had_keyboard: QWidget | None = None
        self.title = Label(title, "heading", wrap=True)
        self.words = Label(words, "body", "text2", wrap=True)
        self.act = Button(act, kind="primary", shortcut="Enter")
        self.back = Button(tr("Cancel"), kind="quiet")
        self.progress = ProgressLine()
        self._body = holding(Column(*items, gap=10))
        self._buttons = holding(Row(self.act, *more, self.back, None))
        self.panel = Panel(title, self._body, self._buttons, self.progress, gap=14, framed=False)
        self._whole = Column(self.title, 6, self.words, 14, self.panel, margins=(24, 22, 24, 20))
        inner = holding(self._whole)
        inner.installEventFilter(self)
        self._scrolled = Scrolled(inner, title)
        self.setLayout(Column((self._scrolled, 1)))
        self.overlay = Overlay(host, self, name=title, width=WIDTH, light=False)
        self.progress.hide()
        self.act.clicked.connect(self._on_act)
        self.back.clicked.connect(self.overlay.dismiss)
        self.panel.closed.connect(self.overlay.dismiss)
        self.progress.cancelled.connect(self.stop)
        self.overlay.closed.connect(self._on_closed)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._whole.totalHeightForWidth(width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # what floats hears of it only from us
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Have a scroll bar only where the window is too low: one that came takes width, and would stay for that."""
        low = self.height() < self.heightForWidth(self.width())
        shown = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if low else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self._scrolled.setVerticalScrollBarPolicy(shown)

    def open(self) -> None:
        """Float, with the keyboard in the first field."""
        self.panel.forgive()
        self.overlay.open(self.first_field())

    def first_field(self) -> QWidget | None:
        """Where the keyboard begins."""
        return None

    def is_busy(self) -> bool:
        """Whether it is doing what was asked."""
        return self._cancel is not None

    def stop(self) -> None:
        """The person no longer wants it."""
        if self._cancel is not None:
            self._cancel.set()
            self.progress.show_working(tr("Stopping"))

    def _on_act(self) -> None:
        raise NotImplementedError

    def _run(
        self,
        words: str,
        work: Callable[[Errand], T],
        then: Callable[[T], None],
        refused: Callable[[SponsorError], None] | None = None,
    ) -> None:
        """Do `work`, saying `words` meanwhile; a refusal is said below the fields."""
        if self._cancel is not None:
            return
        self.panel.forgive()
        self._busy(words)

        def done(answer: T) -> None:
            self._rest()
            then(answer)

        def no(error: SponsorError) -> None:
            self._rest()
            (refused or self._refuse)(error)

        def tell(so_far: int, whole: int) -> None:
            self.progress.show_progress(
                tr("Reading the shared file, KiB"), so_far // KIB, max(1, whole // KIB)
            )

        self._cancel = self._courier.run(self, work, done, no, tell)

    def _refuse(self, error: SponsorError) -> None:
        self.panel.refuse(error)
        reveal_soon(self._buttons)

    def _busy(self, words: str) -> None:
        self.progress.show_working(words)
        self.progress.show()
        focused = QApplication.focusWidget()
        self._had_keyboard = focused if focused and self.isAncestorOf(focused) else None
        self.setFocus()  # not on Cancel, where one Enter too many would stop it
        self._body.setEnabled(False)
        self._buttons.hide()

    def _rest(self) -> None:
        self._cancel = None
        self.progress.hide()
        self._body.setEnabled(True)
        self._buttons.show()
        had, self._had_keyboard = self._had_keyboard, None
        if had is not None and self.overlay.is_open():
            had.setFocus()

    def _on_closed(self) -> None:
        self.stop()
        self.closed.emit()


class FilePicker(Button):
    """A button that asks for a file; `picked` carries its path. The system's dialog stays open as long as it likes."""

    picked = Signal(str)

    def __init__(self, words: str, title: str, *, folder: bool = False, new: str = "") -> None:
        super().__init__(words)
        self._title, self._folder, self._new = title, folder, new
        self.dialog: QFileDialog | None = None
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        dialog = QFileDialog(self.window(), self._title, str(Path.home()))
        if self._folder:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        elif self._new:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setFileMode(QFileDialog.FileMode.AnyFile)
            dialog.setDefaultSuffix(Path(self._new).suffix.lstrip("."))
            dialog.selectFile(self._new)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.picked)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()
