"""The brief as it is read in the car park: opened, followed, copied, saved, printed."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QGuiApplication, QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from sponsor_app.domain.brief import Ref
from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.ids import AccountId, ContactId
from sponsor_app.domain.interaction import Intent, Kind, Place
from sponsor_app.services import (
    Services,
    accounts,
    briefs,
    commitments,
    contacts,
    interactions,
    issues,
    knowledge,
    sponsorships,
)
from sponsor_app.ui.brief.cited import cited
from sponsor_app.ui.brief.printing import print_brief, printer
from sponsor_app.ui.brief.saving import file_name
from sponsor_app.ui.brief.screen import BriefScreen
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import Back, ToAccount, ToLog, ToRecord
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.focus import reachable
from tests.ui.conftest import Show, Trail

WIDE = (1708, 1080)


class Known(NamedTuple):
    """Acme with something of every kind that a brief cites."""

    acme: AccountId
    dana: ContactId
    tom: ContactId
    issue: str
    promise: str
    call: str
    pulse: str
    fact: str


@pytest.fixture
def known(app: Services, acme: AccountId) -> Known:
    sponsorships.set_sponsor(app, [acme], app.me)
    dana = ContactId(contacts.add(app, acme, name="Dana Reed", title="COO").created[0])
    tom = ContactId(contacts.add(app, acme, name="Tom Hale").created[0])
    before = app.as_of(app.today() - timedelta(days=6))
    crane = issues.open_issue(before, acme, title="Crane stops", severity=1).created[0]
    due = app.today() - timedelta(days=1)
    pricing = commitments.add(before, acme, text="Send pricing", due=due, owner=app.me).created[0]
    talk = InteractionDraft(
        acme,
        Kind.CALL,
        app.today() - timedelta(days=3),
        Place.REMOTE,
        Intent.FIX,
        summary="She was calm.",
        quote="We found out from the crew",
        contact_ids=(dana,),
    )
    call = interactions.log(app, talk).created[0]
    pulse = knowledge.add_pulse(app, acme, 4, contact=dana, quote="Never again").created[0]
    fact = knowledge.add_fact(app, dana, "Her daughter starts at NTNU").created[0]
    nine = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    on = app.today() + timedelta(days=2)
    interactions.log(
        app,
        InteractionDraft(acme, Kind.VISIT, on, Place.THEIRS, starts_at=nine, contact_ids=(dana,)),
    )
    return Known(acme, dana, tom, crane, pricing, call, pulse, fact)


Opened = Callable[..., BriefScreen]


@pytest.fixture
def opened(desk: Desk, show: Show, qtbot: QtBot) -> Opened:
    """Show a new screen with the brief of an account and wait until it is there."""

    def shown(account: AccountId, *people: ContactId, wide: bool = False) -> BriefScreen:
        screen = BriefScreen(desk)
        show(screen)
        if wide:
            screen.resize(*WIDE)
        screen.setFocus()
        screen.show_brief(account, people)
        qtbot.waitUntil(lambda: screen.paper.isVisible() or screen.gone.isVisible())
        return screen

    return shown


@pytest.fixture
def screen(known: Known, opened: Opened) -> BriefScreen:
    return opened(known.acme, known.dana)


def page(screen: BriefScreen) -> str:
    return screen.paper.text.toPlainText()


def press(part: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(part.window().focusWidget() or part, key)


def said(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def test_the_page_opens_with_the_bad_news_and_takes_the_keyboard(screen: BriefScreen) -> None:
    words = page(screen)
    assert words.index("Acme") < words.index("Bad news") < words.index("In the room")
    assert "Crane stops" in words
    assert screen.paper.text.hasFocus()
    assert screen.paper.text.accessibleName() == "Brief of Acme"


def test_the_page_is_for_those_who_will_be_there(screen: BriefScreen, known: Known) -> None:
    room = page(screen).split("In the room")[1].split("Since you met")[0]
    assert "Dana Reed" in room
    assert "Tom Hale" not in room


def test_w_says_who_else_will_be_there_in_place(screen: BriefScreen, qtbot: QtBot) -> None:
    press(screen, Qt.Key.Key_W)
    chips = {chip.text(): chip for chip in screen.room.chips.values()}
    assert list(chips) == ["Dana Reed", "Tom Hale"]
    assert chips["Dana Reed"].hasFocus()
    assert (chips["Dana Reed"].isChecked(), chips["Tom Hale"].isChecked()) == (True, False)
    press(screen, Qt.Key.Key_Right, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Tom Hale" in page(screen).split("In the room")[1])
    assert chips["Tom Hale"].isChecked()
    assert chips["Tom Hale"].hasFocus()
    press(screen, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Tom Hale" not in page(screen).split("Since you met")[0])
    press(screen, Qt.Key.Key_Escape)
    assert screen.paper.text.hasFocus()


def test_the_page_counts_from_when_i_met_those_who_will_be_there(
    known: Known, app: Services, opened: Opened, qtbot: QtBot
) -> None:
    for days, who in ((40, known.tom), (12, known.dana)):
        draft = InteractionDraft(
            known.acme, Kind.VISIT, app.today() - timedelta(days=days), contact_ids=(who,)
        )
        interactions.log(app, draft)
    theirs = commitments.add(
        app, known.acme, text="Send the log", due=app.today(), direction=Direction.THEIRS
    )
    commitments.keep(app, theirs.created[0])  # pyright: ignore[reportArgumentType]
    screen = opened(known.acme, known.tom)
    assert "9 Oct" in page(screen).split("Since you met")[1][:12]
    screen.room.toggled.emit(known.dana)
    qtbot.waitUntil(lambda: "15 Nov, Dana" in page(screen).split("Since you met")[1][:20])


def test_an_account_with_many_people_shows_the_first_and_the_rest_when_asked(
    known: Known, app: Services, opened: Opened
) -> None:
    for number in range(12):
        contacts.add(app, known.acme, name=f"Person {number:02}")
    screen = opened(known.acme, known.dana)
    assert screen.room.more.text() == "10 more"
    assert len(screen.room.chips) == 4
    screen.room.more.click()
    assert len(screen.room.chips) == 14
    assert not screen.room.more.isVisible()
    assert screen.focusWidget() is list(screen.room.chips.values())[4]


def test_what_a_line_rests_on_stands_below_the_page_by_keyboard_and_by_pointer(
    screen: BriefScreen, known: Known, trail: Trail
) -> None:
    assert "press Tab" in screen.source.sentence()
    press(screen, Qt.Key.Key_Tab)
    assert screen.source.sentence().startswith("Issue: Crane stops, Sev 1 · open 6 days")
    assert screen.paper.text.accessibleDescription() == screen.source.sentence()
    text = screen.paper.text
    found = text.document().find("Send pricing")
    place = text.cursorRect(found).center()
    QTest.mouseMove(text.viewport(), place)
    assert text.href_at(place) == f"record:commitment/{known.promise}"
    text.point_at(place)
    assert screen.source.sentence().startswith("Promise: Send pricing, ours · 1 day late")
    press(screen, Qt.Key.Key_Return)
    assert trail.places == [ToRecord("commitment", known.promise, known.acme)]


def test_tab_walks_the_citations_and_enter_opens_the_record(
    screen: BriefScreen, known: Known, trail: Trail
) -> None:
    press(screen, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert trail.places == [ToRecord("issue", known.issue, known.acme)]


def test_in_a_wide_window_the_record_opens_beside_the_page_and_esc_closes_it_first(
    known: Known, opened: Opened, trail: Trail
) -> None:
    screen = opened(known.acme, known.dana, wide=True)
    press(screen, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert screen.peek.isVisible()
    assert "Crane stops" in said(screen.peek)
    screen.peek.open_button.click()
    assert trail.places == [ToRecord("issue", known.issue, known.acme)]
    press(screen, Qt.Key.Key_Escape)
    assert not screen.peek.isVisible()
    press(screen, Qt.Key.Key_Escape)
    assert trail.places[-1] == Back()


def test_the_record_beside_the_page_follows_what_becomes_of_it(
    known: Known, opened: Opened, qtbot: QtBot
) -> None:
    screen = opened(known.acme, known.dana, wide=True)
    press(screen, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    issue = known.issue
    screen.desk.operations.command(lambda app: issues.update(app, issue, "The patch is in test"))  # pyright: ignore[reportArgumentType]
    qtbot.waitUntil(lambda: any("The patch is in test" in one for one in said(screen.peek)))


def test_every_kind_of_record_has_something_to_show_beside_the_page(
    app: Services, known: Known
) -> None:
    found = briefs.prepare(app, known.acme).page
    shown = [
        cited(found, Ref("any", one))
        for one in (known.issue, known.promise, known.call, known.pulse, known.fact, known.dana)
    ]
    titles = [one.title for one in shown if one]
    assert titles == [
        "Crane stops",
        "Send pricing",
        "Call with Dana Reed",
        "Pulse 4 of 10",
        "Her daughter starts at NTNU",
        "Dana Reed",
    ]
    assert cited(found, Ref("account", known.acme)) is None


def test_a_citation_of_the_account_itself_opens_its_page(
    screen: BriefScreen, known: Known, trail: Trail
) -> None:
    screen.paper.text.activated.emit(f"record:account/{known.acme}")
    assert trail.places == [ToAccount(known.acme)]


@pytest.mark.parametrize(
    "modifiers",
    [
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    ],
)
def test_c_copies_the_page_as_text_and_as_html(
    modifiers: Qt.KeyboardModifier, screen: BriefScreen, trail: Trail
) -> None:
    QTest.keyClick(screen.paper.text, Qt.Key.Key_C, modifiers)
    held = QGuiApplication.clipboard().mimeData()
    assert held.text().startswith("Acme\nBrief as of Wed 18 Nov 2026")
    assert "BAD NEWS" in held.text()
    assert 'font-weight:600">Sev 1, open 6 days:</span> Crane stops' in held.html()
    assert "record:" not in held.html()
    assert trail.said == ["Copied the brief as text and as a formatted page"]


def give(screen: BriefScreen, path: Path) -> None:
    """Ask for a file and answer the dialog."""
    press(screen, Qt.Key.Key_S)
    dialog = screen.saving.dialog
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.done(0)


@pytest.mark.parametrize("ending", ["pdf", "html", "md", "txt"])
def test_s_writes_the_page_and_says_where(
    ending: str, screen: BriefScreen, trail: Trail, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / f"acme.{ending}"
    give(screen, path)
    assert screen.saving.progress.isVisible()
    assert screen.saving.progress.words() == f"Writing acme.{ending}"
    qtbot.waitUntil(lambda: trail.said != [])
    assert trail.said == [f"Wrote acme.{ending} to {tmp_path.name}"]
    assert path.stat().st_size > 0
    assert not screen.saving.progress.isVisible()
    assert screen.strip.save.isEnabled()


def test_a_folder_that_is_gone_is_said_and_the_button_works_again(
    screen: BriefScreen, trail: Trail, tmp_path: Path, qtbot: QtBot
) -> None:
    give(screen, tmp_path / "gone" / "acme.pdf")
    qtbot.waitUntil(lambda: trail.refused != [])
    assert screen.strip.save.isEnabled()
    assert not screen.saving.progress.isVisible()


def test_a_file_is_named_after_the_account_without_what_a_disk_refuses(
    app: Services, acme: AccountId
) -> None:
    accounts.change(app, acme, {"name": 'A/S "Nord": <Öl> & Co?'})
    brief = briefs.compose_brief(app, acme)
    assert file_name(brief) == "Brief A S Nord Öl & Co 2026-11-18.pdf"


def test_ctrl_p_asks_for_a_printer(screen: BriefScreen, qtbot: QtBot) -> None:
    QTest.keyClick(screen.paper.text, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = screen.window().findChild(QPrintDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    dialog.reject()


def test_on_paper_it_fits_one_page(app: Services, known: Known, tmp_path: Path) -> None:
    brief = briefs.compose_brief(app, known.acme)
    paper = printer(brief)
    paper.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    paper.setOutputFileName(str(tmp_path / "printed.pdf"))
    paper.setPageMargins(QMarginsF(13, 13, 13, 13), QPageLayout.Unit.Millimeter)
    assert print_brief(brief, paper) == 1
    assert paper.docName() == "Brief Acme 2026-11-18"
    assert (tmp_path / "printed.pdf").stat().st_size > 1000


def test_l_logs_and_o_opens_the_account(screen: BriefScreen, known: Known, trail: Trail) -> None:
    press(screen, Qt.Key.Key_L, Qt.Key.Key_O)
    assert trail.places == [ToLog("at Acme: "), ToAccount(known.acme)]


def test_the_page_keeps_its_place_when_only_the_hour_changes(
    screen: BriefScreen, qtbot: QtBot
) -> None:
    press(screen, Qt.Key.Key_Tab)
    marked = screen.paper.text.textCursor().selectedText()
    done: list[object] = []
    screen.refresh()
    screen.desk.operations.query(screen, lambda app: app.today(), done.append)
    qtbot.waitUntil(lambda: done != [])
    assert marked
    assert screen.paper.text.textCursor().selectedText() == marked


def test_what_changes_elsewhere_is_on_the_page_at_once(
    screen: BriefScreen, known: Known, qtbot: QtBot
) -> None:
    acme = known.acme
    screen.desk.operations.command(
        lambda app: issues.open_issue(app, acme, title="Parts are late", severity=2)
    )
    qtbot.waitUntil(lambda: "Parts are late" in page(screen))


def test_an_account_that_is_not_here_says_so_and_leads_back(
    app: Services, opened: Opened, acme: AccountId, trail: Trail
) -> None:
    accounts.delete(app, acme)
    screen = opened(acme)
    assert not screen.strip.copy.isVisible()
    assert screen.gone.action.hasFocus()
    press(screen, Qt.Key.Key_Return)
    assert trail.places == [Back()]


def test_an_account_without_people_says_that_nobody_is_known(
    opened: Opened, acme: AccountId, trail: Trail
) -> None:
    screen = opened(acme)
    press(screen, Qt.Key.Key_W)
    assert trail.said == ["Nobody there is known yet. Name them when you log."]


def test_names_that_look_like_markup_stay_text(
    app: Services, acme: AccountId, opened: Opened
) -> None:
    accounts.change(app, acme, {"name": "<img src=file:///etc/hostname><b>Acme</b>"})
    assert "<b>Acme</b>" in page(opened(acme)).replace("\u200b", "")


def test_arrows_scroll_the_page(screen: BriefScreen) -> None:
    screen.resize(1068, 400)
    before = screen.paper.verticalScrollBar().value()
    press(screen, Qt.Key.Key_PageDown)
    assert screen.paper.verticalScrollBar().value() > before


@pytest.mark.qt_log_ignore("This plugin does not support")  # menus offscreen
def test_where_there_is_no_room_one_menu_holds_what_can_be_done(
    screen: BriefScreen, trail: Trail, qtbot: QtBot
) -> None:
    screen.resize(480, 600)
    assert not screen.strip.copy.isVisible()
    screen.strip.more.click()
    menu = screen.strip.more.findChild(QMenu)
    assert menu is not None
    qtbot.waitUntil(menu.isVisible)
    assert [action.text() for action in menu.actions()] == [
        *("In the room\tW", "Copy\tC", "PDF\tS", "Print\tCtrl+P"),
    ]
    menu.actions()[1].trigger()
    menu.close()
    assert trail.said == ["Copied the brief as text and as a formatted page"]


def test_everything_that_takes_the_keyboard_has_a_name(known: Known, opened: Opened) -> None:
    screen = opened(known.acme, wide=True)
    press(screen, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    parts = reachable(screen)
    assert len(parts) >= 7
    assert all(part.accessibleName() for part in parts)


def test_the_page_follows_theme_and_zoom(screen: BriefScreen) -> None:
    light = screen.paper.text.toHtml()
    theme.use("dark")
    assert screen.paper.text.toHtml() != light
    theme.set_zoom(200)
    assert screen.paper.text.width() <= screen.width()
