"""Choose an account by any scrap of it."""

from collections.abc import Callable, Sequence

from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.search import Hit, HitKind
from sponsor_app.services import searching
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.picker import Option, Picker
from sponsor_app.ui.widgets.rows.list_row import ListRow

MOST = 12


def ask_for_account(
    desk: Desk,
    picker: Picker,
    title: str,
    but: AccountId | None,
    chosen: Callable[[AccountId, str], None],
) -> None:
    """Open `picker` on every account but one; `chosen` is called with the account and its name."""

    def show(text: str, hits: Sequence[Hit]) -> None:
        if text == picker.field.text():
            picker.offer([_option(hit) for hit in hits if hit.id != but])

    def ask(text: str) -> None:
        desk.operations.query(
            picker,
            lambda app: searching.find(app, text, limit=MOST, kinds=(HitKind.ACCOUNT,)),
            lambda hits: show(text, hits),
        )

    placeholder = tr("Name, old name, phone or address")
    picker.ask(
        title, placeholder, lambda option: chosen(AccountId(option.key), option.row.title), ask
    )


def _option(hit: Hit) -> Option:
    why = "" if hit.field == "name" else f"{tr(hit.field)}: {hit.snippet}"
    return Option(hit.id, ListRow(hit.title, why, symbol="building-2", symbol_ink="text3"))
