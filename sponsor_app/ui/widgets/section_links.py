"""Links to the sections of a long page: they jump there, and tell where you are. Not tabs: nothing is hidden."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMoveEvent, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from sponsor_app.ui.widgets import focus, moment, paint, theme, typography
from sponsor_app.ui.widgets.boxes import Row
from sponsor_app.ui.widgets.painted import Painted
from sponsor_app.ui.widgets.pressable import Pressable
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import HEIGHT, RADIUS, STEP_OUT

PAD, COUNT_GAP, MARK = 4, 5, 2


class SectionLink(Pressable):
    """One link; checked is where the page is."""

    def __init__(self, text: str, target: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.target = target
        self._count = ""
        self.setCheckable(True)
        self.setAutoExclusive(True)  # one of several, also for screen readers

    def set_count(self, count: str) -> None:
        """Say how many there are."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
        self.restyle()

    def sizeHint(self) -> QSize:
        # As wide as when it is bold, so that the others do not move when it becomes so.
        width = 2 * px(PAD) + typography.width(self.text(), "strong")
        if self._count:
            width += px(COUNT_GAP) + typography.width(self._count, "meta")
        return QSize(width, px(HEIGHT.SECTION_LINKS))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, left, middle = paint.on(self), px(PAD), self.height() / 2
        here = self.isChecked()
        ink = "text" if here or moment.is_hovered(self) else "text2"
        role = "strong" if here else "medium"
        used = paint.text(painter, left, middle, self.width(), self.text(), role, ink=ink)
        if here:
            mark = QRectF(left, self.height() - px(MARK) - 1, used, px(MARK))
            paint.box(painter, mark, 1, theme.color("accent"))
        left += used + px(COUNT_GAP)
        room = self.width() - left
        paint.text(painter, left, middle, room, self._count, "meta", ink="text3", by="medium")
        if moment.is_focused(self):
            ring = self.rect().adjusted(0, px(4), 0, -px(5))
            paint.ring(painter, ring, px(RADIUS.SMALL))


class SectionLinks(Painted):
    """Stays at the top of `page` while it scrolls. One stop for Tab; left and right move along, Enter jumps."""

    height_at_100 = HEIGHT.SECTION_LINKS

    def __init__(self, name: str, page: QScrollArea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._links: list[SectionLink] = []
        self._home, self._moving, self._jumping = QPoint(), False, False
        self._row = Row(gap=14, margins=(STEP_OUT - PAD, 0, STEP_OUT, 0))
        self.setLayout(self._row)
        self._row.add(None)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        page.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def add(self, text: str, target: QWidget, count: str = "") -> SectionLink:
        """Add a link to `target`, a part of the page; returns it, so that its count can follow."""
        link = SectionLink(text, target)
        link.set_count(count)
        link.clicked.connect(lambda: self._on_clicked(link))
        link.installEventFilter(self)
        self._row.insertWidget(len(self._links), link)
        self._links.append(link)
        self._mark(self._links[0])
        return link

    def jump(self, link: SectionLink) -> None:
        """Scroll to where a link leads."""
        content = self._page.widget()
        if content is None:
            return
        top = link.target.mapTo(content, QPoint(0, 0)).y() - self.height() - px(8)
        self._jumping = True
        self._page.verticalScrollBar().setValue(top)
        self._jumping = False
        self._mark(link)

    def here(self) -> SectionLink | None:
        """The link of the section the page is at: the one that Tab reaches."""
        return next((link for link in self._links if link.isChecked()), None)

    def current(self) -> str:
        """The section the page is at."""
        here = self.here()
        return here.text() if here else ""

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
            if step:
                at = next(n for n, link in enumerate(self._links) if link is watched) + step
                self._links[at % len(self._links)].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._enter(next(link for link in self._links if link is watched))
                return True
        return False

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if not self._moving:
            self._home = event.pos()
            self._follow()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.on(self)
        painter.fillRect(self.rect(), theme.color("canvas"))
        room = self.width() - 2 * px(STEP_OUT)
        paint.hairline(painter, px(STEP_OUT), self.height() - 1, room)

    def _enter(self, link: SectionLink) -> None:
        """Jump by keyboard, and take the keyboard along."""
        self.jump(link)
        inside = focus.reachable(link.target)
        if inside:
            inside[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self, link: SectionLink) -> None:
        self.jump(link)

    def _on_scrolled(self) -> None:
        self._follow()
        content = self._page.widget()
        if self._jumping or content is None or not self._links:
            return
        bar = self._page.verticalScrollBar()
        corners = {link: link.target.mapTo(content, QPoint(0, 0)) for link in self._links}
        # What stands beside another section is where the page is only when somebody jumped there.
        left = min(corner.x() for corner in corners.values())
        places = {link: corner.y() for link, corner in corners.items() if corner.x() == left}
        edge = bar.value() + self.height() + px(24)
        if bar.value() == bar.maximum():
            edge = max(places.values())  # the last section may be too short to reach the top
        passed = [link for link, top in places.items() if top <= edge]
        self._mark(max(passed or self._links[:1], key=lambda link: places[link]))

    def _follow(self) -> None:
        """Stay in view: below its own place while that is above the edge of the page."""
        parent, content = self.parentWidget(), self._page.widget()
        if parent is None or content is None or not content.isAncestorOf(self):
            return
        above = parent.mapTo(content, QPoint(0, 0)).y()
        top = max(self._home.y(), self._page.verticalScrollBar().value() - above)
        self._moving = True
        self.move(self._home.x(), top)
        self._moving = False
        self.raise_()

    def _mark(self, here: SectionLink) -> None:
        for link in self._links:
            link.setChecked(link is here)
            policy = Qt.FocusPolicy.StrongFocus if link is here else Qt.FocusPolicy.ClickFocus
            link.setFocusPolicy(policy)
