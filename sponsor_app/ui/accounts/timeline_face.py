"""How something that happened is said on a row: what it was, with whom, where and why, and what was said."""

from datetime import date

from sponsor_app.domain.interaction import Kind, Sentiment
from sponsor_app.domain.timeline import Interaction
from sponsor_app.domain.wording import INTENT_WORDS, KIND_WORDS, PLACE_WORDS, capital, listed
from sponsor_app.ui.accounts.part import Shown
from sponsor_app.ui.widgets.day_words import row_day
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.rows.timeline_row import TimelineRow
from sponsor_app.ui.widgets.typography import one_line

SYMBOLS: dict[Kind, str] = {
    Kind.VISIT: "house",
    Kind.COFFEE: "coffee",
    Kind.MEAL: "utensils",
    Kind.MEETING: "users-round",
    Kind.CALL: "phone",
    Kind.VIDEO: "video",
    Kind.MESSAGE: "message-square",
    Kind.EVENT: "calendar-days",
    Kind.REVIEW: "presentation",
}


def title_of(one: Interaction) -> str:
    """`Call with Ruth Okafor`."""
    kind = capital(tr(KIND_WORDS[one.kind]))
    names = [person.name for person in one.contacts]
    if not names:
        return f"{kind}, {one.city}" if one.city else kind
    return tr("{kind} with {names}").format(kind=kind, names=listed(names, 2))


def circumstances(one: Interaction) -> str:
    """`their site · care`."""
    place = tr(PLACE_WORDS[one.place]) if one.place else ""
    intent = tr(INTENT_WORDS[one.intent]) if one.intent else ""
    return " · ".join(part for part in (place, intent) if part)


def who_of(one: Interaction, shown: Shown) -> str:
    """Our people who took part."""
    names = [shown.name_of(person.member_id, person.name) for person in one.members]
    return listed(names, 2) if names else one.by or ""


def face_of(one: Interaction, shown: Shown | None) -> TimelineRow:
    """How a row of the timeline looks."""
    today = shown.today if shown else date.min
    quote = f"“{one_line(one.quote)}”" if one.quote else ""
    said = " ".join(part for part in (quote, one_line(one.summary or "")) if part)
    return TimelineRow(
        row_day(one.on, today),
        SYMBOLS[one.kind],
        title_of(one),
        said,
        circumstances(one),
        who_of(one, shown) if shown else "",
        "bad" if one.sentiment is Sentiment.NEGATIVE else "idle",
    )
