"""One line of truth above a page, with the one thing that can be done about it."""

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sponsor_app.ui.widgets import icons, paint, theme, typography
from sponsor_app.ui.widgets.boxes import Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.painted import Painted
from sponsor_app.ui.widgets.spoken import announce
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tip import set_tip
from sponsor_app.ui.widgets.tokens import HEIGHT, RADIUS, ToneName

TEXT_LEFT, ICON_LEFT, PAD, MOST_LINES = 38, 12, 7, 3


class MessageBar(Painted):
    """Wraps to three lines; whatever is longer is in the tool tip. A page shows it above its header."""

    acted = Signal()
    closed = Signal()

    def __init__(
        self,
        sentence: str = "",
        tone: ToneName = "warn",
        icon: str = "info",
        *,
        action: str = "",
        closable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sentence, self._icon = sentence, icon
        self._tone: ToneName = tone
        sizes = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        sizes.setHeightForWidth(True)
        self.setSizePolicy(sizes)
        self._action = Button(action, kind="link", parent=self)
        self._close = Button("", "x", "quiet", name=tr("Close"), parent=self)
        self._action.clicked.connect(self.acted)
        self._close.clicked.connect(self._on_closed)
        self._close.setVisible(closable)
        self.setLayout(Row(None, self._action, self._close, gap=0, margins=(0, 0, 8, 0)))
        self._fill(sentence, tone, icon, action)

    def say(
        self, sentence: str, tone: ToneName = "warn", icon: str = "info", *, action: str = ""
    ) -> None:
        """Show another sentence, and have it read out."""
        self._fill(sentence, tone, icon, action)
        self.show()
        announce(self, sentence)

    def sentence(self) -> str:
        """What is shown."""
        return self._sentence

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(HEIGHT.MESSAGE))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(HEIGHT.MESSAGE))

    def heightForWidth(self, width: int) -> int:
        lines = paint.wrapped(self._sentence, "body", self._room(width), MOST_LINES)
        wanted = len(lines) * typography.line_height("body") + 2 * px(PAD)
        return max(px(HEIGHT.MESSAGE), wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        broken = paint.wrapped(self._sentence, "body", self._room(self.width()), MOST_LINES + 1)
        set_tip(self, self._sentence if len(broken) > MOST_LINES else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tone = paint.on(self), theme.tone(self._tone)
        line = tone.line if theme.current().high_contrast else None
        paint.box(painter, QRectF(self.rect()), px(RADIUS.CONTROL), tone.fill, line)
        line_height = typography.line_height("body")
        first = px(PAD) + line_height / 2
        icons.draw(painter, px(ICON_LEFT), first, self._icon, tone.ink)
        room = self._room(self.width())
        place = QRect(px(TEXT_LEFT), px(PAD), room, self.height())
        paint.paragraph(painter, place, self._sentence, "body", "text", MOST_LINES)

    def restyle(self) -> None:
        super().restyle()
        self._fit()

    def _fit(self) -> None:
        """Be as high as the sentence: a layout asks nobody for that who has a layout of their own."""
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def _fill(self, sentence: str, tone: ToneName, icon: str, action: str) -> None:
        self._sentence, self._icon = sentence, icon
        self._tone = tone
        self.setAccessibleName(sentence)
        self._action.set_label(action)
        self._action.set_ink(tone)
        self._action.setVisible(bool(action))
        self.restyle()

    def _room(self, width: int) -> int:
        taken = px(TEXT_LEFT) + px(12)
        for button in (self._action, self._close):
            taken += 0 if button.isHidden() else button.sizeHint().width()
        return width - taken

    def _on_closed(self) -> None:
        self.hide()
        self.closed.emit()
