"""Give accounts a sponsor: one choice, one step, one undo, however many accounts were selected."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from sponsor_app.domain.handing_over import HandOver
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.services import Services, accounts, handing_over, sponsorships
from sponsor_app.ui.accounts.hand_over import HandOverBox
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.member_options import candidate_options, nobody_option
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.picker import Option, Picker


def read(app: Services, account_ids: Sequence[AccountId]) -> list[Option]:
    """Everyone of ours with their load and, for one account that has a sponsor, nobody."""
    found = candidate_options(app)
    if len(account_ids) == 1:
        known, today = accounts.details(app, account_ids[0]), app.today()
        for one in known.sponsorships:
            if one.starts_on <= today and (one.ends_on is None or one.ends_on > today):
                words = tr("{name} has owned it until now").format(name=one.member)
                return [*found, nobody_option(tr("Nobody"), words)]
    return found


class AssignSponsor(Picker):
    """A picker of members with their load; for one account it offers to end the sponsorship there is."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._desk, self._host = desk, host
        self.box: HandOverBox | None = None

    def assign(self, account_ids: Sequence[AccountId], account: str = "") -> None:
        """Ask who shall own these accounts; `account` is the name when there is only one and it is known."""
        ids = list(account_ids)
        title = tr("Sponsor of {count} accounts").format(count=number(len(ids)))
        if len(ids) == 1:
            title = tr("Sponsor of {account}").format(account=account or tr("this account"))
        self.ask(title, tr("Type a name"), lambda option: self._set(ids, option))
        self._desk.operations.query(self, lambda app: read(app, ids), self.offer)

    def _set(self, account_ids: list[AccountId], option: Option) -> None:
        if option.key:
            self.hand_over(account_ids, MemberId(option.key))
        else:
            self._desk.operations.command(lambda app: sponsorships.end(app, account_ids[0]), self)

    def hand_over(self, account_ids: Sequence[AccountId], member: MemberId) -> None:
        """Give accounts to a member: at once where nothing else changes, else it is said first what goes along."""
        ids = list(account_ids)
        self._desk.operations.query(
            self, lambda app: handing_over.look(app, ids, member), self._show_first
        )

    def _show_first(self, found: HandOver) -> None:
        if found.tells:
            if self.box is None:
                self.box = HandOverBox(self._desk, self._host)
            self.box.ask(found)
        elif found.partings:
            ids, member = [one.account_id for one in found.partings], found.to.id
            self._desk.operations.command(
                lambda app: sponsorships.set_sponsor(app, ids, member), self
            )
