"""Who has probably heard of an issue, the surest first, and who of them was called."""

from datetime import date

from sponsor_app.domain.brief.phrasing import last_name
from sponsor_app.domain.radius import Heard
from sponsor_app.domain.wording import short_day
from sponsor_app.ui.widgets.boxes import Column, inset
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import CompactRowDelegate, ListRow
from sponsor_app.ui.widgets.section import Section


class HeardList(Section):
    """The call list, the surest first: Enter on a person opens them, C logs a call to them."""

    def __init__(self) -> None:
        self._today = date.min
        self.model = RecordList[Heard](
            lambda one: one.contact_id,
            lambda one: one.name,
            accessible=lambda one: self._face(one).sentence,
            tip=lambda one: self._face(one).sentence,
        )
        self.list = ListView(
            tr("Who has probably heard"),
            self.model,
            CompactRowDelegate[Heard](self._face),
            ground="surface",
        )
        self.model.setParent(self.list)
        self._none = Label(tr("Nobody of theirs is on file."), "body", "text3", wrap=True)
        super().__init__(tr("Probably heard"), Column(self.list, inset(self._none)))

    def show_heard(self, heard: tuple[Heard, ...], called: int, today: date) -> None:
        """Show who has heard by now."""
        self._today = today
        self.model.show(heard)
        self.list.setVisible(bool(heard))
        self._none.setVisible(not heard)
        words = tr("{called} of {heard} called").format(called=called, heard=len(heard))
        self.set_count(words if heard else "")

    def _face(self, one: Heard) -> ListRow:
        because = tr(", ").join(tr(why) for why in one.because)
        if one.said:
            because = f"“{one.said}” · {because}"
        called = one.called_on
        verdict = ""
        if called:
            words = tr("called {day}, {name}") if one.called_by else tr("called {day}")
            day = short_day(called, self._today)
            verdict = words.format(day=day, name=last_name(one.called_by or ""))
        return ListRow(
            one.name,
            because,
            verdict or tr(one.likelihood),
            "check" if called else "megaphone",
            "text3",
        )
