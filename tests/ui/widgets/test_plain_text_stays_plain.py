from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Column, holding
from sponsor_app.ui.widgets.field import Field, LineEdit, TextEdit
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.rich_page import RichPage, scaled
from sponsor_app.ui.widgets.tip import plain, set_tip
from sponsor_app.ui.widgets.typography import LONGEST_TEXT

from .conftest import Shades

ATTACK = '<img src="file:///etc/passwd">'
RED = "#FF0000"


@pytest.fixture
def red_picture(tmp_path: Path) -> Path:
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor(RED))
    path = tmp_path / "red.png"
    assert picture.save(str(path))
    return path


@pytest.mark.parametrize("selectable", [False, True])
@pytest.mark.parametrize("wrap", [False, True])
def test_a_label_shows_markup_as_it_was_written_and_opens_nothing(
    qtbot: QtBot, shades: Shades, red_picture: Path, wrap: bool, selectable: bool
) -> None:
    text = f'<img src="{QUrl.fromLocalFile(str(red_picture)).toString()}">'
    label = Label(text, wrap=wrap, selectable=selectable)
    qtbot.addWidget(label)
    label.resize(400, 60)
    assert label.text() == label.accessibleName() == text
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert RED not in shades(label)


def test_a_label_that_is_cut_shows_the_rest_in_its_tip_and_escapes_it(qtbot: QtBot) -> None:
    label = Label(ATTACK)
    qtbot.addWidget(label)
    label.resize(40, 20)
    label.show()
    assert label.is_cut()
    assert "&lt;img" in label.toolTip()
    label.resize(400, 20)
    assert not label.is_cut()
    assert label.toolTip() == ""


def test_a_tip_says_markup_instead_of_following_it(qtbot: QtBot) -> None:
    part = QWidget()
    qtbot.addWidget(part)
    set_tip(part, ATTACK)
    document = QTextDocument()
    document.setHtml(part.toolTip())
    assert document.toPlainText() == ATTACK
    assert plain("") == ""
    assert plain("Dana & Co") == "Dana & Co"
    assert max(map(len, plain("word " * 100).splitlines())) <= 88


def test_a_paragraph_is_as_high_as_its_lines_and_no_higher_than_allowed(qtbot: QtBot) -> None:
    words = "They chose us over a cheaper bid because our engineers rode along for a week. " * 3
    free, short = Label(words, "lead", wrap=True), Label(words, "lead", wrap=True, lines=2)
    qtbot.addWidget(free)
    qtbot.addWidget(short)
    short.resize(300, 46)
    assert free.heightForWidth(300) % 23 == 0
    assert free.heightForWidth(300) > short.heightForWidth(300) == 46
    assert short.is_cut()


