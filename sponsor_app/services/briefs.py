"""The one page before a meeting."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from importlib import import_module
from pathlib import Path

from sponsor_app.domain.brief import Brief, BriefSource, Prepared, Spread
from sponsor_app.domain.brief.compose import compose
from sponsor_app.domain.brief.compose import prepare as compose_prepared
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.ids import AccountId, ContactId, MemberId
from sponsor_app.domain.today import invited
from sponsor_app.exchange.pages.brief import (
    Inks,
    Measures,
    brief_file,
    brief_html,
    brief_markdown,
    brief_text,
    week_html,
)
from sponsor_app.exchange.pages.templates import prepare as prepare_templates
from sponsor_app.services import Services, accounts, exposure, important_dates, members, today
from sponsor_app.store.queries import coverage, spread
from sponsor_app.system.folders import resources
from sponsor_app.system.publish import publish, publishing

WEEK_DAYS = 7
ENOUGH = 60
"""How many interactions back a brief looks."""

__all__ = [
    "Inks",
    "compose_brief",
    "html",
    "load_paper",
    "prepare",
    "text",
    "warm_up",
    "week",
    "write",
    "write_week",
]


def compose_brief(
    app: Services,
    account_id: AccountId,
    *,
    reader: MemberId | None = None,
    attendees: Sequence[ContactId] = (),
) -> Brief:
    """The brief of an account for a member (me unless given) and those who will be there."""
    return compose(_source(app, account_id, reader, attendees))


def prepare(
    app: Services, account_id: AccountId, *, attendees: Sequence[ContactId] = ()
) -> Prepared:
    """My brief of an account with the page it cites, for a view that opens what is cited."""
    return compose_prepared(_source(app, account_id, None, attendees))


def week(app: Services) -> list[Brief]:
    """A brief of each visit of mine in the next seven days, soonest first."""
    until = app.today() + timedelta(days=WEEK_DAYS)
    made: list[Brief] = []
    for visit in today.page(app).visits:
        plan = visit.plan
        if plan.account_id is not None and plan.on < until:
            source = _source(app, plan.account_id, None, invited(plan))
            made.append(compose(replace(source, meeting=plan)))
    return made


def write_week(app: Services, briefs: Sequence[Brief], path: Path) -> Path:
    """Write briefs to one PDF to take along: what is ahead on the first sheet, then a page each."""
    if path.suffix.lower() != ".pdf":
        msg = f"A week of briefs is written as one .pdf, not as “{path.name}”."
        raise InvalidError(msg, "Nothing was written. Let the name end in .pdf.")
    if not briefs:
        msg = "No visit is planned in the next seven days, so there is nothing to take along."
        raise InvalidError(msg, "Nothing was written. Plan a visit, or write one account’s brief.")
    from sponsor_app.exchange.pages.paper import write_pack  # noqa: PLC0415 - Qt, 80 ms

    def first(size: int) -> str:
        return week_html(briefs, _templates(), size)

    pages = [partial(_sheet, one) for one in briefs]
    with publishing(path) as beside:
        write_pack(
            beside,
            [first, *pages],
            fonts=resources() / "fonts",
            title=f"Briefs of the week from {app.today():%Y-%m-%d}",
            author=members.mine(app).name,
        )
    return path


def _sheet(brief: Brief, size: int) -> str:
    return html(brief, body=size, linked=False)


def html(
    brief: Brief, inks: Inks | None = None, body: int | None = None, *, linked: bool = True
) -> str:
    """The brief's HTML; `linked` for a view of ours, where links are `record:KIND/ID`."""
    measures = Measures(body) if body else None
    return brief_html(brief, _templates(), inks, measures, linked=linked)


def text(brief: Brief) -> str:
    """The brief for a terminal, a mail or the clipboard."""
    return brief_text(brief)


def write(app: Services, brief: Brief, path: Path) -> Path:
    """Write the brief to a file by its ending: .pdf, .html, .md or .txt."""
    ending = path.suffix.lower()
    if ending == ".pdf":
        _write_pdf(app, brief, path)
    elif ending in (".html", ".htm"):
        publish(path, brief_file(brief, _templates()).encode())
    elif ending == ".md":
        publish(path, brief_markdown(brief).encode())
    elif ending == ".txt":
        publish(path, brief_text(brief).encode())
    else:
        msg = f"A brief is written as .pdf, .html, .md or .txt, not as “{path.name}”."
        raise InvalidError(msg, "Nothing was written. Give one of these endings.")
    return path


def _source(
    app: Services,
    account_id: AccountId,
    reader: MemberId | None,
    attendees: Sequence[ContactId],
) -> BriefSource:
    page = accounts.page(app, account_id, limit=ENOUGH)
    severe = [one for one in page.issues if one.is_open and one.severity.severe]
    with app.store.read() as connection:
        devices = coverage.devices(connection)
        heard = spread.spreads(connection, severe[:1], page.as_of)
    return BriefSource(
        page=page,
        now=app.local_now(),
        reader=reader or app.me,
        attendees=attendees,
        devices=devices,
        spread={issue_id: Spread(*counts) for issue_id, counts in heard.items()},
        exposure=exposure.of_account(app, account_id),
        dates=important_dates.at_account(app, account_id),
    )


def _write_pdf(app: Services, brief: Brief, path: Path) -> None:
    from sponsor_app.exchange.pages.paper import write_pdf  # noqa: PLC0415 - Qt, 80 ms

    with publishing(path) as beside:
        write_pdf(
            beside,
            lambda size: html(brief, body=size, linked=False),
            fonts=resources() / "fonts",
            title=f"Brief: {brief.account}, {brief.as_of:%Y-%m-%d}",
            author=members.mine(app).name,
        )


def load_paper() -> None:
    """Load what writes PDFs, in the thread that asks: the window's, when nothing happens."""
    import_module("sponsor_app.exchange.pages.paper")


def warm_up() -> None:
    """Read what a page is laid out by, so that the first brief need not wait for it."""
    prepare_templates(_templates(), "brief.html")


def _templates() -> Path:
    return resources() / "templates"
