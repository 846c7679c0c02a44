"""The one style sheet: grounds, frames, fields and scroll bars; whatever has a state is painted instead."""

from collections.abc import Callable

from sponsor_app.ui.widgets.tokens import RADIUS, Theme


def style_sheet(theme: Theme, px: Callable[[float], int]) -> str:
    """Under 60 lines; colours from `theme`, sizes through `px`, hairlines always 1 px."""
    ring = 3 if theme.high_contrast else 2
    grip = theme.edge if theme.high_contrast else theme.line
    control, pad, bar = px(RADIUS.CONTROL), px(10), px(10)
    return f"""
QScrollArea, QWidget#page {{ background: {theme.canvas}; border: 0; }}
QListView, QTableView, QTextBrowser {{ background: transparent; border: 0; outline: 0; }}
QWidget#rail {{ background: {theme.rail}; border-right: 1px solid {theme.line}; }}
QFrame#card, QFrame#paper {{ background: {theme.surface}; border: 1px solid {theme.line}; }}
QFrame#card {{ border-radius: {px(RADIUS.CARD)}px; }}
QFrame#paper {{ border-radius: {px(RADIUS.PAPER)}px; }}
QFrame#side {{ background: {theme.surface}; border-left: 1px solid {theme.line}; }}
QFrame#strip {{ background: {theme.canvas}; border-bottom: 1px solid {theme.line}; }}
QFrame#rule {{ background: {theme.line}; border: 0; }}
QTableCornerButton::section {{ background: {theme.canvas}; border: 0; }}
QHeaderView {{ background: {theme.canvas}; border: 0; }}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {theme.text3}; color: {theme.text};
  background: {theme.surface}; border: 1px solid {theme.edge}; border-radius: {control}px;
  selection-background-color: {theme.sel}; selection-color: {theme.sel_text}; }}
QLineEdit {{ padding: 0 {pad}px; }}
QPlainTextEdit {{ padding: {px(6)}px {pad}px; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ color: {theme.off}; border-color: {theme.line}; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {{ border-color: {theme.tones["bad"].bar}; }}
QLineEdit:focus {{ border: {ring}px solid {theme.accent}; padding: 0 {pad - ring + 1}px; }}
QPlainTextEdit:focus {{ border: {ring}px solid {theme.accent};
  padding: {px(6) - ring + 1}px {pad - ring + 1}px; }}
QLineEdit[bare="true"], QPlainTextEdit[bare="true"] {{ background: transparent; border: 0; padding: 0; }}
QScrollBar:vertical {{ background: transparent; width: {bar}px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: {bar}px; margin: 2px; }}
QScrollBar::handle {{ background: {grip}; border-radius: {px(3)}px; }}
QScrollBar::handle:vertical {{ min-height: {px(32)}px; }}
QScrollBar::handle:horizontal {{ min-width: {px(32)}px; }}
QScrollBar::handle:hover {{ background: {theme.edge}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
  width: 0; height: 0; background: transparent; }}
QToolTip {{ background: {theme.surface if theme.high_contrast else theme.toast};
  color: {theme.text if theme.high_contrast else theme.toast_text};
  border: {1 if theme.high_contrast else 0}px solid {theme.edge}; padding: {px(4)}px {px(6)}px; }}
QMenu {{ background: {theme.surface}; border: 1px solid {theme.edge}; padding: {px(4)}px; }}
QMenu::item {{ padding: {px(5)}px {px(20)}px {px(5)}px {px(10)}px; border-radius: {control}px; }}
QMenu::item:selected {{ background: {theme.sel}; color: {theme.sel_text}; }}
QMenu::item:disabled {{ color: {theme.off}; }}
QMenu::separator {{ height: 1px; background: {theme.line}; margin: {px(4)}px {px(8)}px; }}
"""
