"""When this laptop speaks up before a planned visit: chosen in a menu, kept here, taken back with one key."""

from functools import partial

from sponsor_app import services
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.moments import Remind
from sponsor_app.domain.timeline import Interaction
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.language import later, tr
from sponsor_app.ui.widgets.menu import Entry, open_menu

WORDS: dict[Remind, str] = later(
    {
        Remind.HOUR: "An hour before",
        Remind.MORNING: "That morning, at eight",
        Remind.EVENING: "The evening before",
        Remind.WEEK: "A week before",
    }
)


class RemindButton(Button):
    """Says what was chosen; R and a click open the choice."""

    def __init__(self, desk: Desk, plan: Interaction) -> None:
        super().__init__(tr("Remind me"), "clock", "quiet", shortcut="R")
        self._desk, self._plan = desk, plan
        self.remind: Remind | None = None
        self.clicked.connect(self._ask)
        self._look()

    def _look(self) -> None:
        plan_id = self._plan.id
        self._desk.operations.query(
            self, lambda app: services.calm.reminder_of(app, plan_id), self._show
        )

    def _show(self, remind: Remind | None) -> None:
        self.remind = remind
        self.set_label(tr(WORDS[remind]) if remind else tr("Remind me"))
        said = tr("Reminder: {when}").format(when=tr(WORDS[remind]) if remind else tr("none"))
        self.setAccessibleName(said)

    def _ask(self) -> None:
        entries: list[Entry | None] = [
            Entry(tr(words), partial(self._choose, one), checked=one is self.remind)
            for one, words in WORDS.items()
            if one is not Remind.HOUR or self._plan.starts_at is not None
        ]
        entries += [
            None,
            Entry(tr("Not at all"), partial(self._choose, None), checked=self.remind is None),
        ]
        open_menu(self, entries)

    def _choose(self, remind: Remind | None) -> None:
        before = self.remind
        if remind is before:
            return
        said = tr("You will be reminded: {when}").format(
            when=tr(WORDS[remind]).lower() if remind else tr("not at all")
        )
        back = partial(_keep, self._desk, self._plan.id, before)
        again = partial(_keep, self._desk, self._plan.id, remind)

        def then(_changes: Changes) -> None:
            self._show(remind)
            self._desk.tell(said, back, again)

        plan_id = self._plan.id
        self._desk.operations.command(
            lambda app: services.calm.remind(app, plan_id, remind), self, then=then
        )


def _keep(desk: Desk, plan_id: str, remind: Remind | None) -> None:
    """Without the button, which may be gone by then."""
    desk.operations.command(lambda app: services.calm.remind(app, plan_id, remind))
