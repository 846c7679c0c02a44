"""Calendars in Settings: which are watched, how each was when it was last read, one more, one fewer."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QFileDialog, QWidget

from sponsor_app import services
from sponsor_app.services import Services
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.settings.calendar_server import (
    CalendarServerForm,
    Connect,
    connect_calendars,
)
from sponsor_app.ui.settings.calendar_watch import CalendarWatch
from sponsor_app.ui.widgets.boxes import Column, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import ListRow, ListRowDelegate
from sponsor_app.ui.widgets.section import Section

if TYPE_CHECKING:
    from sponsor_app.services.calendars import Forgotten, Refreshed, Watched

T = TypeVar("T")
FILES = "*.ics *.ical *.vcs"


class CalendarsPart(Section):
    """Enter reads them all now. What is forgotten leaves its meetings here."""

    def __init__(self, desk: Desk, host: QWidget, connect: Connect = connect_calendars) -> None:
        self._desk, self._host = desk, host
        self.model = RecordList["Watched"](
            lambda one: (one.path, one.user), _name, accessible=lambda one: _face(one).sentence
        )
        self.list = ListView(
            tr("Watched calendars"), self.model, ListRowDelegate["Watched"](_face), ground="surface"
        )
        self.none = Label(
            tr(
                "None yet. Meetings of a calendar file that another program keeps, or of a server, come in by themselves."
            ),
            "body",
            "text3",
            wrap=True,
        )
        self.file = Button(tr("Watch a file …"), "file-text")
        self.folder = Button(tr("Watch a folder …"), "layout-grid")
        self.server = Button(tr("Connect a server …"), "network")
        self.now = Button(tr("Read now"), "refresh-cw", "quiet")
        self.gone = Button(tr("Forget"), "x", "quiet")
        self.form = CalendarServerForm(desk, connect)
        buttons = holding(Flow(self.file, self.folder, self.server, self.now, self.gone))
        body = Column(self.list, inset(self.none), 10, inset(buttons), 10, inset(self.form))
        super().__init__(tr("Calendars"), body)
        self.watch = CalendarWatch(desk, self, asked=True)
        self.model.setParent(self.list)
        self.form.hide()
        self.list.hide()
        self._listen()

    def ask(self) -> None:
        """Ask what is watched."""
        self._desk.operations.query(self, _watched, self._show_watched)

    def _listen(self) -> None:
        self.file.clicked.connect(self._on_file)
        self.folder.clicked.connect(self._on_folder)
        self.server.clicked.connect(self.form.open)
        self.now.clicked.connect(self._on_now)
        self.gone.clicked.connect(self._on_gone)
        self.list.opened.connect(self._on_now)
        self.form.connected.connect(self._on_more)
        self.form.closed.connect(self.server.setFocus)
        self.watch.read.connect(self._on_read)
        self.watch.refused.connect(self._desk.operations.failed)

    def _show_watched(self, found: "tuple[Watched, ...]") -> None:
        self.model.show(found)
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)
        for button in (self.now, self.gone):
            button.setVisible(bool(found))

    def _on_file(self) -> None:
        kinds = tr("Calendars ({kinds})").format(kinds=FILES)
        name, _kind = QFileDialog.getOpenFileName(self._host, tr("Watch a file"), "", kinds)
        self.add(name)

    def _on_folder(self) -> None:
        self.add(QFileDialog.getExistingDirectory(self._host, tr("Watch a folder")))

    def add(self, name: str) -> None:
        """Watch a file or a folder from now on; nothing for no name."""
        if name:
            self._do(lambda app: services.calendars.watch(app, Path(name)), self._on_more)

    def _on_more(self, *_added: object) -> None:
        self.ask()
        self.watch.read_now()
        self.list.setFocus()

    def _on_now(self, *_pressed: object) -> None:
        self.watch.read_now()

    def _on_gone(self) -> None:
        one = self.list.current_record() or next(iter(self.model.records), None)
        if one is not None:
            said = tr("{calendar} is no longer watched").format(calendar=_name(one))
            self._forget(one.path, partial(self._tell, said, one.path))

    def _forget(self, path: str, then: Callable[["Forgotten"], None]) -> None:
        self._do(lambda app: services.calendars.forget(app, path), then)

    def _tell(self, said: str, path: str, gone: "Forgotten") -> None:
        self.ask()
        again = partial(self._forget, path, lambda _gone: self.ask())
        self._desk.tell(said, partial(self._watch_again, gone), again)

    def _watch_again(self, gone: "Forgotten") -> None:
        self._do(lambda app: services.calendars.watch_again(app, gone), lambda _none: self.ask())

    def _do(self, work: Callable[[Services], T], then: Callable[[T], None]) -> None:
        """Change what is watched; beside the worker, for a key store and a folder may take their time."""
        self._desk.operations.slow(self, lambda app, _tell, _cancel: work(app), then)

    def _on_read(self, _found: "Refreshed") -> None:
        self.ask()


def _watched(app: Services) -> "tuple[Watched, ...]":
    return services.calendars.watched(app)


def _name(one: "Watched") -> str:
    return one.name or Path(one.path).name


def _face(one: "Watched") -> ListRow:
    where = f"{one.user} · {one.path}" if one.user else str(Path(one.path).parent)
    if one.problem:
        return ListRow(_name(one), one.problem, tr("not read"), "circle-alert", "bad", "bad")
    verdict = tr("read {day}").format(day=one.read_on) if one.read_on else tr("not read yet")
    return ListRow(_name(one), where, verdict, "network" if one.user else "calendar-days")
