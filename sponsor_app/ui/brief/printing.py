"""The brief on paper."""

from PySide6.QtPrintSupport import QPrinter

from sponsor_app.domain.brief import Brief
from sponsor_app.services import briefs
from sponsor_app.ui.brief.saving import file_name
from sponsor_app.ui.panels import printing


def printer(brief: Brief) -> QPrinter:
    """A printer set for our page; where it prints to a file, that is named after the brief."""
    return printing.printer(file_name(brief).removesuffix(".pdf"))


def print_brief(brief: Brief, paper: QPrinter) -> int:
    """Print on `paper`; returns the pages."""
    return printing.print_page(lambda body: briefs.html(brief, body=body, linked=False), paper)
