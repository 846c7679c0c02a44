"""Soft ends of a strip that goes on: there is more, without a scroll bar."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea

from sponsor_app.ui.widgets import paint, theme
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import ColorRole

REACH = 48


def paint_fades(
    painter: QPainter, view: QAbstractScrollArea, ground: ColorRole, *, across: bool
) -> None:
    """Fade the ends of `view` beyond which it can still be scrolled into `ground`."""
    bar = view.horizontalScrollBar() if across else view.verticalScrollBar()
    whole, reach, color = view.viewport().rect(), px(REACH), theme.color(ground)
    near, far = QRect(whole), QRect(whole)
    if across:
        near.setWidth(reach)
        far.setLeft(whole.right() + 1 - reach)
    else:
        near.setHeight(reach)
        far.setTop(whole.bottom() + 1 - reach)
    if bar.value() > bar.minimum():
        paint.fade(painter, near, "left" if across else "top", color)
    if bar.value() < bar.maximum():
        paint.fade(painter, far, "right" if across else "bottom", color)
