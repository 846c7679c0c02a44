"""Who looks after an account: its sponsors from day to day, its lead and everybody else on the team."""

from sponsor_app.domain.account import TeamRole
from sponsor_app.domain.account_details import Sponsorship, TeamMember
from sponsor_app.domain.wording import short_day
from sponsor_app.ui.accounts.captioned_lines import CaptionedLines
from sponsor_app.ui.accounts.part import Part, Shown
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.boxes import Column, inset
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr

MOST_SPONSORS = 6


def sponsor_line(one: Sponsorship, shown: Shown) -> tuple[str, str]:
    """`Sponsor: Dana, since 3 Mar 2024`; who was before says why it ended."""
    since = short_day(one.starts_on, shown.today)
    name = shown.name_of(one.member_id, one.member)
    if one.ends_on is None or one.ends_on > shown.today:
        coming = one.starts_on > shown.today
        words = tr("{name}, from {day}") if coming else tr("{name}, since {day}")
        said = words.format(name=name, day=since)
        until = one.ends_on and tr("until {day}").format(day=short_day(one.ends_on, shown.today))
        return tr("Sponsor"), f"{said}, {until}" if until else said
    until = short_day(one.ends_on, shown.today)
    said = tr("{name}, {since} to {until}").format(name=name, since=since, until=until)
    return tr("Before"), f"{said}: {one.reason}" if one.reason else said


def note_line(one: Sponsorship) -> tuple[str, str]:
    """`Handed over: Dana likes mornings`; the brief that was kept with it follows the note."""
    first, _, more = (one.note or "").partition("\n\n")
    kept = tr("{note} (a brief of then is kept)") if more else "{note}"
    return tr("Handed over"), kept.format(note=first.partition("\n")[0])


def team_line(one: TeamMember, shown: Shown) -> tuple[str, str]:
    """`Expert: Tomás`."""
    words = {
        TeamRole.LEAD: tr("Account lead"),
        TeamRole.SUPPORT: tr("Support"),
        TeamRole.EXPERT: tr("Expert"),
    }
    return words[one.role], shown.name_of(one.member_id, one.name)


class CarePart(Part):
    """`acted` asks for a sponsor."""

    def __init__(self, desk: Desk) -> None:
        self.lines = CaptionedLines(tr("Who looks after them"))
        self.none = Label(tr("Nobody owns this relationship yet."), "body", "text3", wrap=True)
        body = Column(inset(self.lines), inset(self.none))
        super().__init__(desk, tr("Who looks after them"), body, action=tr("Assign"))

    def show_page(self, shown: Shown) -> None:
        super().show_page(shown)
        details = shown.page.details
        sponsors = [sponsor_line(one, shown) for one in details.sponsorships[:MOST_SPONSORS]]
        team = sorted(details.team, key=lambda one: one.role is not TeamRole.LEAD)
        now = [line for line in sponsors if line[0] == tr("Sponsor")]
        before = [line for line in sponsors if line[0] != tr("Sponsor")]
        notes = [note_line(one) for one in details.sponsorships[:1] if one.note]
        self.lines.show_lines([*now, *notes, *(team_line(one, shown) for one in team), *before])
        self.lines.setVisible(bool(self.lines.lines()))
        self.none.setVisible(not now)
