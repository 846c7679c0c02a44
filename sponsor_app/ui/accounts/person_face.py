"""How one of their people looks on a tile, and who stands first."""

from datetime import date

from sponsor_app.domain.coverage import Coverage, assess
from sponsor_app.domain.people import Contact, Role
from sponsor_app.domain.text import counted
from sponsor_app.domain.wording import ROLE_WORDS, full_day, short_day
from sponsor_app.ui.accounts.part import Shown
from sponsor_app.ui.widgets.day_words import short_ago
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.rows.person_tile import PersonTile

ORDER = (Role.DECIDES, Role.CHAMPION, Role.INFLUENCES, Role.BLOCKS, Role.USES)


def role_word(role: Role | None) -> str:
    """What somebody does in a decision about us."""
    return tr(ROLE_WORDS[role]) if role else ""


def has_left(one: Contact, shown: Shown) -> bool:
    """Whether somebody is no longer there."""
    return one.left_on is not None and one.left_on <= shown.today


def touches_note(one: Contact, today: date) -> str:
    """`12 touches, last Fri 13 Nov`: what their strength rests on."""
    if one.last_on is None:
        return tr("never met")
    touches = counted(one.touches, tr("touch"), tr("touches"))
    return tr("{touches}, last {day}").format(touches=touches, day=full_day(one.last_on, today))


def tile_of(one: Contact, shown: Shown | None) -> PersonTile:
    """The tile of a person; how long ago is measured against the account's own promise."""
    if shown is None:
        return PersonTile(one.name, "", "", "", Coverage.NO_CADENCE)
    role = one.title or ""
    if has_left(one, shown) and one.left_on:
        role = tr("left on {day}").format(day=short_day(one.left_on, shown.today))
    return PersonTile(
        one.name,
        role,
        role_word(one.role),
        short_ago(one.last_on, shown.today),
        assess(shown.page.row.cadence, one.last_on, shown.today),
        one.strength if one.last_on else None,
        shown.name_of(one.counterpart_id, one.counterpart),
    )


def in_order(shown: Shown) -> list[Contact]:
    """Who is there before who left, who decides before who uses, who is close before who is not."""

    def place(one: Contact) -> tuple[bool, int, int, str]:
        role = ORDER.index(one.role) if one.role in ORDER else len(ORDER)
        return has_left(one, shown), role, -(one.strength or 0), one.name.casefold()

    return sorted(shown.page.contacts, key=place)
