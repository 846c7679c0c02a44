"""One plan as a file that any calendar opens, with a reminder in it."""

from functools import partial
from pathlib import Path

from sponsor_app.domain.ids import InteractionId
from sponsor_app.domain.timeline import Interaction
from sponsor_app.services import Services
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.saving import Asked, Saving, fitting
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.tip import set_tip


class CalendarButton(Button):
    """Asks where to; whoever shows it also shows `saving.progress`."""

    def __init__(self, desk: Desk, plan: Interaction) -> None:
        super().__init__(tr("Calendar file"), "calendar-days", "quiet", shortcut="K")
        reminds = (
            tr("A file for your calendar; it reminds you an hour before")
            if plan.starts_at
            else tr("A file for your calendar; it reminds you at nine the day before")
        )
        set_tip(self, reminds)
        self.setAccessibleDescription(reminds)
        self.saving = Saving(desk, self)
        self.clicked.connect(partial(self._ask, plan))

    def _ask(self, plan: Interaction) -> None:
        named = f"{plan.account or plan.kind} {plan.on.isoformat()}"
        self.saving.ask(
            Asked(
                tr("Save for your calendar"),
                f"{fitting(named)}.ics",
                (("ics", tr("Calendar")),),
                partial(_write, plan.id),
            )
        )


def _write(plan_id: InteractionId, app: Services, path: Path) -> Path:
    from sponsor_app.services.exports import visits  # noqa: PLC0415 - all writers of files, 35 ms of Today

    return visits.write_calendar_file(app, (plan_id,), path)
