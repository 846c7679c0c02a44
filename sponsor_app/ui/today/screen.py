"""Today: the next visits, what needs me, who goes cold, what others did since I last looked."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from sponsor_app import services
from sponsor_app.domain.changes import Topic
from sponsor_app.domain.gaps import Gap
from sponsor_app.domain.today import Counts, TodayPage
from sponsor_app.services import Services
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.saving import Asked, Saving
from sponsor_app.ui.places import ScreenName, ToAct, ToLog, ToScreen
from sponsor_app.ui.screen import Screen
from sponsor_app.ui.today.beside import Cold, Latest
from sponsor_app.ui.today.coming import Coming
from sponsor_app.ui.today.needs import Needs
from sponsor_app.ui.today.words import day_line, day_title
from sponsor_app.ui.widgets.boxes import Column, Row, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.columns import Columns
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.letter_keys import bind_keys
from sponsor_app.ui.widgets.page import Header, Page
from sponsor_app.ui.widgets.section import GAP
from sponsor_app.ui.widgets.theme import px

A_MINUTE = 60_000
ROOMY = 720


class TodayScreen(Screen):
    """Enter opens the next brief, P plans. `counted` tells the rail what waits for me, by screen."""

    counted = Signal(object)  # Mapping[ScreenName, int]
    topics = frozenset(
        {
            Topic.ACCOUNT,
            Topic.CONTACT,
            Topic.SPONSORSHIP,
            Topic.INTERACTION,
            Topic.PULSE,
            Topic.REFERENCE,
            Topic.ISSUE,
            Topic.COMMITMENT,
            Topic.MEMBER,
            Topic.POLICY,
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Today"), parent)
        self.setWindowTitle("")
        self._page: TodayPage | None = None
        self.header = Header("")
        self.plan_button = Button(tr("Plan a visit"), "calendar-days", "quiet", shortcut="P")
        self.week_button = Button(tr("Week’s briefs"), "file-down", "quiet", shortcut="W")
        self.saving = Saving(desk, self.week_button)
        self.coming = Coming(desk)
        self.next, self.visits = self.coming.card, self.coming.list
        self.model, self.later = self.coming.model, self.coming.later
        self.needs, self.cold, self.latest = Needs(desk), Cold(desk), Latest(desk)
        self._make_empty_states()
        self._lay_out()
        self._listen()
        self._minute = QTimer(self)
        self._minute.setInterval(A_MINUTE)
        self._minute.timeout.connect(self.refresh)

    # --- asking ---------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask for the page."""
        self.desk.operations.query(self, services.today.page, self._show)

    def first_focus(self) -> QWidget:
        """The way into the next brief, or what shall be done where there is none."""
        page = self._page
        if page is None:
            return self
        if not page.has_accounts:
            return self.welcome.action
        if page.visits:
            return self.next.open_button
        return self.no_visit.action if page.my_accounts else self.no_account.action

    def showEvent(self, event: QShowEvent) -> None:
        if self._page is not None:
            self._stale = True  # minutes have passed
        super().showEvent(event)
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()

    def _later(self) -> None:
        super()._later()
        if not self.isVisible():
            self.desk.operations.query(self, services.today.counts, self._count)

    # --- showing --------------------------------------------------------------------------

    def _show(self, page: TodayPage) -> None:
        self._page = page
        self.header.set_title(day_title(page.today))
        self.header.set_line(day_line(page))
        self._columns.setVisible(page.has_accounts)
        self._welcome.setVisible(not page.has_accounts)
        self.plan_button.setVisible(page.has_accounts)
        self._fit_header()
        self._show_visits(page)
        for part in (self.needs, self.cold, self.latest):
            part.show_page(page)
        self.cold.setVisible(bool(page.my_accounts))
        self._count(page.counts)
        self.setWindowTitle(tr("Today"))
        if self.window().focusWidget() is self:  # also while the window is not active yet
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        if self.isActiveWindow():
            self.desk.operations.query(self, services.today.mark_looked, lambda _marked: None)

    def _show_visits(self, page: TodayPage) -> None:
        self.coming.show_page(page)
        self._none.setVisible(not page.visits)
        self.no_visit.setVisible(bool(page.my_accounts))
        self.no_account.setVisible(not page.my_accounts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_header()

    def _fit_header(self) -> None:
        """W works in a small window too, where the button has no room."""
        has_visits = self._page is not None and bool(self._page.visits)
        self.week_button.setVisible(has_visits and self.width() >= px(ROOMY))

    def _on_widened(self, wide: bool) -> None:
        for rows in (self.later, self.cold.rows, self.latest.rows):
            rows.set_wide(wide)

    def _count(self, counts: Counts) -> None:
        self.counted.emit(
            {
                ScreenName.TODAY: counts.needs,
                ScreenName.ISSUES: counts.issues,
                ScreenName.PROMISES: counts.promises,
                ScreenName.REFERENCES: counts.references,
            }
        )

    # --- acting ---------------------------------------------------------------------------

    def take_along(self) -> None:
        """The briefs of the next seven days as one PDF, for where there is no network."""
        page = self._page
        if page is None or not page.visits:
            return
        name = f"Briefs {page.today.isoformat()}.pdf"
        asked = Asked(tr("Save the week’s briefs"), name, (("pdf", "PDF"),), _write_week)
        self.saving.ask(asked)

    def plan(self) -> None:
        """The log line, about to be told of a visit to come."""
        self.desk.go(ToLog(tr("visit at ")))

    def _listen(self) -> None:
        for section in (self.needs, self.cold):
            section.putting_off.changed.connect(self.refresh)
        self.plan_button.clicked.connect(self.plan)
        self.no_visit.acted.connect(self.plan)
        self.welcome.acted.connect(lambda: self.desk.go(ToLog()))
        self.bring_in.clicked.connect(lambda: self.desk.go(ToAct("import")))
        self.no_account.acted.connect(
            lambda: self.desk.go(ToScreen(ScreenName.COVERAGE, Gap.NO_SPONSOR))
        )
        self.week_button.clicked.connect(self.take_along)
        bind_keys(self, {"P": self.plan, "W": self.take_along})

    # --- laying out -----------------------------------------------------------------------

    def _make_empty_states(self) -> None:
        self.welcome = EmptyState(
            "sun-medium",
            tr("Which customer are you seeing next?"),
            tr(
                "One line is enough: visit Dana at Acme on Friday. Or drop a list or a calendar here."
            ),
            action=tr("Write it down"),
            action_icon="pencil-line",
        )
        self.bring_in = Button(tr("Import a file"), "download", "quiet")
        self.no_visit = EmptyState(
            "calendar-days",
            tr("No visit in the next 30 days"),
            tr("Go and drink their coffee when there is nothing to sell."),
            action=tr("Plan a visit"),
            action_icon="calendar-days",
        )
        self.no_account = EmptyState(
            "user-round",
            tr("You own no account yet"),
            tr("Coverage lists the accounts that nobody owns."),
            action=tr("Accounts without a sponsor"),
            action_icon="layout-grid",
        )

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.header.add_action(self.week_button)
        self.header.add_action(self.plan_button)
        self._none = holding(Column(inset(self.no_visit), inset(self.no_account), 14))
        left = Column(self.coming, self._none, GAP, self.needs, None)
        right = Column(self.cold, GAP, self.latest, None)
        self._columns = Columns(left, right, shares=(2, 1), wide_shares=(9, 4))
        beside = Row(None, self.bring_in, None, margins=(0, 10, 0, 0))
        self._welcome = holding(Column(inset(self.welcome), beside))
        page = Page(tr("Today"))
        page.sheet.widened.connect(self._on_widened)
        page.add(self.header, self.saving.progress, 18, self._columns, self._welcome, None)
        self.setLayout(Column((page, 1)))
        for part in (self._columns, self._welcome, self.plan_button, self.week_button):
            part.hide()


def _write_week(app: Services, path: Path) -> Path:
    return services.briefs.write_week(app, services.briefs.week(app), path)
