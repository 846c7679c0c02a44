"""Fields to write in: one line or many, always plain text, with what is wrong said right below."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QTextDocumentFragment
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from sponsor_app.ui.widgets import theme, typography
from sponsor_app.ui.widgets.boxes import Column, Row, holding
from sponsor_app.ui.widgets.field_frame import FieldFrame, see_through
from sponsor_app.ui.widgets.glyph import Glyph
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.scroll_bar import with_grips
from sponsor_app.ui.widgets.spoken import announce
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import HEIGHT, ICON, TypeRole
from sponsor_app.ui.widgets.typography import LONGEST_TEXT

STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class LineEdit(QLineEdit):
    """One line; `name` is what a screen reader calls it. `bare` has no frame, for the palette and the log line."""

    stepped = Signal(int)  # Up is -1, Down is 1: for the list that this field filters

    def __init__(
        self,
        name: str,
        placeholder: str = "",
        *,
        role: TypeRole = "body",
        height: int = HEIGHT.BUTTON,
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role: TypeRole = role
        self._height = height
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.frame = FieldFrame(self, bare=bare)
        self.setFrame(False)
        self.setPalette(see_through())
        self.setMaxLength(LONGEST_TEXT)
        theme.follow(self)
        self.restyle()

    def restyle(self) -> None:
        """Take font and height from the look in force."""
        self.setFont(typography.font(self._role))
        self.setFixedHeight(px(self._height))
        across, _ = self.frame.padding()
        self.setTextMargins(across, 0, across, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.frame.paint(QPainter(self))
        super().paintEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(px(220), px(self._height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(event.key(), 0)
        if step and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(step)
        super().keyPressEvent(event)


class TextEdit(QPlainTextEdit):
    """Many lines; Tab leaves it, Ctrl+Enter submits it. It is `lines` high and grows to `most`."""

    submitted = Signal()

    def __init__(
        self,
        name: str,
        placeholder: str = "",
        *,
        role: TypeRole = "body",
        lines: int = 3,
        most: int = 12,
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role: TypeRole = role
        self._lines, self._most = lines, max(lines, most)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.frame = FieldFrame(self, bare=bare)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        with_grips(self)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._on_text_resized)
        theme.follow(self)
        self.restyle()

    def restyle(self) -> None:
        """Take font and height from the look in force."""
        self.setFont(typography.font(self._role))
        across, down = self.frame.padding()
        self.setViewportMargins(across, down, across, down)
        self._on_text_resized()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:  # of the area around the text, which has its own
            self.frame.paint(QPainter(self))
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = plain_text(source)
        room = LONGEST_TEXT - self.document().characterCount()
        self.textCursor().insertText(text[: max(0, room)])
        self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._on_text_resized()

    def _on_text_resized(self) -> None:
        rows = round(self.document().size().height())
        line = self.fontMetrics().lineSpacing()
        frame = 2 * self.frame.padding()[1]
        self.setFixedHeight(max(self._lines, min(rows, self._most)) * line + frame)


class Field(QWidget):
    """An editor with its caption above and what is wrong, or a hint, below."""

    def __init__(
        self,
        editor: LineEdit | TextEdit,
        caption: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._hint = Label(hint, "meta", "text3", wrap=True, parent=self)
        self._hint.setVisible(bool(hint))
        self._error = Label("", "meta", "bad", wrap=True)
        line = Row(gap=6)
        line.addWidget(Glyph("circle-alert", "bad", ICON.META), 0, Qt.AlignmentFlag.AlignTop)
        line.add((self._error, 1))
        self._wrong = holding(line)
        self._wrong.hide()
        column = Column(gap=4)
        if caption:
            column.add(Label(caption, "metaB", "text2"))
        column.add(editor, self._wrong, self._hint)
        self.setLayout(column)
        self.setFocusProxy(editor)

    def set_error(self, sentence: str) -> None:
        """Say what is wrong and how to put it right; an empty sentence takes it back."""
        self._error.set_text(sentence)
        self._wrong.setVisible(bool(sentence))
        self._hint.setVisible(bool(self._hint.text()) and not sentence)
        self.editor.setAccessibleDescription(sentence)
        if sentence:
            announce(self.editor, sentence)
        self.editor.frame.wrong = bool(sentence)
        self.editor.update()

    def error(self) -> str:
        """What is wrong, or nothing."""
        return self._error.text()


def plain_text(source: QMimeData) -> str:
    """The words of what was pasted or dropped; its HTML is read, never shown, and loads nothing."""
    if source.hasText():
        return source.text()
    return QTextDocumentFragment.fromHtml(source.html()).toPlainText()
