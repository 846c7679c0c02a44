"""Lost and won back, in the brief: what brought them back, and what nobody asked when they went."""

from sponsor_app.domain.brief.citing import Cited, line
from sponsor_app.domain.brief.phrasing import statement
from sponsor_app.domain.brief.values import BriefSource, Line, Ref
from sponsor_app.domain.language import tr
from sponsor_app.domain.won_and_lost import Turning
from sponsor_app.domain.wording import short_day

FRESH_DAYS = 365


def came_back(source: BriefSource) -> list[Line]:
    """For a year after they came back: keep what brought them."""
    page = source.page
    for one in page.turns[:1]:
        if one.turning is Turning.WON_BACK and (page.as_of - one.on).days <= FRESH_DAYS:
            day = short_day(one.on, page.as_of)
            cited: Cited = (
                tr("won back {day}").format(day=day),
                Ref("account", page.row.account_id),
            )
            because = tr("Because it is why they came back on {day}.").format(day=day)
            return [
                line(
                    cited,
                    rest=tr("Keep doing this: {because}").format(because=statement(one.because)),
                    because=because,
                )
            ]
    return []


def why_unknown(source: BriefSource) -> list[Line]:
    """Gone, and nobody wrote down why."""
    page = source.page
    if not page.row.status.gone or page.details.lost_because or page.turns:
        return []
    cited: Cited = (tr("won and lost"), Ref("account", page.row.account_id))
    return [line(cited, rest=tr("Why we lost them: nobody wrote it down."))]
