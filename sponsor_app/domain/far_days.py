"""Days that nobody can mean: a slip of the finger in the year."""

from datetime import date

from sponsor_app.domain.errors import InvalidError

FARTHEST_YEARS = 50


def refuse_far(day: date | None, today: date) -> None:
    """Refuse a day more than fifty years away; none at all is fine."""
    if day is not None and abs(day.year - today.year) > FARTHEST_YEARS:
        msg = f"{day} cannot be meant: it is more than {FARTHEST_YEARS} years away."
        raise InvalidError(msg, "Nothing was saved. Give another day.")
