"""A page of lines as HTML, on one sheet of paper, as a file."""

from collections.abc import Iterator
from pathlib import Path

from sponsor_app.domain.leaf import Leaf, shortened
from sponsor_app.exchange.pages.brief import Inks, Measures
from sponsor_app.exchange.pages.templates import document, render

ROOMS = ((99, 13), (30, 12), (16, 12), (12, 11), (9, 11), (6, 10), (4, 10), (3, 9))
"""Lines a section and body size in px, tried in this order until the page is one."""


def leaf_html(
    leaf: Leaf, templates: Path, inks: Inks | None = None, body: int = 14, *, linked: bool = False
) -> str:
    """The page's body, in the HTML that QTextDocument and browsers both draw.

    `linked` makes what a line is about a link to `record:KIND/ID`, which only a view of ours can follow.
    """
    size = Measures(body)
    values = {
        "leaf": leaf,
        "ink": inks or Inks(),
        "body": size.body,
        "meta": size.meta,
        "title": size.title,
        "gap": size.gap,
        "linked": linked,
    }
    return render(templates, "leaf.html", values)


def leaf_attempts(leaf: Leaf, templates: Path) -> Iterator[tuple[str, int]]:
    """HTML and body size of pages with less and less on them, each saying how much it leaves out."""
    for most, body in ROOMS:
        yield leaf_html(shortened(leaf, most), templates, body=body), body


def leaf_file(leaf: Leaf, templates: Path) -> str:
    """The page as a self-contained HTML file."""
    return document(leaf.title, leaf_html(leaf, templates))
