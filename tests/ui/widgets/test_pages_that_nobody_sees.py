"""A page that nobody sees is laid out when it is shown: a change of colours or of the window must not wait for it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.rich_page import RichPage

WORDS = "<p>" + "What they want now, in their own words. " * 40 + "</p>"


class Counted(RichPage):
    """Counts how often its text was put together."""

    def __init__(self) -> None:
        super().__init__("Page")
        self.made = 0

    def html(self) -> str:
        self.made += 1
        return WORDS


def beside(page: RichPage, qtbot: QtBot) -> QWidget:
    window = QWidget()
    QVBoxLayout(window).addWidget(page)
    window.resize(400, 600)
    qtbot.addWidget(window)
    window.show()
    return window


def test_a_hidden_page_takes_on_new_colours_when_it_is_shown(qtbot: QtBot) -> None:
    page = Counted()
    window = beside(page, qtbot)
    page.show_html(page.html)
    page.hide()
    theme.use("dark")
    theme.use("light")
    theme.use("dark")
    assert page.made == 1
    page.show()
    assert page.made == 2
    page.hide()
    page.show()
    assert page.made == 2
    assert window.isVisible()


def test_a_page_that_was_sized_while_it_was_hidden_is_as_high_as_its_text_when_it_is_shown(
    qtbot: QtBot,
) -> None:
    page = Counted()
    window = beside(page, qtbot)
    page.show_html(WORDS)
    wide = page.height()
    page.hide()
    window.resize(220, 600)
    page.resize(200, page.height())
    page.show()
    qtbot.waitUntil(lambda: page.height() > 1.5 * wide)
    assert abs(page.document().size().height() - page.height()) < 8
