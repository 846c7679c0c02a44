"""The one style sheet: grounds, frames, fields and scroll bars; whatever has a state is painted instead."""

from collections.abc import Callable

from sponsor_app.ui.widgets.tokens import RADIUS, Theme

Px = Callable[[float], int]


def style_sheet(theme: Theme, px: Px) -> str:
    """Under 60 lines; colours from `theme`, sizes through `px`, hairlines always 1 px."""
    return _grounds(theme, px) + _fields(theme, px) + _bars(theme, px) + _menus(theme, px)


def _grounds(theme: Theme, px: Px) -> str:
    return f"""
QScrollArea, QWidget#page {{ background: {theme.canvas}; border: 0; }}
QScrollArea#within {{ background: transparent; }}
QListView, QTableView, QTextBrowser {{ background: transparent; border: 0; outline: 0; }}
QWidget#rail {{ background: {theme.rail}; border-right: 1px solid {theme.line}; }}
QFrame#card, QFrame#paper {{ background: {theme.surface}; border: 1px solid {theme.line}; }}
QFrame#card {{ border-radius: {px(RADIUS.CARD)}px; }}
QFrame#paper {{ border-radius: {px(RADIUS.PAPER)}px; }}
QFrame#side {{ background: {theme.surface}; border-left: 1px solid {theme.line}; }}
QFrame#strip {{ background: {theme.canvas}; border-bottom: 1px solid {theme.line}; }}
QFrame#foot {{ background: {theme.canvas}; border-top: 1px solid {theme.line}; }}
QFrame#rule {{ background: {theme.line}; border: 0; }}
QTableCornerButton::section {{ background: {theme.canvas}; border: 0; }}
QHeaderView {{ background: {theme.canvas}; border: 0; }}
"""


def _fields(theme: Theme, px: Px) -> str:
    ring = 3 if theme.high_contrast else 2
    above, beside = px(6), px(10)
    # The frame grows inwards with the focus, so the padding gives way and the words stay where they are.
    above_ringed, beside_ringed = above - ring + 1, beside - ring + 1
    return f"""
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {theme.text3}; color: {theme.text};
  background: {theme.surface}; border: 1px solid {theme.edge}; border-radius: {px(RADIUS.CONTROL)}px;
  selection-background-color: {theme.sel}; selection-color: {theme.sel_text}; }}
QLineEdit {{ padding: 0 {beside}px; }}
QPlainTextEdit {{ padding: {above}px {beside}px; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ color: {theme.off}; border-color: {theme.line}; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {{ border-color: {theme.tones["bad"].bar}; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border: {ring}px solid {theme.accent}; }}
QLineEdit:focus {{ padding: 0 {beside_ringed}px; }}
QPlainTextEdit:focus {{ padding: {above_ringed}px {beside_ringed}px; }}
QLineEdit[bare="true"], QPlainTextEdit[bare="true"] {{ background: transparent; border: 0; padding: 0; }}
"""


def _bars(theme: Theme, px: Px) -> str:
    grip = theme.edge if theme.high_contrast else theme.line
    return f"""
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ background: transparent; width: {px(10)}px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: {px(10)}px; margin: 2px; }}
QScrollBar::handle {{ background: {grip}; border-radius: {px(3)}px; }}
QScrollBar::handle:vertical {{ min-height: {px(32)}px; }}
QScrollBar::handle:horizontal {{ min-width: {px(32)}px; }}
QScrollBar::handle:hover {{ background: {theme.edge}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
  width: 0; height: 0; background: transparent; }}
"""


def _menus(theme: Theme, px: Px) -> str:
    flat = theme.high_contrast
    ground, words = (theme.surface, theme.text) if flat else (theme.toast, theme.toast_text)
    return f"""
QToolTip {{ background: {ground}; color: {words}; border: {1 if flat else 0}px solid {theme.edge};
  padding: {px(4)}px {px(6)}px; }}
QMenu {{ background: {theme.surface}; border: 1px solid {theme.edge}; padding: {px(4)}px; }}
QMenu::item {{ padding: {px(5)}px {px(20)}px {px(5)}px {px(10)}px;
  border-radius: {px(RADIUS.CONTROL)}px; }}
QMenu::item:selected {{ background: {theme.sel}; color: {theme.sel_text}; }}
QMenu::item:disabled {{ color: {theme.off}; }}
QMenu::separator {{ height: 1px; background: {theme.line}; margin: {px(4)}px {px(8)}px; }}
"""
