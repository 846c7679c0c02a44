"""The debrief, from Today to the brief: every key is counted, whatever is typed as words is not."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.ids import AccountId, ContactId, InteractionId
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment, State
from sponsor_app.services import (
    Services,
    accounts,
    briefs,
    commitments,
    contacts,
    coverage,
    interactions,
    issues,
    sponsorships,
    stores,
)
from sponsor_app.services.profiles import Clocks, Profile
from sponsor_app.ui.interactions.debriefing import Debriefing
from sponsor_app.ui.places import ToDebrief
from sponsor_app.ui.shell.window import Window
from sponsor_app.ui.widgets.focus import reachable
from tests.conftest import TODAY
from tests.ui.shell.conftest import OPEN, Opened, settle

MOST_KEYS = 12
Key = Qt.Key


@pytest.fixture
def visit(mine: Services) -> InteractionId:
    """Yesterday I was to see Dana and Tom at Acme, which I own."""
    acme = AccountId(accounts.add(mine, fields={"name": "Acme", "tier": "strategic"}).created[0])
    people = tuple(
        ContactId(contacts.add(mine, acme, name=name).created[0])
        for name in ("Dana Reed", "Tom Berg", "Una Falk")
    )
    sponsorships.set_sponsor(mine, [acme], mine.me)
    draft = InteractionDraft(
        acme, Kind.VISIT, TODAY - timedelta(days=1), Place.THEIRS, contact_ids=people[:2]
    )
    planned = interactions.log(mine.as_of(TODAY - timedelta(days=9)), draft).created[0]
    mine.store.close()
    return InteractionId(planned)


class Hand:
    """Presses keys where the keyboard is, and counts them; words cost nothing."""

    def __init__(self, window: Window) -> None:
        self.window, self.keys = window, 0

    def press(self, *keys: Key, control: bool = False) -> None:
        modifier = (
            Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        )
        for key in keys:
            self.keys += 1
            QTest.keyClick(self.window.focusWidget() or self.window, key, modifier)

    def write(self, words: str) -> None:
        QTest.keyClicks(self.window.focusWidget(), words)


def asked(window: Window, hand: Hand, qtbot: QtBot) -> Debriefing:
    settle(window, qtbot)
    hand.press(Key.Key_D, control=True)
    qtbot.waitUntil(
        lambda: (
            window.floating.debriefing is not None and window.floating.debriefing.overlay.is_open()
        )
    )
    found = window.floating.debriefing
    assert found is not None
    return found


def answered(hand: Hand) -> None:
    """Tom stayed at home, Una came; their site, to care, a bad mood, one promise each way."""
    hand.press(Key.Key_2)  # Tom did not come
    hand.press(Key.Key_Return)
    hand.press(Key.Key_Return)  # the place as planned
    hand.press(Key.Key_1)  # care
    hand.press(Key.Key_3)  # bad
    hand.write("The crane stops in the rain")
    hand.press(Key.Key_Return, Key.Key_2)  # as an issue, Sev 2
    hand.write("a spare key by Fri")
    hand.press(Key.Key_Return, Key.Key_Return)
    hand.write("in 3 weeks")
    hand.press(Key.Key_Return)
    hand.write("They look at Nordlift")
    hand.press(Key.Key_Return)


def test_a_debrief_takes_twelve_keys_at_most_and_reaches_brief_and_coverage(
    opened: Opened, visit: InteractionId, profile: Profile, clocks: Clocks, qtbot: QtBot
) -> None:
    window = opened()
    hand = Hand(window)
    debriefing = asked(window, hand, qtbot)
    answered(hand)
    qtbot.waitUntil(debriefing.minutes.isVisible)
    assert hand.keys <= MOST_KEYS
    minutes = debriefing.minutes.text()
    hand.press(Key.Key_C)
    assert QApplication.clipboard().text() == minutes
    hand.press(Key.Key_Escape)
    assert not debriefing.overlay.is_open()
    window.close()

    app = stores.open_profile(profile, OPEN, clocks)
    saved(app, visit)
    in_brief_and_coverage(app)
    customer_safe(minutes)
    app.store.close()


def saved(app: Services, visit: InteractionId) -> None:
    [held] = interactions.by_ids(app, [visit])
    assert (held.state, held.place, held.intent) == (State.HELD, Place.THEIRS, Intent.CARE)
    assert held.sentiment is Sentiment.NEGATIVE
    assert [one.name for one in held.contacts] == ["Dana Reed"]
    note = "They look at Nordlift\nBad news: The crane stops in the rain"
    assert held.summary == note
    [problem] = issues.listed(app)
    assert (problem.title, problem.severity.value) == ("The crane stops in the rain", 2)
    [promise] = commitments.listed(app)
    assert (promise.text, promise.due_on) == ("a spare key", TODAY + timedelta(days=2))
    assert promise.direction is Direction.OURS


def in_brief_and_coverage(app: Services) -> None:
    [row] = coverage.report(app).rows
    assert row.next_planned == TODAY + timedelta(days=21)
    assert row.clocks.non_selling is not None
    assert row.open_sev12 == 1
    prepared = briefs.prepare(app, row.account_id)
    said = [line.text for section in prepared.brief.sections for line in section.lines]
    assert any("The crane stops in the rain" in line for line in said)
    assert any("a spare key" in line.casefold() for line in said)


def customer_safe(minutes: str) -> None:
    for ours in ("Nordlift", "rain", "negative", "Sev", "mood", "Tom"):
        assert ours not in minutes
    assert "Visit, Acme, Tue 17 Nov 2026" in minutes
    assert "Present: Dana Reed; from us Grace Moreau" in minutes
    assert "- a spare key, by Fri 20 Nov" in minutes
    assert "We meet again: Wed 9 Dec 2026" in minutes


def test_esc_asks_again_another_time_and_everything_has_a_name(
    opened: Opened, visit: InteractionId, qtbot: QtBot
) -> None:
    window = opened()
    hand = Hand(window)
    debriefing = asked(window, hand, qtbot)
    debriefing.form.bad_news.field.setText("x")
    assert all(part.accessibleName() for part in reachable(debriefing))
    hand.press(Key.Key_Escape)
    assert not debriefing.overlay.is_open()
    again = asked(window, hand, qtbot)
    assert again.form.bad_news.text == ""
    again.form.next.field.setText("yesterday evening")
    hand.press(Key.Key_Return, control=True)
    qtbot.waitUntil(lambda: "is no day I know" in again.form._said.text())
    window.close()


def test_the_minutes_become_a_file_as_they_were_gone_over(
    opened: Opened, visit: InteractionId, tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened()
    hand = Hand(window)
    debriefing = asked(window, hand, qtbot)
    hand.press(Key.Key_Return, control=True)
    view = debriefing.minutes
    qtbot.waitUntil(view.isVisible)
    assert "Present: Dana Reed and Tom Berg; from us Grace Moreau" in view.text()
    view._minutes.setPlainText("What we agreed")
    hand.press(Key.Key_S)
    dialog = view.saving.dialog
    assert dialog is not None
    dialog.selectFile(str(tmp_path / "minutes.txt"))
    dialog.accept()
    qtbot.waitUntil((tmp_path / "minutes.txt").exists)
    assert (tmp_path / "minutes.txt").read_text() == "What we agreed"
    window.close()


def test_what_was_held_opens_at_its_minutes(opened: Opened, mine: Services, qtbot: QtBot) -> None:
    acme = AccountId(accounts.add(mine, fields={"name": "Acme"}).created[0])
    draft = InteractionDraft(acme, Kind.COFFEE, TODAY, Place.OURS, summary="ours alone")
    held = InteractionId(interactions.log(mine, draft).created[0])
    mine.store.close()
    window = opened()
    settle(window, qtbot)
    window.go(ToDebrief(held))
    qtbot.waitUntil(lambda: window.floating.debriefing is not None)
    debriefing = window.floating.debriefing
    assert debriefing is not None
    qtbot.waitUntil(debriefing.minutes.isVisible)
    assert "Where: our site" in debriefing.minutes.text()
    assert "ours alone" not in debriefing.minutes.text()
    assert not debriefing.form.isVisible()
    window.close()
