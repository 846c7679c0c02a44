from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sponsor_app.ui.widgets import icons, theme, typography
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.page import Page
from sponsor_app.ui.widgets.pill import Pill
from sponsor_app.ui.widgets.surface import Rule
from sponsor_app.ui.widgets.tokens import CONTRAST, DARK, LIGHT, ThemeName
from tests.screenshots import components

from .conftest import Shades


@pytest.mark.parametrize(("name", "canvas"), [("dark", DARK.canvas), ("contrast", CONTRAST.canvas)])
def test_a_page_that_is_shown_turns_with_the_theme(
    qtbot: QtBot, shades: Shades, name: ThemeName, canvas: str
) -> None:
    page = Page("Today")
    page.add(Label("Halvorsen Maritime", "title"), Pill("overdue"), Button("Brief", "file-text"))
    qtbot.addWidget(page)
    page.resize(320, 200)
    page.show()
    assert LIGHT.canvas in shades(page)

    theme.use(name)

    qtbot.waitUntil(lambda: LIGHT.canvas not in shades(page))  # Qt tells the parts in its own turn
    assert canvas in shades(page)
    assert LIGHT.tones["bad"].fill not in shades(page)


def test_a_label_takes_its_colour_when_it_paints_and_not_when_it_is_built(
    qtbot: QtBot, shades: Shades
) -> None:
    label = Label("Halvorsen", "title", "accent")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    theme.use("dark")
    assert DARK.accent in shades(label)


@pytest.mark.parametrize("percent", [80, 100, 125, 150, 200])
def test_zoom_scales_type_and_heights_but_not_hairlines(qtbot: QtBot, percent: int) -> None:
    theme.set_zoom(percent)
    button, rule = Button("Brief"), Rule()
    qtbot.addWidget(button)
    qtbot.addWidget(rule)
    assert button.sizeHint().height() == round(30 * percent / 100)
    assert typography.font("body").pixelSize() == round(13 * percent / 100)
    assert rule.height() == 1 or rule.maximumHeight() == 1


def test_parts_built_before_a_zoom_follow_it_even_unshown(qtbot: QtBot) -> None:
    button, label = Button("Brief"), Label("Halvorsen", "title")
    qtbot.addWidget(button)
    qtbot.addWidget(label)
    before = button.sizeHint(), label.sizeHint()

    theme.set_zoom(200)

    assert button.sizeHint().height() == 2 * before[0].height()
    assert label.sizeHint().height() == 2 * before[1].height()
    assert label.sizeHint().width() == pytest.approx(2 * before[1].width(), rel=0.02)


@pytest.mark.parametrize(("asked", "given"), [(10, 80), (400, 200), (110, 110)])
def test_zoom_stays_within_what_can_be_read(asked: int, given: int) -> None:
    theme.set_zoom(asked)
    assert theme.zoom() == given


@pytest.mark.parametrize("percent", [80, 150, 200])
@pytest.mark.parametrize("name", components.SHEETS)
def test_every_part_can_be_drawn_at_every_zoom(qtbot: QtBot, name: str, percent: int) -> None:
    build, width, height = components.SHEETS[name]
    sheet = build()
    qtbot.addWidget(sheet)
    sheet.resize(width, height)
    sheet.show()
    theme.set_zoom(percent)
    assert not sheet.grab().isNull()


def test_an_unknown_scheme_means_light(qapp: QApplication) -> None:
    assert theme.theme_for(Qt.ColorScheme.Unknown) is LIGHT
    assert theme.theme_for(Qt.ColorScheme.Light) is LIGHT
    assert theme.theme_for(Qt.ColorScheme.Dark) is DARK


def test_following_the_system_ends_when_a_theme_is_chosen(qapp: QApplication) -> None:
    theme.use("dark")
    theme.follow_system()
    assert theme.current() is LIGHT  # offscreen tells nothing, which means light

    theme.use("dark")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.current() is DARK


def test_the_system_is_asked_again_when_it_changes(qtbot: QtBot) -> None:
    theme.follow_system()
    theme.appearance().theme = DARK
    with qtbot.waitSignal(theme.appearance().changed):
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.current() is LIGHT


def test_a_colour_can_be_changed_without_changing_the_theme() -> None:
    mine = theme.color("accent")
    mine.setAlpha(10)
    assert theme.color("accent") == QColor(LIGHT.accent)


def test_an_icon_we_do_not_ship_is_a_bug_that_is_seen() -> None:
    with pytest.raises(FileNotFoundError):
        icons.pixmap_of("no-such-icon", 16, QColor("black"))


def test_icons_are_drawn_at_the_device_ratio_in_the_colour_asked_for() -> None:
    pixmap = icons.pixmap_of("minus", 16, QColor("#FF0000"), 2.0)
    middle = QColor(pixmap.toImage().pixel(16, 16))
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (32, 2.0)
    assert middle.name() == "#ff0000"


def test_figures_have_one_width() -> None:
    assert typography.width("1111", "body") == typography.width("8888", "body")


def test_every_icon_has_its_licence_beside_it() -> None:
    root = Path(__file__).parents[3] / "resources"
    assert "ISC" in (root / "icons" / "LICENSE-lucide-ISC.txt").read_text("utf-8")
    assert "OFL" in (root / "fonts" / "LICENSE-inter-OFL.txt").read_text("utf-8")
    for svg in (root / "icons").glob("*.svg"):
        assert "currentColor" in svg.read_text("utf-8")


def test_widgets_left_to_the_garbage_collector_survive_a_change_of_look(qtbot: QtBot) -> None:
    class Busy(QWidget):
        def changeEvent(self, event: QEvent) -> None:  # noqa: N802
            self.made = [[] for _ in range(2000)]  # enough to wake the collector
            super().changeEvent(event)

    busy = [Busy() for _ in range(10)]
    for part in busy:
        qtbot.addWidget(part)
        part.show()
        left = QWidget()
        left.myself = left  # type: ignore[attr-defined]
        left.show()
        del left
    for percent in (150, 100, 200):
        theme.set_zoom(percent)
    assert theme.zoom() == 200


def test_a_part_that_is_gone_is_forgotten(qtbot: QtBot) -> None:
    class Gone(QWidget):
        def restyle(self) -> None:
            raise AssertionError

    gone = Gone()
    theme.follow(gone)
    del gone
    theme.use("dark")
    assert theme.current() is DARK
