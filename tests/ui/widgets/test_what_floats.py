from typing import Literal

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Column, holding
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.choice import Answer, Choice
from sponsor_app.ui.widgets.field import LineEdit
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.message_bar import MessageBar
from sponsor_app.ui.widgets.overlay import Overlay
from sponsor_app.ui.widgets.progress_line import ProgressLine
from sponsor_app.ui.widgets.toast import Toast

from .conftest import Shades

TAB, BACK = Qt.Key.Key_Tab, Qt.Key.Key_Backtab


class Window(QWidget):
    """A window with a button that opens an overlay of two parts."""

    def __init__(self) -> None:
        super().__init__()
        self.opener, self.other = Button("Find"), Button("Other")
        self.setLayout(Column(self.opener, self.other, None))
        self.field, self.button = LineEdit("Find"), Button("Go")
        self.overlay = Overlay(self, holding(Column(self.field, self.button)), name="Palette")
        self.resize(900, 600)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    window.opener.setFocus()
    qtbot.waitUntil(window.opener.hasFocus)
    return window


def test_an_overlay_takes_the_keyboard_and_keeps_it(qtbot: QtBot, window: Window) -> None:
    window.overlay.open()
    assert window.overlay.is_open()
    assert window.field.hasFocus()
    for key, part in ((TAB, window.button), (TAB, window.field), (BACK, window.button)):
        QTest.keyClick(window.focusWidget(), key)
        assert part.hasFocus()
    window.other.setFocus()
    assert window.field.hasFocus()


def test_escape_closes_it_and_gives_the_keyboard_back(qtbot: QtBot, window: Window) -> None:
    window.overlay.open()
    with qtbot.waitSignal(window.overlay.closed):
        QTest.keyClick(window.field, Qt.Key.Key_Escape)
    assert window.opener.hasFocus()
    assert not window.overlay.isVisible()
    window.other.setFocus()
    assert window.other.hasFocus()


def test_a_press_beside_it_closes_it_and_a_press_on_it_does_not(window: Window) -> None:
    window.overlay.open()
    inside = window.overlay.surface().topLeft() + QPoint(4, 4)
    QTest.mouseClick(window.overlay, Qt.MouseButton.LeftButton, pos=inside)
    assert window.overlay.is_open()
    QTest.mouseClick(window.overlay, Qt.MouseButton.LeftButton, pos=QPoint(5, 590))
    assert not window.overlay.is_open()


def test_it_stays_in_the_middle_and_grows_with_what_it_holds(qtbot: QtBot, window: Window) -> None:
    window.overlay.open()
    surface = window.overlay.surface()
    assert (surface.width(), surface.top()) == (660, 84)
    assert abs(surface.center().x() - 450) <= 1
    window.resize(600, 1000)
    qtbot.waitUntil(lambda: window.overlay.surface().top() == 150)
    assert window.overlay.surface().width() == 600 - 32
    window.field.setFixedHeight(200)
    qtbot.waitUntil(lambda: window.overlay.surface().height() > surface.height() + 100)


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_a_part_that_is_painted_anew_looks_as_it_does_in_the_whole(
    window: Window, name: Literal["light", "dark", "contrast"]
) -> None:
    theme.use(name)
    overlay = window.overlay
    overlay.open()
    surface, whole = overlay.surface(), painted(overlay, overlay.rect())
    middle = QRect(0, 0, 60, 20)
    middle.moveCenter(surface.center())
    corner = QRect(surface.topLeft(), QSize(12, 12))
    edge = surface.adjusted(0, 30, 0, -20)
    for part in (middle, corner, edge, surface):
        assert painted(overlay, part).copy(part) == whole.copy(part)


def painted(overlay: Overlay, part: QRect) -> QImage:
    """What a paint of one part draws, on paper of one colour."""
    image = QImage(overlay.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("orchid"))
    overlay.render(image, part.topLeft(), QRegion(part), QWidget.RenderFlag.DrawChildren)
    return image


def test_an_opener_that_is_gone_does_not_stop_it_from_closing(window: Window) -> None:
    window.overlay.open()
    window.opener.setParent(None)
    window.opener.deleteLater()
    window.overlay.dismiss()
    assert not window.overlay.is_open()


