"""How one of their people looks on a tile, and who stands first."""

from sponsor_app.domain.coverage import Coverage, assess
from sponsor_app.domain.people import Contact, Role
from sponsor_app.domain.wording import short_day
from sponsor_app.ui.accounts.part import Shown
from sponsor_app.ui.panels.person_words import has_left, role_word
from sponsor_app.ui.widgets.day_words import short_ago
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.rows.person_tile import PersonTile

ORDER = (Role.DECIDES, Role.CHAMPION, Role.INFLUENCES, Role.BLOCKS, Role.USES)


def tile_of(one: Contact, shown: Shown | None) -> PersonTile:
    """The tile of a person; how long ago is measured against the account's own promise."""
    if shown is None:
        return PersonTile(one.name, "", "", "", Coverage.NO_CADENCE)
    role = one.title or ""
    if has_left(one.left_on, shown.today) and one.left_on:
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
        return has_left(one.left_on, shown.today), role, -(one.strength or 0), one.name.casefold()

    return sorted(shown.page.contacts, key=place)
