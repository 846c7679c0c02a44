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
from sponsor_app.services import Services, history, preferences
from sponsor_app.ui.widgets.language import how_many, tr

FROM_OTHERS = Narrowing(whose=Whose.OTHERS)
LOOKED = "activity.looked"


@dataclass(frozen=True, slots=True)
class Disputes:
    """What nobody has settled yet, what ids in it mean, and the others' latest step of how many.

    `new` of theirs came in after `since`, when this page was looked at last; None at the first look.
    """

    found: Sequence[Conflict]
    names: Mapping[str, str]
    now: datetime
    others: int
    latest: Step | None
    since: datetime | None
    new: int

    def came_in(self) -> str:
        """From whom, how much, and what is new since the last look."""
        if self.latest is None:
            return ""
        said = tr("{steps} came from others; the latest is {name}’s, {time}.").format(
            steps=how_many(self.others, "step"),
            name=self.latest.member or self.latest.device,
            time=moment(self.latest.at, self.now),
        )
        if self.since is None:
            return said
        came = tr("{steps} since you last looked, {time}.").format(
            steps=how_many(self.new, "new step") if self.new else tr("Nothing new"),
            time=moment(self.since, self.now),
        )
        return f"{came} {said}"


class Look:
    """One look at this page: it begins when the page is shown. Only the worker fills it, one question after the other."""

    def __init__(self) -> None:
        self._begun = False
        self._new = -1
        self._since: datetime | None = None

    def news(self, app: Services) -> tuple[datetime | None, int]:
        """When the page was looked at before this, and how much came from others since; the next look knows of this one."""
        if not self._begun:
            self._begun, text = True, preferences.get(app, LOOKED)
            self._since = datetime.fromisoformat(text) if text else None
        new = history.came_since(app, self._since) if self._since else 0
        if new != self._new:
            self._new = new
            preferences.put(app, LOOKED, app.now().isoformat())
        return self._since, new


def disputes(app: Services, look: Look) -> Disputes:
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
    since, new = look.news(app) if others else (None, 0)
    return Disputes(found, names, app.local_now(), others, latest, since, new)


def settle(app: Services, conflict_id: str, keep: str) -> Changes:
    """Let mine, theirs or another value stand, for everybody."""
    from sponsor_app.services.sharing import disputing

    return disputing.settle(app, conflict_id, keep)
