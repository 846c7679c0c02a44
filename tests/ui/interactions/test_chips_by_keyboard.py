"""The chips of the log line: names completed, choices opened, days moved, accounts asked for, promises taken away."""

import time
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sponsor_app.domain.ids import AccountId
from sponsor_app.services import Services, accounts, contacts, members, sponsorships
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.interactions.log_line import LogLine
from sponsor_app.ui.widgets.chip import Chip
from tests.ui.conftest import Show

COFFEE = "coffee with Dana at Acme yesterday, happy, promised pricing by Fri"
Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def dana(app: Services, acme: AccountId) -> str:
    return contacts.add(app, acme, name="Dana Reed").created[0]


@pytest.fixture
def line(desk: Desk, show: Show) -> LogLine:
    return LogLine(desk, show(QWidget(), 1280, 720))


def words(line: LogLine) -> list[str]:
    return [chip.text() for chip in line.chips.faces]


def focused(line: LogLine) -> str:
    return next((chip.text() for chip in line.chips.faces if chip.hasFocus()), "")


def offered(line: LogLine) -> list[str]:
    return [one.words for one in line.choices.shown()]


def press(line: LogLine, *keys: Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    for key in keys:
        where = line.focusWidget() or line.input
        QTest.keyClick(where, key, modifier or Qt.KeyboardModifier.NoModifier)


def typed(line: LogLine, text: str, qtbot: QtBot) -> None:
    line.open()
    if text.isascii():
        QTest.keyClicks(line.input, text)
    else:
        line.input.insert(text)  # a test has no keys for accents
    qtbot.waitUntil(lambda: is_read(line))


def is_read(line: LogLine) -> bool:
    return line._reading is not None and line._reading.sentence.text == line.input.text()


def walk_to(line: LogLine, text: str) -> None:
    for _ in range(len(line.chips.faces) + 1):
        press(line, Key.Key_Tab)
        if focused(line) == text:
            return
    pytest.fail(f"no chip says {text}")


def saved(line: LogLine, qtbot: QtBot) -> None:
    press(line, Key.Key_Return)
    qtbot.waitUntil(lambda: not line.overlay.is_open())


def test_two_letters_offer_the_names_they_may_begin_and_down_with_enter_takes_one(
    line: LogLine, app: Services, acme: AccountId, dana: str, qtbot: QtBot
) -> None:
    typed(line, "coffee with Da", qtbot)
    assert offered(line) == ["Dana Reed"]
    press(line, Key.Key_Down, Key.Key_Return)
    qtbot.waitUntil(lambda: "Dana Reed" in words(line) and is_read(line))
    assert line.input.text() == "coffee with Dana Reed"
    assert line.overlay.is_open()
    saved(line, qtbot)
    assert [one.name for one in accounts.page(app, acme).timeline[0].contacts] == ["Dana Reed"]


def test_one_letter_or_a_word_of_the_line_offers_no_name(
    line: LogLine, dana: str, qtbot: QtBot
) -> None:
    typed(line, "coffee with D", qtbot)
    assert offered(line) == []
    typed(line, "ana yesterday, prom", qtbot)
    assert offered(line) == []


def test_right_at_the_end_takes_the_first_name_and_ctrl_z_gives_the_letters_back(
    line: LogLine, dana: str, qtbot: QtBot
) -> None:
    typed(line, "coffee with da", qtbot)
    press(line, Key.Key_Right)
    assert line.input.text() == "coffee with Dana Reed"
    press(line, Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert line.input.text() == "coffee with da"


def test_names_of_my_portfolio_and_those_met_lately_are_offered_first(
    line: LogLine, app: Services, qtbot: QtBot
) -> None:
    homes = [AccountId(accounts.add(app, fields={"name": n}).created[0]) for n in "XYZ"]
    for home, name in zip(homes, ("Dana Abel", "Dana Bauer", "Dana Cole"), strict=True):
        contacts.add(app, home, name=name)
    sponsorships.set_sponsor(app, [homes[2]], app.me)
    reading = "call with Dana Bauer yesterday"
    typed(line, reading, qtbot)
    saved(line, qtbot)
    typed(line, "coffee with dan", qtbot)
    assert offered(line) == ["Dana Cole", "Dana Bauer", "Dana Abel"]


def test_after_at_the_accounts_come_first(line: LogLine, app: Services, qtbot: QtBot) -> None:
    zenith = AccountId(accounts.add(app, fields={"name": "Zenith"}).created[0])
    contacts.add(app, zenith, name="Zena Ward")
    typed(line, "coffee at Ze", qtbot)
    assert offered(line) == ["Zenith", "Zena Ward"]


def test_enter_saves_when_no_name_is_marked(line: LogLine, dana: str, qtbot: QtBot) -> None:
    typed(line, "coffee with Dan", qtbot)
    assert offered(line) == ["Dana Reed"]
    press(line, Key.Key_Down, Key.Key_Up)
    assert line.overlay.is_open()
    QTest.keyClicks(line.input, "a")
    qtbot.waitUntil(lambda: "Dana Reed" in words(line))
    saved(line, qtbot)


def test_space_opens_the_choice_arrows_walk_it_and_enter_takes(
    line: LogLine, dana: str, qtbot: QtBot
) -> None:
    typed(line, COFFEE, qtbot)
    walk_to(line, "Where?")
    assert offered(line) == ["Their site", "Our site", "Neutral", "Remote"]
    press(line, Key.Key_Space, Key.Key_Right, Key.Key_Return)
    qtbot.waitUntil(lambda: "Our site" in words(line))
    assert focused(line) == "Our site"


def test_escape_in_the_choice_goes_back_to_its_chip(line: LogLine, dana: str, qtbot: QtBot) -> None:
    typed(line, COFFEE, qtbot)
    walk_to(line, "Coffee")
    press(line, Key.Key_Space, Key.Key_Escape)
    assert focused(line) == "Coffee"
    assert line.overlay.is_open()


def test_up_moves_a_day_by_one_and_alt_up_by_a_week(line: LogLine, dana: str, qtbot: QtBot) -> None:
    typed(line, COFFEE, qtbot)
    walk_to(line, "Fri 20 Nov")
    press(line, Key.Key_Up)
    qtbot.waitUntil(lambda: "Sat 21 Nov" in words(line))
    press(line, Key.Key_Down, modifier=ALT)
    qtbot.waitUntil(lambda: "Sat 14 Nov" in words(line))
    assert focused(line) == "Sat 14 Nov"


def test_shift_tab_from_the_words_reaches_the_last_chip(
    line: LogLine, dana: str, qtbot: QtBot
) -> None:
    typed(line, COFFEE, qtbot)
    press(line, Key.Key_Backtab, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert focused(line) == "Fri 20 Nov"


def test_a_tab_before_the_line_was_read_waits_for_its_chips(
    line: LogLine, dana: str, qtbot: QtBot
) -> None:
    line.open()
    QTest.keyClicks(line.input, COFFEE)
    press(line, Key.Key_Backtab, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert line.input.hasFocus()
    qtbot.waitUntil(lambda: focused(line) == "Fri 20 Nov")


def test_one_promise_taken_away_leaves_the_corrections_of_the_other(
    line: LogLine, app: Services, acme: AccountId, dana: str, qtbot: QtBot
) -> None:
    typed(line, f"{COFFEE}, promised slides by Mon", qtbot)
    walk_to(line, "Pricing")
    press(line, Key.Key_Backspace)
    qtbot.waitUntil(lambda: "Pricing" not in words(line))
    walk_to(line, "Mon 23 Nov")
    press(line, Key.Key_Up, modifier=ALT)
    qtbot.waitUntil(lambda: "Mon 30 Nov" in words(line))
    walk_to(line, "Slides")
    press(line, Key.Key_2)
    qtbot.waitUntil(lambda: "theirs" in " ".join(c.accessibleName() for c in line.chips.faces))
    saved(line, qtbot)
    [kept] = accounts.page(app, acme).commitments
    assert (kept.text, kept.due_on, kept.direction) == ("slides", date(2026, 11, 30), "theirs")


def test_somebody_new_without_an_account_is_asked_for_one_of_my_portfolio(
    line: LogLine, app: Services, acme: AccountId, qtbot: QtBot
) -> None:
    sponsorships.set_sponsor(app, [acme], app.me)
    typed(line, "I will call Bob Brown on Friday", qtbot)
    assert words(line)[:3] == ["Call", "Bob Brown", "Which account?"]
    assert "Planned Fri 20 Nov" in words(line)
    assert "At which account is Bob Brown?" in line._saves.text()
    press(line, Key.Key_Return)
    qtbot.waitUntil(lambda: focused(line) == "Which account?")
    press(line, Key.Key_Return, Key.Key_Return)
    qtbot.waitUntil(lambda: "Acme" in words(line))
    saved(line, qtbot)
    assert accounts.page(app, acme).row.next_planned == date(2026, 11, 20)
    assert [one.name for one in contacts.listed(app, acme)] == ["Bob Brown"]


def test_what_was_taken_for_a_new_account_may_be_one_of_mine(
    line: LogLine, app: Services, acme: AccountId, qtbot: QtBot
) -> None:
    sponsorships.set_sponsor(app, [acme], app.me)
    typed(line, "coffee with Bob Brown at Akme yesterday", qtbot)
    walk_to(line, "Akme")
    assert offered(line) == ["Acme"]
    press(line, Key.Key_1)
    qtbot.waitUntil(lambda: "Acme" in words(line))
    assert "new contact Bob Brown" in line._saves.text()


def test_the_preview_names_everything_that_will_be_saved(
    line: LogLine, app: Services, dana: str, qtbot: QtBot
) -> None:
    typed(line, f"{COFFEE}, next visit 3 Dec, brr", qtbot)
    assert line._saves.text() == (
        "Saves coffee on Tue 17 Nov with Dana Reed of Acme; our promise “pricing”, by Fri 20 Nov; "
        "next time planned for Thu 3 Dec."
    )
    assert "Kept as text: brr" in line._note.text()


def test_a_meeting_that_is_not_to_be_is_no_plan(
    line: LogLine, app: Services, acme: AccountId, dana: str, qtbot: QtBot
) -> None:
    typed(line, "no meeting with Dana tomorrow", qtbot)
    assert "Called off: no clock restarts." in line._note.text()
    saved(line, qtbot)
    assert accounts.page(app, acme).row.next_planned is None


@pytest.mark.parametrize(
    ("text", "promise"),
    [
        (
            "Kaffee mit Dana bei Acme gestern, zufrieden, Preise bis Freitag versprochen",
            "Preise",
        ),
        ("Café avec Dana chez Acme hier, content, promis les prix pour vendredi", "Prix"),
    ],
)
def test_german_and_french_lines_become_the_same_chips(
    line: LogLine, dana: str, qtbot: QtBot, text: str, promise: str
) -> None:
    typed(line, text, qtbot)
    shown = words(line)
    assert shown[:4] == ["Coffee", "Dana Reed", "Acme", "Tue 17 Nov"]
    assert shown[-3:] == ["Happy", promise, "Fri 20 Nov"]


def test_html_is_pasted_as_its_words(line: LogLine, dana: str, qtbot: QtBot) -> None:
    line.open()
    QGuiApplication.clipboard().setText("call with <b>Dana</b>\nat Acme")
    press(line, Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    assert line.input.text() == "call with <b>Dana</b> at Acme"
    QGuiApplication.clipboard().clear()


def test_a_day_that_no_calendar_has_stays_text(line: LogLine, dana: str, qtbot: QtBot) -> None:
    typed(line, "coffee with Dana on 31/02", qtbot)
    assert "Kept as text: on 31/02" in line._note.text()
    assert "Wed 18 Nov" in words(line)


def test_what_a_member_of_ours_promised_is_ours(
    line: LogLine, app: Services, acme: AccountId, dana: str, qtbot: QtBot
) -> None:
    members.add(app, name="Tom Okafor")
    typed(line, "call with Dana and Tom, Tom will send slides by Fri", qtbot)
    assert "Tom Okafor" in words(line)
    promise = next(chip for chip in line.chips.faces if chip.text() == "Send slides")
    assert "ours" in promise.accessibleName()


def test_every_chip_and_choice_has_a_name(line: LogLine, dana: str, qtbot: QtBot) -> None:
    typed(line, COFFEE, qtbot)
    for _ in line.chips.faces:
        press(line, Key.Key_Tab)
        chip = line.focusWidget()
        assert isinstance(chip, Chip)
        assert chip.accessibleName()


def test_a_name_that_is_still_typed_is_nobody_new(line: LogLine, dana: str, qtbot: QtBot) -> None:
    typed(line, "coffee with Da", qtbot)
    assert "Da" not in words(line)
    typed(line, "vid", qtbot)
    assert "David" in words(line)


def test_a_pasted_novel_leaves_every_key_quick(line: LogLine, dana: str, qtbot: QtBot) -> None:
    line.open()
    line.input.setText("call with Dana at Acme today. " + "word " * 40_000)
    qtbot.waitUntil(lambda: is_read(line))
    took: list[float] = []
    for _ in range(5):
        begun = time.process_time()
        QTest.keyClick(line.input, Key.Key_X)
        qtbot.waitUntil(lambda: is_read(line))
        line.input.repaint()
        took.append(time.process_time() - begun)
    print(f"\n{[round(one * 1000) for one in took]} ms of work a key, in both threads")
    assert sorted(took)[2] < 0.2


def test_a_letter_on_a_day_begins_another_one_and_enter_takes_it(
    line: LogLine, app: Services, acme: AccountId, dana: str, qtbot: QtBot
) -> None:
    typed(line, COFFEE, qtbot)
    walk_to(line, "Tue 17 Nov")
    press(line, Key.Key_L)
    assert line.other.field.hasFocus()
    QTest.keyClicks(line.other.field, "ast Fri")
    press(line, Key.Key_Return)
    qtbot.waitUntil(lambda: focused(line) == "Fri 13 Nov")
    assert not line.other.isVisible()
    saved(line, qtbot)
    assert accounts.page(app, acme).timeline[0].on == date(2026, 11, 13)


def test_other_is_the_last_alternative_of_a_day_and_esc_goes_back_to_the_chip(
    line: LogLine, dana: str, qtbot: QtBot
) -> None:
    typed(line, COFFEE, qtbot)
    walk_to(line, "Fri 20 Nov")
    assert offered(line)[-1] == "other"
    press(line, Key(Key.Key_0.value + len(offered(line))))
    assert line.other.field.hasFocus()
    QTest.keyClicks(line.other.field, "never")
    press(line, Key.Key_Return)
    qtbot.waitUntil(lambda: "no day I know" in line.other._said.text())
    press(line, Key.Key_Escape)
    assert (focused(line), line.overlay.is_open()) == ("Fri 20 Nov", True)
    press(line, Key.Key_D)
    line.other.field.setText("1 Dec")
    press(line, Key.Key_Return)
    qtbot.waitUntil(lambda: focused(line) == "Tue 1 Dec")
