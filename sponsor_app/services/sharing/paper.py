"""The recovery page as something to print; the code is in it and nowhere else."""

from collections.abc import Callable
from pathlib import Path

from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.language import in_english
from sponsor_app.domain.team import Team
from sponsor_app.domain.wording import full_day
from sponsor_app.exchange.pages.recovery import (
    RecoveryPage,
    recovery_file,
    recovery_html,
    recovery_text,
)
from sponsor_app.services import Services
from sponsor_app.system.folders import resources
from sponsor_app.system.publish import PRIVATE, publish, publishing

ENDINGS = (".pdf", ".html", ".htm", ".txt")


def page_of(app: Services, team: Team, code: str) -> RecoveryPage:
    """The page for a code of this team."""
    today = app.today()
    place = ", ".join(one.address for one in team.places)
    with in_english():
        printed = f"{full_day(today, today)} {today.year}"
    return RecoveryPage(code, place, team.file_id, printed)


def refuse_ending(path: Path) -> None:
    """Refuse what cannot be written, before a code is made for nothing."""
    if path.suffix.lower() not in ENDINGS:
        msg = f"A recovery page is written as .pdf, .html or .txt, not as “{path.name}”. Nothing was made."
        raise InvalidError(msg, "Give one of these endings.")


def write(page: RecoveryPage, path: Path) -> Path:
    """Write the page, readable by its owner only, by its ending: .pdf, .html or .txt."""
    refuse_ending(path)
    ending, templates = path.suffix.lower(), resources() / "templates"
    if ending == ".pdf":
        from sponsor_app.exchange.pages.paper import write_pdf  # noqa: PLC0415 - Qt, 80 ms

        with publishing(path, mode=PRIVATE) as beside:
            write_pdf(
                beside,
                sheet(page),
                fonts=resources() / "fonts",
                title="Recovery page",
                author="",
            )
    elif ending == ".txt":
        publish(path, recovery_text(page).encode(), mode=PRIVATE)
    else:
        publish(path, recovery_file(page, templates).encode(), mode=PRIVATE)
    return path


def sheet(page: RecoveryPage) -> Callable[[int], str]:
    """The page for a printer: its HTML by the size of its type in px."""
    return lambda size: recovery_html(page, resources() / "templates", size)


def text(page: RecoveryPage) -> str:
    """The page for a terminal."""
    return recovery_text(page)
