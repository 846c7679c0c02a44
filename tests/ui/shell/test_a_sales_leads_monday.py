"""The sales lead's Monday twice, on two copies of one store: by keys in the window, and on the command line."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from sponsor_app.cli.run import run
from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.gaps import Gap
from sponsor_app.domain.leaf import leaf_text
from sponsor_app.services import demo, profiles, stores
from sponsor_app.services.demo import Size
from sponsor_app.services.profiles import Clocks, Me, Profile
from sponsor_app.system import clock as clock_of_the_wall
from sponsor_app.ui.coverage.screen import CoverageScreen
from sponsor_app.ui.places import ScreenName, ToScreen
from sponsor_app.ui.reviews.screen import ReviewScreen
from sponsor_app.ui.shell.window import Window
from tests.ui.shell.conftest import CONTROL, OPEN, Key, Opened, drop, press, settle, write

NEW = "Name,Tier,Industry\nZephyr Instruments,key,Machinery\nZenobia Foods,standard,Food\n"
NOTE = "They count on a call before Christmas"
OWNERSHIP = (
    "SELECT a.name, m.name, s.starts_on, s.ends_on, s.note FROM sponsorship s"
    " JOIN account a ON a.id = s.account_id JOIN member m ON m.id = s.member_id ORDER BY 1, 3, 2"
)
ENDINGS = (".xlsx", ".html")
REAL = Clocks(clock_of_the_wall.now, clock_of_the_wall.today)
Said = Callable[..., Any]


class Words(HTMLParser):
    """What a page says, read by somebody else's parser."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.feed(page.read_text("utf-8"))

    def handle_data(self, data: str) -> None:
        self.cells.append(" ".join(data.split()))


@pytest.fixture
def clocks() -> Clocks:
    """Both are there on the same day: the command line knows none but the real one."""
    return REAL


@pytest.fixture
def twin(profile: Profile, clocks: Clocks, tmp_path: Path) -> Profile:
    """The example team in the profile of the window, and a copy of it for the command line."""
    app = stores.create(profile, Me("Grace Moreau", function="engineering"), OPEN, clocks)
    demo.fill(app, Size(interactions=300), lambda _text: None)
    app.store.close()
    shutil.copytree(profile.root, tmp_path / "twin")
    return profiles.profile_at(str(tmp_path / "twin"))


@pytest.fixture
def crm(tmp_path: Path) -> Path:
    path = tmp_path / "crm.csv"
    path.write_text(NEW, encoding="utf-8")
    return path


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Said:
    """Run a verb on a profile, and read its document."""

    def said(profile: Profile, *words: str) -> Any:
        capsys.readouterr()
        assert run(["--profile", str(profile.root), *words, "--json"]) == 0, words
        return json.loads(capsys.readouterr().out)

    return said


def nameless(found: Any) -> Any:
    """A document without ids, which differ for what was made on each side, and without moments."""
    if isinstance(found, dict):
        return {name: nameless(one) for name, one in found.items() if not _is_id(name)}
    return [nameless(one) for one in found] if isinstance(found, list) else found


def _is_id(name: str) -> bool:
    return name == "id" or name.endswith("_id") or name in ("devices", "record")


