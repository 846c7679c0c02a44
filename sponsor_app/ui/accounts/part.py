"""What every section of an account's page has: the account it shows, and the way to change it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QLayout, QWidget

from sponsor_app.domain.account_page import AccountPage
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.services import Services
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.section import Section


@dataclass(frozen=True, slots=True)
class Shown:
    """One account as the page shows it, and who looks at it."""

    page: AccountPage
    me: MemberId

    @property
    def account_id(self) -> AccountId:
        """Which account."""
        return self.page.details.id

    @property
    def account(self) -> str:
        """Its name."""
        return self.page.details.name

    @property
    def today(self) -> date:
        """The day it is shown on."""
        return self.page.as_of

    def name_of(self, member_id: MemberId | None, name: str | None) -> str:
        """A member's name, or `You`; empty for nobody."""
        return tr("You") if member_id == self.me else name or ""


Work = Callable[[Services], Changes]
Then = Callable[[Changes], None]
Refused = Callable[[SponsorError], None]


class Part(Section):
    """A section that shows one side of the account; `show_page` comes before anything else is asked of it."""

    _shown: Shown | None = None

    def __init__(
        self,
        desk: Desk,
        title: str,
        body: QWidget | QLayout,
        *,
        action: str = "",
        steps_out: bool = True,
    ) -> None:
        super().__init__(title, body, action=action, steps_out=steps_out)
        self.desk = desk

    @property
    def shown(self) -> Shown:
        """What is shown; asking for it before there is anything is our bug."""
        if self._shown is None:
            msg = "the page asks a section about an account before it shows one"
            raise LookupError(msg)
        return self._shown

    def show_page(self, shown: Shown) -> None:
        """Show an account, or the same account at another time."""
        self._shown = shown

    def leave(self) -> None:
        """Close what is open: another account comes."""

    def do(self, work: Work, then: Then | None = None, refused: Refused | None = None) -> None:
        """Change something as one step; the whole window hears of it."""
        self.desk.operations.command(work, self, then=then, refused=refused)
