"""Every event: who comes, who came, what they said, and who has not been told what we did."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from sponsor_app.domain.changes import Changes, Topic
from sponsor_app.domain.errors import InvalidError, NotFoundError
from sponsor_app.domain.event import Event, EventKind, EventPage
from sponsor_app.domain.ids import EventId
from sponsor_app.domain.sentence.due import parse_due
from sponsor_app.services import Services, events
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.events.forms import EventForm
from sponsor_app.ui.events.side import EventSide
from sponsor_app.ui.events.words import FILTERS, face_of, filter_word, fits, group_of, list_line
from sponsor_app.ui.panels.beside_screen import BesideScreen
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.letter_keys import bind_keys
from sponsor_app.ui.widgets.list_and_side import ListAndSide
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import ListRow, ListRowDelegate


@dataclass(frozen=True, slots=True)
class Found:
    """Every event as of a day."""

    today: date
    events: list[Event]


def read(app: Services) -> Found:
    """Every event, the ones ahead first, the next of them at the top."""
    today = app.today()
    found = events.listed(app)
    ahead = sorted((one for one in found if one.on >= today), key=lambda one: one.on)
    return Found(today, [*ahead, *(one for one in found if one.on < today)])


def read_one(app: Services, event_id: EventId) -> EventPage | None:
    """One event whole, or nothing when it is gone."""
    try:
        return events.page(app, event_id)
    except NotFoundError:
        return None


class EventsScreen(BesideScreen[Event]):
    """N adds one; I invites, T notes what they said; at the side Y N M answer, C came, X did not."""

    topics = frozenset(
        {Topic.ACCOUNT, Topic.CONTACT, Topic.COMMITMENT, Topic.EVENT, Topic.ISSUE, Topic.MEMBER}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._found: Found | None = None
        self.new_button = Button(tr("Add an event"), "plus", shortcut="N")
        self.side, self.form = EventSide(desk), EventForm(desk)
        rows = RecordList[Event](
            lambda one: one.id,
            lambda one: one.title,
            accessible=lambda one: f"{self._group(one)}: {self._face(one).sentence}",
            tip=lambda one: self._face(one).sentence,
            group=self._group,
        )
        view = ListAndSide[Event](
            tr("Events"),
            rows,
            ListRowDelegate(self._face),
            self.side,
            nothing=EmptyState(
                "calendar-days",
                tr("No event yet"),
                tr("Bring a few customers together and let them talk; note it in their words."),
                action=tr("Add an event"),
                action_icon="plus",
            ),
            chips=[(key, filter_word(key)) for key in FILTERS],
            keys=(
                ("Enter", tr("open")),
                ("Space", tr("look closer")),
                ("I", tr("invite")),
                ("T", tr("note what they said")),
            ),
            actions=(self.new_button,),
            form=self.form,
        )
        parts = (self.side, self.form, self.new_button)
        super().__init__(desk, tr("Events"), view, lambda one: one.id, parts, parent)
        self._listen()

    def refresh(self) -> None:
        """Ask for everything."""
        self.desk.operations.query(self, read, self._show)

    def show_beside(self, record: Event, *, enter: bool) -> None:
        """Ask for one event whole."""
        event_id = record.id

        def show(page: EventPage | None) -> None:
            if page is None or self.opened != event_id:
                return
            self.side.show_page(page)
            if enter:
                self.side.begin()

        self.desk.operations.query(self, lambda app: read_one(app, event_id), show)

    def add(self) -> None:
        """Add an event."""
        self.form.clear()
        self.form.begin()

    def _show(self, found: Found) -> None:
        self._found = found
        self.rearrange()

    def arrange(self) -> None:
        """Fill the rows from what was found."""
        found = self._found
        if found is None:
            return
        shown = [one for one in found.events if fits(one, self.view.chosen, found.today)]
        counts = {
            key: sum(fits(one, key, found.today) for one in found.events) for key in self.view.chips
        }
        line = list_line(found.events, found.today)
        self.view.show_rows(shown, line, counts, empty=not found.events)

    def _face(self, one: Event) -> ListRow:
        return face_of(one, self._found.today if self._found else None)

    def _group(self, one: Event) -> str:
        return group_of(one, self._found.today) if self._found else ""

    def _on_submitted(self) -> None:
        form = self.form
        title, said, kind = form.title.text(), form.day.text(), EventKind(form.kind.value)

        def add(app: Services) -> Changes:
            on = parse_due(said, app.today())
            if on is None:
                msg = "An event needs a day. Nothing was added."
                raise InvalidError(msg, "Write it as Fri, 3 Dec or 2026-11-10.")
            return events.add(app, title=title, kind=kind, on=on)

        self.do(add, self.made, form.refuse)

    def _invite(self) -> None:
        self._beside(self.side.start_inviting)

    def _note(self) -> None:
        self._beside(self.side.start_theme)

    def _beside(self, start: Callable[[], None]) -> None:
        one = self.current()
        if one is None:
            return
        event_id = one.id
        self.opened = event_id
        self.view.show_side(shown=True)

        def show(page: EventPage | None) -> None:
            if page is not None:
                self.side.show_page(page)
                start()

        self.desk.operations.query(self, lambda app: read_one(app, event_id), show)

    def _listen(self) -> None:
        self.form.submitted.connect(self._on_submitted)
        bind_keys(self, {"N": self.add, "I": self._invite, "T": self._note})
