"""What our own calendars say beside what every calendar does, so that another store of ours can place an event."""

from sponsor_app.domain.importing import FieldValue
from sponsor_app.domain.interaction import Kind, Place, State
from sponsor_app.exchange.calendars.components import Component
from sponsor_app.exchange.calendars.times import parse_moment

OWN_ACCOUNT, OWN_ID = "X-SPONSOR-ACCOUNT", "X-SPONSOR-ID"
OWN_STATE, OWN_PLACE, OWN_CITY = "X-SPONSOR-STATE", "X-SPONSOR-PLACE", "X-SPONSOR-CITY"
OWN_DATE = "X-SPONSOR-DATE"
"""The day by the calendar of whoever noted it: of an hour in UTC alone nobody can tell."""


def own_fields(part: Component) -> dict[str, FieldValue]:
    """The account by name and id, kind, state, place and city of an event that we wrote; words we know, or nothing."""
    named = part.one(OWN_ACCOUNT)
    day = parse_moment(part.text(OWN_DATE))
    return {
        **({"on": day[0].isoformat()} if day else {}),
        "account": part.text(OWN_ACCOUNT),
        "account_id": named.param(OWN_ID) if named else "",
        "kind": _known(part.text("CATEGORIES"), Kind),
        "told_state": _known(part.text(OWN_STATE), State),
        "place": _known(part.text(OWN_PLACE), Place),
        "city": part.text(OWN_CITY),
        "summary": part.long_notes("DESCRIPTION"),
    }


def _known(word: str, choices: type[Kind | State | Place]) -> str:
    return word if word in {one.value for one in choices} else ""
