"""The right column of Today: who goes cold, and what others did since I last looked."""

from datetime import date, datetime

from PySide6.QtCore import Signal

from sponsor_app.domain.putting_off import standing_of_cold
from sponsor_app.domain.today import GoingCold, News, TodayPage
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import ScreenName, ToAccount, ToBrief, ToLog, ToScreen
from sponsor_app.ui.today.put_off import PuttingOff, Sleeper
from sponsor_app.ui.today.rows import FirstFew
from sponsor_app.ui.today.words import cold_face, looked_words, news_face
from sponsor_app.ui.widgets.language import how_many, number, tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.change_row import ChangeRowDelegate
from sponsor_app.ui.widgets.rows.clock_row import ClockRow, ClockRowDelegate
from sponsor_app.ui.widgets.section import Section
from sponsor_app.ui.widgets.unfolding import UnfoldingList, Unfolds

MOST_COLD, MOST_NEWS = (4, 6), (5, 7)


class ColdRows(Unfolds[GoingCold, ClockRow], ClockRowDelegate[GoingCold]):
    """Rows that unfold."""


class Cold(Section):
    """Enter opens the account, B its brief, L the log line there, P plans a visit, S puts off."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._page: TodayPage | None = None
        self.model = RecordList[GoingCold](
            lambda one: one.row.account_id,
            lambda one: one.row.account,
            sentence=lambda one: cold_face(one, self._page).sentence,
        )
        rows = ColdRows(lambda one: cold_face(one, self._page))
        self.list = UnfoldingList(tr("Going cold"), self.model, rows)
        self.rows = FirstFew(self.list, self.model, MOST_COLD, "")
        super().__init__(tr("Going cold"), self.rows)
        self.putting_off = PuttingOff(desk, self.list)
        self.rows.woken.connect(self._show)
        self.list.opened.connect(self._open)
        self.list.typed.connect(self._on_typed)

    def show_page(self, page: TodayPage) -> None:
        """Show my accounts with a clock past its ideal."""
        self._page = page
        self._show()

    def _show(self) -> None:
        page = self._page
        if page is None:
            return
        self.rows.offer_asleep(len(page.cold_put_off))
        asleep = page.cold_put_off if self.rows.shows_asleep else ()
        self.rows.show_records((*page.cold, *asleep))
        self.list.restyle()
        words = tr("{count} of {accounts}")
        own = how_many(page.my_accounts, "account")
        self.set_count(
            words.format(count=number(len(page.cold)), accounts=own) if page.cold else ""
        )
        self.rows.say_nothing(_seen(page.my_accounts))

    def _open(self, one: GoingCold) -> None:
        self.desk.go(ToAccount(one.row.account_id))

    def _on_typed(self, text: str) -> None:
        one = self.list.current_record()
        if one is None:
            return
        if text == "b":
            self.desk.go(ToBrief(one.row.account_id))
        elif text == "l":
            self.desk.go(ToLog(tr("at {account}: ").format(account=one.row.account)))
        elif text == "p":
            self.desk.go(ToLog(tr("visit at {account} on ").format(account=one.row.account)))
        elif text == "s":
            self._put_off(one)

    def _put_off(self, one: GoingCold) -> None:
        page = self._page
        if page is None:
            return
        sleeper = Sleeper(one.row.account_id, one.row.account, standing_of_cold(one))
        if one in page.cold_put_off:
            self.putting_off.take_up(sleeper, page.until[sleeper.record_id])
        else:
            self.putting_off.ask(sleeper, page.today)


class Latest(Section):
    """Enter opens the account it was about, or Activity."""

    opened = Signal(object)  # News

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._now: datetime | None = None
        self.model = RecordList[News](
            lambda one: one.step.step,
            lambda one: one.step.title,
            sentence=lambda one: news_face(one, self._now).sentence,
        )
        self.list = ListView(
            tr("Since you last looked"),
            self.model,
            ChangeRowDelegate[News](lambda one: news_face(one, self._now)),
        )
        self.rows = FirstFew(
            self.list, self.model, MOST_NEWS, tr("Nothing of others has reached this laptop.")
        )
        super().__init__(tr("Since you last looked"), self.rows)
        self.list.opened.connect(self._open)

    def show_page(self, page: TodayPage) -> None:
        """Show what others did."""
        day_before = self._day()
        self._now = page.now
        self.rows.show_records(page.news)
        self.set_count(looked_words(page))
        if day_before != page.today:
            self.list.restyle()  # yesterday's hours become weekdays

    def _day(self) -> date | None:
        return self._now.date() if self._now else None

    def _open(self, one: News) -> None:
        if one.account_id is not None:
            self.desk.go(ToAccount(one.account_id))
        else:
            self.desk.go(ToScreen(ScreenName.ACTIVITY))


def _seen(accounts: int) -> str:
    if not accounts:
        return tr("You own no account yet.")
    if accounts == 1:
        return tr("Your account was seen as promised.")
    return tr("All {n} accounts were seen as promised.").format(n=accounts)