def test_it_moves_where_motion_is_wanted_and_still_answers_at_once(
    qtbot: QtBot, window: Window
) -> None:
    theme.set_less_motion(False)
    window.overlay.open()
    assert window.field.hasFocus()
    qtbot.waitUntil(lambda: window.overlay.surface().top() == 84)
    window.overlay.dismiss()
    assert window.opener.hasFocus()
    assert not window.overlay.grab().isNull()
    qtbot.waitUntil(lambda: not window.overlay.isVisible())
    window.overlay.open()
    window.overlay.dismiss()
    window.overlay.open()
    qtbot.waitUntil(lambda: window.overlay.surface().top() == 84)
    assert window.field.isVisible()


def test_a_choice_starts_at_the_safe_answer_and_tells_what_was_chosen(
    qtbot: QtBot, window: Window
) -> None:
    answers = (Answer("keep", "Keep it", safe=True), Answer("remove", "Remove it", ink="bad"))
    choice = Choice(window, "Remove this laptop?", "It forgets the key.", answers)
    choice.ask()
    assert choice.buttons["keep"].hasFocus()
    QTest.keyClick(choice.buttons["keep"], TAB)
    with qtbot.waitSignal(choice.chosen) as chosen:
        QTest.keyClick(choice.buttons["remove"], Qt.Key.Key_Return)
    assert chosen.args == ["remove"]
    assert window.opener.hasFocus()

    choice.ask()
    with qtbot.waitSignal(choice.declined), qtbot.assertNotEmitted(choice.chosen):
        QTest.keyClick(choice.buttons["keep"], Qt.Key.Key_Escape)


def test_a_choice_may_be_asked_above_an_overlay(window: Window) -> None:
    window.overlay.open()
    choice = Choice(window, "Discard the draft?", "It is not saved.", (Answer("no", "Keep it"),))
    choice.ask()
    assert choice.buttons["no"].hasFocus()
    QTest.keyClick(choice.buttons["no"], Qt.Key.Key_Escape)
    assert not choice.is_open()
    assert window.overlay.is_open()
    assert window.field.hasFocus()


def test_a_press_beside_a_choice_answers_nothing(window: Window) -> None:
    choice = Choice(window, "Which Dana?", "Two people have that name.", (Answer("a", "Dana A"),))
    choice.ask()
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton, pos=QPoint(5, 590))
    assert choice.is_open()


