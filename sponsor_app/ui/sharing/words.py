"""How a laptop of the team, or a code that may become one, is said."""

from dataclasses import dataclass
from datetime import datetime

from sponsor_app.domain.folding import fold
from sponsor_app.domain.sync_status import moment
from sponsor_app.domain.team import Kind, Laptop, Team
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.rows.list_row import ListRow
from sponsor_app.ui.widgets.typography import one_line

SYMBOLS = {Kind.LAPTOP: "laptop", Kind.INVITATION: "mail", Kind.RECOVERY: "printer"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the team; `past` was in it once."""

    laptop: Laptop
    past: bool = False


def lines_of(team: Team) -> list[Line]:
    """Every line: this laptop, the others that are in, codes that wait, and who was in it once."""
    there = sorted(team.laptops, key=lambda one: not one.mine)
    return [*(Line(one) for one in there), *(Line(one, past=True) for one in team.past)]


def fits(line: Line, words: str) -> bool:
    """Whether a line has each of these words in it: the person, the laptop, its fingerprint or version."""
    one = line.laptop
    said = fold(f"{one.name} {one.device} {one.fingerprint} {one.app_version or ''}")
    return all(word in said for word in fold(words).split())


def group_of(line: Line) -> str:
    """The heading above a line."""
    if line.past:
        return tr("Were in the team")
    return tr("In the team") if line.laptop.kind is Kind.LAPTOP else tr("Codes that wait")


def face_of(line: Line, now: datetime) -> ListRow:
    """How a line looks in the list."""
    one = line.laptop
    ink = "text3"
    return ListRow(
        one_line(one.name), reason_of(one), seen(line, now), SYMBOLS[one.kind], ink, "text2"
    )


def reason_of(one: Laptop) -> str:
    """Below the name: the laptop, what it may, its version."""
    if one.kind is Kind.INVITATION:
        return tr("invitation, not used yet")
    if one.kind is Kind.RECOVERY:
        return tr("a printed code, for when every admin’s laptop is gone")
    parts = [one_line(one.device)]
    parts += [tr("may change the team")] if one.admin else []
    parts += [tr("version {number}").format(number=one.app_version)] if one.app_version else []
    return " · ".join(parts)


def seen(line: Line, now: datetime) -> str:
    """When something of it came here last, or how long a code is good."""
    one = line.laptop
    if one.mine and not line.past:
        return tr("this laptop")
    if one.expires:
        return tr("good until {time}").format(time=moment(one.expires, now))
    if one.kind is not Kind.LAPTOP:
        return ""
    if one.last_seen is None:
        return tr("nothing came yet")
    return tr("last news {time}").format(time=moment(one.last_seen, now))


def team_line(team: Team) -> str:
    """What I may do in it."""
    if not team.file_id:
        return ""
    if team.admin:
        return tr("You may let people in and out.")
    return tr("Whoever may change the team lets people in and out.")
