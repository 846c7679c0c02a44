"""The Team page: the shared file, what was noticed, everybody with their laptops; one of them at the side."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from sponsor_app.domain.team import Standing
from sponsor_app.ui.courier.courier import InStep
from sponsor_app.ui.panels.sync_words import people_words, standing_words
from sponsor_app.ui.sharing.shared_file import Notes, alarms_of, places_of
from sponsor_app.ui.sharing.side import TeamSide
from sponsor_app.ui.sharing.words import Line, face_of, fits, group_of, lines_of, team_line
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Column, Row, fix, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.filter_field import FilterField
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.message_bar import MessageBar
from sponsor_app.ui.widgets.page import Header
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import ListRow, ListRowDelegate
from sponsor_app.ui.widgets.section import Section
from sponsor_app.ui.widgets.side_page import SidePage
from sponsor_app.ui.widgets.theme import px

SIDE, WIDE_SIDE = 340, 420
FIELD_WIDTH, LOWEST, FEW = 260, 200, 12


class TeamView(QWidget):
    """The parts and their places; it knows how the team stands, but asks nobody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: datetime | None = None
        self.header = Header(tr("Team"))
        self.invite = Button(tr("Let somebody in"), "user-plus", shortcut="I")
        self.more = Button("", "ellipsis", name=tr("More about the team"))
        self.header.add_action(self.invite)
        self.header.add_action(self.more)
        self.bar = MessageBar(icon="info")
        self.recovery = MessageBar(icon="printer")
        self.places, self.notices = Notes(), Notes()
        self.file_section = Section(
            tr("The shared file"), self.places, action=tr("Look now"), steps_out=False
        )
        self.notice_section = Section(tr("Noticed"), self.notices, steps_out=False)
        self._noticed = holding(Column(self.notice_section, 13))
        self._make_list()
        self._make_rest()
        self._lay_out()
        theme.follow(self)
        self.restyle()
        self.show_nothing_known()

    def _make_list(self) -> None:
        self.lines = RecordList[Line](
            lambda line: (line.laptop.id, line.past),
            lambda line: line.laptop.name,
            sentence=lambda line: self._face(line).sentence,
            group=group_of,
        )
        self.list = ListView(
            tr("Everybody with their laptops"),
            self.lines,
            ListRowDelegate[Line](self._face),
            fit=False,
            selects=True,
            click_opens=False,
        )
        self.lines.setParent(self.list)
        self.field = FilterField(tr("Filter the team"), tr("Name, laptop or fingerprint"))
        fix(self.field, width=FIELD_WIDTH)
        self._above = holding(Column(Row(inset(self.field), None), 6))
        body = Column(self._above, (self.list, 1))
        self.list_section = Section(tr("Who is in it"), body)

    def restyle(self) -> None:
        """Keep some rows in sight where everything is large."""
        self.list.setMinimumHeight(px(LOWEST))

    def _make_rest(self) -> None:
        self.nothing = EmptyState(
            "laptop",
            tr("This laptop shares with nobody"),
            tr(
                "A team keeps in step through one file on any share or cloud folder, which only the team can read."
            ),
            action=tr("Share with a team"),
            action_icon="plus",
        )
        self.join = Button(tr("Join a team with a code"), kind="link")
        self.side = TeamSide()

    def show_nothing_known(self) -> None:
        """Before the team is known."""
        for part in (self._team, self._alone, self.bar, self.recovery, self.invite, self.more):
            part.hide()
        self.page.show_side(False)

    def show_alone(self, *, may_share: bool, why: str) -> None:
        """Offer to begin or to join; say why not where that cannot be."""
        self._team.hide()
        self._alone.show()
        self.header.set_line("")
        self.nothing.setVisible(may_share)
        self.join.setVisible(may_share)
        for part in (self.invite, self.more, self.recovery):
            part.hide()
        self.bar.say(why, "warn", "lock-open")
        self.bar.setVisible(not may_share)
        self.page.show_side(False)

    def show_team(self, standing: InStep, now: datetime) -> None:
        """Show how things stand."""
        team, self._now = standing.team, now
        self._alone.hide()
        self._team.show()
        self.header.set_line(f"{people_words(standing)}. {team_line(team)}")
        said = standing_words(team.standing)
        self.bar.say(said, "info" if team.standing is Standing.WAITS else "warn", "info")
        self.bar.setVisible(bool(said))
        self.invite.setVisible(team.admin)
        self.more.show()
        lacks = team.admin and not team.recovery and bool(team.laptops)
        self.recovery.say(
            tr("There is no recovery page: if every admin’s laptop is lost, nobody can be let in."),
            "info",
            "printer",
            action=tr("Make one"),
        )
        self.recovery.setVisible(lacks)
        self.places.show_notes(places_of(standing, now))
        alarms = alarms_of(standing)
        self.notices.show_notes(alarms)
        self._noticed.setVisible(bool(alarms))
        self._show_lines(lines_of(team))

    def _show_lines(self, every: Sequence[Line]) -> None:
        """Those that fit what was typed; with few of them there is nothing to filter."""
        words = self.field.text() if len(every) > FEW else ""
        self._above.setVisible(len(every) > FEW)
        shown = [one for one in every if fits(one, words)]
        self.lines.show(shown)
        self.list_section.set_count(
            tr("{some} of {all}").format(some=number(len(shown)), all=number(len(every)))
            if words
            else ""
        )
        self.page.show_side(bool(shown))

    def offer_held(self, held: int) -> None:
        """Offer to let in what would delete much."""
        self.notice_section.set_action(
            tr("Let the deletions in …").format(count=held) if held else ""
        )

    def _face(self, line: Line) -> ListRow:
        now = self._now
        return face_of(line, now) if now else ListRow(line.laptop.name)

    def _lay_out(self) -> None:
        self._team = holding(Column(self.file_section, 13, self._noticed, (self.list_section, 1)))
        self._alone = holding(
            Column(inset(self.nothing), 12, Row(self.join, None, margins=(4, 0, 0, 0)), None)
        )
        bars = Column(inset(self.bar), inset(self.recovery), gap=8)
        main = Column(self.header, 12, bars, 12, (self._team, 1), (self._alone, 1))
        side = Column((self.side, 1), margins=(12, 25, 12, 0))
        self.page = SidePage(tr("Team"), main, side, side_width=SIDE, wide_side_width=WIDE_SIDE)
        self.setLayout(Column((self.page, 1)))
