"""What this laptop remembers of the window: place, theme, zoom, language; readable before any store is open."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.widgets import theme

THEME, ZOOM, PLACE, LANGUAGE = "theme", "zoom", "geometry", "language"
SYSTEM = "system"
NAMES = ("light", "dark", "contrast")
STEP = 10
SMALLEST, LARGEST = 80, 200
SIZE = (1280, 800)


class Look:
    """Reads and keeps the look in `window.ini` of the profile."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    def wear(self) -> None:
        """Put on the theme and zoom that were kept."""
        self.use(self.theme())
        kept = str(self._settings.value(ZOOM, "100"))
        theme.set_zoom(_bounded(int(kept) if kept.isdecimal() else 100))

    def use(self, name: str) -> None:
        """Wear a theme, or what the system asks for."""
        if name == "light":
            theme.use("light")
        elif name == "dark":
            theme.use("dark")
        elif name == "contrast":
            theme.use("contrast")
        else:
            theme.follow_system()

    def theme(self) -> str:
        """The theme that was chosen, or `system`."""
        return str(self._settings.value(THEME, SYSTEM))

    def choose(self, name: str) -> None:
        """Wear a theme and keep it."""
        self.use(name)
        self._settings.setValue(THEME, name)

    def language(self) -> str:
        """The language that was chosen, or `system`."""
        return str(self._settings.value(LANGUAGE, SYSTEM))

    def choose_language(self, code: str) -> None:
        """Keep a language for the next start."""
        self._settings.setValue(LANGUAGE, code)

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller by steps of 10 %; 0 is 100 %."""
        percent = 100 if steps == 0 else _bounded(theme.zoom() + steps * STEP)
        theme.set_zoom(percent)
        self._settings.setValue(ZOOM, str(percent))

    def place(self, window: QWidget) -> None:
        """Put the window where it was, or at a size that fits a small laptop."""
        kept = self._settings.value(PLACE)
        if not (isinstance(kept, QByteArray) and window.restoreGeometry(kept)):
            window.resize(*SIZE)

    def remember(self, window: QWidget) -> None:
        """Keep where the window is."""
        self._settings.setValue(PLACE, window.saveGeometry())
        self._settings.sync()


def _bounded(percent: int) -> int:
    return max(SMALLEST, min(LARGEST, percent))
