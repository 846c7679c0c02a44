"""What is planned with an account: say in place that it was held, or call it off."""

from datetime import date

from sponsor_app.domain.interaction import Place
from sponsor_app.domain.timeline import Interaction
from sponsor_app.domain.wording import PLACE_WORDS, capital, near_day
from sponsor_app.services import interactions
from sponsor_app.ui.accounts.part import Part, Shown
from sponsor_app.ui.accounts.timeline_face import SYMBOLS, title_of, who_of
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.calendar_button import CalendarButton
from sponsor_app.ui.panels.remind_button import RemindButton
from sponsor_app.ui.places import ToBrief
from sponsor_app.ui.widgets.boxes import holding
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.panel import Panel
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import CompactRowDelegate, ListRow
from sponsor_app.ui.widgets.unfolding import UnfoldingList, Unfolds


def face_of(one: Interaction, shown: Shown | None) -> ListRow:
    """How a plan looks."""
    if shown is None:
        return ListRow(title_of(one))
    place = tr(PLACE_WORDS[one.place]) if one.place and one.place is not Place.REMOTE else ""
    time = one.starts_at.astimezone().strftime("%H:%M") if one.starts_at else ""
    parts = (place, one.city or "", who_of(one, shown))
    day = capital(near_day(one.on, shown.today))
    return ListRow(
        title_of(one),
        " · ".join(part for part in parts if part),
        f"{day}, {time}" if time else day,
        SYMBOLS[one.kind],
        "text3",
    )


class PlanRows(Unfolds[Interaction, ListRow], CompactRowDelegate[Interaction]):
    """Plans that unfold."""


class PlanPanel(Panel):
    """What can become of a plan."""

    def __init__(self, desk: Desk, one: Interaction, today: date) -> None:
        self.held = Button(tr("It took place"), "check", shortcut="H")
        self.off = Button(tr("Call it off"), "x", "quiet", shortcut="C")
        self.brief = Button(tr("Brief"), "file-text", "quiet")
        self.calendar = CalendarButton(desk, one)
        self.held.setEnabled(one.on <= today)
        self.remind = RemindButton(desk, one)
        acts = (self.held, self.off, self.brief, self.calendar, self.remind)
        buttons = holding(Flow(*acts, gap=4, line_gap=2))
        super().__init__(tr("What became of it"), buttons, self.calendar.saving.progress)


class PlansPart(Part):
    """H held, C called off, K a file for the calendar, R a reminder, Enter shows all. The section is there only while something is planned."""

    def __init__(self, desk: Desk) -> None:
        self.model = RecordList[Interaction](
            lambda one: one.id,
            title_of,
            sentence=lambda one: face_of(one, self._shown).sentence,
        )
        self.list = UnfoldingList(
            tr("Planned"), self.model, PlanRows(lambda one: face_of(one, self._shown)), left=34
        )
        super().__init__(desk, tr("Planned"), self.list)
        self.list.opened.connect(self._open)
        self.list.typed.connect(self._on_typed)
        self.list.deleted.connect(self._delete)

    def show_page(self, shown: Shown) -> None:
        super().show_page(shown)
        self.model.show(shown.page.planned)
        self.set_count(str(len(shown.page.planned)))
        self.setVisible(bool(shown.page.planned))

    def leave(self) -> None:
        self.list.fold()

    def _open(self, one: Interaction) -> None:
        if self.list.unfolded == one.id:
            self.list.fold()
        else:
            self._unfold(one)

    def _unfold(self, one: Interaction) -> PlanPanel:
        panel = PlanPanel(self.desk, one, self.shown.today)
        panel.held.clicked.connect(lambda: self._hold(one))
        panel.off.clicked.connect(lambda: self._cancel(one))
        panel.brief.clicked.connect(lambda: self._brief(one))
        panel.typed.connect(self._on_typed)
        self.list.unfold(panel, None if panel.held.isEnabled() else panel.off)
        return panel

    def _on_typed(self, text: str) -> None:
        one = self.list.current_record()
        act = {"h": self._hold, "c": self._cancel, "k": self._keep, "r": self._remind}.get(text)
        if one is not None and act is not None:
            act(one)

    def _hold(self, one: Interaction) -> None:
        if one.on > self.shown.today:
            self.desk.say(tr("It is planned for a day to come. Call it off, or log what happened."))
            return
        self.list.fold()
        self.do(lambda app: interactions.hold(app, one.id))

    def _cancel(self, one: Interaction) -> None:
        self.list.fold()
        self.do(lambda app: interactions.cancel(app, one.id))

    def _keep(self, one: Interaction) -> None:
        """Ask where to keep it as a file for a calendar."""
        self._panel_of(one).calendar.click()

    def _remind(self, one: Interaction) -> None:
        """Choose when this laptop speaks up."""
        self._panel_of(one).remind.click()

    def _panel_of(self, one: Interaction) -> PlanPanel:
        panel = self.list.panel if self.list.unfolded == one.id else None
        return panel if isinstance(panel, PlanPanel) else self._unfold(one)

    def _delete(self, one: Interaction) -> None:
        self.do(lambda app: interactions.delete(app, one.id))

    def _brief(self, one: Interaction) -> None:
        there = tuple(person.contact_id for person in one.contacts if person.contact_id)
        self.desk.go(ToBrief(self.shown.account_id, there))