def test_a_toast_says_what_was_done_and_can_be_undone_by_click(
    qtbot: QtBot, window: Window
) -> None:
    toast = Toast(window)
    toast.say("Logged coffee with Dana.")
    assert toast.isVisible()
    assert toast.accessibleName() == toast.sentence() == "Logged coffee with Dana."
    undo = toast.findChild(Button) or next(
        part for part in toast.findChildren(QWidget) if part.accessibleName().startswith("Undo")
    )
    assert undo.accessibleName() == "Undo, Ctrl+Z"
    with qtbot.waitSignal(toast.undone):
        QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_a_toast_can_be_undone_by_key_as_long_as_it_is_there(qtbot: QtBot, window: Window) -> None:
    toast = Toast(window)
    toast.say("Logged coffee with Dana.")
    with qtbot.waitSignal(toast.undone):
        QTest.keyClick(window.opener, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    with qtbot.assertNotEmitted(toast.undone):
        QTest.keyClick(window.opener, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_a_window_with_its_own_undo_keeps_the_key(qtbot: QtBot, window: Window) -> None:
    toast = Toast(window, owns_key=False)
    toast.say("Logged coffee with Dana.")
    with qtbot.assertNotEmitted(toast.undone):
        QTest.keyClick(window.opener, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_a_toast_goes_by_itself_unless_it_has_the_keyboard(qtbot: QtBot, window: Window) -> None:
    toast = Toast(window, stay=20)
    with qtbot.waitSignal(toast.closed):
        toast.say("Logged coffee with Dana.")
    toast.say("Logged lunch with Dana.")
    undo = next(p for p in toast.findChildren(QWidget) if p.accessibleName().startswith("Undo"))
    undo.setFocus()
    with qtbot.waitSignal(toast.closed, timeout=100, raising=False) as gone:
        pass
    assert not gone.signal_triggered
    window.opener.setFocus()
    qtbot.waitUntil(lambda: not toast.isVisible())
    toast.say("Logged dinner with Dana.")
    undo.setFocus()
    toast.dismiss()
    assert window.opener.hasFocus()


def test_there_is_one_toast_at_a_time_at_the_bottom_of_its_page(
    qtbot: QtBot, window: Window, shades: Shades
) -> None:
    toast = Toast(window)
    toast.say("One.", action="")
    toast.say("Two.")
    assert toast.sentence() == "Two."
    assert abs(toast.geometry().center().x() - window.rect().center().x()) <= 1
    window.resize(700, 400)
    qtbot.waitUntil(lambda: toast.geometry().bottom() == 399)
    assert theme.current().toast in shades(toast)


def test_a_long_toast_fits_the_page_and_keeps_its_words_in_the_tip(
    qtbot: QtBot, window: Window
) -> None:
    window.resize(400, 300)
    toast = Toast(window)
    toast.say("Logged coffee with Dana Whitfield-Ramanujan. 3 clocks restarted. " * 3)
    assert toast.width() - 48 <= 400 - 32
    assert "3 clocks restarted" in toast.toolTip()


def test_a_toast_is_read_out(qtbot: QtBot, window: Window) -> None:
    toast = Toast(window)
    toast.say("Logged coffee with Dana.")
    interface = QAccessible.queryAccessibleInterface(toast)
    assert interface.text(QAccessible.Text.Name) == "Logged coffee with Dana."


def test_a_message_bar_wraps_and_offers_one_action(qtbot: QtBot, shades: Shades) -> None:
    bar = MessageBar(
        "2 of 9 laptops are not in step.", "warn", "cloud-off", action="Show", closable=True
    )
    qtbot.addWidget(bar)
    assert bar.heightForWidth(600) == 34
    assert bar.heightForWidth(180) > 34
    bar.resize(600, 34)
    bar.show()
    assert theme.current().tones["warn"].fill in shades(bar)
    action = next(b for b in bar.findChildren(Button) if b.text() == "Show")
    close = next(b for b in bar.findChildren(Button) if b.accessibleName() == "Close")
    with qtbot.waitSignal(bar.acted):
        action.click()
    with qtbot.waitSignal(bar.closed):
        close.click()
    assert not bar.isVisible()
    bar.say("The shared file could not be read back.", "bad")
    assert bar.isVisible()
    assert bar.accessibleName() == "The shared file could not be read back."
    assert not action.isVisible()


def test_a_message_bar_in_a_page_is_as_high_as_its_sentence(qtbot: QtBot) -> None:
    bar = MessageBar("There is no recovery page: if every laptop is lost, nobody can be let in.")
    host = holding(Column(bar, None))
    qtbot.addWidget(host)
    host.resize(200, 400)
    host.show()
    qtbot.waitUntil(lambda: bar.height() == bar.heightForWidth(200) > 60)
    host.resize(900, 400)
    qtbot.waitUntil(lambda: bar.height() == 34)
    theme.set_zoom(200)
    host.resize(901, 400)
    qtbot.waitUntil(lambda: bar.height() == bar.heightForWidth(901) > 68)


def test_a_long_truth_is_whole_in_the_tip(qtbot: QtBot) -> None:
    bar = MessageBar("Nothing is lost; we try again in 2 minutes. " * 20, "bad")
    qtbot.addWidget(bar)
    bar.resize(300, 74)
    bar.show()
    assert "Nothing is lost" in bar.toolTip()


def test_progress_says_how_far_and_can_be_stopped(qtbot: QtBot) -> None:
    line = ProgressLine()
    qtbot.addWidget(line)
    line.show()
    line.show_progress("Reading accounts", 120, 500)
    assert line.words() == line.accessibleName() == "Reading accounts · 120 of 500"
    line.show_working("Waiting for the shared file")
    assert line.words() == "Waiting for the shared file"
    with qtbot.waitSignal(line.cancelled):
        line.findChildren(Button)[0].click()
    assert line.findChildren(Label)
