"""The page that lets a team back in when every admin's laptop is gone: on paper, as a file, as text."""

from dataclasses import dataclass
from pathlib import Path

from sponsor_app.exchange.pages.brief import Inks, Measures
from sponsor_app.exchange.pages.templates import document, render

KEEP_IT = """Whoever has this page and can reach the shared file can join the team as an admin, once. Keep it on paper,
where you keep contracts; not beside the file, not in a mail, not as a photograph."""
USE_IT = """To use it on any laptop: sponsor-app share join PLACE --code CODE --me NAME, or “Join a team” in the window.
O and 0 are the same, so are I, L and 1; spaces and dashes do not matter. The last character shows typing errors."""
LOSE_IT = """If the page is lost, nothing is lost yet: as long as one admin's laptop works, print a new one, and this one is
void. If the page and every admin's laptop are lost, everybody keeps what they have, and nobody can be let in or taken
out any more: export, and begin a new team."""
SHOW_IT = "If somebody else may have seen the page, print a new one at once."
LINES = tuple(" ".join(text.split()) for text in (KEEP_IT, USE_IT, LOSE_IT, SHOW_IT))


@dataclass(frozen=True, slots=True)
class RecoveryPage:
    """What the page says; `printed` is a day in words."""

    code: str
    place: str
    file_id: str
    printed: str
    lines: tuple[str, ...] = LINES


def recovery_text(page: RecoveryPage) -> str:
    """The page for a terminal."""
    head = f"RECOVERY PAGE, printed {page.printed}\n{page.place}\n\n    {page.code}"
    return "\n\n".join([head, *page.lines, f"Team {page.file_id}"]) + "\n"


def recovery_html(page: RecoveryPage, templates: Path, body: int | None = None) -> str:
    """The page's body, in the HTML that QTextDocument and browsers both draw."""
    size = Measures(body) if body else Measures()
    values = {
        "page": page,
        "ink": Inks(),
        "body": size.body,
        "meta": size.meta,
        "title": size.title,
    }
    return render(templates, "recovery.html", values)


def recovery_file(page: RecoveryPage, templates: Path) -> str:
    """The page as a self-contained HTML file."""
    return document("Recovery page", recovery_html(page, templates))
