"""A language is chosen in Settings, kept on this laptop, and spoken from the next start; what is stored stays English."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sponsor_app.domain.errors import InvalidError, SponsorError
from sponsor_app.domain.language import speak as spoken
from sponsor_app.services import Services, accounts, languages, lookup
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.settings.language_part import LanguagePart
from sponsor_app.ui.shell.look import Look
from sponsor_app.ui.shell.speech import language_of, speak
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.language import tr, understood
from tests.ui.conftest import Show


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    yield
    spoken(None)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    for one in qapp.findChildren(QTranslator):
        qapp.removeTranslator(one)


def test_each_language_is_offered_by_its_own_name_and_kept(show: Show, tmp_path: Path) -> None:
    look = Look(tmp_path)
    part = LanguagePart(look.language())
    part.language_chosen.connect(look.choose_language)
    show(part)
    offered = {chip.text(): chip for chip in part.findChildren(Chip)}
    assert list(offered) == ["As the system", *languages.NAMES.values()]
    assert offered["As the system"].isChecked()
    offered["Deutsch"].click()
    assert Look(tmp_path).language() == "de"


def test_the_next_start_speaks_it(qapp: QApplication) -> None:
    speak(qapp, "de")
    assert (tr("Accounts"), tr("People")) == ("Accounts", "Personen")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_arabic_turns_the_window_round(qapp: QApplication) -> None:
    speak(qapp, "ar")
    assert QWidget().layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_without_a_choice_the_systems_language_is_spoken_where_it_is_known() -> None:
    assert language_of("system") in languages.NAMES
    assert language_of("fr") == "fr"
    assert language_of("xx") == language_of("system")


def test_a_refusal_is_understood_in_the_window(desk: Desk, qtbot: QtBot) -> None:
    languages.use("de")
    refused: list[SponsorError] = []
    desk.operations.failed.connect(refused.append)
    with qtbot.waitSignal(desk.operations.failed):
        desk.operations.query(desk, _refuse, lambda _nothing: None)
    assert refused[0].message == understood("This name is empty. Nothing was changed.")
    assert "Nothing" not in refused[0].message


def test_a_step_is_stored_in_english_whoever_takes_it(app: Services) -> None:
    languages.use("de")
    changes = accounts.add(app, fields={"name": "Sörensen & Söhne"})
    assert changes.title == "Added Sörensen & Söhne"
    assert understood(changes.title) != changes.title
    assert lookup.account_id(app, "Sörensen & Söhne")


def _refuse(_app: Services) -> None:
    msg = "This name is empty. Nothing was changed."
    raise InvalidError(msg)
