"""The look in force: its colours and its zoom, and a signal when either changes."""

import gc
import sys
from collections.abc import Generator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, Protocol, cast
from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QToolTip
from shiboken6 import isValid

from sponsor_app.ui.widgets.qt_palette import palette_of, theme_of
from sponsor_app.ui.widgets.tokens import (
    FAMILY,
    LIGHT,
    THEMES,
    TYPE,
    ColorRole,
    Theme,
    ThemeName,
    ToneName,
)

FONT_FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")
SMALLEST_ZOOM, LARGEST_ZOOM = 80, 200

Ink = QColor | ColorRole | ToneName


class Tone(NamedTuple):
    """A status tone ready to paint with."""

    ink: QColor
    fill: QColor
    line: QColor
    bar: QColor


class Restyled(Protocol):
    """A part that measures itself anew, and takes the colours that it keeps beyond those it reads while painting."""

    def restyle(self) -> None: ...


class Appearance(QObject):
    """What `theme` holds; one for the whole application."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = LIGHT
        self.zoom = 100
        self.resources: Path | None = None
        self.less_motion = False
        self.follows_system = False
        self.fonts_loaded = False
        self.followers: WeakSet[Restyled] = WeakSet()
        self.keepers: WeakSet[Restyled] = WeakSet()
        self._listens = False

    def listen(self) -> None:
        """Hear of it when the operating system changes its colours."""
        if not self._listens:
            self._listens = True
            hints = QGuiApplication.styleHints()
            hints.colorSchemeChanged.connect(self._on_system_changed)
            hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    @Slot()
    def _on_system_changed(self) -> None:
        if self.follows_system:
            _wear(_theme_of_system())


_held: list[Appearance] = []


def appearance() -> Appearance:
    """The object whose `changed` tells that colours or zoom are new."""
    if not _held:
        _held.append(Appearance())
    return _held[0]


def follow(part: Restyled, *, keeps_colors: bool = False) -> None:
    """Have `part.restyle()` called after each change of zoom, shown or not, as long as it lives.

    One that keeps colours, which few do, hears of their change as well: all are only painted anew. A list of weak references, because a signal connection for each of some hundred parts costs more than the parts.
    """
    appearance().followers.add(part)
    if keeps_colors:
        appearance().keepers.add(part)


def install(app: QApplication, resources: Path) -> None:
    """Dress `app`: Fusion, our fonts (once) and the look in force. `resources` holds `fonts/` and `icons/`."""
    state = appearance()
    state.resources = resources
    if not state.fonts_loaded:
        # Three static files: Qt ignores setWeight on one variable file, and the page loses its hierarchy.
        for name in FONT_FILES:
            if QFontDatabase.addApplicationFont(str(resources / "fonts" / name)) < 0:
                raise FileNotFoundError(resources / "fonts" / name)
        state.fonts_loaded = True
    app.setStyle("Fusion")
    _dress(state.followers)


def use(name: ThemeName) -> None:
    """Show light, dark or contrast, and stop following the system."""
    appearance().follows_system = False
    _wear(THEMES[name])


def follow_system() -> None:
    """Show what the operating system asks for, now and whenever it changes its mind."""
    appearance().follows_system = True
    appearance().listen()
    _wear(_theme_of_system())


def theme_for(scheme: Qt.ColorScheme) -> Theme:
    """The theme of a system scheme; without a platform theme it is Unknown, which means light."""
    return THEMES["dark" if scheme == Qt.ColorScheme.Dark else "light"]


def current() -> Theme:
    """The look in force."""
    return appearance().theme


def color(role: ColorRole) -> QColor:
    """The colour of a role, read when painting and never kept."""
    return QColor(getattr(current(), role))


def tone(name: ToneName) -> Tone:
    """The four colours of a status tone."""
    return Tone(*(QColor(part) for part in current().tones[name]))


def ink(what: Ink) -> QColor:
    """A colour by role, a tone's ink by its name, or the colour itself."""
    if isinstance(what, QColor):
        return what
    theme = current()
    named = theme.tones.get(what)
    return QColor(named.ink if named else getattr(theme, what))


def zoom() -> int:
    """Percent."""
    return appearance().zoom


def set_zoom(percent: int) -> None:
    """Scale type, heights, icons and gaps; kept between 80 and 200 %. Hairlines stay 1 px."""
    wanted = max(SMALLEST_ZOOM, min(LARGEST_ZOOM, percent))
    state = appearance()
    if wanted != state.zoom:
        state.zoom = wanted
        px.cache_clear()
        _dress(state.followers)


@lru_cache(maxsize=1024)
def px(length: float) -> int:
    """A length at 100 % as pixels at the zoom in force."""
    return round(length * appearance().zoom / 100)


def set_less_motion(less: bool) -> None:
    """Whether moves shall be jumps."""
    appearance().less_motion = less


def motion(milliseconds: int) -> int:
    """A duration, or 0 when less motion is wanted."""
    if appearance().less_motion or not _system_moves():
        return 0
    return milliseconds


def resources() -> Path:
    """Where fonts and icons are; set by `install`."""
    found = appearance().resources
    if found is None:
        message = "theme.install() comes before the first part is painted"
        raise RuntimeError(message)
    return found


def _wear(theme: Theme) -> None:
    state = appearance()
    if theme != state.theme:
        state.theme = theme
        _dress(state.keepers)


def _dress(parts: WeakSet[Restyled]) -> None:
    app = cast("QApplication | None", QApplication.instance())
    if app is None or appearance().resources is None:
        return
    font = QFont(FAMILY)
    font.setPixelSize(px(TYPE["body"].px))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    with _garbage_kept():
        app.setFont(font)
        app.setPalette(palette_of(current()))
        QToolTip.setPalette(app.palette())
    for part in list(parts):
        if not isinstance(part, QObject) or isValid(part):
            part.restyle()
    appearance().changed.emit()


@contextmanager
def _garbage_kept() -> Generator[None]:
    """Qt walks a list of all widgets here, and one that Python collects meanwhile takes the process with it."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _system_moves() -> bool:
    if sys.platform == "win32" and not QApplication.isEffectEnabled(Qt.UIEffect.UI_General):
        return False
    return bool(QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration))


def _theme_of_system() -> Theme:
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return _contrast_of_system()
    return theme_for(hints.colorScheme())


def _contrast_of_system() -> Theme:
    if sys.platform != "win32":
        return THEMES["contrast"]
    # An empty palette lets the system's own shine through, the colours a person chose there.
    QApplication.setPalette(QPalette())
    return theme_of(QApplication.palette())
