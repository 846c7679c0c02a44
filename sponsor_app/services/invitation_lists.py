"""The invitation list of an event as a file that others can open: who, where, what they answered, whether they came."""

from pathlib import Path
from typing import Any

from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.event import Invitation
from sponsor_app.domain.ids import EventId
from sponsor_app.exchange.outgoing.columns import Column, Kind, Sheet
from sponsor_app.services import Services, events, members
from sponsor_app.system.publish import publishing

ENDINGS = (".csv", ".xlsx", ".json")
COLUMNS = (
    Column("name", "Full Name", width=28),
    Column("account", "Account Name", width=28),
    Column("title", "Job Title", width=28),
    Column("email", "Email", width=28),
    Column("reply", "Reply", width=11),
    Column("attended", "Came", width=11),
    Column("share", "Share of Talking %", Kind.WHOLE, 11),
    Column("side", "Whose", width=11),
)
CAME = {True: "yes", False: "no", None: None}


def export(app: Services, event_id: EventId, path: Path) -> int:
    """Write the list by the file's ending, .csv, .xlsx or .json; returns how many rows it has."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        msg = f"An invitation list cannot be written as “{path.name}”. Nothing was written."
        raise InvalidError(msg, f"Possible are: {', '.join(ENDINGS)}.")
    page = events.page(app, event_id)
    rows = [_row(one) for one in page.invitations]
    sheet = Sheet("Invitations", COLUMNS, rows)
    with publishing(path) as beside:
        if ending == ".csv":
            _write_csv(sheet, beside)
        elif ending == ".xlsx":
            _write_book(app, sheet, beside, page.event.title)
        else:
            _write_json(sheet, beside)
    return len(rows)


def _row(one: Invitation) -> dict[str, Any]:
    return {
        "name": one.name,
        "account": one.account,
        "title": one.title,
        "email": one.email,
        "reply": one.reply,
        "attended": CAME[one.attended],
        "share": one.share,
        "side": "ours" if one.ours else "theirs",
    }


def _write_csv(sheet: Sheet, path: Path) -> None:
    from sponsor_app.exchange.tabular.writing import write_csv  # noqa: PLC0415 - late

    with path.open("wb") as stream:
        write_csv(stream, sheet.headings, sheet.lines())


def _write_book(app: Services, sheet: Sheet, path: Path, title: str) -> None:
    from sponsor_app.exchange.outgoing.workbook import write_book  # noqa: PLC0415 - 50 ms

    write_book(path, [sheet], title=title, author=members.mine(app).name, created=app.now())


def _write_json(sheet: Sheet, path: Path) -> None:
    from sponsor_app.exchange.outgoing.documents import write_records  # noqa: PLC0415 - 35 ms

    with path.open("wb") as stream:
        write_records(stream, sheet.rows)
