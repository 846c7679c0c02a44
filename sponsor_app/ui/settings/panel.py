"""Settings: who I am, how it looks and speaks here, watched calendars, what protects the store, a backup, data out, and the team's rules."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.people import Member
from sponsor_app.services import Services, backups, calm, languages, members, profiles, rules
from sponsor_app.services.backups import Backup
from sponsor_app.services.calm import Calm
from sponsor_app.services.rules import RuleRow
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.operations import Cancel, Progress
from sponsor_app.ui.settings.calendars_part import CalendarsPart
from sponsor_app.ui.settings.calm_part import CalmPart
from sponsor_app.ui.settings.language_part import LanguagePart
from sponsor_app.ui.settings.look_part import LookPart
from sponsor_app.ui.settings.out_part import OutPart
from sponsor_app.ui.settings.rule_words import rule_words
from sponsor_app.ui.widgets.boxes import Column, Row, fix
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.field import Field, LineEdit
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.overlay import Overlay
from sponsor_app.ui.widgets.page import Page
from sponsor_app.ui.widgets.section import Section

WIDTH, HEIGHT, NUMBER = 620, 560, 72


class SettingsPanel(QWidget):
    """`theme_chosen` carries light, dark, contrast or system; `zoomed` carries steps, 0 for 100 %.

    `language_chosen` carries a code, or system.
    """

    theme_chosen = Signal(str)
    zoomed = Signal(int)
    language_chosen = Signal(str)

    def __init__(
        self, desk: Desk, host: QWidget, *, language: str = languages.SYSTEM, example: bool = False
    ) -> None:
        super().__init__(host)
        self._desk, self._host, self._example = desk, host, example
        self.name = LineEdit(tr("Your name"), height=32)
        self._name_field = Field(self.name, tr("Your name, as the team sees it"))
        self._protection = Label("", "body", "text2", wrap=True)
        self._rules: dict[str, LineEdit] = {}
        self._rule_rows = Column(gap=6)
        self.name.editingFinished.connect(self._on_name)
        self.calm = CalmPart(desk)
        self.look = LookPart()
        self.look.theme_chosen.connect(self.theme_chosen)
        self.look.zoomed.connect(self.zoomed)
        self.language = LanguagePart(language)
        self.language.language_chosen.connect(self.language_chosen)
        self.calendars = CalendarsPart(desk, host)
        self.out = OutPart(desk, host)
        page = self._page()
        close = Button("", "x", "quiet", name=tr("Close"))
        head = Row(Label(tr("Settings"), "heading"), None, close, margins=(24, 14, 14, 6))
        self.setLayout(Column(head, page))
        self.overlay = Overlay(host, self, name=tr("Settings"), width=WIDTH)
        close.clicked.connect(self.overlay.dismiss)

    def _page(self) -> Page:
        """The parts below each other."""
        page = Page(tr("Settings"))
        page.sheet.column.set_margins(16, 8, 16, 16)
        ours = (self.look, self.language, self.calm, self.calendars, self._safety(), self.out)
        for part in (self._me(), *ours):
            page.add(part, 20)
        page.add(self._team(), None)
        return fix(page, height=HEIGHT)

    def open(self, worn: str = languages.SYSTEM) -> None:
        """Ask what is set, then float; `worn` is the theme that was chosen, or system."""
        self.look.choice.choose(worn)
        self.overlay.open(self.name)
        self._desk.operations.query(self, _known, self._show)
        self.calendars.ask()

    def _me(self) -> Section:
        return Section(tr("You"), self._name_field, steps_out=False)

    def _safety(self) -> Section:
        keep = Button(tr("Back up now"), "download")
        keep.clicked.connect(self._on_backup)
        body = Column(self._protection, 10, Row(keep, None))
        return Section(tr("Safety"), body, steps_out=False)

    def _team(self) -> Section:
        hint = Label(
            tr("These numbers hold for the whole team. Days, unless it says accounts."),
            "meta",
            "text3",
            wrap=True,
        )
        return Section(tr("Rules of the team"), Column(hint, 8, self._rule_rows), steps_out=False)

    def _show(self, known: "tuple[Member, str, Sequence[RuleRow], Calm]") -> None:
        me, protection, rows, chosen = known
        self.calm.show_calm(chosen, "" if self._example else protection)
        self.name.setText(me.name)
        self._protection.set_text(_protection_words(protection, example=self._example))
        for row in rows:
            editor = self._rules.get(row.key) or self._add_rule(row)
            editor.setText(str(row.value))

    def _add_rule(self, row: RuleRow) -> LineEdit:
        words = rule_words(row.key)
        editor = fix(LineEdit(words, height=28), width=NUMBER)
        editor.editingFinished.connect(partial(self._on_rule, row.key))
        usual = tr("usually {number}").format(number=row.default)
        self._rule_rows.add(
            Row((Label(words, flexible=True), 1), editor, Label(usual, "meta", "text3", whole=True))
        )
        self._rules[row.key] = editor
        return editor

    def _on_name(self) -> None:
        text = self.name.text()
        if text.strip():
            self._desk.operations.command(
                lambda app: members.rename_me(app, text), self, refused=self._on_refused_name
            )

    def _on_refused_name(self, error: SponsorError) -> None:
        self._name_field.set_error(error.message)

    def _on_rule(self, key: str) -> None:
        text = self._rules[key].text()
        self._desk.operations.command(lambda app: rules.change(app, key, text), self)

    def _on_backup(self) -> None:
        chosen, _filter = QFileDialog.getSaveFileName(
            self._host, tr("Back up now"), f"sponsor{backups.SUFFIX}", f"*{backups.SUFFIX}"
        )
        if not chosen:
            return

        def work(app: Services, _tell: Progress, _cancel: Cancel) -> Backup:
            return backups.make(app, Path(chosen), replace=True)

        self._desk.operations.slow(self, work, self._on_backed_up)

    def _on_backed_up(self, made: Backup) -> None:
        self._desk.say(tr("Backed up to {file}, and read back.").format(file=made.path.name))


def _known(app: Services) -> tuple[Member, str, list[RuleRow], Calm]:
    words = profiles.protection_words(app)
    return members.mine(app), words, rules.listed(app), calm.read(app)


def _protection_words(protection: str, *, example: bool) -> str:
    if example:
        return tr("The example team is thrown away when the window closes.")
    return {
        "key store": tr("Encrypted. This computer’s key store opens it."),
        "passphrase": tr("Encrypted. Your passphrase opens it; without it nobody can."),
        "nothing": tr("Not protected: whoever has this laptop can read it."),
    }.get(protection, tr("Encrypted, and not protected yet: choose before you close the window."))
