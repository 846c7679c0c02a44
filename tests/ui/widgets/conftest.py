"""The kit dressed in light at 100 % and without motion, before and after every test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from sponsor_app.ui.widgets import theme

RESOURCES = Path(__file__).parents[3] / "resources"
Shades = Callable[[QWidget], set[str]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says of every window with a smallest size that it cannot pass it on."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    if theme.appearance().resources is None:
        theme.install(qapp, RESOURCES)
    theme.set_less_motion(True)
    yield
    theme.use("light")
    theme.set_zoom(100)


@pytest.fixture
def shades() -> Shades:
    """The colours found in the picture of a part."""

    def found(part: QWidget) -> set[str]:
        picture = part.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        return {
            QColor(picture.pixel(x, y)).name().upper()
            for x in range(picture.width())
            for y in range(picture.height())
        }

    return found
