"""Choose somebody of an account, or one of ours, by a few letters."""

from collections.abc import Callable, Sequence

from sponsor_app.domain.ids import AccountId, ContactId, MemberId
from sponsor_app.domain.people import Contact
from sponsor_app.domain.search import Hit, HitKind
from sponsor_app.services import contacts, searching
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.member_options import candidate_options
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.picker import Option, Picker
from sponsor_app.ui.widgets.rows.list_row import ListRow

MOST = 12


def ask_at_account(
    desk: Desk,
    picker: Picker,
    title: str,
    account_id: AccountId,
    chosen: Callable[[ContactId, str], None],
) -> None:
    """Open `picker` on those who are at an account now."""

    def offer(found: Sequence[Contact]) -> None:
        here = [one for one in found if one.left_on is None]
        picker.offer(
            [
                Option(one.id, ListRow(one.name, one.title or "", symbol="user-round"))
                for one in here
            ]
        )

    picker.ask(
        title,
        tr("Type a name"),
        lambda option: chosen(ContactId(option.key), option.row.title),
    )
    desk.operations.query(picker, lambda app: contacts.listed(app, account_id), offer)


def ask_anywhere(
    desk: Desk, picker: Picker, title: str, chosen: Callable[[ContactId, str], None]
) -> None:
    """Open `picker` on everybody at every account, found by any scrap."""

    def show(text: str, hits: Sequence[Hit]) -> None:
        if text == picker.field.text():
            picker.offer([_option(hit) for hit in hits])

    def ask(text: str) -> None:
        desk.operations.query(
            picker,
            lambda app: searching.find(app, text, limit=MOST, kinds=(HitKind.CONTACT,)),
            lambda hits: show(text, hits),
        )

    picker.ask(
        title,
        tr("Name, address or phone"),
        lambda option: chosen(ContactId(option.key), option.row.title),
        ask,
    )


def ask_one_of_ours(
    desk: Desk, picker: Picker, title: str, chosen: Callable[[MemberId, str], None]
) -> None:
    """Open `picker` on our own people."""
    picker.ask(
        title, tr("Type a name"), lambda option: chosen(MemberId(option.key), option.row.title)
    )
    desk.operations.query(picker, candidate_options, picker.offer)


def _option(hit: Hit) -> Option:
    return Option(hit.id, ListRow(hit.title, hit.account or "", symbol="user-round"))
