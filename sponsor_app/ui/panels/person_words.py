"""What is said of a person at an account, on whatever screen."""

from datetime import date

from sponsor_app.domain.people import Contact, Role
from sponsor_app.domain.wording import ROLE_WORDS, full_day
from sponsor_app.ui.widgets.language import how_many, tr


def role_word(role: Role | None) -> str:
    """What somebody does in a decision about us."""
    return tr(ROLE_WORDS[role]) if role else ""


def has_left(left_on: date | None, today: date) -> bool:
    """Whether somebody is no longer there."""
    return left_on is not None and left_on <= today


def touches_note(one: Contact, today: date) -> str:
    """`12 touches, last Fri 13 Nov`: what their strength rests on."""
    if one.last_on is None:
        return tr("never met")
    touches = how_many(one.touches, "touch", "touches")
    return tr("{touches}, last {day}").format(touches=touches, day=full_day(one.last_on, today))
