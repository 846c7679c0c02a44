"""Type by role: Inter at the zoom in force, with figures of one width."""

import re
from functools import lru_cache
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.tokens import FAMILY, TYPE, TypeRole

LONGEST_LINE = 400  # no single line on a screen holds more; measuring a megabyte would freeze it
LONGEST_TEXT = 100_000
RUNS = re.compile(r"\S{200}(?=\S)")
BREAKS = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]+")


def font(role: TypeRole) -> QFont:
    """The font of a role."""
    return _font(role, theme.zoom())


def metrics(role: TypeRole) -> QFontMetricsF:
    """Its measures."""
    return _metrics(role, theme.zoom())


def line_height(role: TypeRole) -> int:
    """Height of one line in px."""
    return theme.px(TYPE[role].line)


def cap_height(role: TypeRole) -> float:
    """Height of its capitals in px, by which lines are centred."""
    return _cap_height(role, theme.zoom())


def width(text: str, role: TypeRole) -> int:
    """Width of one line in px, rounded up."""
    return _width(one_line(text), role, theme.zoom())


def elided(text: str, role: TypeRole, room: int) -> str:
    """`text` as one line no wider than `room` px, with an ellipsis when it was cut."""
    return _elided(one_line(text), role, room, theme.zoom())


def readable(text: str, lines: int = 0) -> str:
    """`text` cut where nobody reads on, its endless runs made breakable: laying them out takes minutes."""
    longest = LONGEST_LINE * lines if lines else LONGEST_TEXT
    return RUNS.sub("\\g<0>\u200b", text[:longest])


def one_line(text: str) -> str:
    """`text` without line breaks and control characters, cut where no screen reaches."""
    if len(text) > LONGEST_LINE:
        text = text[:LONGEST_LINE]
    return text if text.isprintable() else BREAKS.sub(" ", text)


@lru_cache(maxsize=128)
def _font(role: TypeRole, zoom: int) -> QFont:
    size = TYPE[role]
    made = QFont(FAMILY)
    made.setPixelSize(max(1, round(size.px * zoom / 100)))
    made.setWeight(QFont.Weight(size.weight))
    made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, size.tracking * zoom / 100)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


@lru_cache(maxsize=128)
def _metrics(role: TypeRole, zoom: int) -> QFontMetricsF:
    return QFontMetricsF(_font(role, zoom))


@lru_cache(maxsize=128)
def _cap_height(role: TypeRole, zoom: int) -> float:
    return _metrics(role, zoom).capHeight()


@lru_cache(maxsize=8192)
def _width(text: str, role: TypeRole, zoom: int) -> int:
    return ceil(_metrics(role, zoom).horizontalAdvance(text))


@lru_cache(maxsize=4096)
def _elided(text: str, role: TypeRole, room: int, zoom: int) -> str:
    if _width(text, role, zoom) <= room:
        return text
    return _metrics(role, zoom).elidedText(text, Qt.TextElideMode.ElideRight, room)
