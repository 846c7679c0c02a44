"""The day that a person is congratulated on, in words."""

import re
from datetime import date

from sponsor_app.domain.wording import MONTHS, near_day
from sponsor_app.ui.widgets.language import tr

MONTH_AND_DAY = re.compile(r"(\d\d)-(\d\d)$")
SOON = 30


def birthday_words(text: str | None, today: date) -> str:
    """`Birthday 17 May`, and the weekday when it comes within 30 days; nothing when it cannot be read."""
    found = MONTH_AND_DAY.search(text or "")
    if found is None or not 1 <= int(found[1]) <= len(MONTHS):
        return ""
    month, day = int(found[1]), int(found[2])
    for year in (today.year, today.year + 1):
        try:
            coming = date(year, month, day)
        except ValueError:  # 29 February
            continue
        if 0 <= (coming - today).days <= SOON:
            return tr("Birthday {day}").format(day=near_day(coming, today))
    return tr("Birthday {day}").format(day=f"{day} {MONTHS[month - 1]}")
