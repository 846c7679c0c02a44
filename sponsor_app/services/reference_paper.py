"""The page a reference keeps: what they agreed to, how often they are asked at most, and that they may always say no."""

from pathlib import Path

from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.language import in_english
from sponsor_app.domain.reference import Reference, UseLimits, months_after
from sponsor_app.domain.wording import short_day
from sponsor_app.exchange.pages.guideline import Guideline, guideline_file, guideline_html
from sponsor_app.services import Services, members
from sponsor_app.system.folders import resources
from sponsor_app.system.publish import publish, publishing


def page_of(app: Services, one: Reference, limits: UseLimits) -> Guideline:
    """The page for one reference; who of ours to call is the approver."""
    today = app.today()
    ends = [months_after(one.valid_from, limits.approve_months)]
    ends += [one.valid_until] if one.valid_until else []
    return Guideline(
        contact=one.contact,
        account=one.account,
        scope=one.scope,
        since=f"{short_day(one.valid_from, today)}",
        until=f"{short_day(min(ends), today)}",
        quarter=limits.quarter,
        year=limits.year,
        ours=one.approved_by or members.mine(app).name,
        printed=f"{short_day(today, today)} {today.year}",
    )


def write(app: Services, one: Reference, limits: UseLimits, path: Path) -> Path:
    """Write the page by its ending: .pdf or .html; it goes to the customer, in English."""
    with in_english():
        return _write(app, one, limits, path)


def _write(app: Services, one: Reference, limits: UseLimits, path: Path) -> Path:
    ending, templates = path.suffix.lower(), resources() / "templates"
    page = page_of(app, one, limits)
    if ending == ".pdf":
        from sponsor_app.exchange.pages.paper import write_pdf  # noqa: PLC0415 - Qt, 80 ms

        with publishing(path) as beside:
            write_pdf(
                beside,
                lambda size: guideline_html(page, templates, size),
                fonts=resources() / "fonts",
                title=f"Reference guideline: {one.contact}, {one.account}",
                author=members.mine(app).name,
            )
    elif ending in (".html", ".htm"):
        publish(path, guideline_file(page, templates).encode())
    else:
        msg = f"A guideline is written as .pdf or .html, not as “{path.name}”. Nothing was written."
        raise InvalidError(msg, "Give one of these endings.")
    return path
