"""What is on file about the organisation: how to reach it, since when, what else it is called."""

from sponsor_app.domain.account import AliasKind
from sponsor_app.domain.account_details import AccountDetails
from sponsor_app.domain.money import amount
from sponsor_app.domain.wording import short_day
from sponsor_app.ui.accounts.captioned_lines import CaptionedLines
from sponsor_app.ui.accounts.part import Part, Shown
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.boxes import Column, inset
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import number, tr

ALIASES = (
    AliasKind.NAME,
    AliasKind.FORMER_NAME,
    AliasKind.DOMAIN,
    AliasKind.ORDER_NUMBER,
    AliasKind.EXTERNAL_ID,
)


def address_of(known: AccountDetails, country: str | None) -> str:
    """`188 Quay Road, PO 59015 Bergen, Norway`."""
    town = " ".join(part for part in (known.postcode, known.city) if part)
    return ", ".join(part for part in (known.address, town, country) if part)


def revenue_of(known: AccountDetails) -> str:
    """`1,250,000 EUR`, whole units."""
    if known.revenue_minor is None:
        return ""
    return f"{amount(known.revenue_minor, known.currency):,.0f} {known.currency or ''}".strip()


def _aliases(known: AccountDetails) -> list[tuple[str, str]]:
    words = {
        AliasKind.NAME: tr("Also called"),
        AliasKind.FORMER_NAME: tr("Once called"),
        AliasKind.DOMAIN: tr("Domains"),
        AliasKind.ORDER_NUMBER: tr("Orders"),
        AliasKind.EXTERNAL_ID: tr("Also numbered"),
    }
    found = {
        kind: ", ".join(one.value for one in known.aliases if one.kind is kind) for kind in ALIASES
    }
    return [(words[kind], found[kind]) for kind in ALIASES]


def lines_of(shown: Shown) -> list[tuple[str, str]]:
    """Every line that has something on it, the most asked for first."""
    known, row = shown.page.details, shown.page.row
    since = short_day(known.customer_since, shown.today) if known.customer_since else ""
    employees = number(known.employees) if known.employees is not None else ""
    lines = [
        (tr("Raises issues by"), known.issue_channel),
        (tr("Why we lost them"), known.lost_because),
        (tr("Customer since"), since),
        (tr("Industry"), row.industry),
        (tr("Region"), row.region),
        (tr("Address"), address_of(known, row.country)),
        (tr("Phone"), known.phone),
        (tr("E-mail"), known.email),
        (tr("Website"), known.website),
        (tr("Employees"), employees),
        (tr("Revenue"), revenue_of(known)),
        *_aliases(known),
        (tr("External id"), known.external_id),
    ]
    return [(caption, value) for caption, value in lines if value]


class FilePart(Part):
    """`acted` asks for the form."""

    def __init__(self, desk: Desk) -> None:
        self.lines = CaptionedLines(tr("On file"))
        self.none = Label(tr("Nothing but the name is on file."), "body", "text3", wrap=True)
        body = Column(inset(self.lines), inset(self.none))
        super().__init__(desk, tr("On file"), body, action=tr("Edit"))

    def show_page(self, shown: Shown) -> None:
        super().show_page(shown)
        lines = lines_of(shown)
        self.lines.show_lines(lines)
        self.lines.setVisible(bool(lines))
        self.none.setVisible(not lines)