class Hand:
    """What somebody does in the window; whatever is waited for, is waited for here."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot

    def press(self, *keys: Key) -> None:
        for key in keys:
            press(self.window, key)

    def until(self, there: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(there()), timeout=20_000)

    def bring_in(self, file: Path) -> None:
        drop(self.window, file)
        importing = self.window.floating.importing
        assert importing is not None
        self.until(lambda: not importing.progress.isVisible() and importing.take.hasFocus())
        self.press(Key.Key_Return)
        self.until(lambda: self.window.main.navigator.here == ToScreen(ScreenName.ACCOUNTS))

    def coverage(self) -> CoverageScreen:
        press(self.window, Key.Key_8, CONTROL)
        self.until(lambda: isinstance(self.window.main.navigator.current(), CoverageScreen))
        screen = self.window.main.navigator.current()
        assert isinstance(screen, CoverageScreen)
        self.until(lambda: screen._report is not None)
        settle(self.window, self.qtbot)
        return screen

    def unowned(self, screen: CoverageScreen) -> list[str]:
        screen.view.gaps.setFocus()
        screen.view.gaps.pick(Gap.NO_SPONSOR)
        self.press(Key.Key_Return)
        self.until(screen.view.peek.list.hasFocus)
        return [
            one.account for one in screen.view.peek.rows.records if isinstance(one, CoverageRow)
        ]

    def accept_two(self, screen: CoverageScreen) -> list[tuple[str, str]]:
        screen.view.board.grid.setFocus()
        self.press(Key.Key_S)
        panel = screen.suggesting
        assert panel is not None
        self.until(lambda: panel._plan is not None and panel.list.hasFocus())
        panel.none_button.setFocus()
        self.press(Key.Key_Space)
        panel.list.setFocus()
        self.press(Key.Key_Home, Key.Key_Space, Key.Key_Down, Key.Key_Space)
        chosen = [(one.row.account, one.member.name) for one in panel.chosen()]
        panel.accept_button.setFocus()
        self.press(Key.Key_Return)
        self.until(lambda: screen.offered is None)
        settle(self.window, self.qtbot)
        return chosen

    def hand_over(self, screen: CoverageScreen, account: str, to: str) -> None:
        screen.show_table(as_table=True)
        table, report = screen.view.table.table, screen._report
        assert report is not None
        table.select(next(row.account_id for row in report.rows if row.account == account))
        self.press(Key.Key_A)
        self.until(lambda: self.assigning() and self.assigning().overlay.is_open())
        picker = self.assigning()
        self.until(lambda: picker.options.rowCount() > 1)
        write(self.window, to)
        self.until(lambda: picker.options.rowCount() == 1)
        self.press(Key.Key_Return)
        self.until(lambda: picker.box is not None and picker.box.note.hasFocus())
        write(self.window, NOTE)
        self.press(Key.Key_Return)
        self.until(lambda: not picker.box.overlay.is_open())
        settle(self.window, self.qtbot)
        screen.show_table(as_table=False)

    def assigning(self) -> Any:
        return self.window.main.navigator.screen(ScreenName.ACCOUNTS.value)._assign

    def review(self, member: str) -> str:
        """The page of a one-to-one, asked for by the name of the sponsor."""
        self.press(Key.Key_R)
        self.until(lambda: isinstance(self.window.main.navigator.current(), ReviewScreen))
        screen = self.window.main.navigator.current()
        assert isinstance(screen, ReviewScreen)
        self.until(screen.view.text.hasFocus)
        self.press(Key.Key_O)
        self.until(lambda: screen._picker is not None and screen._picker.options.rowCount() > 1)
        write(self.window, member)
        self.press(Key.Key_Return)
        self.until(lambda: member in screen.accessibleName())
        assert screen._prepared is not None
        page = leaf_text(screen._prepared.page)
        self.press(Key.Key_Escape)
        return page

    def save(self, screen: CoverageScreen, *files: Path) -> None:
        for file in files:
            screen.export.ask(file.suffix[1:])
            dialog = screen.export.dialog
            assert isinstance(dialog, QFileDialog)
            dialog.fileSelected.emit(str(file))
            dialog.done(0)
            self.until(lambda: not screen.view.progress.isVisible())


def owned(profile: Profile) -> list[tuple[str, ...]]:
    """Who owned what from when to when, and what was said about it."""
    app = stores.open_profile(profile, OPEN, REAL)
    with app.store.read() as connection:
        found = [tuple(map(str, row)) for row in connection.exec_driver_sql(OWNERSHIP)]
    app.store.close()
    return found


def sheet(file: Path) -> dict[str, tuple[Any, ...]]:
    """The accounts of a workbook with their sponsor, lead, state and last touch."""
    head, *rows = CalamineWorkbook.from_path(file).get_sheet_by_name("Accounts").to_python()
    where = [head.index(name) for name in ("Sponsor", "Account Lead", "Coverage", "Last Touch")]
    return {str(row[0]): tuple(row[at] or None for at in where) for row in rows}


def agrees(document: Any, book: Path, page: Path) -> None:
    """The files say what the document says."""
    accounts = {
        one["account"]: (one["sponsor"], one["lead"], one["coverage"].replace("_", " "), _day(one))
        for one in document["rows"]
    }
    assert sheet(book) == accounts
    cells, totals = Words(page).cells, document["totals"]
    assert accounts.keys() <= set(cells)
    for state in ("covered", "due", "overdue", "never_met"):
        place = next(at for at, word in enumerate(cells) if word.endswith(state.replace("_", " ")))
        counted = " ".join(filter(None, cells[place - 4 : place + 1]))
        assert f"{totals[state]} of {totals['with_cadence']}" in counted


def _day(row: Any) -> date | None:
    return date.fromisoformat(row["last_touch"]) if row["last_touch"] else None


@pytest.fixture
def hand(twin: Profile, opened: Opened, qtbot: QtBot) -> Hand:
    """The window is open on the first copy."""
    window = opened()
    qtbot.waitUntil(lambda: window.main.navigator.current() is not None, timeout=20_000)
    return Hand(window, qtbot)


def test_the_window_and_the_command_line_end_with_the_same(
    hand: Hand, twin: Profile, crm: Path, say: Said, tmp_path: Path
) -> None:
    hand.bring_in(crm)
    assert [one["created"] for one in say(twin, "import", str(crm))] == [2]

    screen = hand.coverage()
    gap = say(twin, "coverage", "--gap", "no_sponsor")
    assert sorted(hand.unowned(screen)) == sorted(one["account"] for one in gap["accounts"])
    chosen = hand.accept_two(screen)
    proposed = say(twin, "sponsor", "suggest")["suggestions"]
    assert [(one["account"], one["member"]) for one in proposed[:2]] == chosen
    say(twin, "sponsor", "suggest", *(word for at, _who in chosen for word in ("--accept", at)))

    before = say(twin, "coverage")
    moved = next(one for one in before["rows"] if one["sponsor"] and one["next_planned"])
    to = before["members_without_account"][0]
    hand.hand_over(screen, moved["account"], to)
    over = say(twin, "sponsor", "hand-over", moved["account"], "--to", to, "--note", NOTE)
    assert (over["done"], over["visits"] > 0) == (True, True)

    page, written = hand.review(to), tmp_path / "review.txt"
    say(twin, "review", to, "--out", str(written))
    assert written.read_text("utf-8").strip() == page.strip()
    hand.save(hand.coverage(), *(tmp_path / f"window{ending}" for ending in ENDINGS))
    hand.window.close()
    hand.window.desk.operations.shutdown()
    _both_are_alike(Profile(tmp_path / "profile"), twin, say, tmp_path)


def _both_are_alike(profile: Profile, twin: Profile, say: Said, folder: Path) -> None:
    document = say(twin, "coverage")
    for ending in ENDINGS:
        say(twin, "coverage", "--out", str(folder / f"line{ending}"))
    assert nameless(say(profile, "coverage")) == nameless(document)
    assert owned(profile) == owned(twin)
    for name in ("window", "line"):
        agrees(document, *(folder / f"{name}{ending}" for ending in ENDINGS))
