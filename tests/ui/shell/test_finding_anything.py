"""The palette: one box for accounts, people, what was written and what can be done, and Enter goes there."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.event import EventKind
from sponsor_app.domain.ids import AccountId, ContactId, EventId
from sponsor_app.domain.interaction import Kind
from sponsor_app.domain.reference import Use
from sponsor_app.domain.search import HitKind
from sponsor_app.services import (
    Services,
    accounts,
    contacts,
    events,
    interactions,
    issues,
    members,
    reach_outs,
    references,
    searching,
    sponsorships,
    themes,
)
from sponsor_app.ui.coverage.screen import CoverageScreen
from sponsor_app.ui.panels.beside_screen import BesideScreen
from sponsor_app.ui.places import ScreenName, ToAccount, ToBrief, ToScreen
from sponsor_app.ui.shell.palette import Palette
from sponsor_app.ui.shell.window import Window
from sponsor_app.ui.widgets.focus import reachable
from tests.ui.shell.conftest import CONTROL, Key, Opened, peeked, press, settle, write


@pytest.fixture
def acme_here(mine: Services) -> AccountId:
    fields = {"name": "Acme Ocean", "alias": "Quill Marine", "phone": "+47 55 12 34 56"}
    acme = AccountId(accounts.add(mine, fields=fields).created[0])
    contacts.add(mine, acme, name="Dana Reed", emails=["dana@acme.example"])
    members.add(mine, name="Mia Andersson", function="sales")
    issues.open_issue(mine, acme, title="Crane telemetry drops out", severity=2)
    met = InteractionDraft(acme, Kind.CALL, mine.today(), summary="The night crew was brilliant")
    interactions.log(mine, met)
    return acme


@pytest.fixture
def palette(acme_here: AccountId, working: Window) -> Palette:
    press(working, Key.Key_K, CONTROL)
    found = working.floating.palette
    assert found is not None
    assert found.input.hasFocus()
    return found


def titles(palette: Palette) -> list[str]:
    return [find.row.title for find in palette.model.records]


def typed(palette: Palette, text: str, qtbot: QtBot) -> None:
    write(palette, text)
    qtbot.waitUntil(lambda: palette._count.text() != "" or text.startswith(">"))


@pytest.mark.parametrize(
    ("scrap", "title"),
    [
        ("acme", "Acme Ocean"),
        ("quill marine", "Acme Ocean"),
        ("55123456", "Acme Ocean"),
        ("dana@acme", "Dana Reed"),
        ("mia", "Mia Andersson"),
        ("telemetry", "Crane telemetry drops out"),
        ("night crew", "The night crew was brilliant"),
    ],
)
def test_any_scrap_finds_it(scrap: str, title: str, palette: Palette, qtbot: QtBot) -> None:
    typed(palette, scrap, qtbot)
    qtbot.waitUntil(lambda: title in titles(palette))


@pytest.mark.parametrize(
    ("scrap", "section"),
    [("acme", ""), ("dana", "people"), ("telemetry", "issues"), ("night crew", "timeline")],
)
def test_enter_goes_to_the_account_where_it_is_shown_best(
    scrap: str, section: str, palette: Palette, working: Window, acme_here: AccountId, qtbot: QtBot
) -> None:
    typed(palette, scrap, qtbot)
    qtbot.waitUntil(lambda: palette.model.rowCount() > 1)
    press(working, Key.Key_Return)
    wanted = ToAccount(acme_here, section)
    qtbot.waitUntil(lambda: working.main.navigator.here == wanted)
    assert not palette.overlay.is_open()
    settle(working, qtbot)


def test_what_has_a_screen_of_its_own_opens_beside_on_it(
    palette: Palette, working: Window, mine: Services, acme_here: AccountId, qtbot: QtBot
) -> None:
    dana = searching.find(mine, "dana", kinds=(HitKind.CONTACT,))[0].id
    agreed = references.agree(mine, ContactId(dana), scope=(Use.CALL,), approved_by=mine.me)
    references.request(mine, acme_here, use=Use.CALL, requester="Tom Okafor", deal="Globex")
    table = events.add(mine, title="Round table", kind=EventKind.FOCUS_GROUP, on=mine.today())
    themes.note(mine, EventId(table.created[0]), "Sleepless at night")
    reach = reach_outs.add(mine, title="Prices fall", because="They pay less.")
    for scrap, title, group, screen, made in (
        ("round tab", "Round table", "Events", ScreenName.EVENTS, table),
        ("globex", "Dana Reed", "References", ScreenName.REFERENCES, agreed),
        ("prices fall", "Prices fall", "Reach-outs", ScreenName.REACH_OUTS, reach),
        ("sleepless", "Sleepless at night", "Notes and promises", ScreenName.EVENTS, table),
    ):
        press(working, Key.Key_K, CONTROL)
        palette.input.clear()
        typed(palette, scrap, qtbot)
        qtbot.waitUntil(lambda wanted=title: titles(palette)[:1] == [wanted])  # type: ignore[misc]
        assert palette.model.records[0].group == group
        press(working, Key.Key_Return)
        here = ToScreen(screen, None, made.created[0])
        qtbot.waitUntil(lambda wanted=here: working.main.navigator.here == wanted)  # type: ignore[misc]
        shown = working.main.navigator.current()
        assert isinstance(shown, BesideScreen)
        qtbot.waitUntil(lambda at=shown, to=here: at.opened == to.record_id)  # type: ignore[misc]
        settle(working, qtbot)


def test_ctrl_enter_opens_the_brief(
    palette: Palette, working: Window, acme_here: AccountId, qtbot: QtBot
) -> None:
    typed(palette, "acme", qtbot)
    qtbot.waitUntil(lambda: "Acme Ocean" in titles(palette))
    press(working, Key.Key_Return, CONTROL)
    assert working.main.navigator.here == ToBrief(acme_here)
    settle(working, qtbot)


def test_a_greater_than_sign_offers_actions_only(
    palette: Palette, working: Window, qtbot: QtBot
) -> None:
    write(palette, ">cov")
    qtbot.waitUntil(lambda: titles(palette) == ["Coverage"])
    press(working, Key.Key_Return)
    assert working.main.navigator.here == ToScreen(ScreenName.COVERAGE)
    settle(working, qtbot)


def test_an_at_sign_offers_people_only(palette: Palette, qtbot: QtBot) -> None:
    typed(palette, "@a", qtbot)
    qtbot.waitUntil(lambda: set(titles(palette)) <= {"Dana Reed", "Mia Andersson", "Grace Moreau"})


def test_one_of_us_opens_on_what_they_own(
    palette: Palette, working: Window, mine: Services, acme_here: AccountId, qtbot: QtBot
) -> None:
    mia = members.listed(mine)[-1]
    assert mia.name == "Mia Andersson"
    sponsorships.set_sponsor(mine, [acme_here], mia.id)
    typed(palette, "mia", qtbot)
    qtbot.waitUntil(lambda: titles(palette)[:1] == ["Mia Andersson"])
    press(working, Key.Key_Return)
    coverage = working.main.navigator.current()
    assert isinstance(coverage, CoverageScreen)
    qtbot.waitUntil(lambda: peeked(coverage) == acme_here)
    qtbot.waitUntil(coverage.view.peek.list.hasFocus)


def test_esc_closes_and_gives_the_keyboard_back(
    acme_here: AccountId, working: Window, qtbot: QtBot
) -> None:
    working.main.rail.log.setFocus()
    press(working, Key.Key_K, CONTROL)
    press(working, Key.Key_Escape)
    assert QApplication.focusWidget() is working.main.rail.log


def test_arrows_walk_the_finds_while_the_keyboard_stays_in_the_field(
    palette: Palette, qtbot: QtBot
) -> None:
    first = palette.list.current_record()
    press(palette, Key.Key_Down)
    assert palette.input.hasFocus()
    assert palette.list.current_record() != first


def test_where_we_were_is_offered_first_the_next_time(
    palette: Palette, working: Window, qtbot: QtBot
) -> None:
    typed(palette, "acme", qtbot)
    qtbot.waitUntil(lambda: "Acme Ocean" in titles(palette))
    press(working, Key.Key_Return)
    settle(working, qtbot)
    press(working, Key.Key_K, CONTROL)
    assert titles(palette)[0] == "Acme Ocean"


def test_a_late_answer_to_an_older_question_is_not_shown(palette: Palette, qtbot: QtBot) -> None:
    for letter in "telemetry":
        write(palette, letter)
    palette.input.setText("mia")
    qtbot.waitUntil(lambda: titles(palette)[:1] == ["Mia Andersson"])
    done: list[object] = []
    palette._desk.operations.query(palette, lambda _app: None, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert titles(palette)[:1] == ["Mia Andersson"]


def test_the_list_behaves_as_qt_expects_and_has_names(
    palette: Palette, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(palette.model, force_py=True)
    assert [part for part in reachable(palette) if not part.accessibleName()] == []
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken: Callable[[int], object] = lambda row: palette.model.data(palette.model.index(row), role)  # noqa: E731
    assert all(spoken(row) for row in range(palette.model.rowCount()))


def test_where_somebody_went_lately_comes_first_also_after_a_restart(
    palette: Palette, working: Window, acme_here: AccountId, opened: Opened, qtbot: QtBot
) -> None:
    typed(palette, "dana", qtbot)
    qtbot.waitUntil(lambda: titles(palette)[:1] == ["Dana Reed"])
    press(working, Key.Key_Return)
    settle(working, qtbot)
    press(working, Key.Key_K, CONTROL)
    press(working, Key.Key_Backspace)
    qtbot.waitUntil(lambda: titles(palette)[:1] == ["Dana Reed"])
    working.close()
    again = opened()
    qtbot.waitUntil(lambda: again.main.navigator.current() is not None)
    settle(again, qtbot)
    press(again, Key.Key_K, CONTROL)
    new = again.floating.palette
    assert new is not None
    qtbot.waitUntil(lambda: titles(new)[:1] == ["Dana Reed"])


def test_an_action_is_found_with_a_slip_of_the_fingers(palette: Palette, qtbot: QtBot) -> None:
    write(palette, ">covreage")
    qtbot.waitUntil(lambda: titles(palette) == ["Coverage"])


def test_a_name_is_found_with_a_slip_of_the_fingers(palette: Palette, qtbot: QtBot) -> None:
    typed(palette, "amce ocaen", qtbot)
    qtbot.waitUntil(lambda: "Acme Ocean" in titles(palette))


def test_what_can_be_done_with_the_account_stands_among_the_actions(
    palette: Palette, working: Window, acme_here: AccountId, qtbot: QtBot
) -> None:
    typed(palette, "acme", qtbot)
    wanted = ["Open brief: Acme Ocean", "Log with Acme Ocean", "Issues of Acme Ocean"]
    qtbot.waitUntil(lambda: set(wanted) <= set(titles(palette)))
    palette.list.select(f"file-text:{acme_here}")
    press(working, Key.Key_Return)
    assert working.main.navigator.here == ToBrief(acme_here)
    settle(working, qtbot)
