"""What came in from others, and what is left for a person to settle."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sponsor_app.domain.activity import Narrowing, Whose
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.conflict import Conflict
from sponsor_app.domain.history import Step
from sponsor_app.domain.ids import looks_like_id
from sponsor_app.domain.sync_status import moment
from sponsor_app.domain.text import counted
from sponsor_app.services import Services, history
from sponsor_app.ui.widgets.language import tr

FROM_OTHERS = Narrowing(whose=Whose.OTHERS)


@dataclass(frozen=True, slots=True)
class Disputes:
    """What nobody has settled yet, what ids in it mean, and the others' latest step of how many."""

    found: Sequence[Conflict]
    names: Mapping[str, str]
    now: datetime
    others: int
    latest: Step | None

    def came_in(self, just_now: int) -> str:
        """From whom, how much and since when; `just_now` is what the last look brought."""
        if self.latest is None:
            return ""
        said = tr("{steps} came from others; the latest is {name}’s, {time}.").format(
            steps=counted(self.others, tr("step")),
            name=self.latest.member or self.latest.device,
            time=moment(self.latest.at, self.now),
        )
        if just_now:
            came = tr("{steps} came in while this window was open.")
            said = f"{said} {came.format(steps=counted(just_now, tr('step')))}"
        return said


def disputes(app: Services) -> Disputes:
    """Ask; the join is loaded only where somebody else's steps are."""
    page, found = history.activity(app, FROM_OTHERS, 1), list[Conflict]()
    others = page.counts[Whose.OTHERS]
    if others:
        from sponsor_app.services.sharing import disputing

        found = disputing.listed(app)
    values = (value for one in found for value in (one.mine, one.theirs, one.before))
    ids = {value for value in values if isinstance(value, str) and looks_like_id(value)}
    names = history.names(app, ids)
    latest = page.steps[0] if page.steps else None
    return Disputes(found, names, app.local_now(), others, latest)


def settle(app: Services, conflict_id: str, keep: str) -> Changes:
    """Let mine, theirs or another value stand, for everybody."""
    from sponsor_app.services.sharing import disputing

    return disputing.settle(app, conflict_id, keep)
