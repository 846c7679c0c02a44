"""Every screen in a language nobody speaks: whatever is still English was not put behind a translation."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from sponsor_app.domain.language import speak
from sponsor_app.services import Services, profiles, today
from sponsor_app.services.profiles import Clocks
from sponsor_app.store.models import SYNCED
from sponsor_app.ui.places import ScreenName, ToAccount, ToBrief, ToScreen
from sponsor_app.ui.shell.application import build
from sponsor_app.ui.shell.window import Window
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.pill import Pill
from tests.language.pseudo import Pseudo
from tests.ui.language.painted_texts import painted_texts

CLOCKS = Clocks(lambda: datetime(2026, 11, 18, 8, 48, tzinfo=UTC), lambda: date(2026, 11, 18))
LINE = "Coffee with Signe at Tellvik in Gävle yesterday, she is worried; promised a list by Friday"
HEADS = ("heading", "title", "label", "strong")
FLOATING = ("palette", "logline", "shortcuts", "settings")
REACHES_ON = "account"
"""Its row of people goes on below its right column, where its view cuts it off."""
NAMES = ("name", "title", "city", "country", "region", "industry", "email", "website")
KEYS = re.compile(r"\b(Ctrl|Alt|Shift|Enter|Esc|Tab|Space|Backspace|Home|End|Del|PDF)\b")
OWN_NAMES = {"english", "deutsch", "français", "العربية", "sek", "eur", "usd"}
ENGLISH = re.compile(r"[a-z]")
WORD = re.compile(r"[^\W\d_]+")


class Customers:
    """What people wrote: whole texts, runs of words out of them, and the words of names."""

    def __init__(self, texts: set[str], names: set[str]) -> None:
        self._whole = {text.casefold() for text in texts}
        self._all = "\n".join(" ".join(text.split()) for text in [*texts, LINE]).casefold()
        self._names = {word.casefold() for name in (*names, LINE) for word in WORD.findall(name)}

    def wrote(self, piece: str) -> bool:
        """Whether a piece of a painted line is theirs; the last word may have been cut."""
        least = 3 if piece.endswith("…") else 6
        piece = re.sub(r"^[\d\W_]+|[\W_]+$", "", piece).casefold()
        words = WORD.findall(piece)
        if not ENGLISH.search(piece) or len(piece) < 3 or piece in self._whole | OWN_NAMES:
            return True
        if piece in self._all and (" " in piece or len(piece) > least):
            return True
        known = all(word in self._names or len(word) < 3 for word in words[:-1])
        return known and any(name.startswith(words[-1]) for name in self._names)


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """The example team in a small window that speaks the language."""
    theme.install(qapp, Path(__file__).parents[3] / "resources")
    theme.set_less_motion(True)
    speak(Pseudo())
    made = build(profiles.profile_at(str(tmp_path_factory.mktemp("pseudo"))), CLOCKS, example=True)
    opened: list[object] = []
    made.desk.operations.opened.connect(opened.append)
    made.resize(1280, 720)
    made.show()
    _until(opened)
    yield made
    made.close()
    speak(None)


@pytest.fixture(scope="module")
def customers(window: Window) -> Customers:
    return Customers(*_answer(window, _written))


@pytest.fixture(scope="module")
def here(window: Window) -> Any:
    return _answer(window, lambda app: today.page(app).visits[0].plan.account_id)


PLACES: dict[str, Callable[[Window, Any], object]] = {
    **{one.value: lambda window, _here, one=one: window.go(ToScreen(one)) for one in ScreenName},
    "account": lambda window, here: window.go(ToAccount(here)),
    "brief": lambda window, here: window.go(ToBrief(here)),
    "palette": lambda window, _here: window.floating.find("tel"),
    "logline": lambda window, _here: window.floating.log(LINE),
    "shortcuts": lambda window, _here: window.show_shortcuts(),
    "settings": lambda window, _here: window.show_settings(),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_screen_says_nothing_that_was_not_translated_and_cuts_nothing_it_must_say(
    window: Window, customers: Customers, here: Any, place: str
) -> None:
    PLACES[place](window, here)
    _settle(window)
    texts = painted_texts(window)
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
    assert [one.words for one in texts if not _is_translated(one.words, customers)] == []
    if place not in (*FLOATING, REACHES_ON):
        over = [(a.words, b.words) for a in texts for b in texts if a is not b and a.meets(b)]
        assert over == []
    assert [part.text() for part in window.findChildren(Label) if _is_cut(part)] == []
    narrow = [part for kind in (Button, Pill) for part in window.findChildren(kind)]
    assert [
        part.accessibleName()
        for part in narrow
        if part.isVisible() and part.width() < part.sizeHint().width()
    ] == []


def _is_cut(label: Label) -> bool:
    """Headings and what may never be cut; what people wrote, and what explains, may be elided."""
    fixed = label.text().startswith("[") and label.text().count("[") == label.text().count("]")
    return fixed and label.isVisible() and label._role in HEADS and label.is_cut()


def _is_translated(words: str, customers: Customers) -> bool:
    left = words
    while (without := re.sub(r"\[[^\[\]]*\]", " ", left)) != left:
        left = without
    # The rest of a text of ours that was cut or broken has no bracket any more, but its letters.
    left = re.sub(r"\S*[\u0100-\u1fff]\S*", " ", left.replace("[", " ").replace("]", " "))
    left = re.sub(r"\S*é{2,}\S*", " ", left)
    pieces = re.split(r" · |; |: |, |\. |  +", KEYS.sub(" ", left))
    return all(customers.wrote(piece) for piece in pieces)


def _written(app: Services) -> tuple[set[str], set[str]]:
    texts: set[str] = set()
    names: set[str] = set()
    with app.store.read() as connection:
        for table in SYNCED.values():
            for row in connection.execute(select(table)).mappings():
                texts |= {value for value in row.values() if isinstance(value, str)}
                if table.name in ("member", "contact", "account"):
                    names |= {str(row[name]) for name in NAMES if row.get(name)}
    return texts, names


def _settle(window: Window) -> None:
    for _round in range(3):
        _answer(window, lambda _app: None)
        QApplication.processEvents()


def _answer(window: Window, ask: Callable[[Services], Any]) -> Any:
    answered: list[Any] = []
    window.desk.operations.query(window, ask, answered.append)
    _until(answered)
    return answered[0]


def _until(answered: list[Any]) -> None:
    patience = QDeadlineTimer(60_000)
    while not answered:
        assert not patience.hasExpired()
        QApplication.processEvents()
