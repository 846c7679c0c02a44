"""Give accounts a sponsor: one choice, one step, one undo, however many accounts were selected."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.services import sponsorships
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.member_options import candidate_options, nobody_option
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.picker import Option, Picker


class AssignSponsor(Picker):
    """A picker of members with their load; `current` offers to end the sponsorship there is."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._desk = desk

    def assign(
        self, account_ids: Sequence[AccountId], account: str, *, current: str | None = None
    ) -> None:
        """Ask who shall own these accounts; `account` is the name when there is only one."""
        many = tr("Sponsor of {count} accounts").format(count=len(account_ids))
        title = tr("Sponsor of {account}").format(account=account)
        ids = list(account_ids)
        self.ask(
            many if len(ids) > 1 else title,
            tr("Type a name"),
            lambda option: self._set(ids, option),
        )
        self._desk.operations.query(
            self,
            candidate_options,
            lambda found: self._offer(found, current if len(ids) == 1 else None),
        )

    def _offer(self, found: list[Option], current: str | None) -> None:
        words = tr("{name} has owned it until now").format(name=current)
        nobody = [nobody_option(tr("Nobody"), words)] if current else []
        self.offer([*found, *nobody])

    def _set(self, account_ids: list[AccountId], option: Option) -> None:
        if option.key:
            member = MemberId(option.key)
            self._desk.operations.command(
                lambda app: sponsorships.set_sponsor(app, account_ids, member), self
            )
        else:
            self._desk.operations.command(lambda app: sponsorships.end(app, account_ids[0]), self)
