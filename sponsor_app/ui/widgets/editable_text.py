"""Words that are edited where they stand: Enter, F2 or a click begins, Ctrl+Enter or leaving saves, Esc restores."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.errors import SponsorError
from sponsor_app.ui.widgets import moment, paint, theme
from sponsor_app.ui.widgets.boxes import Column, inset
from sponsor_app.ui.widgets.escape import keeps_escape
from sponsor_app.ui.widgets.field import Field, LineEdit, TextEdit
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.theme import Ink, px
from sponsor_app.ui.widgets.tokens import RADIUS, STEP_OUT, TypeRole

BEGINS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
MOST_LINES = 14


class TextFace(QWidget):
    """The words at rest. Steps out by 8 px, so that the words stay on the text edge."""

    begun = Signal()

    def __init__(self, label: Label, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayout(Column(label, margins=(STEP_OUT, 4, STEP_OUT, 4)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in BEGINS and not event.isAutoRepeat():
            self.begun.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.begun.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.on(self)
        if moment.is_hovered(self):
            paint.box(painter, self.rect(), px(RADIUS.CONTROL), theme.color("hover"))
        if moment.is_focused(self):
            paint.ring(painter, self.rect(), px(RADIUS.CONTROL))


class Lines(TextEdit):
    """An editor that tells when it is left, and when Esc gives up."""

    left = Signal()
    given_up = Signal()

    def event(self, event: QEvent) -> bool:
        return keeps_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYS:
            self.left.emit()


class OneLine(LineEdit):
    """The same on one line, where Enter saves."""

    left = Signal()
    given_up = Signal()
    submitted = Signal()

    def event(self, event: QEvent) -> bool:
        return keeps_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYS:
            self.left.emit()


class EditableText(QWidget):
    """`saved` carries the new words once; whoever keeps them says `refuse` when they cannot be kept."""

    saved = Signal(str)

    def __init__(
        self,
        name: str,
        placeholder: str,
        *,
        role: TypeRole = "lead",
        ink: Ink = "text",
        one_line: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._placeholder = name, placeholder
        self._ink: Ink = ink
        self._text, self._editing = "", False
        self._label = Label("", role, ink, wrap=True, lines=1 if one_line else MOST_LINES)
        self.face = TextFace(self._label)
        self.editor: OneLine | Lines = (
            OneLine(name, placeholder, role=role)
            if one_line
            else Lines(name, placeholder, role=role, lines=2)
        )
        hint = "" if one_line else tr("Ctrl+Enter saves, Esc restores")
        self.field = Field(self.editor, hint=hint)
        self._around = inset(self.field)
        column = Column(self.face)
        column.addLayout(self._around)
        self.setLayout(column)
        self.field.hide()
        self.setFocusProxy(self.face)
        self.face.begun.connect(self.begin)
        self.editor.left.connect(self._save)
        self.editor.submitted.connect(self._submit)
        self.editor.given_up.connect(self._give_up)
        self.show_text("")

    @property
    def editing(self) -> bool:
        """Whether somebody is writing here now."""
        return self._editing

    def text(self) -> str:
        """The words at rest."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show other words; what is being written stays as it is."""
        self._text = text
        self._label.set_text(text or self._placeholder)
        self._label.set_ink(self._ink if text else "text3")
        self.face.setAccessibleName(f"{self._name}: {text or tr('nothing yet')}")
        self.face.setAccessibleDescription(tr("Enter edits"))

    def begin(self) -> None:
        """Write."""
        if self._editing:
            self.editor.setFocus()
            return
        self._editing = True
        self.field.set_error("")
        self._fill(self._text)
        self.face.hide()
        self.field.show()
        self.setFocusProxy(self.editor)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._show_all)

    def refuse(self, error: SponsorError) -> None:
        """Put back what was written, and say what is wrong with it."""
        written = self._written()
        self.begin()
        self._fill(written)
        self.field.set_error(f"{error.message} {error.next}".strip())

    def _show_all(self) -> None:
        """What was measured while hidden is scrolled as if there were less room."""
        if isinstance(self.editor, Lines):
            self.editor.verticalScrollBar().setValue(0)
            self.editor.ensureCursorVisible()

    def _fill(self, text: str) -> None:
        if isinstance(self.editor, Lines):
            self.editor.setPlainText(text)
            self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)
        else:
            self.editor.setText(text)

    def _written(self) -> str:
        editor = self.editor
        return editor.toPlainText() if isinstance(editor, Lines) else editor.text()

    def _submit(self) -> None:
        self._save()
        self.face.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        if not self._editing:
            return
        written = self._written().strip()
        self._end()
        if written != self._text.strip():
            before = self._text
            self.show_text(written)
            self._text = before  # until it is kept, what is kept is what was there
            self.saved.emit(written)

    def _give_up(self) -> None:
        self._end()
        self.show_text(self._text)
        self.face.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> None:
        self._editing = False
        self.field.hide()
        self.face.show()
        self.setFocusProxy(self.face)