def test_a_paragraph_breaks_where_there_is_no_space(qtbot: QtBot) -> None:
    label = Label("🚢" * 300, wrap=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(200) > 200


@pytest.mark.parametrize("text", ["x" * 1_000_000, "a b " * 250_000, "line\n" * 50_000])
def test_a_megabyte_of_text_does_not_hold_up_the_window(qtbot: QtBot, text: str) -> None:
    label, paragraph = Label(text), Label(text, wrap=True, lines=3)
    qtbot.addWidget(label)
    qtbot.addWidget(paragraph)
    label.resize(300, 20)
    paragraph.resize(300, paragraph.heightForWidth(300))
    assert not label.grab().isNull()
    assert not paragraph.grab().isNull()


def pasted(html: str) -> QMimeData:
    source = QMimeData()
    source.setHtml(html)
    return source


def test_a_field_takes_pasted_html_as_plain_text(qtbot: QtBot, red_picture: Path) -> None:
    edit = TextEdit("Notes")
    qtbot.addWidget(edit)
    html = f'<p><b>They</b> heard it</p><img src="{red_picture.as_uri()}"><p>from their crew</p>'
    assert edit.canInsertFromMimeData(pasted(html))
    edit.insertFromMimeData(pasted(html))
    assert "They heard it" in edit.toPlainText()
    assert "<b>" not in edit.toPlainText()
    assert "from their crew" in edit.toPlainText()


def test_the_clipboard_reaches_both_fields_as_text(qtbot: QtBot) -> None:
    source = pasted("<b>Dana</b>")
    source.setText("Dana")
    QApplication.clipboard().setMimeData(source)
    line, text = LineEdit("Who"), TextEdit("Notes")
    for edit in (line, text):
        qtbot.addWidget(edit)
        edit.paste()
    assert line.text() == text.toPlainText() == "Dana"
    QApplication.clipboard().clear()  # Qt would delete what we gave it after Python is gone


def test_a_field_stops_at_what_it_can_show(qtbot: QtBot) -> None:
    edit = TextEdit("Notes")
    qtbot.addWidget(edit)
    source = QMimeData()
    source.setText("word " * 50_000)
    edit.insertFromMimeData(source)
    assert edit.document().characterCount() <= LONGEST_TEXT


def test_tab_leaves_a_text_field_and_control_enter_submits_it(qtbot: QtBot) -> None:
    edit, line = TextEdit("Notes"), LineEdit("Who")
    window = holding(Column(edit, line))
    qtbot.addWidget(window)
    window.show()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    with qtbot.waitSignal(edit.submitted):
        QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    qtbot.waitUntil(line.hasFocus)
    assert edit.toPlainText() == ""


def test_a_text_field_grows_with_what_is_written(qtbot: QtBot) -> None:
    edit = TextEdit("Notes", lines=2, most=4)
    qtbot.addWidget(edit)
    edit.resize(300, edit.height())
    edit.show()
    low = edit.height()
    edit.setPlainText("one\ntwo\nthree")
    qtbot.waitUntil(lambda: edit.height() > low)
    three = edit.height()
    edit.setPlainText("\n".join("123456789"))
    qtbot.waitUntil(lambda: edit.height() > three)
    assert edit.height() < 2 * three


def test_a_field_says_what_is_wrong_below_it_and_to_screen_readers(
    qtbot: QtBot, shades: Shades
) -> None:
    field = Field(LineEdit("Mail"), "Mail", "We never write to it.")
    qtbot.addWidget(field)
    field.resize(300, 90)
    field.show()
    assert theme.current().tones["bad"].bar not in shades(field)

    field.set_error("That is not a mail address.")

    assert field.editor.accessibleDescription() == field.error() == "That is not a mail address."
    assert theme.current().tones["bad"].bar in shades(field)
    field.set_error("")
    assert theme.current().tones["bad"].bar not in shades(field)


@pytest.mark.parametrize(
    "tag",
    ['<img src="{}">', '<body background="{}">x', '<p style="background-image:url({})">x</p>'],
)
def test_a_rich_page_never_opens_a_file(
    qtbot: QtBot, shades: Shades, red_picture: Path, tag: str
) -> None:
    page = RichPage("Brief")
    qtbot.addWidget(page)
    for name in (red_picture.as_uri(), str(red_picture), red_picture.name):
        page.setSearchPaths([str(red_picture.parent)])
        page.show_html(tag.format(name))
        page.resize(300, 200)
        assert RED not in shades(page)


def test_a_rich_page_answers_every_request_with_something_blank(qtbot: QtBot) -> None:
    page = RichPage("Brief")
    qtbot.addWidget(page)
    for kind in QTextDocument.ResourceType:
        assert page.loadResource(kind.value, QUrl("file:///etc/passwd")) is not None
    page.setSource(QUrl("file:///etc/hostname"))
    assert page.toPlainText() == ""


def test_links_are_reached_by_tab_and_opened_by_enter(qtbot: QtBot) -> None:
    page = RichPage("Brief")
    qtbot.addWidget(page)
    page.show_html('<p><a href="call:1">call 17 Nov</a> and <a href="issue:2">issue 12 Nov</a></p>')
    page.resize(300, 100)
    page.show()
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Tab)
    QTest.keyClick(page, Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.activated) as opened:
        QTest.keyClick(page, Qt.Key.Key_Return)
    assert opened.args == ["issue:2"]


def test_a_link_is_underlined_while_the_pointer_is_on_it(qtbot: QtBot) -> None:
    page = RichPage("Brief")
    qtbot.addWidget(page)
    page.show_html('<p>We <a href="call:1">called</a> and <a href="call:1">called</a>.</p>')
    with qtbot.waitSignal(page.hovered) as hovered:
        page.highlighted.emit(QUrl("call:1"))
    assert hovered.args == ["call:1"]
    marked = page.extraSelections()
    assert [selection.cursor.selectedText() for selection in marked] == ["called", "called"]
    page.highlighted.emit(QUrl())
    assert page.extraSelections() == []


def test_a_rich_page_is_as_high_as_its_text_and_follows_zoom_and_theme(
    qtbot: QtBot, shades: Shades
) -> None:
    page = RichPage("Brief")
    qtbot.addWidget(page)
    page.resize(400, 10)
    page.show_html('<p class="accent" style="font-size:20px; margin:0">Halvorsen Maritime</p>')
    page.show()
    low = page.height()
    theme.set_zoom(200)
    assert page.height() > 1.8 * low
    assert theme.current().accent in shades(page)
    theme.use("dark")
    assert theme.current().accent in shades(page)


def test_only_lengths_are_scaled() -> None:
    theme.set_zoom(150)
    html = '<td width="104" style="font-size:12px">12px wide? width="10"</td>'
    assert scaled('<td width="104" style="font-size:12px; padding:2.5px">') == (
        '<td width="156" style="font-size:18px; padding:4px">'
    )
    assert "104" not in scaled(html)
