"""Days that matter to a person, and when this laptop speaks up before each; Enter on one chooses that."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.ids import ContactId
from sponsor_app.domain.important_dates import ImportantDate
from sponsor_app.domain.moments import Remind
from sponsor_app.domain.wording import near_day, short_day
from sponsor_app.services import important_dates, knowledge
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.due_field import DueField
from sponsor_app.ui.panels.remind_button import WORDS
from sponsor_app.ui.widgets.boxes import Column, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.field import LineEdit
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.menu import Entry, open_menu
from sponsor_app.ui.widgets.panel import Panel
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import CompactRowDelegate, ListRow
from sponsor_app.ui.widgets.section import Section

SOON = 30


class DateForm(Panel):
    """What day it is, and when."""

    def __init__(self, desk: Desk) -> None:
        self.what = LineEdit(tr("Which day"), tr("Which day? Wedding, 20 years there"))
        self.day = DueField(desk)
        self.keep = Button(tr("Keep"), "check", "quiet")
        super().__init__(tr("A day that matters"), self.what, self.day, self.keep)


class DatesPart(Section):
    """The dates of whoever is shown."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._contact: ContactId | None = None
        self._today = date.min
        self.model = RecordList[ImportantDate](
            lambda one: one.id,
            lambda one: one.text,
            sentence=lambda one: self._face(one).sentence,
        )
        self.list = ListView(
            tr("Days that matter"),
            self.model,
            CompactRowDelegate[ImportantDate](self._face),
            ground="surface",
        )
        self.model.setParent(self.list)
        self.form = DateForm(desk)
        super().__init__(
            tr("Days that matter"), Column(self.list, inset(self.form)), action=tr("Add")
        )
        self.form.hide()
        self.acted.connect(self.add)
        self.list.opened.connect(self._ask_reminder)
        self.form.keep.clicked.connect(self._keep)
        self.form.what.returnPressed.connect(self._keep)
        self.form.day.field.returnPressed.connect(self._keep)
        self.form.closed.connect(self.form.hide)

    def show_person(
        self, contact_id: ContactId, dates: Sequence[ImportantDate], today: date
    ) -> None:
        """Show somebody's days, the next first."""
        if contact_id != self._contact:
            self.form.hide()
        self._contact, self._today = contact_id, today
        found = sorted(dates, key=lambda one: (one.next_on(today) or date.max, one.id))
        self.model.show(found)
        self.list.setVisible(bool(found))
        self.set_count(str(len(found)) if found else "")

    def add(self) -> None:
        """Ask for a day."""
        self.form.forgive()
        self.form.what.clear()
        self.form.day.clear()
        self.form.begin(self.form.what)

    def _keep(self) -> None:
        contact_id, what, day = self._contact, self.form.what.text(), self.form.day.day
        if contact_id is None or day is None:
            self.form.day.field.setFocus()
            return
        self._desk.operations.command(
            lambda app: important_dates.add(app, contact_id, what, day),
            self,
            then=lambda _changes: self.form.hide(),
            refused=self.form.refuse,
        )

    def _ask_reminder(self, one: ImportantDate) -> None:
        entries: list[Entry | None] = [
            Entry(tr(words), partial(self._remind, one, how), checked=how is one.remind)
            for how, words in WORDS.items()
            if how is not Remind.HOUR
        ]
        never = Entry(tr("Not at all"), partial(self._remind, one, None), checked=not one.remind)
        entries += [None, never]
        if not one.is_birthday:
            entries += [None, Entry(tr("Remove this day"), partial(self._remove, one), "x")]
        open_menu(self.list, entries)

    def _remind(self, one: ImportantDate, how: Remind | None) -> None:
        when = tr(WORDS[how]).lower() if how else tr("not at all")
        said = tr("You will be reminded: {when}").format(when=when)
        back, again = (partial(self._keep_reminder, one.id, each) for each in (one.remind, how))
        self._keep_reminder(one.id, how, lambda _changes: self._desk.tell(said, back, again))

    def _keep_reminder(
        self, date_id: str, how: Remind | None, then: Callable[[Changes], None] | None = None
    ) -> None:
        self._desk.operations.command(
            lambda app: important_dates.remind(app, date_id, how), self, then=then
        )

    def _remove(self, one: ImportantDate) -> None:
        self._desk.operations.command(lambda app: knowledge.delete_fact(app, one.id), self)

    def _face(self, one: ImportantDate) -> ListRow:
        coming = one.next_on(self._today)
        if coming is None:
            day = short_day(one.on, self._today)
        elif (coming - self._today).days <= SOON:
            day = near_day(coming, self._today)
        else:
            day = short_day(coming, self._today)
        remind = tr(WORDS[one.remind]).lower() if one.remind else tr("no reminder")
        return ListRow(tr(one.text) if one.is_birthday else one.text, remind, day)
