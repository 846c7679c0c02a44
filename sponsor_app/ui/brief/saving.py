"""The brief as a file: its name, and as what it can be written."""

from pathlib import Path

from sponsor_app.domain.brief import Brief
from sponsor_app.services import Services, briefs
from sponsor_app.ui.panels.saving import Asked, fitting
from sponsor_app.ui.widgets.language import later, tr

FORMATS = (
    ("pdf", later("PDF")),
    ("html", later("Web page")),
    ("md", later("Markdown")),
    ("txt", later("Text")),
)


def file_of(brief: Brief) -> Asked:
    """How a brief is asked for as a file."""

    def write(app: Services, path: Path) -> Path:
        return briefs.write(app, brief, path)

    return Asked(tr("Save the brief"), file_name(brief), FORMATS, write)


def file_name(brief: Brief) -> str:
    """`Brief Acme 2026-11-18.pdf`, with nothing that a disk refuses."""
    return f"Brief {fitting(brief.account)} {brief.as_of:%Y-%m-%d}.pdf"
