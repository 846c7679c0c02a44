"""What floats over the window: palette, log line, import, settings, shortcuts; each made when first asked for."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import ScreenName, ToScreen
from sponsor_app.ui.shell.actions import Action
from sponsor_app.ui.shell.look import Look
from sponsor_app.ui.widgets.overlay import Overlay

if TYPE_CHECKING:
    from sponsor_app.domain.ids import InteractionId
    from sponsor_app.ui.imports.importing import Importing
    from sponsor_app.ui.interactions.debriefing import Debriefing
    from sponsor_app.ui.interactions.log_line import LogLine
    from sponsor_app.ui.settings.panel import SettingsPanel
    from sponsor_app.ui.shell.finds import Find
    from sponsor_app.ui.shell.palette import Palette
    from sponsor_app.ui.shell.shortcut_sheet import ShortcutSheet


class Floating:
    """One of each, over `host`."""

    def __init__(
        self, desk: Desk, host: QWidget, actions: Sequence[Action], look: Look, *, example: bool
    ) -> None:
        self._desk, self._host, self._actions, self._look = desk, host, actions, look
        self._example, self._draft = example, ""
        self.palette: Palette | None = None
        self.log_line: LogLine | None = None
        self.debriefing: Debriefing | None = None
        self.importing: Importing | None = None
        self.panel: SettingsPanel | None = None
        self.sheet: ShortcutSheet | None = None

    def forget(self) -> None:
        """Take away what shows anything of anybody; a line that was begun is kept for the next time."""
        if self.log_line is not None:
            self._draft = self.log_line.input.text()
        parts = (self.palette, self.log_line, self.debriefing, self.importing)
        for part in (*parts, self.panel, self.sheet):
            overlay = getattr(part, "overlay", None)
            if isinstance(overlay, Overlay):
                overlay.dismiss()
                overlay.hide()
                overlay.setParent(None)
                overlay.deleteLater()
        self.palette = self.log_line = self.debriefing = None
        self.importing = self.panel = self.sheet = None

    def find(self, text: str = "") -> None:
        """Open the palette."""
        self.make_palette().open(text)

    def make_palette(self) -> "Palette":
        """The palette, made now if it never was."""
        if self.palette is None:
            from sponsor_app.ui.shell.palette import Palette

            self.palette = Palette(self._desk, self._actions, self._host)
            self.palette.picked.connect(self._on_picked)
        return self.palette

    def log(self, text: str = "") -> None:
        """Open the log line."""
        draft, self._draft = self._draft, ""
        self.make_log_line().open(text or draft)

    def make_log_line(self) -> "LogLine":
        """The log line, made now if it never was."""
        if self.log_line is None:
            from sponsor_app.ui.interactions.log_line import LogLine

            self.log_line = LogLine(self._desk, self._host)
        return self.log_line

    def debrief(self, plan_id: "InteractionId | None" = None) -> None:
        """Ask what became of a visit."""
        if self.debriefing is None:
            from sponsor_app.ui.interactions.debriefing import Debriefing

            self.debriefing = Debriefing(self._desk, self._host)
        self.debriefing.open(plan_id)

    def bring_in(self, *paths: Path) -> None:
        """Import files one after the other, or ask which."""
        if self.importing is None:
            from sponsor_app.ui.imports.importing import Importing

            self.importing = Importing(self._desk, self._host)
            self.importing.done.connect(self._on_imported)
        if paths:
            self.importing.start(*paths)
        else:
            self.importing.choose()

    def settings(self) -> None:
        """Open the settings."""
        if self.panel is None:
            from sponsor_app.ui.settings.panel import SettingsPanel

            self.panel = SettingsPanel(
                self._desk, self._host, language=self._look.language(), example=self._example
            )
            self.panel.theme_chosen.connect(self._look.choose)
            self.panel.zoomed.connect(self._look.zoom_by)
            self.panel.language_chosen.connect(self._look.choose_language)
        self.panel.open(self._look.theme())

    def shortcuts(self) -> None:
        """Open the sheet of shortcuts."""
        if self.sheet is None:
            from sponsor_app.ui.shell.shortcut_sheet import ShortcutSheet

            self.sheet = ShortcutSheet(self._actions, self._host)
        self.sheet.open()

    def _on_imported(self, _report: object) -> None:
        self._desk.go(ToScreen(ScreenName.ACCOUNTS))

    def _on_picked(self, find: "Find") -> None:
        if find.place is not None:
            self._desk.go(find.place)
        elif find.action is not None:
            find.action.trigger()
