"""A page of lines, shown and written: as HTML for a view of ours, as PDF, web page or text in a file."""

from pathlib import Path

from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.leaf import Leaf, leaf_text
from sponsor_app.exchange.pages.brief import Inks
from sponsor_app.exchange.pages.leaf import leaf_attempts, leaf_file, leaf_html
from sponsor_app.exchange.pages.templates import prepare
from sponsor_app.services import Services, members
from sponsor_app.system.folders import resources
from sponsor_app.system.publish import publish, publishing

__all__ = ["Inks", "html", "warm_up", "write"]


def html(leaf: Leaf, inks: Inks | None = None, body: int = 14, *, linked: bool = True) -> str:
    """The page's HTML; `linked` for a view of ours, where links are `record:KIND/ID`."""
    return leaf_html(leaf, resources() / "templates", inks, body, linked=linked)


def warm_up() -> None:
    """Read what a page is laid out by, so that the window need not wait for it."""
    prepare(resources() / "templates", "leaf.html")


def write(app: Services, leaf: Leaf, path: Path) -> Path:
    """Write the page by the file's ending: .pdf (one sheet, saying what it leaves out), .html or .txt."""
    ending, templates = path.suffix.lower(), resources() / "templates"
    if ending == ".pdf":
        from sponsor_app.exchange.pages.paper import write_fitting  # noqa: PLC0415 - Qt, 80 ms

        with publishing(path) as beside:
            write_fitting(
                beside,
                leaf_attempts(leaf, templates),
                fonts=resources() / "fonts",
                title=leaf.title,
                author=members.mine(app).name,
            )
    elif ending in (".html", ".htm"):
        publish(path, leaf_file(leaf, templates).encode("utf-8", "replace"))
    elif ending == ".txt":
        publish(path, leaf_text(leaf).encode("utf-8", "replace"))
    else:
        msg = f"This page is written as .pdf, .html or .txt, not as “{path.name}”."
        raise InvalidError(msg, "Nothing was written. Give one of these endings.")
    return path
