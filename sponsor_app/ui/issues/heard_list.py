"""Who has probably heard of an issue, the surest first, and who of them was called."""

from datetime import date

from sponsor_app.domain.radius import Heard
from sponsor_app.domain.wording import capital, short_day
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
            sentence=lambda one: self._face(one).sentence,
        )
        self.list = ListView(
            tr("Who has probably heard"),
            self.model,
            CompactRowDelegate[Heard](self._face),
            ground="surface",
        )
        self.model.setParent(self.list)
        self._none = Label(tr("Nobody of theirs is on file."), "body", "text3", wrap=True)
        self._why = Label("", "meta", "text2", wrap=True)
        body = Column(self.list, inset(self._none), 6, inset(self._why))
        super().__init__(tr("Probably heard"), body)
        self.list.moved.connect(self._explain)

    def show_heard(self, heard: tuple[Heard, ...], called: int, today: date) -> None:
        """Show who has heard by now."""
        self._today = today
        self.model.show(heard)
        self.list.setVisible(bool(heard))
        self._explain(self.list.current_record())
        self._none.setVisible(not heard)
        words = tr("{called} of {heard} called").format(called=called, heard=len(heard))
        self.set_count(words if heard else "")
        self.set_note(tr("C logs a call") if heard else "")

    def _explain(self, one: Heard | None) -> None:
        """All that a narrow row leaves out of whoever has the keyboard: why, where, who called, what they said."""
        self._why.set_text(explanation(one) if one is not None else "")
        self._why.setVisible(one is not None)

    def _face(self, one: Heard) -> ListRow:
        because = tr(", ").join(tr(why) for why in one.because)
        if one.said:
            because = f"“{one.said}” · {because}"
        called = one.called_on
        verdict = ""
        if called:
            verdict = tr("called {day}").format(day=short_day(called, self._today))
        return ListRow(
            one.name,
            because,
            verdict or tr(one.likelihood),
            "check" if called else "megaphone",
            "text3",
        )


def explanation(one: Heard) -> str:
    """`Dana Reed, CIO, Acme. Surely, 95 of 100: works there, decides. Called by Tom: “It stops in the rain.”`"""
    who = ", ".join(part for part in (one.name, one.title, one.account) if part)
    because = tr(", ").join(tr(why) for why in one.because)
    words = tr("{likely}, {weight} of 100: {because}.")
    why = words.format(likely=capital(tr(one.likelihood)), weight=one.weight, because=because)
    if one.called_on is None:
        return f"{who}. {why}"
    called = tr("Called by {name}").format(name=one.called_by or tr("one of ours"))
    said = f": “{one.said}”" if one.said else "."
    return f"{who}. {why} {called}{said}"
