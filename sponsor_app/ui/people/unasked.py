"""When we last met a person with nothing to ask, and when last on their turf."""

from collections.abc import Iterable

from sponsor_app.domain.interaction import Place, is_non_selling
from sponsor_app.domain.person_page import PersonPage
from sponsor_app.domain.timeline import Interaction
from sponsor_app.ui.widgets.day_words import row_day
from sponsor_app.ui.widgets.language import tr


def unasked_words(page: PersonPage) -> str:
    """`no ask 12 Mar · their turf never`; of somebody met often, only the latest times are looked at."""
    unasked = (one for one in page.met if is_non_selling(one.intent))
    on_their_turf = (one for one in page.met if one.place is Place.THEIRS)
    clocks = ((tr("no ask"), unasked), (tr("their turf"), on_their_turf))
    return " · ".join(f"{name} {_last(found, page)}" for name, found in clocks)


def _last(found: Iterable[Interaction], page: PersonPage) -> str:
    last = next(iter(found), None)
    if last is not None:
        return row_day(last.on, page.as_of)
    whole = page.person.touches <= len(page.met)
    return tr("never") if whole else tr("not in the last {n}").format(n=len(page.met))
